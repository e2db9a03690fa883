//! What the worker is asked that draws pages: a PDF and a font as bytes, and the first page's picture (PNG) back, with
//! what is to be said of it in every language. It has this one job; the answer's form is that of the others (`job`).

use serde_json::Value;

use crate::formats::{Meter, pdf_page};
use crate::text::Message;

use super::Done;

/// Draws the first page of the first file with the letters of the second, where there is one; tells how far it is.
/// Nothing keeps a PDF from asking for more memory or time than there is: then the program ends without an answer.
pub fn draw_page(_job: &str, files: &[Vec<u8>], meter: &mut Meter) -> Done {
    let outcome = match files {
        [pdf, rest @ ..] => pdf_page::first_page(pdf.clone(), rest.concat(), meter),
        [] => Err(Message::new("exchange-no-job")),
    };
    let outcome = outcome.map(|page| {
        let said = page.said();
        (page.png, said)
    });
    Done::of(outcome, Value::Null)
}
