//! Our own cases: the same calls in every language, with results equal to the byte. `cases/README.md` is the contract that
//! the runners in Python and Node follow too.

mod gate;
mod ledger;
mod release_planning;

use crate::runner::{Fields, Trouble};
use greenboard::calendar::{Windows, icalendar};
use greenboard::change::conventional::{self, Mode};
use greenboard::change::{self, BackportRules, Change, Levels, changeset};
use greenboard::component::{self, Graph, Workspace, manifest};
use greenboard::document::canonical;
use greenboard::document::{self, Format, Node, Read};
use greenboard::fact::{Fact, Facts, Identity, Roster, Subject};
use greenboard::gate::{GateSet, Scope, WhatIf, board, evaluate, signals, what_would_turn_it_green};
use greenboard::plan::config::{self, ReleasePleaseConfig};
use greenboard::plan::{self, Branch, BranchRange, Coverage, EditOptions, Edits, Plan, Policy};
use greenboard::report::{self, Layout};
use greenboard::tool::dsse::{self, PublicKey};
use greenboard::tool::{self, ReadOptions};
use greenboard::version::{Bump, Increment, Scheme, Step, bulk};
use greenboard::{Requirement, Version};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A case file: its path below `tests/cases`, and its cases.
pub struct File {
    /// The path below `tests/cases`.
    pub name: String,
    path: PathBuf,
    cases: Vec<Value>,
}

/// Every case file, by path.
pub fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let entries = |dir: &Path| -> Vec<PathBuf> {
        let mut paths: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    let modules = entries(&root).into_iter().filter(|path| path.is_dir());
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let cases = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        File { name, path, cases }
    };
    modules.flat_map(|module| entries(&module)).map(read).collect()
}

impl File {
    /// What is wrong: cases whose result is another one, and names that come twice.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut names = std::collections::BTreeSet::new();
        for case in &self.cases {
            let name = case.text("name").unwrap_or("(no name)");
            if !names.insert(name) {
                faults.push(format!("{} {name}: the name comes twice", self.name));
            }
            let key = if case.get("error").is_some() { "error" } else { "expected" };
            let expected = (key, document::to_json(case.field(key)).unwrap());
            let got = outcome(case);
            if expected != got || case.get(key).is_none() {
                let lines =
                    format!("  expected {} {}\n  got      {} {}", expected.0, expected.1, got.0, got.1);
                faults.push(format!("{} {name}:\n{lines}", self.name));
            }
        }
        faults
    }

    /// Writes the results that came into the file, in its one layout.
    pub fn bless(&self) {
        let lines: Vec<String> = self.cases.iter().map(|case| line(case, outcome(case))).collect();
        fs::write(&self.path, format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    }
}

/// A case in one line, or a line a field where that is too long.
fn line(case: &Value, (key, json): (&str, String)) -> String {
    let field = |key: &str| format!("{}: {}", json!(key), case.field(key));
    let fields = [field("name"), field("call"), field("args"), format!("{}: {json}", json!(key))];
    let short = format!("  {{ {} }}", fields.join(", "));
    if short.chars().count() <= 160 { short } else { format!("  {{\n    {}\n  }}", fields.join(",\n    ")) }
}

/// Whether a result is expected or an error, and its canonical JSON.
fn outcome(case: &Value) -> (&'static str, String) {
    let result = case.text("call").and_then(|name| call(name, case.field("args")));
    match result {
        Ok(json) => ("expected", json),
        Err(Trouble::Library(error)) => ("error", document::to_json(&fields_of(&error)).unwrap()),
        Err(Trouble::Row(message)) => panic!("{}: {message}", case.field("name")),
    }
}

/// What of an error is the same in every language; absent places are left out.
fn fields_of(error: &greenboard::Error) -> Value {
    let mut fields = Map::new();
    fields.insert("code".to_owned(), error.code().into());
    fields.insert("message".to_owned(), error.message().into());
    fields.extend(error.path().map(|path| ("path".to_owned(), path.into())));
    fields.extend(error.line().map(|line| ("line".to_owned(), line.into())));
    fields.extend(error.column().map(|column| ("column".to_owned(), column.into())));
    fields.into()
}

