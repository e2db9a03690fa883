//! Reads back as much of a PDF as the tests of sheets ask for: its own numbers and letters.

use std::collections::BTreeMap;

/// One stream of the file, unpacked.
fn streams(pdf: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&pdf[from..], b"stream\n") {
        let begin = from + at + 7;
        let end = begin + find(&pdf[begin..], b"\nendstream").unwrap();
        let head = pdf[..begin].rsplitn(2, |b| *b == b'\n').count();
        assert!(head > 0);
        let dict_from = pdf[..begin].windows(5).rposition(|w| w == b" obj\n").unwrap();
        let dict = String::from_utf8_lossy(&pdf[dict_from..begin]).into_owned();
        let bytes = match dict.contains("/FlateDecode") {
            true => miniz_oxide::inflate::decompress_to_vec_zlib(&pdf[begin..end]).unwrap(),
            false => pdf[begin..end].to_vec(),
        };
        found.push((dict, bytes));
        from = end + 10;
    }
    found
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// The steps of each page, in order.
pub fn pages(pdf: &[u8]) -> Vec<Vec<u8>> {
    let all = streams(pdf).into_iter();
    let plain = all.filter(|(dict, _)| !dict.contains("/Type") && !dict.contains("/Subtype"));
    plain
        .map(|(_, bytes)| bytes)
        .filter(|bytes| find(&bytes[..bytes.len().min(60)], b" cm\n").is_some())
        .collect()
}

/// The closed or open rings of straight lines of a page, in millimetres of the paper: the file's unit is
/// 1/72 inch, and its first step says how many of them the numbers after it are.
pub fn rings(page: &[u8]) -> Vec<Vec<[f64; 2]>> {
    let text = String::from_utf8_lossy(page);
    let mut unit = None;
    let mut rings: Vec<Vec<[f64; 2]>> = Vec::new();
    for row in text.lines() {
        let words: Vec<&str> = row.split(' ').collect();
        let number = |at: usize| words[at].parse::<f64>().unwrap();
        match (words.last().copied(), words.len()) {
            (Some("cm"), 7) if unit.is_none() => unit = Some(number(0) * 25.4 / 72.0),
            (Some("m"), 3) => rings.push(vec![[number(0), number(1)]]),
            (Some("l"), 3) => rings.last_mut().unwrap().push([number(0), number(1)]),
            _ => {}
        }
    }
    let unit = unit.unwrap();
    for point in rings.iter_mut().flatten() {
        *point = point.map(|n| n * unit);
    }
    rings
}

/// All text of the file by the table that says which letter each number is: what copying gives.
pub fn text(pdf: &[u8]) -> String {
    let streams = streams(pdf);
    let table = streams
        .iter()
        .find(|(_, bytes)| find(bytes, b"begincmap").is_some());
    let table = String::from_utf8_lossy(&table.unwrap().1).into_owned();
    let mut letters: BTreeMap<u16, char> = BTreeMap::new();
    for row in table
        .lines()
        .filter(|row| row.starts_with('<') && row.contains("> <"))
    {
        let mut parts = row.split(['<', '>', ' ']).filter(|part| !part.is_empty());
        let (number, letter) = (parts.next().unwrap(), parts.next().unwrap());
        let units: Vec<u16> = (0..letter.len() / 4)
            .map(|i| u16::from_str_radix(&letter[4 * i..4 * i + 4], 16).unwrap())
            .collect();
        if number.len() == 4 && row.matches('<').count() == 2 {
            let letter = char::decode_utf16(units).next().unwrap().unwrap();
            letters.insert(u16::from_str_radix(number, 16).unwrap(), letter);
        }
    }
    let mut out = String::new();
    for page in pages(pdf) {
        for string in strings(&page) {
            let pairs = string
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            out.extend(pairs.map(|number| letters.get(&number).copied().unwrap_or('\u{fffd}')));
            out.push('\n');
        }
    }
    out
}

/// What is shown by `Tj`, as bytes.
fn strings(page: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&page[from..], b" Tj\n") {
        let end = from + at;
        found.push(match page[end - 1] {
            b'>' => hex(&page[page[..end].iter().rposition(|b| *b == b'<').unwrap() + 1..end - 1]),
            _ => literal(page, from, end),
        });
        from = end + 4;
    }
    found
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(digits);
    (0..text.len() / 2)
        .map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap())
        .collect()
}

/// A string in brackets that ends at a place: the last that begins a line.
fn literal(page: &[u8], from: usize, end: usize) -> Vec<u8> {
    let begin = from + page[from..end].windows(2).rposition(|w| w == b"\n(").unwrap() + 2;
    let mut bytes = page[begin..end - 1].iter().copied();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'\\' => match bytes.next().unwrap() {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'b' => 8,
                b'f' => 12,
                high @ b'0'..=b'7' => {
                    let mut digit = || bytes.next().unwrap() - b'0';
                    (high - b'0') * 64 + digit() * 8 + digit()
                }
                other => other,
            },
            plain => plain,
        });
    }
    out
}
