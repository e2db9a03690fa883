//! What may be shown to a room full of people.

use crate::design::Design;

/// A design's title as a wall may show it: without its author's alias, and without runs of seven
/// or more digits, which are somebody's telephone, identity or flat.
pub fn public_title(design: &Design) -> String {
    let alias = design.by.alias.trim();
    let title = if alias.chars().count() < 2 {
        design.title.clone()
    } else {
        design.title.replace(alias, "…")
    };
    without_long_numbers(title.trim())
}

/// Words of a resident as a document may show it that leaves the office: without runs of seven or more digits.
pub fn public_words(text: &str) -> String {
    without_long_numbers(text.trim())
}

fn without_long_numbers(text: &str) -> String {
    const LONGEST_SHOWN: usize = 6;
    let mut shown = String::new();
    // A run goes on over the separators that people put into telephone numbers.
    let mut run = String::new();
    let digits = |run: &str| run.chars().filter(|c| c.is_numeric()).count();
    let close = |run: &mut String, shown: &mut String| {
        if digits(run) > LONGEST_SHOWN {
            shown.push('…');
        } else {
            shown.push_str(run);
        }
        run.clear();
    };
    for c in text.chars() {
        let goes_on = !run.is_empty() && matches!(c, ' ' | '-' | '–' | '.' | '·' | '_');
        if c.is_numeric() || goes_on {
            run.push(c);
        } else {
            close(&mut run, &mut shown);
            shown.push(c);
        }
    }
    close(&mut run, &mut shown);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_on_the_wall_names_no_one() {
        let cases = [
            ("树荫下的广场", "7号楼居民", "树荫下的广场"),
            ("王阿姨的广场", "王阿姨", "…的广场"),
            ("找我 138 0013-8000", "", "找我 …"),
            ("方案 2 号, 2026", "", "方案 2 号, 2026"),
            ("电话13800138000谢谢", "", "电话…谢谢"),
            ("电话１３８００１３８０００", "", "电话…"),
        ];
        for (title, alias, shown) in cases {
            let mut design = Design::new("beimen", "");
            design.title = title.to_owned();
            design.by.alias = alias.to_owned();
            assert_eq!(public_title(&design), shown);
        }
    }
}
