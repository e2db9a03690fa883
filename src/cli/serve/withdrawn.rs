//! Deletes what its author withdrew. The withdrawal is stored by then: what of the deleting is cut off here is done
//! when it is sent again, and `mulin collect` goes by it in any case.

use object_store::ObjectStoreExt;

use crate::design::stored::{self, Withdrawal};

use super::{Endpoint, Refusal, designs};

/// Deletes the designs that a withdrawal names and may withdraw. One that is not there, or is not its
/// author's to withdraw, is passed over without a word.
pub(super) async fn delete(endpoint: &Endpoint, withdrawal: &Withdrawal) -> Result<(), Refusal> {
    for name in &withdrawal.designs {
        let bytes = match designs::read(endpoint, name).await {
            Ok(bytes) => bytes,
            Err(Refusal::NotFound | Refusal::SetAside) => continue,
            Err(why) => return Err(why),
        };
        let own = stored::read(&bytes).is_ok_and(|(design, _)| withdrawal.withdraws(&design));
        if own {
            endpoint.store.delete(&designs::key_of(name)).await?;
            endpoint.usage.give_back(bytes.len() as u64).await;
        }
    }
    Ok(())
}