/// One call by its name in `cases/README.md`; its result as canonical JSON.
fn call(name: &str, args: &Value) -> Result<String, Trouble> {
    match name {
        "version.parse" => {
            let version = version(args, "text")?;
            let (scheme, text) = (version.scheme().name(), version.as_str());
            json(&json!({ "prerelease": version.is_prerelease(), "scheme": scheme, "text": text }))
        }
        "version.compare" => json(&match version(args, "a")?.precedence(&version(args, "b")?)? {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        }),
        "version.equal" => json(&(version(args, "a")? == version(args, "b")?)),
        "version.bump" => json(&version(args, "version")?.bump(increment(args)?)?),
        "version.diff" => json(&version(args, "a")?.diff(&version(args, "b")?)?),
        "requirement.parse" => {
            let requirement = requirement(args, "text")?;
            let (scheme, text) = (requirement.scheme().name(), requirement.as_str());
            json(&json!({ "empty": requirement.is_empty(), "scheme": scheme, "text": text }))
        }
        "requirement.matches" => {
            json(&requirement(args, "requirement")?.matches(&version(args, "version")?)?)
        }
        "requirement.intersects" => json(&requirement(args, "a")?.intersects(&requirement(args, "b")?)?),
        "requirement.is_subset" => json(&requirement(args, "a")?.is_subset(&requirement(args, "b")?)?),
        "requirement.moved_to" => {
            json(&requirement(args, "requirement")?.moved_to(&version(args, "version")?)?)
        }
        "versions.sort" => {
            let texts = args.texts("versions")?;
            json(&picked(&texts, &bulk::sort(scheme(args, "scheme")?, &texts, invalid(args)?)?))
        }
        "versions.filter" => {
            let texts = args.texts("versions")?;
            let rows = bulk::filter(&requirement(args, "requirement")?, &texts, invalid(args)?)?;
            json(&picked(&texts, &rows))
        }
        "versions.max_satisfying" => {
            let texts = args.texts("versions")?;
            let row = bulk::max_satisfying(&requirement(args, "requirement")?, &texts, invalid(args)?)?;
            json(&row.map(|row| texts[row as usize]))
        }
        "versions.matrix" => {
            let (versions, requirements) = (args.texts("versions")?, args.list("requirements")?);
            let read = |text: &Value| requirement(&json!({ "scheme": args["scheme"], "text": text }), "text");
            let requirements = requirements.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            let matrix = bulk::matrix(scheme(args, "scheme")?, &requirements, &versions, invalid(args)?)?;
            let row = |row| (0..versions.len()).map(|column| matrix.get(row, column)).collect::<Vec<_>>();
            json(&(0..requirements.len()).map(row).collect::<Vec<_>>())
        }
        "document.canonical_json" => json(&canonical_json(args)?),
        "document.digest" => json(&document::digest_text(canonical_json(args)?)),
        "document.digest_text" => json(&document::digest_text(args.text("text")?)),
        name if name.starts_with("change.") => change_call(name, args),
        "component.read" => {
            let root = args.optional_text("root")?.unwrap_or_default();
            Ok(document::emit(&manifest::read_in(&texts(args, "files")?, root)?)?)
        }
        "component.repositories" => {
            let files = texts(args, "files")?;
            let repositories = match args.get("repositories") {
                Some(_) => texts(args, "repositories")?,
                None => component::checkouts(&files)?,
            };
            Ok(document::emit(&Workspace::of_repositories(&files, &repositories)?)?)
        }
        "component.graph" => {
            let workspace: Workspace = read(args, "workspace")?;
            let graph = Graph::new(&workspace);
            json(&json!({
                "names": graph.names(),
                "wave_numbers": graph.wave_numbers(),
                "waves": graph.waves(),
                "longest_chain": graph.longest_chain(),
                "units": graph.units(),
                "cycles": graph.cycles(),
            }))
        }
        "component.impact" => {
            let workspace: Workspace = read(args, "workspace")?;
            json(&Graph::new(&workspace).impact(args.text("component")?)?)
        }
        "identity.find" => {
            let identity: Identity = read(args, "identity")?;
            let (tool, alias) = (args.text("tool")?, args.text("alias")?);
            json(&match args.text("kind")? {
                "person" => identity.person(tool, alias)?,
                "environment" => identity.environment(tool, alias)?,
                _ => identity.component(tool, alias)?,
            })
        }
        "gate.evaluate" => {
            let (gates, facts, scope) = gated(args)?;
            Ok(evaluate(&gates, &facts, args.text("component")?, &scope, instant(args)?)?.to_json()?)
        }
        "gate.board" => {
            let (gates, facts, scope) = gated(args)?;
            Ok(board(&gates, &facts, &scope, instant(args)?)?.to_json()?)
        }
        "gate.signals" => {
            let (gates, facts, scope) = gated(args)?;
            json(&signals(&gates, &facts, &scope, instant(args)?)?)
        }
        "gate.what_would_turn_it_green" => {
            let (gates, facts, scope) = gated(args)?;
            let (of, at) = (args.text("component")?, instant(args)?);
            Ok(what_would_turn_it_green(&gates, &facts, of, &scope, at, &WhatIf::new())?.to_json()?)
        }
        "tool.detect" => json(&tool::detect(args.text("payload")?)),
        "tool.inspect" => json(&tool::inspect(args.text("payload")?, args.text("tool")?)?),
        "tool.read" => {
            let (subject, at): (Subject, _) = (read(args, "subject")?, instant(args)?);
            let mut options = ReadOptions::new();
            options.suite = args["suite"].as_str().map(str::to_owned);
            options.uri = args["uri"].as_str().map(str::to_owned);
            options.key = args["key"].as_str().map(PublicKey::parse).transpose()?;
            json(&tool::read(args.text("payload")?, args.text("tool")?, &subject, at, &options)?)
        }
        "tool.verify" => {
            let key = args["key"].as_str().map(PublicKey::parse).transpose()?;
            json(&dsse::verify(args.text("payload")?, key.as_ref())?)
        }
        "windows.decide" => {
            let windows: Windows = read(args, "windows")?;
            Ok(document::emit(&windows.decide_for(instant(args)?, args["manual"] == true))?)
        }
        "windows.occurrences" => {
            let windows: Windows = read(args, "windows")?;
            let at = |key: &str| -> Result<Timestamp, Trouble> { instant(&json!({ "at": args.text(key)? })) };
            let limit = args["limit"].as_u64().map_or(1000, |limit| limit as usize);
            json(&windows.occurrences(at("start")?, at("end")?, limit))
        }
        "windows.parse_icalendar" => {
            let options = read(args, "options")?;
            Ok(document::emit(&icalendar::parse(args.text("text")?, &options)?)?)
        }
        "plan.plan" => Ok(plan(args)?.to_json()?),
        "plan.why" => Ok(plan(args)?.why(args.text("component")?)?.to_json()?),
        "plan.why_text" => json(&plan(args)?.why(args.text("component")?)?.to_string()),
        "plan.table" => json(&plan(args)?.to_string()),
        "plan.render" => {
            let mut options = report::Options::new();
            options.limit = args["limit"].as_u64().map(|limit| limit as usize);
            json(&report::render_with(&plan(args)?, args.text("format")?.parse()?, &options))
        }
        "plan.changelog" => {
            let style = args["style"].as_str().unwrap_or("standard");
            let layout = match args["template"].as_str() {
                Some(template) => Layout::Template(template),
                None => Layout::Style(style.parse()?),
            };
            json(&report::changelog_with(&plan(args)?, args["component"].as_str(), layout)?)
        }
        "edit.edits" => {
            let files: BTreeMap<String, String> = read(args, "files")?;
            let options =
                if args.get("options").is_some() { read(args, "options")? } else { EditOptions::new() };
            Ok(plan::edits(&plan(args)?, &files, &options)?.to_json()?)
        }
        "edit.applied" => {
            let files: BTreeMap<String, String> = read(args, "files")?;
            json(&read::<Edits>(args, "edits")?.applied(&files)?)
        }
        "edit.diff" => json(&plan::diff(args.text("old")?, args.text("new")?)),
        "plan.branches" => json(&plan::branches(&read::<Vec<Branch>>(args, "branches")?)?),
        "plan.last_release" => json(&plan::last_release(&read(args, "branch")?)),
        "plan.next_on_branch" => {
            let branch: Branch = read(args, "branch")?;
            json(&plan::next_on_branch(&branch, plan::last_release(&branch), bump(args)?)?)
        }
        "plan.check_branch" => {
            let ranges: Vec<BranchRange> = read(args, "ranges")?;
            let version = version(args, "version")?;
            json(&plan::check_branch(&ranges, args.text("branch")?, &version, bump(args)?)?)
        }
        "plan.check_merge" => json(&plan::check_merge(&read(args, "range")?, &version(args, "version")?)?),
        "plan.next_prerelease" => {
            let last = args.get("last").map(|_| version(args, "last")).transpose()?;
            let first = args["first"].as_u64().unwrap_or(1);
            let target = version(args, "target")?;
            json(&plan::next_prerelease(&target, last.as_ref(), args.text("identifier")?, first)?)
        }
        "plan.graduate" => json(&plan::graduate(&version(args, "version")?)?),
        "config.release_please" => Ok(document::emit(&release_please(args)?)?),
        "config.workspace" => {
            let config = release_please(args)?;
            let workspace: Workspace = read(args, "workspace")?;
            Ok(document::emit(&config.workspace(&workspace)?)?)
        }
        "config.touched" => json(&release_please(args)?.touched(args.texts("files")?)),
        "config.plan" => {
            let config = release_please(args)?;
            let workspace: Workspace = read(args, "workspace")?;
            let changes: Vec<Change> = read(args, "changes")?;
            let at = Timestamp::read(&Node::new(document::Value::Text(args.text("at")?.to_owned())));
            let plan = plan::plan(&config.workspace(&workspace)?, &changes, &config.policy, at?)?;
            json(&plan.to_string())
        }
        _ => {
            let unknown = || Err(Trouble::row(format!("unknown call {name:?}")));
            let more = || ledger::call(name, args).or_else(|| release_planning::call(name, args));
            gate::call(name, args).or_else(more).unwrap_or_else(unknown)
        }
    }
}

