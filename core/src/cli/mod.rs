//! The command line: the five questions from a terminal, for people and for scripts (feature `cli`).
//!
//! One file a command. [`run`] is the whole program: `cargo install greenboard`, `python -m greenboard` and `npx greenboard`
//! call it with their arguments, so that the three are one.
//!
//! | exit status | meaning |
//! |---|---|
//! | 0 | done; the answer is yes |
//! | 1 | done; the answer is no, such as a component without a changeset |
//! | 2 | not done: wrong usage, or an error, whose code is told beside its sentence |
//!
//! `gate` answers with more than yes and no: 0 is go (and conditional, short of `--strict`), 1 no-go, 2 pending, 3 not done.
//! `release` and `ledger` say 1 where a command is refused or a ledger does not hold together, and 3 where files cannot be read or
//! written.
//!
//! ```
//! use greenboard::cli::{Console, run};
//!
//! let (mut out, mut err) = (Vec::new(), Vec::new());
//! let status = run(["--version"], &mut Console::new(&mut out, &mut err));
//! assert_eq!(status, 0);
//! assert!(String::from_utf8(out).unwrap().starts_with("greenboard "));
//! ```

mod apply;
mod changelog;
mod check;
mod console;
mod gate;
mod ledger;
mod plan;
mod release;
mod repository;
mod why;
mod written;

pub use console::Console;

use crate::source::Sources;
use clap::{CommandFactory, Parser, Subcommand};
use jiff::Timestamp;
use std::ffi::OsString;
use std::path::PathBuf;

/// Release management from the command line: what goes out, and why.
#[derive(Parser)]
#[command(name = "greenboard", version, arg_required_else_help = true)]
struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Args)]
struct Common {
    /// The repository, or a folder in it.
    #[arg(short = 'C', long, global = true, default_value = ".", value_name = "DIR")]
    directory: PathBuf,
    /// How to plan: the name of a preset, or a policy file (YAML, JSON or TOML); as the repository's own files say where it is
    /// left out.
    #[arg(long, global = true, value_name = "PRESET|FILE")]
    policy: Option<String>,
    /// The time to plan for, RFC 3339; now where it is left out.
    #[arg(long, global = true, value_name = "TIME")]
    at: Option<Timestamp>,
    /// What tells the changes: commits, changesets, both, or auto, which is changesets where they are configured.
    #[arg(long, global = true, value_name = "SOURCE", value_parser = repository::sources)]
    changes: Option<Sources>,
    /// Follow only the first parent of each merge.
    #[arg(long, global = true)]
    first_parent: bool,
}

#[derive(Subcommand)]
enum Command {
    /// What goes out next, at which versions, in which order.
    Plan(plan::Arguments),
    /// Why a component goes out, down to the commits.
    Why(why::Arguments),
    /// What the release brings.
    Changelog(changelog::Arguments),
    /// Writes the plan into the work tree: versions, requirements, lockfiles, changelogs; all or nothing.
    Apply(apply::Arguments),
    /// What was touched since a base without a change that asks for a release; status 1 where there is any.
    Check(check::Arguments),
    /// Go or no-go: what the gates say on the facts. Status 0 go or conditional, 1 no-go, 2 pending, 3 not done.
    Gate(gate::Arguments),
    /// Releases on a ledger: commands, where they stand, what happened, who owes what. Status 1 where a command is refused.
    Release(release::Arguments),
    /// The ledger itself: begun, verified, read, exported. Status 1 where it does not hold together.
    Ledger(ledger::Arguments),
}

impl Command {
    /// The status of what is not done.
    fn failed(&self, error: &crate::Error) -> u8 {
        match self {
            Self::Gate(_) => gate::FAILED,
            Self::Release(_) | Self::Ledger(_) if ledger::is_io(error) => ledger::NO_IO,
            _ => FAILED,
        }
    }
}

/// The status of what is not done.
const FAILED: u8 = 2;

/// What a command comes to, short of an error.
enum Answer {
    Yes,
    No,
    /// Not yet known.
    Pending,
}

/// Runs the program with these arguments, its own name not among them, and gives its exit status.
pub fn run<A: Into<OsString> + Clone>(
    arguments: impl IntoIterator<Item = A>,
    console: &mut Console<'_>,
) -> u8 {
    let name = OsString::from("greenboard");
    let arguments: Vec<OsString> =
        std::iter::once(name).chain(arguments.into_iter().map(Into::into)).collect();
    let arguments = match Arguments::try_parse_from(&arguments) {
        Ok(arguments) => arguments,
        Err(usage) => return console.usage(&usage, misused(arguments)),
    };
    let common = &arguments.common;
    let answer = match &arguments.command {
        Command::Plan(arguments) => plan::run(common, arguments, console),
        Command::Why(arguments) => why::run(common, arguments, console),
        Command::Changelog(arguments) => changelog::run(common, arguments, console),
        Command::Apply(arguments) => apply::run(common, arguments, console),
        Command::Check(arguments) => check::run(common, arguments, console),
        Command::Gate(arguments) => gate::run(common, arguments, console),
        Command::Release(arguments) => release::run(common, arguments, console),
        Command::Ledger(arguments) => ledger::run(common, arguments, console),
    };
    match answer {
        Ok(Answer::Yes) => 0,
        Ok(Answer::No) => 1,
        Ok(Answer::Pending) => 2,
        Err(error) => console.failure(&error, arguments.command.failed(&error)),
    }
}

/// The status of arguments that are wrong, whichever command they are of.
fn misused(arguments: Vec<OsString>) -> u8 {
    let lenient = Arguments::command().ignore_errors(true).try_get_matches_from(arguments);
    match lenient {
        Ok(matches) if matches.subcommand_name() == Some("gate") => gate::FAILED,
        _ => FAILED,
    }
}
