//! A text as a QR code.

use qrcode::{EcLevel, QrCode};

/// The width of a text's code in modules, and the modules row by row from above, dark ones true; none when the
/// text is too long.
pub fn modules(text: &str) -> Option<(usize, Vec<bool>)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let colours = code.to_colors().into_iter();
    let dark = colours.map(|colour| colour == qrcode::Color::Dark).collect();
    Some((code.width(), dark))
}