/// A call about changes; documents as plain data, without their `schema`.
fn change_call(name: &str, args: &Value) -> Result<String, Trouble> {
    let mode = || args["mode"].as_str().unwrap_or("lenient").parse::<Mode>();
    let levels = || match args.get("levels") {
        Some(_) => read(args, "levels"),
        None => Ok(Levels::new()),
    };
    let changes = || read::<Vec<Change>>(args, "changes");
    match name {
        "change.parse" => json(&conventional::split(args.text("text")?, mode()?)?),
        "change.of_commit" => {
            let components = args.texts("components")?.into_iter().map(str::to_owned).collect();
            json(&change::from_commit_with(&read(args, "commit")?, &components, mode()?, &levels()?))
        }
        "change.read_changeset" => json(&changeset::read(args.text("name")?, args.text("text")?)?),
        "change.read_changesets" => {
            json(&changeset::read_all(read::<BTreeMap<String, String>>(args, "files")?)?)
        }
        "change.changeset_text" => json(&changeset::to_text(&read(args, "change")?)),
        "change.override" => {
            json(&change::override_commits(&changes()?, &read(args, "overrides")?, mode()?, &levels()?))
        }
        "change.enrich" => {
            json(&change::enrich(&changes()?, &read(args, "enrichment")?, mode()?, &levels()?))
        }
        "change.merge_duplicates" => json(&change::merge_duplicates(&changes()?)),
        "change.cancel_reverts" => json(&change::cancel_reverts(&changes()?)),
        "change.backports" => {
            let rules = if args.get("rules").is_some() { read(args, "rules")? } else { BackportRules::new() };
            json(&change::backports(&read(args, "history")?, &rules))
        }
        "change.uncovered" => {
            let coverage =
                if args.get("coverage").is_some() { read(args, "coverage")? } else { Coverage::new() };
            let workspace: Workspace = read(args, "workspace")?;
            json(&plan::uncovered(&workspace, &changes()?, args.texts("touched")?, &coverage)?)
        }
        _ => Err(Trouble::row(format!("unknown call {name:?}"))),
    }
}

