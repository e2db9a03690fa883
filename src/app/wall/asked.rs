//! Which designs a link asks the wall to show.

/// The addresses in `&design=`, which may be given several times and may hold several with commas
/// between; in their order, each once.
pub fn designs_asked(query: &str) -> Vec<String> {
    /// A link longer than that was not made by hand; the rest of it is passed over.
    const MOST: usize = 400;
    let mut found: Vec<String> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
        if name != "design" {
            continue;
        }
        for part in value.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            if found.len() < MOST && !found.iter().any(|known| known == part) {
                found.push(part.to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::designs_asked;

    #[test]
    fn a_link_may_name_several_designs() {
        let cases: [(&str, &[&str]); 5] = [
            ("", &[]),
            ("?view=wall", &[]),
            ("?design=a.json&view=wall&design=b.json", &["a.json", "b.json"]),
            ("design=a.json%2C%20b.json,,a.json", &["a.json", "b.json"]),
            ("?design=%00%ff<script>", &["\u{0}\u{fffd}<script>"]),
        ];
        for (query, expected) in cases {
            assert_eq!(designs_asked(query), expected, "{query}");
        }
    }
}
