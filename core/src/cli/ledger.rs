//! `greenboard ledger`

use super::written::{Written, written};
use super::{Answer, Common, Console};
use crate::document::to_json;
use crate::ledger::note::{Checkpoint, NoteKey};
use crate::ledger::store::{File, FileOptions, Store};
use crate::ledger::{self, Actor, Anchor, Draft, Entry, Expect, Hash, Held, Verified};
use crate::report;
use jiff::Timestamp;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::path::{Path, PathBuf};

/// The status where files cannot be read or written.
pub(super) const NO_IO: u8 = 3;

/// How many entries are read at a time.
pub(super) const PAGE: usize = 4096;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

// One is read a run.
#[allow(clippy::large_enum_variant)]
#[derive(clap::Subcommand)]
enum Command {
    /// Begins a ledger in a folder.
    Init {
        /// The folder.
        #[arg(value_name = "LEDGER")]
        folder: PathBuf,
        /// The name that it goes by, such as example.com/releases; its checkpoints are signed under it.
        #[arg(long, value_name = "NAME")]
        origin: String,
        /// Who begins it.
        #[arg(long, value_name = "ID")]
        actor: String,
    },
    /// Whether it holds together, and is the one that somebody has seen. Status 1 where it is not.
    Verify {
        /// The folder of the ledger, or an export of one.
        #[arg(value_name = "LEDGER|FILE")]
        path: PathBuf,
        /// An entry that was seen, by number and hash; may be given again.
        #[arg(long, value_name = "SEQ:HASH", value_parser = anchor)]
        anchor: Vec<Anchor>,
        /// A signed checkpoint that was kept elsewhere.
        #[arg(long, value_name = "FILE", requires = "key")]
        checkpoint: Option<PathBuf>,
        /// The key that the checkpoint is signed with, name+id+base64; never taken from the ledger.
        #[arg(long, value_name = "VKEY", requires = "checkpoint")]
        key: Option<NoteKey>,
        /// Write what was found as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Its entries.
    Log {
        /// The folder.
        #[arg(value_name = "LEDGER")]
        folder: PathBuf,
        /// Those after this number.
        #[arg(long, value_name = "SEQ")]
        after: Option<u64>,
        /// At most so many.
        #[arg(long, value_name = "COUNT", default_value_t = 1000)]
        limit: usize,
        /// Those about this only.
        #[arg(long, value_name = "NAME")]
        subject: Option<String>,
        /// How to write them: text, markdown, html or json, which is the entries' own bytes, one a line.
        #[arg(short, long, default_value = "text", value_name = "FORMAT", value_parser = written)]
        format: Written,
    },
    /// All entries as they are, one a line: with a checkpoint beside, all that an auditor needs.
    Export {
        /// The folder.
        #[arg(value_name = "LEDGER")]
        folder: PathBuf,
    },
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    match &arguments.command {
        Command::Init { folder, origin, actor } => {
            let now = common.at.unwrap_or_else(Timestamp::now);
            let ledger = File::open(folder, FileOptions::new())?;
            let genesis = ledger::genesis(origin, nonce(), Actor::human(actor), now);
            let appended = append(&ledger, &[genesis], &Expect::Empty, now)?;
            if let Some(entry) = appended.first() {
                console.result(&format!("{origin} begins with {}:{}", entry.seq(), entry.hash()));
            }
            Ok(Answer::Yes)
        }
        Command::Verify { path, anchor, checkpoint, key, json } => {
            let mut held = anchor.iter().copied().fold(Held::new(), Held::with_anchor);
            if let (Some(file), Some(key)) = (checkpoint, key) {
                let note = crate::source::bytes(file)?;
                match Checkpoint::open(note, key.name(), key, &[]) {
                    Ok(signed) => held = held.with_checkpoint(signed.checkpoint.size, signed.checkpoint.root),
                    Err(error) => return Ok(refuted(&error, *json, console)),
                }
            }
            match verified(path, &held) {
                Ok(verified) => told(&verified, *json, console),
                Err(error) if is_io(&error) => Err(error),
                Err(error) => Ok(refuted(&error, *json, console)),
            }
        }
        Command::Log { folder, after, limit, subject, format } => {
            let ledger = File::open_reader(folder, FileOptions::new())?;
            let about = |entry: &Entry| subject.as_ref().is_none_or(|subject| entry.subject() == subject);
            let mut found = Vec::new();
            read(&ledger, *after, |page| {
                found.extend(page.into_iter().filter(about).take(limit.saturating_sub(found.len())));
                found.len() < *limit
            })?;
            match format {
                Written::Json => console.result(&lines(&found)),
                Written::Review(format) => console.result(&report::entries(&found, *format)),
            }
            Ok(Answer::Yes)
        }
        Command::Export { folder } => {
            let ledger = File::open_reader(folder, FileOptions::new())?;
            read(&ledger, None, |page| {
                console.result(&lines(&page));
                true
            })?;
            Ok(Answer::Yes)
        }
    }
}

/// Whether an error is one of files, devices and locks, and not of what stands in them.
pub(super) fn is_io(error: &crate::Error) -> bool {
    matches!(
        error.code(),
        "source.io"
            | "ledger.io"
            | "ledger.full"
            | "ledger.sync_failed"
            | "ledger.poisoned"
            | "ledger.locked"
    )
}

/// Appends what is not there yet.
fn append(ledger: &File, drafts: &[Draft], expect: &Expect, now: Timestamp) -> crate::Result<Vec<Entry>> {
    ledger.append(drafts, expect, now).map(|appended| appended.entries)
}

/// Reads the entries after a number page by page, as long as more are wanted.
pub(super) fn read(
    ledger: &File,
    mut after: Option<u64>,
    mut take: impl FnMut(Vec<Entry>) -> bool,
) -> crate::Result<()> {
    loop {
        let page = ledger.entries(after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.seq());
        if !take(page) {
            return Ok(());
        }
    }
}

fn lines(entries: &[Entry]) -> String {
    String::from_utf8(ledger::export(entries)).unwrap_or_default()
}

fn verified(path: &Path, held: &Held) -> crate::Result<Verified> {
    if path.is_file() {
        return ledger::import(&crate::source::bytes(path)?, held).map(|imported| imported.verified);
    }
    File::open_reader(path, FileOptions::new())?.verify(held)
}

fn told(verified: &Verified, json: bool, console: &mut Console<'_>) -> crate::Result<Answer> {
    let Verified { entries, head, root, .. } = verified;
    if json {
        let found = serde_json::json!({ "verified": true, "entries": entries, "head": head, "root": root });
        console.result(&to_json(&found)?);
    } else {
        let head = head.map_or_else(|| "empty".to_owned(), |head| format!("head {}:{}", head.seq, head.hash));
        console.result(&format!("Verified: {entries} entries, {head}, root {root}"));
    }
    Ok(Answer::Yes)
}

fn refuted(error: &crate::Error, json: bool, console: &mut Console<'_>) -> Answer {
    let text = match to_json(&serde_json::json!({ "verified": false, "error": error })) {
        Ok(text) if json => text,
        _ => format!("Not verified: {error} [{}]", error.code()),
    };
    console.result(&text);
    Answer::No
}

fn anchor(text: &str) -> Result<Anchor, String> {
    let wrong = || format!("expected a number and a hash with a colon between them, not {text:?}");
    let (seq, hash) = text.split_once(':').ok_or_else(wrong)?;
    let hash: Hash = hash.parse().map_err(|error: crate::Error| error.to_string())?;
    Ok(Anchor::new(seq.parse().map_err(|_| wrong())?, hash))
}

/// Bytes that no other ledger begins with: of the system's randomness, by which hash maps are keyed. They are no secret.
fn nonce() -> [u8; 16] {
    let draw = || RandomState::new().build_hasher().finish().to_be_bytes();
    let mut nonce = [0; 16];
    let (left, right) = nonce.split_at_mut(8);
    left.copy_from_slice(&draw());
    right.copy_from_slice(&draw());
    nonce
}
