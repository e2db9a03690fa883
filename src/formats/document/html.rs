//! The document as HTML that stands alone, without scripts and with its pictures in it. All text passes [`text`], so that
//! nobody's words become markup.

use crate::scene::{SvgOptions, Theme, svg};

use super::{Document, Figure, Piece, Section, Table};

impl Document {
    /// The whole HTML document.
    pub fn html(&self) -> String {
        let lead = self.lead.iter().map(|words| paragraph(words)).collect::<String>();
        let sections = self.sections.iter().map(section).collect::<String>();
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n{lead}</header>\n<main>\n{sections}</main>\n</body>\n</html>\n",
            self.lang.tag(),
            title = text(&self.title),
        )
    }
}

/// Text as it may stand in the document.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

fn section(section: &Section) -> String {
    let pieces = section.pieces.iter().enumerate();
    let content: String = pieces
        .map(|(at, piece)| match piece {
            Piece::Paragraph(words) => paragraph(words),
            Piece::List(sentences) => list(sentences),
            Piece::Table(rows) => table(rows),
            // Ids within a picture are the document's: each picture has its own.
            Piece::Figure(picture) => figure(picture, &format!("{}{at}-", section.id)),
        })
        .collect();
    format!(
        "<section id=\"{}\">\n<h2>{}</h2>\n{content}</section>\n",
        section.id,
        text(&section.title)
    )
}

fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", text(words))
}

fn table(table: &Table) -> String {
    let head = |(at, head): (usize, &String)| {
        let class = if at == 0 { "" } else { " class=\"n\"" };
        format!("<th scope=\"col\"{class}>{}</th>", text(head))
    };
    let row = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            0 => format!("<th scope=\"row\">{}</th>", text(cell)),
            _ => format!("<td class=\"n\">{}</td>", text(cell)),
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    format!(
        "<table>\n<caption>{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n",
        text(&table.caption),
        table.heads.iter().enumerate().map(head).collect::<String>(),
        table.rows.iter().map(row).collect::<String>(),
    )
}

fn list(sentences: &[String]) -> String {
    let items = sentences.iter().map(|said| format!("<li>{}</li>\n", text(said)));
    format!("<ul>\n{}</ul>\n", items.collect::<String>())
}

fn figure(figure: &Figure, ids: &str) -> String {
    let options = SvgOptions {
        theme: Theme::LIGHT,
        paper: true,
        title: &figure.caption,
        ids,
        ..SvgOptions::default()
    };
    let drawn = svg(&figure.scene, &figure.view, options);
    format!(
        "<figure>\n{drawn}<figcaption>{}</figcaption>\n</figure>\n",
        text(&figure.caption)
    )
}

/// How it looks on a screen and on paper.
const STYLE: &str = "
body{max-width:60rem;margin:0 auto;padding:1.5rem;color:#24221f;background:#fff;line-height:1.5;font-family:'PingFang SC','HarmonyOS Sans SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','WenQuanYi Micro Hei',system-ui,sans-serif}
h1{margin:0;font-size:1.8rem}
h2{margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid #b5382a;font-size:1.3rem}
h3{margin:1.25rem 0 .25rem;font-size:1.1rem}
table{width:100%;margin:.75rem 0;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:left;color:#5e5a53}
th,td{padding:.3rem .5rem;border-bottom:1px solid #d9d2c4;text-align:left;vertical-align:top}
.n{text-align:right}
figure{margin:1rem 0;break-inside:avoid}
figure svg{width:100%;height:auto;border:1px solid #d9d2c4}
figcaption{color:#5e5a53}
tr,li{break-inside:avoid}
h2,h3,caption{break-after:avoid}
@page{size:A4;margin:16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit;text-decoration:none}}
";
