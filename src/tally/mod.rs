//! Many designs: what was received, checked and folded; filters, counts, wishes, the summary.
//!
//! Everything here is the same for the same set of files, in whatever order they came: two offices
//! that merge their folders get the same figures to the byte.

mod aside;
mod collection;
mod count;
mod drawing;
mod facts;
mod filter;
mod filter_query;
mod moment;
mod public;
mod shown_count;
mod summary;
mod texts;

pub use aside::{Aside, AsideReason};
pub use collection::{Collection, Received, Standing};
pub use count::{Facet, Facets, KindCount, WishLine, facets, kind_counts, wish_lines};
pub use drawing::Drawing;
pub use facts::{Facts, Found, found_in};
pub use filter::{Asked, Filter};
pub use moment::{Day, Moment};
pub use public::{public_title, public_words};
pub use shown_count::{LEAST_SHOWN, ShownCount, shown_count};
pub use summary::{Counted, Each, Summary, summary_json};
pub use texts::Texts;
