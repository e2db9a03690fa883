//! The words that a design may have for its author's age and for the way by which it came.

/// The bands of age, each with the key of its words; the last is that of older documents.
pub const AGE_BANDS: [(&str, &str); 6] = [
    ("0-17", "age-child"),
    ("18-39", "age-young"),
    ("40-59", "age-middle"),
    ("60-74", "age-older"),
    ("75+", "age-oldest"),
    ("60+", "desk-age-60plus"),
];

/// The ways by which a design comes; their words are `desk-channel-…`.
pub const CHANNELS: [&str; 4] = ["phone", "paper", "visit", "meeting"];
