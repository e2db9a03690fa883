//! What became of what was proposed, from the replies that lie beside designs in a store's folder.

use crate::cli::Stop;
use crate::cli::gather::read_again;
use crate::cli::serve::StorePlace;
use crate::design::stored::DesignName;
use crate::report::{AdoptionRow, adoption, joined};
use crate::submission::Reply;
use crate::tally::Drawing;

/// The table of what was adopted over the stores that are folders; none where no store is one. A reply that cannot be
/// read counts as none: what it would answer is open.
pub fn adopted(
    stores: &[String],
    drawings: &[Drawing],
    project: &str,
) -> Result<Option<Vec<AdoptionRow>>, Stop> {
    let mut names: Vec<DesignName> = drawings.iter().map(|drawing| drawing.latest.name).collect();
    let mut parts = None;
    for store in stores {
        let StorePlace::Folder(folder) = StorePlace::read(store)? else {
            continue;
        };
        if !folder.join("designs").is_dir() {
            continue;
        }
        let reply = |name: &DesignName| {
            let file = folder
                .join("replies")
                .join(format!("{}.json", name.receipt().compact()));
            let read = std::fs::read(file)
                .ok()
                .and_then(|bytes| Reply::read(&bytes).ok());
            read.unwrap_or_else(|| Reply::to(name))
        };
        let counted = read_again(&folder, &names, project, |lot| adoption(&lot.drawings(), reply));
        parts.get_or_insert_with(Vec::new).extend(counted);
        // A design that lies in two stores counts in the first.
        names.retain(|name| !folder.join("designs").join(format!("{name}.json")).is_file());
    }
    Ok(parts.map(joined))
}
