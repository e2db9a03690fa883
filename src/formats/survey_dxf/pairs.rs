//! A DXF file as its pairs of a code and a value: ASCII or binary, cut off or damaged.
//!
//! The crate `dxf` refuses a file for one bad number and gives nothing of one that breaks off. So its pairs are read
//! here, as far as they go, and it is given the entities that are whole.

use std::borrow::Cow;

/// A pair. The value is what stands in the file; numbers of a binary file are written out.
#[derive(Clone, Debug)]
pub(super) struct Pair<'a> {
    pub code: i32,
    pub value: Cow<'a, [u8]>,
}

impl Pair<'_> {
    /// The value as a keyword, such as `SECTION`.
    pub fn word(&self) -> &str {
        std::str::from_utf8(&self.value).unwrap_or_default().trim()
    }
    /// The value as a number that is one.
    pub fn number(&self) -> Option<f64> {
        self.word().parse().ok().filter(|n: &f64| n.is_finite())
    }
}

/// How binary files begin.
const BINARY: &[u8] = b"AutoCAD Binary DXF\r\n\x1a\0";

/// The pairs of a file, one after another.
pub(super) struct Pairs<'a> {
    bytes: &'a [u8],
    at: usize,
    form: Form,
    /// Lines that were no pair, and the number of the first of them.
    pub damaged: usize,
    pub first_damaged: usize,
    line: usize,
    /// Whether the file ends within a pair.
    pub cut: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Ascii,
    /// Codes of two bytes, as since R13.
    Wide,
    /// Codes of one byte.
    Narrow,
}

impl<'a> Pairs<'a> {
    /// The pairs of a file.
    pub fn new(bytes: &'a [u8]) -> Self {
        let (at, form) = match bytes.strip_prefix(BINARY) {
            Some(rest) if rest.get(1) == Some(&0) => (BINARY.len(), Form::Wide),
            Some(_) => (BINARY.len(), Form::Narrow),
            None if bytes.starts_with(b"\xef\xbb\xbf") => (3, Form::Ascii),
            None => (0, Form::Ascii),
        };
        Self {
            bytes,
            at,
            form,
            damaged: 0,
            first_damaged: 0,
            line: 0,
            cut: false,
        }
    }

    /// Bytes that are behind.
    pub fn passed(&self) -> usize {
        self.at
    }

    /// A line without its end, whichever of the three ends files have.
    fn line(&mut self) -> Option<&'a [u8]> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r'));
        let (line, step) = match end {
            Some(end) if rest[end] == b'\r' && rest.get(end + 1) == Some(&b'\n') => (&rest[..end], end + 2),
            Some(end) => (&rest[..end], end + 1),
            None => (rest, rest.len()),
        };
        self.at += step;
        self.line += 1;
        Some(line)
    }

    fn ascii(&mut self) -> Option<Pair<'a>> {
        loop {
            let line = self.line()?;
            let word = std::str::from_utf8(line).unwrap_or_default().trim();
            match word.parse::<i32>() {
                Ok(code) if (-5..=1071).contains(&code) => {
                    let Some(value) = self.line() else {
                        self.cut = true;
                        return None;
                    };
                    return Some(Pair {
                        code,
                        value: Cow::Borrowed(value),
                    });
                }
                // Empty lines at the end are none, and a line too much puts codes and values out of step by one.
                _ if word.is_empty() && self.at >= self.bytes.len() => return None,
                _ => {
                    if self.damaged == 0 {
                        self.first_damaged = self.line;
                    }
                    self.damaged += 1;
                }
            }
        }
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(count)?);
        match taken {
            Some(taken) => {
                self.at += count;
                Some(taken)
            }
            None => {
                self.cut = true;
                self.at = self.bytes.len();
                None
            }
        }
    }
    fn bytes_of<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn binary(&mut self) -> Option<Pair<'a>> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let code = match self.form {
            Form::Wide => i16::from_le_bytes(self.bytes_of()?),
            _ => match self.bytes_of::<1>()?[0] {
                255 => i16::from_le_bytes(self.bytes_of()?),
                code => i16::from(code),
            },
        };
        let number = |text: String| Cow::Owned(text.into_bytes());
        let value = match Type::of(i32::from(code)) {
            Type::Text => {
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                let Some(end) = rest.iter().position(|b| *b == 0) else {
                    self.cut = true;
                    self.at = self.bytes.len();
                    return None;
                };
                self.at += end + 1;
                Cow::Borrowed(&rest[..end])
            }
            Type::Double => number(f64::from_le_bytes(self.bytes_of()?).to_string()),
            Type::Short => number(i16::from_le_bytes(self.bytes_of()?).to_string()),
            Type::Int => number(i32::from_le_bytes(self.bytes_of()?).to_string()),
            Type::Long => number(i64::from_le_bytes(self.bytes_of()?).to_string()),
            Type::Flag if self.form == Form::Wide => number(self.bytes_of::<1>()?[0].to_string()),
            Type::Flag => number(i16::from_le_bytes(self.bytes_of()?).to_string()),
            Type::Chunk => {
                let length = self.bytes_of::<1>()?[0];
                self.take(usize::from(length))?;
                Cow::Borrowed(&b""[..])
            }
        };
        Some(Pair {
            code: i32::from(code),
            value,
        })
    }
}

impl<'a> Iterator for Pairs<'a> {
    type Item = Pair<'a>;

    fn next(&mut self) -> Option<Pair<'a>> {
        match self.form {
            Form::Ascii => self.ascii(),
            Form::Wide | Form::Narrow => self.binary(),
        }
    }
}

/// What a value is, by its code, as the DXF reference has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Double,
    Short,
    Int,
    Long,
    Flag,
    Chunk,
}

impl Type {
    pub fn of(code: i32) -> Self {
        match code {
            10..=59 | 110..=149 | 210..=239 | 460..=469 | 1010..=1059 => Self::Double,
            60..=79 | 170..=179 | 270..=289 | 370..=389 | 400..=409 | 1060..=1070 => Self::Short,
            90..=99 | 420..=429 | 440..=459 | 1071 => Self::Int,
            160..=169 => Self::Long,
            290..=299 => Self::Flag,
            310..=319 | 1004 => Self::Chunk,
            _ => Self::Text,
        }
    }
}
