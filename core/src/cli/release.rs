//! `greenboard release`

use super::ledger::read;
use super::written::{Written, written};
use super::{Answer, Common, Console};
use crate::document::{self, Format, Key, Node, Position, Read, TAG, Value, emit, to_json};
use crate::fact::{Fact, Facts, Roster};
use crate::gate::GateSet;
use crate::ledger::store::{File, FileOptions};
use crate::ledger::{Actor, ActorKind, Entry};
use crate::release::audit::{AuditOptions, export_audit};
use crate::release::control::{ControlContext, ControlPolicy, compliance};
use crate::release::{
    Command as ReleaseCommand, Context, Desk, Envelope, Event, Refusal, Releases, Roles, Template, due,
};
use crate::report;
use jiff::Timestamp;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder of the ledger; `greenboard ledger init` begins one.
    #[arg(value_name = "LEDGER")]
    folder: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Gives a command to a release: decides on it, and records what happens. Status 1 where it is refused.
    Do(Box<Do>),
    /// Where a release stands, or all of them.
    Show {
        /// The release; all of them, where it is left out.
        #[arg(value_name = "RELEASE")]
        release: Option<String>,
        /// As it was after the entry of this number; as of `--at` where that is given.
        #[arg(long, value_name = "SEQ")]
        seq: Option<u64>,
        #[command(flatten)]
        format: Formatted,
    },
    /// What happened to a release, or to all of them.
    Log {
        /// The release; all of them, where it is left out.
        #[arg(value_name = "RELEASE")]
        release: Option<String>,
        #[command(flatten)]
        format: Formatted,
    },
    /// Who owes what.
    Due {
        /// The release; all of them, where it is left out.
        #[arg(value_name = "RELEASE")]
        release: Option<String>,
        #[command(flatten)]
        format: Formatted,
    },
    /// What the controls of an auditor say. Status 1 where one does not hold.
    Controls {
        /// The release; all of them, where it is left out.
        #[arg(value_name = "RELEASE")]
        release: Option<String>,
        /// A file of roles (JSON or YAML): who may do what.
        #[arg(long, value_name = "FILE")]
        roles: Option<PathBuf>,
        #[command(flatten)]
        format: Formatted,
    },
    /// The audit: who did what, when, on which evidence, and what the controls say; as JSON, it is checked without us.
    Audit {
        /// A release; all of them, where it is left out; may be given again.
        #[arg(long, value_name = "RELEASE")]
        release: Vec<String>,
        /// A signed checkpoint, up to which it goes.
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
        /// A file of roles (JSON or YAML): who may do what.
        #[arg(long, value_name = "FILE")]
        roles: Option<PathBuf>,
        #[command(flatten)]
        format: Formatted,
    },
}

#[derive(clap::Args)]
struct Formatted {
    /// How to write it: text, markdown, html or json.
    #[arg(short, long, default_value = "text", value_name = "FORMAT", value_parser = written)]
    format: Written,
}

