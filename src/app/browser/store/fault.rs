//! Why the device cannot keep something.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::text::Message;

/// Why the device cannot keep something, or give it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser allows no storage, as in a private window.
    Blocked,
    /// There is no room.
    Full,
    /// A newer Mulin is open in another window and has taken the store over.
    Replaced,
    /// The storage is broken; the browser's own words.
    Broken(String),
}

impl StoreFault {
    /// The sentence for people: what it means and what to do.
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::Blocked => "store-blocked",
            Self::Full => "store-full",
            Self::Replaced => "store-replaced",
            Self::Broken(_) => "store-broken",
        })
    }
}

impl From<DomException> for StoreFault {
    fn from(fault: DomException) -> Self {
        match fault.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "SecurityError" | "NotAllowedError" => Self::Blocked,
            "VersionError" => Self::Replaced,
            name => Self::Broken(format!("{name}: {}", fault.message())),
        }
    }
}

impl From<JsValue> for StoreFault {
    fn from(value: JsValue) -> Self {
        match value.dyn_into::<DomException>() {
            Ok(fault) => fault.into(),
            Err(value) => Self::Broken(format!("{value:?}")),
        }
    }
}

impl From<idb::Error> for StoreFault {
    fn from(fault: idb::Error) -> Self {
        match fault {
            idb::Error::DomException(fault) => fault.into(),
            idb::Error::IndexedDbNotFound(_) => Self::Blocked,
            idb::Error::IndexedDbOpenFailed(value)
            | idb::Error::AddFailed(value)
            | idb::Error::UpdateFailed(value)
            | idb::Error::TransactionOpenFailed(value) => value.into(),
            // A failed request inside a transaction comes as itself; its fault is a member of it.
            idb::Error::UnexpectedJsType(_, request) => {
                js_sys::Reflect::get(&request, &"error".into()).map_or_else(Self::from, Self::from)
            }
            fault => Self::Broken(fault.to_string()),
        }
    }
}
