//! What would be released next, at which versions, why, and in which order.
//!
//! `cargo run --release --example release_plan [-- DIR]` plans for the git repository around DIR, or around the current
//! directory; where there is none with a workspace, for the small history in `examples/data/`.

use greenboard::change::Change;
use greenboard::component::Workspace;
use greenboard::document::{self, Format};
use greenboard::plan::{Policy, plan};
use greenboard::report::{self, changelog, render};
use greenboard::source::Repository;
use jiff::Timestamp;
use std::error::Error;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let dir = std::env::args().nth(1);
    let history = match from_repository(dir.as_deref().unwrap_or(".")) {
        Err(error) if dir.is_none() && is_elsewhere(&error) => from_data()?,
        history => history?,
    };
    let plan = plan(&history.workspace, &history.changes, &Policy::new(), history.at)?;
    let mut text = format!("{}\n\n{}", history.source, render(&plan, report::Format::Text));
    if let Some(first) = plan.entries.first() {
        text = text + "\n" + &changelog(&plan, &first.component)?;
    }
    if !history.notices.is_empty() {
        text += "\nNotes\n";
    }
    for notice in &history.notices {
        text = text + "  " + notice + "\n";
    }
    match std::io::stdout().write_all(text.as_bytes()) {
        // Who reads only the head of it has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// Whether there is no repository with a workspace; whatever is wrong with one that is there has to be said.
fn is_elsewhere(error: &greenboard::Error) -> bool {
    matches!(error.code(), "source.no_repository" | "component.no_manifest")
}

/// What a plan is made of, and where it was found.
struct History {
    source: String,
    workspace: Workspace,
    changes: Vec<Change>,
    notices: Vec<String>,
    at: Timestamp,
}

fn from_repository(dir: &str) -> greenboard::Result<History> {
    let repository = Repository::open(dir)?;
    let workspace = repository.workspace()?;
    let found = repository.changes(&workspace)?;
    Ok(History {
        source: format!("The repository at {}", repository.root().display()),
        workspace,
        changes: found.changes,
        notices: found.notices.into_iter().map(|notice| notice.message).collect(),
        at: Timestamp::now(),
    })
}

fn from_data() -> Result<History, Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let read = |name| std::fs::read_to_string(data.join(name));
    Ok(History {
        source: "The example history in examples/data".to_owned(),
        workspace: document::parse(read("workspace.json")?, Format::Json)?,
        changes: document::parse(read("changes.json")?, Format::Json)?,
        notices: Vec::new(),
        at: "2026-11-20T09:00:00Z".parse()?,
    })
}