#[derive(clap::Args)]
struct Do {
    /// The release.
    #[arg(value_name = "RELEASE")]
    release: String,
    /// The kind of a command, such as approve, or a file of one (JSON or YAML).
    #[arg(value_name = "KIND|FILE")]
    command: String,
    /// What the command says, such as step=authorise or targets=[eu,us]; release=@release.yaml reads a file.
    #[arg(value_name = "KEY=VALUE")]
    options: Vec<String>,
    /// Who gives it.
    #[arg(long, value_name = "ID")]
    actor: String,
    /// What they are: human, service or agent.
    #[arg(long, value_name = "KIND", default_value = "human", value_parser = actor_kind)]
    actor_kind: ActorKind,
    /// What the command is called by: given twice under one id, it is done once.
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// How many events the release had when it was looked at; refused where there are more by now.
    #[arg(long, value_name = "COUNT")]
    expected_version: Option<u64>,
    /// The gate file; the section `gates` of greenboard.yaml where it is left out.
    #[arg(long, value_name = "FILE")]
    gates: Option<PathBuf>,
    /// A file of roles (JSON or YAML): who may do what.
    #[arg(long, value_name = "FILE")]
    roles: Option<PathBuf>,
    /// A file with a list of facts (JSON or YAML), of other systems; may be given again.
    #[arg(long, value_name = "FILE")]
    facts: Vec<PathBuf>,
    /// A file of a template (JSON or YAML); may be given again.
    #[arg(long, value_name = "FILE")]
    template: Vec<PathBuf>,
    #[command(flatten)]
    format: Formatted,
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let at = common.at.unwrap_or_else(Timestamp::now);
    let folder = arguments.folder.as_path();
    match &arguments.command {
        Command::Do(asked) => asked.run(common, folder, at, console),
        Command::Show { release, seq, format } => {
            let until = |entry: &Entry| match seq {
                Some(seq) => entry.seq() <= *seq,
                None => common.at.is_none_or(|at| entry.recorded_at() <= at),
            };
            let releases = releases(folder, until)?;
            show(&releases, release.as_deref(), at, format.format, console)
        }
        Command::Log { release, format } => {
            let events = events(folder, release.as_deref())?;
            console.result(&match format.format {
                Written::Json => to_json(&events)?,
                Written::Review(format) => report::timeline(&events, format),
            });
            Ok(Answer::Yes)
        }
        Command::Due { release, format } => {
            let releases = releases(folder, |_| true)?;
            let asked = |id: &str| release.as_ref().is_none_or(|release| release == id);
            let states = releases.states().filter(|state| asked(&state.release.id));
            let owed: Vec<_> = states.flat_map(|state| due(state, at)).collect();
            console.result(&match format.format {
                Written::Json => to_json(&owed)?,
                Written::Review(format) => report::owed(&owed, format),
            });
            Ok(Answer::Yes)
        }
        Command::Controls { release, roles, format } => {
            let events = events(folder, release.as_deref())?;
            let found = compliance(&events, &asked_with(roles.as_deref())?, at);
            console.result(&match format.format {
                Written::Json => emit(&found)?,
                Written::Review(format) => report::controls(&found, format),
            });
            Ok(if found.totals.get("fail").is_some_and(|count| *count > 0) {
                Answer::No
            } else {
                Answer::Yes
            })
        }
        Command::Audit { release, checkpoint, roles, format } => {
            let entries = entries(folder)?;
            let mut options =
                AuditOptions::new().with_controls(asked_with(roles.as_deref())?).with_releases(release);
            if let Some(file) = checkpoint {
                options = options.with_checkpoint(crate::source::text(file)?);
            }
            let found = export_audit(&entries, &options, at)?;
            console.result(&match format.format {
                Written::Json => emit(&found)?,
                Written::Review(format) => report::audit(&found, format),
            });
            Ok(Answer::Yes)
        }
    }
}

/// What the controls are asked with.
fn asked_with(roles: Option<&Path>) -> crate::Result<ControlContext> {
    let context = ControlContext::new(ControlPolicy::default());
    match roles {
        Some(roles) => Ok(context.with_roles(parsed(roles)?)),
        None => Ok(context),
    }
}

/// The entries of a ledger.
fn entries(folder: &Path) -> crate::Result<Vec<Entry>> {
    let (ledger, mut entries) = (File::open_reader(folder, FileOptions::new())?, Vec::new());
    read(&ledger, None, |page| {
        entries.extend(page);
        true
    })?;
    Ok(entries)
}

impl Do {
    fn run(
        &self,
        common: &Common,
        folder: &Path,
        at: Timestamp,
        console: &mut Console<'_>,
    ) -> crate::Result<Answer> {
        let command = self.command()?;
        let id = self.id.clone().unwrap_or_else(|| format!("{}-{}-{at}", self.release, command.kind()));
        let mut envelope = Envelope::new(id, Actor::new(&self.actor, self.actor_kind), at, command);
        envelope.expected_version = self.expected_version;
        let ledger = File::open(folder, FileOptions::new())?;
        let mut desk = Desk::open(ledger, self.context(common)?)?;
        match desk.act(&self.release, &envelope, at) {
            Ok(done) => {
                console.result(&match self.format.format {
                    Written::Json => to_json(&done.events)?,
                    Written::Review(format) => report::timeline(&done.events, format),
                });
                if done.repeated {
                    console.notice(&format!("{} was given before; nothing was done", envelope.id));
                }
                Ok(Answer::Yes)
            }
            Err(error) => match Refusal::of(&error) {
                Some(refusal) => {
                    console.result(&match self.format.format {
                        Written::Json => emit(&refusal)?,
                        Written::Review(format) => report::refusal(&refusal, format),
                    });
                    Ok(Answer::No)
                }
                None => Err(error),
            },
        }
    }

