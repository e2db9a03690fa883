//! `mulin serve`: the static JSON endpoint of the contract, the app and one project.
//!
//! [`router`] is apart from the listening, so that tests call it without a socket.

mod answer;
mod app_files;
mod arrivals;
mod body;
mod bucket;
#[cfg(not(unix))]
#[path = "descriptors_other.rs"]
mod descriptors;
#[cfg(unix)]
#[path = "descriptors_unix.rs"]
mod descriptors;
mod designs;
mod disk;
mod endpoint;
mod headers;
mod keep;
mod limits;
mod listen;
mod log;
mod metrics;
mod pace;
mod peer;
mod probe;
mod project_files;
mod refusal;
mod replies;
mod role;
mod router;
mod session;
#[cfg(not(unix))]
#[path = "signals_other.rs"]
mod signals;
#[cfg(unix)]
#[path = "signals_unix.rs"]
mod signals;
mod store;
mod token;
mod withdrawn;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args as ClapArgs;
use tokio::net::TcpListener;

use crate::project::ProjectFile;
use crate::text::Message;

use super::place::ProjectPlace;
use super::{Stop, keys, tell, warn};

pub use app_files::AppFiles;
pub use disk::{Calls, Creator};
pub use endpoint::Endpoint;
pub use limits::Limits;
pub use listen::{Patience, listen};
pub use pace::Pace;
pub use peer::Peer;
pub use probe::{Guarantee, probe};
pub use project_files::ProjectFolder;
pub use refusal::Refusal;
pub use role::Role;
pub use router::router;
pub use store::{StorePlace, folder_of, is_unfinished, open_store, sweep};
pub use token::PlannerToken;

/// What `mulin serve` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Where designs are kept: a folder, as file:///dir or as a path, or s3://bucket/prefix
    #[arg(long, default_value = "./data")]
    store: String,
    /// The project's folder, with project.json, or that folder as a zip
    #[arg(long)]
    project: Option<PathBuf>,
    /// The built app
    #[arg(long)]
    dist: Option<PathBuf>,
    /// Where the planner's token is kept; made there when the file is not there yet
    #[arg(long)]
    token_file: Option<PathBuf>,
    /// Where a second token is kept, with which the desk reads and answers nothing; made there when the file is not
    /// there yet. Without this there is none
    #[arg(long)]
    reader_token_file: Option<PathBuf>,
    /// A proxy stands in front: believe its X-Forwarded-For and X-Forwarded-Proto
    #[arg(long)]
    behind_proxy: bool,
    /// Designs of one address a minute, 0 for no limit; two and a half times as many may come at once
    #[arg(long, default_value_t = 120)]
    per_address: u32,
    /// Designs of everybody a minute, 0 for no limit
    #[arg(long, default_value_t = 1_200)]
    per_round: u32,
    /// MiB of all designs, 0 for no limit
    #[arg(long, default_value_t = 4_096)]
    quota: u64,
}

impl Args {
    fn limits(&self) -> Limits {
        let pace = |a_minute: u32, burst: u32| (a_minute > 0).then_some(Pace { burst, a_minute });
        Limits {
            address: pace(self.per_address, self.per_address.saturating_mul(5) / 2),
            round: pace(self.per_round, self.per_round.saturating_mul(5) / 3),
            bytes: (self.quota > 0).then(|| self.quota.saturating_mul(1 << 20)),
            ..Limits::default()
        }
    }
}

