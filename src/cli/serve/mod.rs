//! `mulin serve`: the static JSON endpoint of the contract, the app and one project.
//!
//! [`router`] is apart from the listening, so that tests call it without a socket.

mod answer;
mod app_files;
mod arrivals;
mod body;
mod designs;
mod endpoint;
mod headers;
mod listen;
mod log;
mod project_files;
mod refusal;
mod replies;
mod router;
#[cfg(not(unix))]
#[path = "signals_other.rs"]
mod signals;
#[cfg(unix)]
#[path = "signals_unix.rs"]
mod signals;
mod store;
mod token;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args as ClapArgs;
use tokio::net::TcpListener;

use crate::text::Message;

use super::place::ProjectPlace;
use super::{Stop, tell};

pub use app_files::AppFiles;
pub use endpoint::Endpoint;
pub use listen::{Patience, listen};
pub use project_files::ProjectFolder;
pub use refusal::Refusal;
pub use router::router;
pub use store::{folder_of, open_store, probe, sweep};
pub use token::PlannerToken;

/// What `mulin serve` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Where designs are kept: a folder, as file:///dir or as a path
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
}

/// Serves until it is told to end.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let folder = folder_of(&args.store)?;
    let store = open_store(&folder)?;
    let token_file = args
        .token_file
        .clone()
        .unwrap_or_else(|| folder.join("planner.token"));
    let mut endpoint = Endpoint::new(store.clone(), PlannerToken::kept_at(&token_file)?);
    // Held until serving ends: a zip's files go away with it.
    let place = args.project.as_deref().map(ProjectPlace::open).transpose()?;
    if let Some(place) = &place {
        endpoint = endpoint.with_project(ProjectFolder::open(place.folder())?);
    }
    if let Some(folder) = &args.dist {
        endpoint = endpoint.with_app(AppFiles::open(folder)?);
    }
    tracing_subscriber::fmt()
        .with_target(false)
        .with_ansi(false)
        .with_writer(std::io::stderr)
        .init();
    let runtime = tokio::runtime::Runtime::new().map_err(|why| Stop::at("cli-no-threads", &folder, &why))?;
    runtime.block_on(async {
        probe(&*store)
            .await
            .map_err(|why| Stop::at("cli-store-unwritable", &folder, &why))?;
        let listener = TcpListener::bind(&args.listen).await.map_err(|why| {
            Stop(
                Message::new("cli-cannot-listen")
                    .with("address", args.listen.as_str())
                    .with("why", why.to_string()),
            )
        })?;
        let end = signals::told_to_end();
        print_addresses(&listener, &token_file);
        listen(listener, router(Arc::new(endpoint)), Patience::default(), end).await;
        tell(&Message::new("cli-ended"));
        Ok(ExitCode::SUCCESS)
    })
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
