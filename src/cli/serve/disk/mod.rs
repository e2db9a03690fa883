//! A folder as a store whose new files are durable when that is said: the file's bytes, then its name, then the folder that
//! has the name, and one sync of the folder for all who came together. The rest is object_store's own.

mod calls;
mod shared_sync;

use std::fmt;
use std::io;
use std::ops::Range;
use std::path::{Path as File, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Bytes;
use futures::stream::BoxStream;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMode,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};

pub use calls::{Calls, Real};
pub use shared_sync::SharedSync;

/// What stands behind the name of a file that is being written, before its number.
const UNFINISHED: char = '#';

/// Creates files once and durably, on a disk.
#[derive(Debug)]
pub struct Creator {
    disk: Box<dyn Calls>,
    syncs: SharedSync,
    next: AtomicU64,
}

impl Creator {
    /// On a disk.
    pub fn on(disk: impl Calls) -> Self {
        Self {
            disk: Box::new(disk),
            syncs: SharedSync::default(),
            next: AtomicU64::new(1),
        }
    }

    /// Creates a file. When this comes back well the file survives a loss of power; and so it does when this says that
    /// the name is taken, since who hears that takes it for stored. Blocks its thread.
    ///
    /// # Errors
    /// `AlreadyExists` where something has the name, and whatever the disk says; then the name may be there or not.
    pub fn create(&self, file: &File, parts: &[&[u8]]) -> io::Result<()> {
        let folder = file.parent().unwrap_or(File::new("."));
        let staged = self.staged(file, parts)?;
        let linked = self.disk.link(&staged, file);
        // What stays here is swept at the next start.
        let _ = self.disk.remove(&staged);
        match linked {
            Err(why) if why.kind() != io::ErrorKind::AlreadyExists => Err(why),
            linked => {
                self.syncs.sync(&*self.disk, folder)?;
                linked
            }
        }
    }

    /// Writes the bytes under a name that nobody reads, and gives that.
    fn staged(&self, file: &File, parts: &[&[u8]]) -> io::Result<PathBuf> {
        loop {
            let n = self.next.fetch_add(1, Ordering::Relaxed);
            let mut name = file.as_os_str().to_owned();
            name.push(format!("{UNFINISHED}{n}"));
            let staged = PathBuf::from(name);
            match self.disk.write_new(&staged, parts) {
                Ok(()) => return Ok(staged),
                // Another program left it, and nobody has swept since.
                Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
                Err(why) => {
                    let _ = self.disk.remove(&staged);
                    return Err(why);
                }
            }
        }
    }
}

/// The store of a folder.
#[derive(Debug)]
pub struct DiskStore {
    inner: LocalFileSystem,
    creator: Arc<Creator>,
}

impl DiskStore {
    /// The store of a folder that is there, with the folders that designs and replies go into.
    ///
    /// # Errors
    /// That the folder cannot be reached.
    pub fn of(folder: &File) -> Result<Self> {
        Ok(Self {
            inner: LocalFileSystem::new_with_prefix(folder)?.with_fsync(true),
            creator: Arc::new(Creator::on(Real)),
        })
    }
}

impl fmt::Display for DiskStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

#[async_trait::async_trait]
impl ObjectStore for DiskStore {
    async fn put_opts(&self, at: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        if options.mode != PutMode::Create {
            return self.inner.put_opts(at, payload, options).await;
        }
        let file = self.inner.path_to_filesystem(at)?;
        let creator = Arc::clone(&self.creator);
        let creating = tokio::task::spawn_blocking(move || {
            let parts: Vec<&[u8]> = payload.iter().map(|part| &**part).collect();
            creator.create(&file, &parts)
        });
        let created = creating.await.map_err(io::Error::other).flatten();
        match created {
            Ok(()) => Ok(PutResult {
                e_tag: None,
                version: None,
                extensions: Default::default(),
            }),
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => Err(Error::AlreadyExists {
                path: at.to_string(),
                source: why.into(),
            }),
            Err(why) => Err(Error::Generic {
                store: "disk",
                source: why.into(),
            }),
        }
    }
    async fn put_multipart_opts(
        &self,
        at: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.inner.put_multipart_opts(at, options).await
    }
    async fn get_opts(&self, at: &Path, options: GetOptions) -> Result<GetResult> {
        self.inner.get_opts(at, options).await
    }
    async fn get_ranges(&self, at: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        self.inner.get_ranges(at, ranges).await
    }
    fn delete_stream(&self, at: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        self.inner.delete_stream(at)
    }
    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.inner.list(prefix)
    }
    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.inner.list_with_delimiter(prefix).await
    }
    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.inner.copy_opts(from, to, options).await
    }
}
