//! JSON that breaks off: what stands whole before the break, as a document that can be read.

use serde::de::IgnoredAny;

/// The document without what is not whole, and what the parser says of its end; none where it does not break off,
/// or where nothing of its list stands whole.
///
/// A collection of GeoJSON and an answer of Overpass are an object with one long list. So what is kept ends with the
/// last whole item of a list directly within the outermost object.
pub fn mended(bytes: &[u8]) -> Option<(Vec<u8>, String)> {
    let why = serde_json::from_slice::<IgnoredAny>(bytes).err()?;
    if !why.is_eof() {
        return None;
    }
    let mut end = None;
    let mut open = Vec::new();
    let (mut in_text, mut escaped) = (false, false);
    for (at, byte) in bytes.iter().enumerate() {
        if in_text {
            in_text = escaped || *byte != b'"';
            escaped = !escaped && *byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'{' | b'[' => open.push(*byte),
            b'}' | b']' => {
                open.pop();
                if open == b"{[" {
                    end = Some(at + 1);
                }
            }
            _ => {}
        }
    }
    let whole = bytes.get(..end?)?;
    Some(([whole, b"]}"].concat(), why.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Option<String> {
        mended(text.as_bytes()).map(|(bytes, _)| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn items_before_the_break_are_kept() {
        let text = r#"{"a":"]}\"","list":[{"x":[1,2]},{"y":"}"},{"z":[3"#;
        assert_eq!(
            kept(text).as_deref(),
            Some(r#"{"a":"]}\"","list":[{"x":[1,2]},{"y":"}"}]}"#)
        );
    }

    #[test]
    fn what_is_whole_or_wrong_elsewhere_is_left_as_it_is() {
        assert_eq!(kept(r#"{"list":[{}]}"#), None);
        assert_eq!(kept(r#"{"list":[{}}"#), None);
        assert_eq!(kept(r#"{"list":[{"x"#), None);
        assert_eq!(kept(""), None);
    }
}