/// Serves until it is told to end.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let place = StorePlace::read(&args.store)?;
    let store = place.open()?;
    let token_file = args.token_file.clone().unwrap_or_else(|| place.token_file());
    let token = PlannerToken::kept_at(&token_file)?;
    let mut endpoint = Endpoint::new(store.clone(), token).with_limits(args.limits());
    if let Some(file) = &args.reader_token_file {
        endpoint = endpoint.with_reader(reader(file, &token_file)?);
    }
    if args.behind_proxy {
        endpoint = endpoint.behind_proxy();
    }
    // Held until serving ends: a zip's files go away with it.
    let project = args.project.as_deref().map(ProjectPlace::open).transpose()?;
    if let Some(project) = &project {
        endpoint = endpoint.with_project(ProjectFolder::open(project.folder())?);
        may_open(project.folder())?;
    }
    if let Some(folder) = &args.dist {
        endpoint = endpoint.with_app(AppFiles::open(folder)?);
    }
    log::begin();
    let shown = PathBuf::from(place.to_string());
    let runtime = tokio::runtime::Runtime::new().map_err(|why| Stop::at("cli-no-threads", &shown, &why))?;
    runtime.block_on(async {
        let guarantee = tried(&place, &*store).await?;
        let endpoint = endpoint.with_guarantee(guarantee);
        let listener = TcpListener::bind(&args.listen).await.map_err(|why| {
            Stop(
                Message::new("cli-cannot-listen")
                    .with("address", args.listen.as_str())
                    .with("why", why.to_string()),
            )
        })?;
        let end = signals::told_to_end();
        print_addresses(&listener, &token_file);
        listen(listener, router(Arc::new(endpoint)), patience(), end).await;
        tell(&Message::new("cli-ended"));
        Ok(ExitCode::SUCCESS)
    })
}

/// As many connections as there are descriptors for, each with the files that its request may need.
fn patience() -> Patience {
    /// What the program itself holds open: its listener, its log, the store's folders, threads.
    const OWN: usize = 64;
    let usual = Patience::default();
    let there = descriptors::raised();
    // Of three, two for connections and one for the files of those that are writing at the moment.
    let connections = (there.saturating_sub(OWN) * 2 / 3).clamp(8, usual.connections);
    if connections < usual.connections {
        warn(
            &Message::new("cli-few-descriptors")
                .with("there", there)
                .with("connections", connections)
                .with("wished", usual.connections * 3 / 2 + OWN),
        );
    }
    Patience { connections, ..usual }
}

/// The token of readers, which is another than the planner's: else every reader could answer.
fn reader(file: &std::path::Path, planners: &std::path::Path) -> Result<PlannerToken, Stop> {
    let token = PlannerToken::kept_at(file)?;
    match token == PlannerToken::kept_at(planners)? {
        true => Err(Stop(
            Message::new("cli-reader-token-same").with("path", file.display().to_string()),
        )),
        false => Ok(token),
    }
}

/// A round that asks for contact details opens once each of its planners has shown that the key works.
fn may_open(project: &std::path::Path) -> Result<(), Stop> {
    let file = project.join("project.json");
    let bytes = std::fs::read(&file).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))?;
    let read = ProjectFile::read(&bytes).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))?;
    match keys::standing(&read)? {
        (true, _) => Ok(()),
        (false, why) => Err(Stop(why)),
    }
}

/// Tries the storage, and says what kind it is where that is not as it should be.
async fn tried(place: &StorePlace, store: &dyn object_store::ObjectStore) -> Result<Guarantee, Stop> {
    let shown = PathBuf::from(place.to_string());
    let key = match place {
        StorePlace::Folder(_) => "cli-store-unwritable",
        StorePlace::Bucket { .. } => "cli-bucket-unwritable",
    };
    let guarantee = probe(store).await.map_err(|why| Stop::at(key, &shown, &why))?;
    match (guarantee, place) {
        (Guarantee::CreateOnly, StorePlace::Folder(_)) => {}
        (Guarantee::CreateOnly, StorePlace::Bucket { .. }) => {
            tell(&Message::new("cli-store-creates-once").with("store", place.to_string()));
        }
        (Guarantee::Overwrites, StorePlace::Bucket { .. }) => {
            warn(&Message::new("cli-store-overwrites").with("store", place.to_string()));
        }
        // A disk that lets a second writer through is broken, or not a disk.
        (Guarantee::Overwrites, StorePlace::Folder(_)) => {
            return Err(Stop(
                Message::new("cli-disk-overwrites").with("path", place.to_string()),
            ));
        }
    }
    Ok(guarantee)
}

fn print_addresses(listener: &TcpListener, token_file: &std::path::Path) {
    let Ok(mut address) = listener.local_addr() else {
        return;
    };
    // 'Any address' cannot be typed into a browser; this machine's own can.
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let token_file = std::path::absolute(token_file).unwrap_or_else(|_| token_file.to_owned());
    tell(
        &Message::new("cli-ready")
            .with("base", format!("http://{address}/"))
            .with("token", token_file.display().to_string()),
    );
}