    /// The command of a file, or of its kind and what it says.
    fn command(&self) -> crate::Result<ReleaseCommand> {
        if !ReleaseCommand::KINDS.contains(&self.command.as_str()) && Path::new(&self.command).is_file() {
            return parsed(Path::new(&self.command));
        }
        let key = |text: &str| Key { text: text.to_owned(), at: Position::default() };
        let mut entries = vec![(key(TAG), Node::new(Value::Text(self.command.clone())))];
        for option in &self.options {
            let (name, value) = option.split_once('=').unwrap_or((option, "true"));
            let node = match value.strip_prefix('@') {
                Some(path) => {
                    let path = Path::new(path);
                    document::read(crate::source::text(path)?, format_of(path))
                        .map_err(|error| error.within(&path.to_string_lossy()))?
                }
                None => {
                    document::read(value, Format::Yaml).map_err(|error| error.without_place().within(name))?
                }
            };
            entries.push((key(name), node));
        }
        ReleaseCommand::read(&Node::new(Value::Map(entries))).map_err(crate::Error::without_place)
    }

    fn context(&self, common: &Common) -> crate::Result<Context> {
        let gates: GateSet = crate::source::gates(self.gates.as_ref().unwrap_or(&common.directory))?;
        let roles = self.roles.as_deref().map_or_else(|| Ok(Roles::new()), parsed)?;
        let mut facts = Facts::new(Roster::new());
        for path in &self.facts {
            facts.add(parsed::<Vec<Fact>>(path)?);
        }
        let templates = self.template.iter().map(|path| parsed::<Template>(path));
        Context::new(gates, roles, facts)?.with_templates(templates.collect::<crate::Result<Vec<_>>>()?)
    }
}

/// Where a release stands, or all of them in a line each.
fn show(
    releases: &Releases,
    release: Option<&str>,
    at: Timestamp,
    format: Written,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let Some(id) = release else {
        let states: Vec<_> = releases.states().collect();
        console.result(&match format {
            Written::Json => to_json(&states)?,
            Written::Review(format) => report::releases(states, format),
        });
        return Ok(Answer::Yes);
    };
    match releases.state(id) {
        Some(state) => {
            console.result(&match format {
                Written::Json => emit(state)?,
                Written::Review(format) => report::release(state, at, format),
            });
            Ok(Answer::Yes)
        }
        None => {
            console.notice(&format!("there is no release {id:?} on this ledger"));
            Ok(Answer::No)
        }
    }
}

/// The releases of a ledger, as far as entries are to be read.
fn releases(folder: &Path, until: impl Fn(&Entry) -> bool) -> crate::Result<Releases> {
    let ledger = File::open_reader(folder, FileOptions::new())?;
    let (mut releases, mut failed) = (Releases::new(), None);
    read(&ledger, None, |mut page| {
        let count = page.len();
        let wanted = page.iter().position(|entry| !until(entry)).unwrap_or(count);
        page.truncate(wanted);
        failed = releases.read(&page).err();
        failed.is_none() && wanted == count
    })?;
    failed.map_or(Ok(releases), Err)
}

/// The events of a release, or of all.
fn events(folder: &Path, release: Option<&str>) -> crate::Result<Vec<Event>> {
    let ledger = File::open_reader(folder, FileOptions::new())?;
    let (mut events, mut failed) = (Vec::new(), None);
    read(&ledger, None, |page| {
        for entry in page.iter().filter(|entry| release.is_none_or(|release| entry.subject() == release)) {
            match Event::of_entry(entry) {
                Ok(event) => events.extend(event),
                Err(error) => failed = Some(error),
            }
        }
        failed.is_none()
    })?;
    failed.map_or(Ok(events), Err)
}

fn parsed<T: Read>(path: &Path) -> crate::Result<T> {
    document::parse(crate::source::text(path)?, format_of(path))
        .map_err(|error| error.within(&path.to_string_lossy()))
}

fn format_of(path: &Path) -> Format {
    Format::of_path(&path.to_string_lossy()).unwrap_or(Format::Yaml)
}

fn actor_kind(text: &str) -> Result<ActorKind, String> {
    let known = ActorKind::ALL.into_iter().find(|kind| kind.name() == text);
    known.ok_or_else(|| format!("expected one of {}", ActorKind::ALL.map(ActorKind::name).join(", ")))
}
