//! `mulin keys`: planners' keys for contact details, from their making to the reading of a contact.

mod files;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args as ClapArgs, Subcommand};
use rand::TryRngCore;
use rand::rngs::OsRng;

use crate::design::stored;
use crate::project::{PlannerKey, ProjectFile};
use crate::submission::sealed::{self, PublicKey, Readiness, Rehearsal, SecretKey};
use crate::text::Message;

use super::{Stop, tell};

/// What `mulin keys` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    step: Step,
}

#[derive(Debug, Subcommand)]
enum Step {
    /// Make a planner's key: the secret one stays in the file, the public one is printed
    New {
        /// The file for the secret key; it must not be there yet
        #[arg(short)]
        output: PathBuf,
    },
    /// Enter a planner's public key into a project, with an envelope to rehearse with
    Enter {
        /// The public key: mulin-key-1:…
        key: String,
        /// Who keeps the secret key
        #[arg(long)]
        holder: String,
        /// The project's folder
        #[arg(long)]
        project: PathBuf,
    },
    /// Open the envelope of one's own key, so that the round may ask for contact details
    Rehearse {
        /// The file of the secret key
        #[arg(long)]
        key: PathBuf,
        /// The project's folder
        #[arg(long)]
        project: PathBuf,
    },
    /// Say until which day contact details are kept; without one the page asks for none
    Until {
        /// The last day: 2027-03-31
        day: String,
        /// The project's folder
        #[arg(long)]
        project: PathBuf,
    },
    /// Say whether the round may ask for contact details; exit 0 when it may, 1 when not
    Status {
        /// The project's folder
        #[arg(long)]
        project: PathBuf,
    },
    /// Read the contact details of a design
    Open {
        /// The design
        design: PathBuf,
        /// The file of the secret key
        #[arg(long)]
        key: PathBuf,
    },
}

/// Does one step.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    match &args.step {
        Step::New { output } => {
            let key = SecretKey::of_chance(&chance()?);
            files::write_secret(output, &key)?;
            let made = Message::new("keys-made").with("path", output.display().to_string());
            tell(&made.with("key", key.public().to_string()));
        }
        Step::Enter { key, holder, project } => enter(key, holder, project)?,
        Step::Rehearse { key, project } => rehearse(key, project)?,
        Step::Until { day, project } => keep_until(day, project)?,
        Step::Status { project } => return status(project),
        Step::Open { design, key } => {
            let key = files::read_secret(key)?;
            let contact = contact_of(design, &key)?;
            super::put(&format!("{contact}\n"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn chance() -> Result<[u8; 32], Stop> {
    let mut bytes = [0; 32];
    OsRng
        .try_fill_bytes(&mut bytes)
        .map_err(|why| Stop(Message::new("keys-no-chance").with("why", why.to_string())))?;
    Ok(bytes)
}

fn enter(text: &str, holder: &str, project: &std::path::Path) -> Result<(), Stop> {
    let key: PublicKey = text
        .parse()
        .map_err(|_| Stop(Message::new("keys-not-a-key").with("key", text)))?;
    let mut file = files::read_project(project)?;
    let mut keys = planner_keys(&file)?;
    let text = key.to_string();
    if keys.iter().any(|known| known.key == text) {
        return Err(Stop(Message::new("keys-known").with("holder", holder)));
    }
    if keys.len() == sealed::MOST {
        return Err(Stop(Message::new("keys-too-many").with("most", sealed::MOST)));
    }
    let rehearsal = Rehearsal::of(&key, &chance()?).map_err(|fault| Stop(fault.message()))?;
    keys.push(PlannerKey {
        holder: holder.to_owned(),
        key: text,
        envelope: rehearsal.envelope,
        check: rehearsal.check,
        opened: None,
    });
    file.set_planner_keys(&keys);
    files::write_project(project, &file)?;
    tell(
        &Message::new("keys-entered")
            .with("holder", holder)
            .with("count", keys.len()),
    );
    Ok(())
}

fn keep_until(day: &str, project: &std::path::Path) -> Result<(), Stop> {
    let mut file = files::read_project(project)?;
    if !file.set_contacts_kept_until(day) {
        return Err(Stop(Message::new("keys-not-a-day").with("day", day)));
    }
    files::write_project(project, &file)?;
    tell(&Message::new("keys-until").with("day", day));
    Ok(())
}

fn rehearse(key: &std::path::Path, project: &std::path::Path) -> Result<(), Stop> {
    let secret = files::read_secret(key)?;
    let mut file = files::read_project(project)?;
    let mut keys = planner_keys(&file)?;
    let own = secret.public().to_string();
    let Some(row) = keys.iter_mut().find(|row| row.key == own) else {
        return Err(Stop(
            Message::new("keys-not-entered").with("path", key.display().to_string()),
        ));
    };
    let code = Rehearsal::code_in(&row.envelope, &secret).map_err(|fault| Stop(fault.message()))?;
    if !rehearsal_of(row).was_opened_by(&code) {
        return Err(Stop(
            Message::new("keys-wrong-envelope").with("holder", row.holder.as_str()),
        ));
    }
    row.opened = Some(code);
    let message = Message::new("keys-rehearsed").with("holder", row.holder.as_str());
    file.set_planner_keys(&keys);
    files::write_project(project, &file)?;
    tell(&message);
    Ok(())
}

fn status(project: &std::path::Path) -> Result<ExitCode, Stop> {
    let (ready, message) = standing(&files::read_project(project)?)?;
    tell(&message);
    Ok(ExitCode::from(u8::from(!ready)))
}

/// The contact details of a design's file.
fn contact_of(design: &std::path::Path, key: &SecretKey) -> Result<String, Stop> {
    let bytes = std::fs::read(design).map_err(|why| Stop::at("cli-design-unreadable", design, &why))?;
    let (design, _) = stored::read(&bytes).map_err(|fault| Stop(fault.message()))?;
    let sealed_text = design
        .contact
        .ok_or_else(|| Stop(Message::new("keys-no-contact")))?;
    sealed::open(&sealed_text, &design.draft, key).map_err(|fault| Stop(fault.message()))
}

fn planner_keys(file: &ProjectFile) -> Result<Vec<PlannerKey>, Stop> {
    file.planner_keys()
        .map_err(|why| Stop(Message::new("keys-broken-project").with("why", why)))
}

fn rehearsal_of(row: &PlannerKey) -> Rehearsal {
    Rehearsal {
        envelope: row.envelope.clone(),
        check: row.check.clone(),
    }
}

/// Whether a round of this project may open as far as its keys go, with the sentence that says so. A
/// round that asks for no contact details may.
pub fn standing(file: &ProjectFile) -> Result<(bool, Message), Stop> {
    let named = planner_keys(file)?;
    let (keys, ready) =
        sealed::standing(&named).map_err(|key| Stop(Message::new("keys-not-a-key").with("key", key)))?;
    Ok(match ready {
        Readiness::NotAsked => (true, Message::new("keys-not-asked")),
        Readiness::Ready => (true, Message::new("keys-ready").with("count", keys.len())),
        Readiness::TooFewKeys(count) => (
            false,
            Message::new("keys-too-few")
                .with("count", count)
                .with("fewest", sealed::FEWEST),
        ),
        Readiness::NotRehearsed(missing) => {
            let holders: Vec<&str> = named
                .iter()
                .zip(&keys)
                .filter(|(_, key)| missing.contains(&key.id()))
                .map(|(row, _)| row.holder.as_str())
                .collect();
            (
                false,
                Message::new("keys-not-rehearsed").with("holders", holders.join(", ")),
            )
        }
    })
}
