//! `greenboard gate`

use super::written::{Written, written};
use super::{Answer, Common, Console};
use crate::document::{self, Format};
use crate::fact::{Fact, Facts, Roster, Subject};
use crate::gate::{Scope, Signal, board, evaluate, explain};
use crate::report::{self, ReviewOptions};
use crate::tool::{self, ReadOptions};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// The status of what is not done: 2 says that the answer is pending.
pub(super) const FAILED: u8 = 3;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The gate file; the section `gates` of greenboard.yaml where it is left out. What it includes is read beside it.
    #[arg(long, value_name = "FILE")]
    gates: Option<PathBuf>,
    /// A file with a list of facts (JSON or YAML); may be given again.
    #[arg(long, value_name = "FILE")]
    facts: Vec<PathBuf>,
    /// A tool's report on the component, such as junit=results.xml; the tool may be left out where the report can be no other's.
    /// May be given again.
    #[arg(long, value_name = "[TOOL=]FILE", requires = "component")]
    report: Vec<String>,
    /// The component that is asked about; all that are to go out where it is left out.
    #[arg(long, value_name = "NAME")]
    component: Option<String>,
    /// The environment that it is to go into.
    #[arg(long, value_name = "NAME")]
    environment: Option<String>,
    /// The stage of the work.
    #[arg(long, value_name = "NAME")]
    stage: Option<String>,
    /// How to write it: text, markdown, html or json.
    #[arg(short, long, default_value = "text", value_name = "FORMAT", value_parser = written)]
    format: Written,
    /// The most components that are shown one by one, the worst first.
    #[arg(long, value_name = "COUNT")]
    limit: Option<usize>,
    /// Tell every finding in full, and what would turn it green.
    #[arg(long, requires = "component", conflicts_with = "format")]
    explain: bool,
    /// Somebody does it by hand: freezes that may be overridden let them.
    #[arg(long)]
    manual: bool,
    /// Take only a plain go for a yes: conditional is status 1.
    #[arg(long)]
    strict: bool,
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let at = common.at.unwrap_or_else(Timestamp::now);
    let gates = crate::source::gates(arguments.gates.as_ref().unwrap_or(&common.directory))?;
    let facts = facts(common, arguments, at)?;
    let mut scope = Scope::new();
    (scope.stage, scope.environment) = (arguments.stage.clone(), arguments.environment.clone());
    scope.manual = arguments.manual;
    let (signal, text) = match &arguments.component {
        Some(component) if arguments.explain => {
            let explanation = explain(&gates, &facts, component, &scope, at)?;
            (explanation.verdict.verdict, explanation.to_string())
        }
        Some(component) => {
            let verdict = evaluate(&gates, &facts, component, &scope, at)?;
            let text = match arguments.format {
                Written::Json => verdict.to_json()?,
                Written::Review(format) => report::verdict(&verdict, format),
            };
            (verdict.verdict, text)
        }
        None => {
            let board = board(&gates, &facts, &scope, at)?;
            let mut options = ReviewOptions::new();
            options.limit = arguments.limit;
            let text = match arguments.format {
                Written::Json => board.to_json()?,
                Written::Review(format) => report::review(&board, format, &options),
            };
            (board.verdict, text)
        }
    };
    console.result(&text);
    Ok(answer(signal, arguments.strict))
}

const fn answer(signal: Signal, strict: bool) -> Answer {
    match signal {
        Signal::Go => Answer::Yes,
        Signal::Conditional if !strict => Answer::Yes,
        Signal::Conditional | Signal::NoGo => Answer::No,
        Signal::Pending => Answer::Pending,
    }
}

/// What the files say, about what the workspace knows, where there is one.
fn facts(common: &Common, arguments: &Arguments, at: Timestamp) -> crate::Result<Facts> {
    let roster = match crate::source::load(&common.directory) {
        Ok(workspace) => workspace.roster(),
        // Gates need no manifests.
        Err(error) if error.code() == "component.no_manifest" => Roster::new(),
        Err(error) => return Err(error),
    };
    let mut facts = Facts::new(roster);
    for path in &arguments.facts {
        let format = Format::of_path(&path.to_string_lossy()).unwrap_or(Format::Json);
        let read: Vec<Fact> = document::parse(crate::source::text(path)?, format)
            .map_err(|error| error.within(&path.to_string_lossy()))?;
        facts.add(read);
    }
    let subject = arguments.component.as_deref().map(Subject::new);
    for (report, subject) in arguments.report.iter().zip(subject.iter().cycle()) {
        facts.add(evidence(report, subject, at)?);
    }
    Ok(facts)
}

/// What a report says, given as `TOOL=FILE`, or as `FILE` where it can be no other tool's.
fn evidence(given: &str, subject: &Subject, at: Timestamp) -> crate::Result<Vec<Fact>> {
    let known = given.split_once('=').filter(|(tool, _)| !tool.contains(['/', '\\', '.']));
    let path = known.map_or(given, |(_, path)| path);
    let payload = crate::source::bytes(Path::new(path))?;
    let read = || {
        let tool = match known {
            Some((tool, _)) => tool,
            None => tool::only(&payload)?,
        };
        tool::read(&payload, tool, subject, at, &ReadOptions::new().with_uri(path))
    };
    read().map_err(|error| error.within(path))
}