/// A map of texts.
fn texts(args: &Value, key: &str) -> Result<BTreeMap<String, String>, Trouble> {
    let map = args.field(key).as_object().ok_or_else(|| Trouble::row(format!("{key} is no map")))?;
    let text = |(key, value): (&String, &Value)| (key.clone(), value.as_str().unwrap_or_default().to_owned());
    Ok(map.iter().map(text).collect())
}

fn bump(args: &Value) -> Result<Bump, Trouble> {
    Ok(args.text("bump")?.parse()?)
}

/// What release-please's files say, which the arguments hold as texts.
fn release_please(args: &Value) -> Result<ReleasePleaseConfig, Trouble> {
    Ok(config::release_please(args.text("config")?, args.text("manifest")?)?)
}

/// The plan that the arguments ask for.
fn plan(args: &Value) -> Result<Plan, Trouble> {
    let workspace: Workspace = read(args, "workspace")?;
    let changes: Vec<Change> = read(args, "changes")?;
    let at = instant(args)?;
    let policy = if args.get("policy").is_some() { read(args, "policy")? } else { Policy::new() };
    Ok(plan::plan(&workspace, &changes, &policy, at)?)
}

/// A document given as a value, or as its JSON or YAML text; its errors say which argument it is.
fn read<T: Read>(args: &Value, key: &str) -> Result<T, Trouble> {
    let read = match args.field(key) {
        Value::String(text) => document::parse(text, Format::of_text(text)),
        value => T::read(&document::to_node(value)?),
    };
    Ok(read.map_err(|error| error.within(key))?)
}

