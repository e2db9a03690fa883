//! A store whose writes fail when a test says so.

use std::fmt;
use std::io;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::body::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMode,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use tokio::sync::Semaphore;

/// How a write fails.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    Full,
    Broken,
    ReadOnly,
    /// It is done, and the answer is an error all the same.
    Late,
    /// The storage's own program breaks.
    Panic,
}

/// A store in front of another.
#[derive(Debug)]
pub struct Chaos<S> {
    inner: S,
    writes: Mutex<Option<Fault>>,
    all: Mutex<Option<Fault>>,
    /// The calls that are to fail, counted from the next one; and how.
    nth: Mutex<Vec<(usize, Fault)>>,
    calls: AtomicUsize,
    unconditional: AtomicBool,
    /// Lists wait for a permit of it, where there is one.
    gate: Mutex<Option<Arc<Semaphore>>>,
    /// Lists that were begun.
    lists: AtomicUsize,
}

impl<S> Chaos<S> {
    pub fn new(inner: S) -> Self {
        Self {
            inner,
            writes: Mutex::new(None),
            all: Mutex::new(None),
            nth: Mutex::default(),
            calls: AtomicUsize::new(0),
            unconditional: AtomicBool::new(false),
            gate: Mutex::default(),
            lists: AtomicUsize::new(0),
        }
    }
    /// From now on each list waits for a permit; what it gives is what was there when it began.
    pub fn hold_lists(&self, gate: &Arc<Semaphore>) {
        *self.gate.lock().unwrap() = Some(Arc::clone(gate));
    }
    /// How many lists were begun.
    pub fn lists(&self) -> usize {
        self.lists.load(Ordering::SeqCst)
    }
    pub fn fail_writes(&self, fault: Option<Fault>) {
        *self.writes.lock().unwrap() = fault;
    }
    pub fn fail_all(&self, fault: Option<Fault>) {
        *self.all.lock().unwrap() = fault;
    }
    /// From now on these calls fail, the first being 0.
    pub fn fail_calls(&self, rows: &[(usize, Fault)]) {
        self.calls.store(0, Ordering::Relaxed);
        *self.nth.lock().unwrap() = rows.to_vec();
    }
    /// From now on 'only when new' is ignored, as some hosts do.
    pub fn forget_conditions(&self) {
        self.unconditional.store(true, Ordering::Relaxed);
    }
    /// Counts a call, and fails it when it is to fail. Gives whether what it does is done all the same.
    fn call(&self, write: bool) -> Result<bool> {
        let n = self.calls.fetch_add(1, Ordering::Relaxed);
        let nth = self
            .nth
            .lock()
            .unwrap()
            .iter()
            .find(|(at, _)| *at == n)
            .map(|(_, fault)| *fault);
        let writes = self.writes.lock().unwrap().filter(|_| write);
        // No lock is held when the fault breaks the thread.
        let all = *self.all.lock().unwrap();
        match nth.or(writes).or(all) {
            None => Ok(true),
            Some(Fault::Late) => Ok(false),
            Some(fault) => Err(fault.error()),
        }
    }
}

impl Fault {
    fn error(self) -> object_store::Error {
        let kind = match self {
            Self::Full => io::ErrorKind::StorageFull,
            Self::Broken => io::ErrorKind::Other,
            Self::ReadOnly => io::ErrorKind::ReadOnlyFilesystem,
            Self::Late => io::ErrorKind::TimedOut,
            Self::Panic => panic!("the storage's own fault"),
        };
        object_store::Error::Generic {
            store: "chaos",
            source: Box::new(io::Error::from(kind)),
        }
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
        let answered = self.call(true)?;
        if self.unconditional.load(Ordering::Relaxed) {
            options.mode = PutMode::Overwrite;
        }
        let outcome = self.inner.put_opts(at, bytes, options).await;
        if answered {
            outcome
        } else {
            Err(Fault::Late.error())
        }
    }
    async fn put_multipart_opts(
        &self,
        at: &Path,
        o: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.inner.put_multipart_opts(at, o).await
    }
    async fn get_opts(&self, at: &Path, options: GetOptions) -> Result<GetResult> {
        let answered = self.call(false)?;
        let outcome = self.inner.get_opts(at, options).await;
        if answered {
            outcome
        } else {
            Err(Fault::Late.error())
        }
    }
    async fn get_ranges(&self, at: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        self.inner.get_ranges(at, ranges).await
    }
    fn delete_stream(&self, at: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        self.inner.delete_stream(at)
    }
    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        match self.call(false) {
            Ok(true) => {
                self.lists.fetch_add(1, Ordering::SeqCst);
                let rows = self.inner.list(prefix);
                match self.gate.lock().unwrap().clone() {
                    None => rows,
                    Some(gate) => {
                        futures::stream::once(async move { gate.acquire_owned().await.unwrap().forget() })
                            .filter_map(async |()| None)
                            .chain(rows)
                            .boxed()
                    }
                }
            }
            Ok(false) => futures::stream::iter([Err(Fault::Late.error())]).boxed(),
            Err(why) => futures::stream::iter([Err(why)]).boxed(),
        }
    }
    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.inner.list_with_delimiter(prefix).await
    }
    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.inner.copy_opts(from, to, options).await
    }
}
