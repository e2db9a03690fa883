//! A store whose writes fail when a test says so.

use std::fmt;
use std::io;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Bytes;
use futures::stream::BoxStream;
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMode,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};

/// How a write fails.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    Full,
    Broken,
    ReadOnly,
}

/// A store in front of another.
#[derive(Debug)]
pub struct Chaos<S> {
    inner: S,
    fault: Mutex<Option<Fault>>,
    unconditional: AtomicBool,
}

impl<S> Chaos<S> {
    pub fn new(inner: S) -> Self {
        Self {
            inner,
            fault: Mutex::new(None),
            unconditional: AtomicBool::new(false),
        }
    }
    pub fn fail_writes(&self, fault: Option<Fault>) {
        *self.fault.lock().unwrap() = fault;
    }
    /// From now on 'only when new' is ignored, as some hosts do.
    pub fn forget_conditions(&self) {
        self.unconditional.store(true, Ordering::Relaxed);
    }
}

impl<S: fmt::Debug> fmt::Display for Chaos<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

#[async_trait::async_trait]
impl<S: ObjectStore> ObjectStore for Chaos<S> {
    async fn put_opts(&self, at: &Path, bytes: PutPayload, mut options: PutOptions) -> Result<PutResult> {
        let kind = match *self.fault.lock().unwrap() {
            None => None,
            Some(Fault::Full) => Some(io::ErrorKind::StorageFull),
            Some(Fault::Broken) => Some(io::ErrorKind::Other),
            Some(Fault::ReadOnly) => Some(io::ErrorKind::ReadOnlyFilesystem),
        };
        if let Some(kind) = kind {
            let source = Box::new(io::Error::from(kind));
            return Err(object_store::Error::Generic {
                store: "chaos",
                source,
            });
        }
        if self.unconditional.load(Ordering::Relaxed) {
            options.mode = PutMode::Overwrite;
        }
        self.inner.put_opts(at, bytes, options).await
    }
    async fn put_multipart_opts(
        &self,
        at: &Path,
        o: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.inner.put_multipart_opts(at, o).await
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