/// Gates, facts, and what is asked.
fn gated(args: &Value) -> Result<(GateSet, Facts, Scope), Trouble> {
    let gates = GateSet::parse(args.text("gates")?).map_err(|error| error.within("gates"))?;
    let mut facts = Facts::new(Roster::new());
    facts.add(read::<Vec<Fact>>(args, "facts")?);
    let mut scope = Scope::new();
    (scope.stage, scope.environment) =
        (args["stage"].as_str().map(str::to_owned), args["environment"].as_str().map(str::to_owned));
    Ok((gates, facts, scope))
}

fn instant(args: &Value) -> Result<Timestamp, Trouble> {
    let at = Timestamp::read(&Node::new(document::Value::Text(args.text("at")?.to_owned())));
    Ok(at.map_err(|error| error.within("at"))?)
}

fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, Trouble> {
    Ok(document::to_json(value)?)
}

fn canonical_json(args: &Value) -> Result<String, Trouble> {
    Ok(canonical::write(&document::read(args.text("text")?, Format::Json)?, canonical::Policy::Exact)?)
}

/// `scheme` where `<key>_scheme` says nothing else.
fn scheme(args: &Value, key: &str) -> Result<Scheme, Trouble> {
    let name = match args.optional_text(&format!("{key}_scheme"))? {
        Some(own) => Some(own),
        None => args.optional_text("scheme")?,
    };
    Ok(name.map_or(Ok(Scheme::default()), str::parse)?)
}

fn version(args: &Value, key: &str) -> Result<Version, Trouble> {
    Ok(Version::parse_as(scheme(args, key)?, args.text(key)?)?)
}

fn requirement(args: &Value, key: &str) -> Result<Requirement, Trouble> {
    Ok(Requirement::parse_as(scheme(args, key)?, args.text(key)?)?)
}

fn increment(args: &Value) -> Result<Increment, Trouble> {
    let mut by = Increment::new(args.text("step")?.parse::<Step>()?);
    by.identifier = args.optional_text("identifier")?.map(str::to_owned);
    Ok(match args.get("base") {
        Some(base) => by.with_base(base.as_u64()),
        None => by,
    })
}

fn invalid(args: &Value) -> Result<bulk::Invalid, Trouble> {
    match args.optional_text("invalid")? {
        None | Some("refuse") => Ok(bulk::Invalid::Refuse),
        Some("skip") => Ok(bulk::Invalid::Skip),
        Some(other) => Err(Trouble::row(format!("unknown choice {other:?} for invalid rows"))),
    }
}

fn picked<'t>(texts: &[&'t str], rows: &[u32]) -> Vec<&'t str> {
    rows.iter().map(|row| texts[*row as usize]).collect()
}
