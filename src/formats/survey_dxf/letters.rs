//! The letters of a drawing: UTF-8, or a code page, which the file may say wrongly; and the escapes within.

use std::borrow::Cow;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// Gathers what the texts of a file are made of.
#[derive(Default)]
pub(super) struct Sniffer {
    utf8: usize,
    other: usize,
    /// High bytes within pairs as GBK writes them, and those that stand alone.
    paired: usize,
    alone: usize,
}

impl Sniffer {
    /// Looks at a text.
    pub fn see(&mut self, text: &[u8]) {
        if text.is_ascii() {
            return;
        }
        if std::str::from_utf8(text).is_ok() {
            self.utf8 += 1;
            return;
        }
        self.other += 1;
        let mut at = 0;
        while at < text.len() {
            let next = text.get(at + 1);
            at += match (text[at], next) {
                // The second byte of a Chinese letter in use is high too; of a Latin one with an accent seldom.
                (0xA1..=0xFE, Some(0xA1..=0xFE)) => {
                    self.paired += 2;
                    2
                }
                (0x80.., _) => {
                    self.alone += 1;
                    1
                }
                _ => 1,
            };
        }
    }
    /// The encoding, and whether the file says another one of itself.
    pub fn encoding(&self, code_page: &str) -> (&'static Encoding, bool) {
        let said = of_code_page(code_page);
        if self.utf8 > self.other || self.other == 0 {
            return (UTF_8, false);
        }
        let is_gbk = self.paired > 4 * self.alone;
        match said {
            Some(said) if said == WINDOWS_1252 && is_gbk => (GB18030, true),
            Some(said) => (said, false),
            None if is_gbk => (GB18030, false),
            None => (WINDOWS_1252, false),
        }
    }
}

/// The encoding of `$DWGCODEPAGE`.
fn of_code_page(code_page: &str) -> Option<&'static Encoding> {
    let word = code_page.trim().to_ascii_uppercase();
    let number = word.rsplit('_').next().unwrap_or_default();
    Some(match number {
        "936" | "GB2312" | "GBK" => GB18030,
        "950" | "BIG5" => BIG5,
        "932" => SHIFT_JIS,
        "949" | "JOHAB" => EUC_KR,
        "65001" | "UTF8" => UTF_8,
        "1252" => WINDOWS_1252,
        number => Encoding::for_label(format!("windows-{number}").as_bytes())?,
    })
}

/// A text of the file, with its escapes undone and nothing that ends a line in it.
pub(super) fn decoded(bytes: &[u8], encoding: &'static Encoding) -> String {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let text = unescaped(&text);
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(plain).collect::<String>().trim().to_owned()
}

/// `\U+4E2D` is a letter by its number, `\M+5D6D0` one of a code page (5: GBK).
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("\\U+") && !text.contains("\\M+") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match letter(rest) {
            Some((letter, length)) => {
                out.push_str(&letter);
                rest = &rest[length..];
            }
            None => {
                out.push('\\');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The letter of an escape at the beginning of a text, and the length of the escape.
fn letter(text: &str) -> Option<(String, usize)> {
    let hex = |from: usize, to: usize| u32::from_str_radix(text.get(from..to)?, 16).ok();
    if text.starts_with("\\U+") {
        return Some((char::from_u32(hex(3, 7)?)?.to_string(), 7));
    }
    if !text.starts_with("\\M+") {
        return None;
    }
    let encoding = match text.get(3..4)? {
        "1" => SHIFT_JIS,
        "2" => BIG5,
        "3" | "4" => EUC_KR,
        "5" => GB18030,
        _ => return None,
    };
    let bytes = [hex(4, 6)? as u8, hex(6, 8)? as u8];
    let decoded = encoding.decode_without_bom_handling_and_without_replacement(&bytes)?;
    Some((decoded.into_owned(), 8))
}

/// The words of a text of many lines, without its fonts and sizes: `{\fSimSun|b0;混6}\P3号楼` is `混6 3号楼`.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' => {}
            '\\' => match letters.next() {
                Some('P' | '~') => out.push(' '),
                Some(kept @ ('\\' | '{' | '}')) => out.push(kept),
                Some('S') => {
                    // A fraction: what is above, then what is below.
                    let stack: String = letters.by_ref().take_while(|c| *c != ';').collect();
                    out.push_str(&stack.replace(['^', '#'], "/"));
                }
                Some('f' | 'F' | 'H' | 'h' | 'W' | 'Q' | 'T' | 'A' | 'C' | 'c' | 'p') => {
                    letters.by_ref().take_while(|c| *c != ';').for_each(drop);
                }
                // Lines under, over and through begin and end by a letter alone.
                _ => {}
            },
            '%' if letters.peek() == Some(&'%') => {
                letters.next();
                match letters.next() {
                    Some('d' | 'D') => out.push('°'),
                    Some('c' | 'C') => out.push('⌀'),
                    Some('p' | 'P') => out.push('±'),
                    Some('%') => out.push('%'),
                    _ => {}
                }
            }
            letter => out.push(letter),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
