//! Elements of the document. All text passes [`text`], so that nobody's words become markup.

/// Text as it may stand in the document.
pub(super) fn text(words: &str) -> String {
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

/// A heading and what is under it.
pub(super) fn section(id: &str, heading: &str, content: &str) -> String {
    format!(
        "<section id=\"{id}\">\n<h2>{}</h2>\n{content}</section>\n",
        text(heading)
    )
}

/// A paragraph.
pub(super) fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", text(words))
}

/// A table: its caption, the heads of its columns, and rows whose first cell names the row.
pub(super) fn table(caption: &str, heads: &[String], rows: &[Vec<String>]) -> String {
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
        text(caption),
        heads.iter().enumerate().map(head).collect::<String>(),
        rows.iter().map(row).collect::<String>(),
    )
}

/// A list of sentences.
pub(super) fn list(sentences: &[String]) -> String {
    let items = sentences.iter().map(|said| format!("<li>{}</li>\n", text(said)));
    format!("<ul>\n{}</ul>\n", items.collect::<String>())
}

/// A picture with its caption. The SVG is the program's own and escapes its letters itself.
pub(super) fn figure(svg: &str, caption: &str) -> String {
    format!(
        "<figure>\n{svg}<figcaption>{}</figcaption>\n</figure>\n",
        text(caption)
    )
}

/// How it looks on a screen and on paper.
pub(super) const STYLE: &str = "
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
