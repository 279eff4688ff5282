//! Gates made ready to be asked.

use super::error::GateError;
use super::file::{self, BreakGlassRule, Criterion, Drafted, Gate, GateFile, Overridden};
use super::outcome::Severity;
use super::select::Selector;
use super::settle;
use crate::Result;
use crate::calendar::Windows;
use crate::component::manifest::Files;
use crate::component::workspace_file;
use crate::document::{self, Format, Key, Node, Position, Read, Value, nearest};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Gates made ready to be asked: everything that can be wrong with them has been found. Cheap to clone.
///
/// ```
/// use greenboard::gate::GateSet;
/// use std::collections::BTreeMap;
///
/// let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
/// let gates = GateSet::of("gates.yaml", &BTreeMap::from([
///     file("base.yaml", "
/// parameters:
///   most: {default: 0.01}
/// gates:
///   - name: quality
///     criteria: [{name: errors, kind: threshold, metric: error_rate, maximum: '${most}'}]
/// "),
///     file("gates.yaml", "
/// include: [{file: base.yaml, with: {most: 0.02}}]
/// overrides:
///   - {gate: quality, criterion: errors, set: {severity: warn}, reason: new service}
/// "),
/// ]))?;
/// assert_eq!(gates.gates()[0].criteria[0].about.severity.unwrap().name(), "warn");
/// assert_eq!(gates.overridden()[0].reason, "new service");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct GateSet(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    /// All files as one, parameters filled in and overrides applied.
    file: GateFile,
    selectors: Vec<Selector>,
    calendars: BTreeMap<String, Windows>,
    digest: String,
}

impl PartialEq for GateSet {
    fn eq(&self, other: &Self) -> bool {
        self.0.file == other.0.file
    }
}

impl GateSet {
    /// The gates of a file that includes no others.
    ///
    /// # Errors
    /// `gate.not_loaded` where it includes others, has parameters or overrides: its text is read then, by [`of`](Self::of);
    /// `gate.*` for what is wrong with the gates.
    pub fn new(file: GateFile) -> Result<Self> {
        if !(file.include.is_empty() && file.parameters.is_empty() && file.overrides.is_empty()) {
            return Err(GateError::NotLoaded.into());
        }
        Self::compile(file, &Drafted::default())
    }

    /// The gates of a text that includes no others.
    ///
    /// # Errors
    /// `document.*` and `gate.*`, placed in the text.
    pub fn parse(text: &str) -> Result<Self> {
        let node = document::read(text, Format::of_text(text))?;
        Self::of_node(&node, None, &BTreeMap::new())
    }

    /// The gates of the file `main` and of those that it includes.
    ///
    /// # Errors
    /// `gate.no_file`; `document.*` and `gate.*`, with the file, the path inside of it, line and column.
    pub fn of(main: &str, files: &dyn Files) -> Result<Self> {
        match file::read(files, main)? {
            Some(node) => Self::of_node(&node, Some(main), files),
            None => Err(GateError::NoFile { file: main.to_owned() }.into()),
        }
    }

    /// The gates of a workspace: the section `gates` of the `greenboard.yaml` in the folder `root`. It is what a gate file is, or
    /// the name of one, relative to it. None where there is no such file, or no such section.
    ///
    /// ```
    /// use greenboard::gate::GateSet;
    /// use std::collections::BTreeMap;
    ///
    /// let text = "gates: {gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]}";
    /// let gates = GateSet::of_workspace(&BTreeMap::from([("greenboard.yaml".to_owned(), text.to_owned())]), "")?.unwrap();
    /// assert_eq!(gates.gates()[0].name, "quality");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`of`](Self::of).
    pub fn of_workspace(files: &dyn Files, root: &str) -> Result<Option<Self>> {
        let Some((path, section)) = workspace_file::section(files, root, "gates")? else { return Ok(None) };
        let node = match &section.value {
            Value::Null => return Ok(None),
            Value::Text(_) => including(&section),
            _ => section,
        };
        Self::of_node(&node, Some(&path), files).map(Some)
    }

    fn of_node(node: &Node, name: Option<&str>, files: &dyn Files) -> Result<Self> {
        let mut drafted = file::load(node, name, files)?;
        let mut whole = GateFile {
            groups: std::mem::take(&mut drafted.groups),
            calendars: drafted.calendars.iter().map(|(calendar, _)| calendar.clone()).collect(),
            break_glass: drafted.break_glass.take(),
            overridden: std::mem::take(&mut drafted.overridden),
            ..GateFile::default()
        };
        for draft in &drafted.gates {
            whole.gates.push(Gate::read(&draft.node).map_err(|error| draft.error(error))?);
        }
        Self::compile(whole, &drafted)
    }

    /// What is drafted says where everything stands, as far as it was read from texts.
    fn compile(file: GateFile, drafted: &Drafted) -> Result<Self> {
        let calendars = calendars(&file, drafted)?;
        let mut selectors = Vec::with_capacity(file.gates.len());
        let mut seen = BTreeSet::new();
        for (index, gate) in file.gates.iter().enumerate() {
            let draft = drafted.gates.get(index);
            let here = |error: crate::Error| match draft {
                Some(draft) => draft.error(error),
                None => error.under_index(index).under_key("gates"),
            };
            let node = draft.map(|draft| &draft.node);
            if !seen.insert(&gate.name) {
                let error = GateError::Duplicate { what: "gate", name: gate.name.clone() };
                return Err(here(placed(error.into(), node, &["name"])));
            }
            if [settle::FACTS, settle::EMERGENCIES].contains(&gate.name.as_str()) {
                let error = GateError::Reserved { gate: gate.name.clone() };
                return Err(here(placed(error.into(), node, &["name"])));
            }
            check(gate, &file, node).map_err(here)?;
            selectors.push(Selector::of(gate).map_err(|(glob, error)| here(at_text(error, node, glob)))?);
        }
        let digest = document::digest(&file)?;
        Ok(Self(Arc::new(Inner { file, selectors, calendars, digest })))
    }

    /// The gates, in order.
    pub fn gates(&self) -> &[Gate] {
        &self.0.file.gates
    }

    /// What was overridden in gates that were included.
    pub fn overridden(&self) -> &[Overridden] {
        &self.0.file.overridden
    }

    /// The digest of the gates as they are asked: parameters filled in, overrides applied.
    pub fn digest(&self) -> &str {
        &self.0.digest
    }

    /// The gates as one file, parameters filled in and overrides applied.
    pub fn file(&self) -> &GateFile {
        &self.0.file
    }

    /// The same as canonical JSON, from which [`parse`](Self::parse) makes the same gates.
    ///
    /// # Errors
    /// `document.not_finite` where a bound was no number.
    pub fn to_json(&self) -> Result<String> {
        document::emit(&self.0.file)
    }

    /// The gates, each with its selectors.
    pub(super) fn selected(&self) -> impl Iterator<Item = (&Gate, &Selector)> {
        self.0.file.gates.iter().zip(&self.0.selectors)
    }

    /// The windows of a calendar of the file.
    pub(crate) fn calendar(&self, name: &str) -> Option<&Windows> {
        self.0.calendars.get(name)
    }

    /// The names of the calendars of the file.
    pub(crate) fn calendars(&self) -> impl Iterator<Item = &str> {
        self.0.calendars.keys().map(String::as_str)
    }

    /// The members of a group of people.
    pub(crate) fn group(&self, name: &str) -> Option<&[String]> {
        self.0.file.groups.get(name).map(Vec::as_slice)
    }

    /// Who may pass the gates over in an emergency; none where nobody may.
    pub(crate) fn break_glass(&self) -> Option<&BreakGlassRule> {
        self.0.file.break_glass.as_ref()
    }
}

/// A gate file that does nothing but include the one that is named.
fn including(name: &Node) -> Node {
    let map = |key: &str, value: Node| {
        let key = Key { text: key.to_owned(), at: name.at };
        Node { value: Value::Map(vec![(key, value)]), at: name.at }
    };
    let inclusion = map("file", name.clone());
    map("include", Node { value: Value::List(vec![inclusion]), at: name.at })
}

/// The calendars of a file, ready to be asked.
fn calendars(file: &GateFile, drafted: &Drafted) -> Result<BTreeMap<String, Windows>> {
    let mut ready = BTreeMap::new();
    for (index, calendar) in file.calendars.iter().enumerate() {
        let here = |error: crate::Error| match drafted.calendars.get(index) {
            Some((_, said)) => said.error(error),
            None => error.under_index(index).under_key("calendars"),
        };
        let windows = Windows::of([calendar]).map_err(here)?;
        if ready.insert(calendar.name.clone(), windows).is_some() {
            let error = GateError::Duplicate { what: "calendar", name: calendar.name.clone() };
            return Err(here(error.into()));
        }
    }
    Ok(ready)
}

/// What can be wrong with a gate beyond its reading; the path is inside of it.
fn check(gate: &Gate, file: &GateFile, node: Option<&Node>) -> Result<()> {
    let count = gate.criteria.len();
    if count == 0 {
        return Err(placed(GateError::Empty { gate: gate.name.clone() }.into(), node, &[]));
    }
    // Criteria of severity `info` have no say; in a gate of that severity it is of no account.
    let weighs = |criterion: &Criterion| criterion.about.severity.unwrap_or(gate.severity) != Severity::Info;
    let weighing = gate.criteria.iter().filter(|criterion| weighs(criterion)).count();
    let most = if weighing == 0 { count } else { weighing };
    if let Some(least) = gate.at_least
        && (least == 0 || least as usize > most)
    {
        let error = GateError::AtLeast { gate: gate.name.clone(), least, criteria: most };
        return Err(placed(error.into(), node, &["at_least"]));
    }
    let mut seen = BTreeSet::new();
    let criteria = node.and_then(|node| node.get("criteria")).and_then(|list| list.list().ok());
    for (index, criterion) in gate.criteria.iter().enumerate() {
        let node = criteria.and_then(|criteria| criteria.get(index));
        let here = |error: crate::Error| Err(error.under_index(index).under_key("criteria"));
        if !seen.insert(&criterion.about.name) {
            let (gate, criterion) = (gate.name.clone(), criterion.about.name.clone());
            return here(placed(GateError::DuplicateCriterion { gate, criterion }.into(), node, &["name"]));
        }
        if let Some(cost) = criterion.about.cost.filter(|cost| !(0.0..=1e9).contains(cost)) {
            return here(placed(GateError::Cost { cost }.into(), node, &["cost"]));
        }
        for reference in criterion.check.judge().refers() {
            if let Some(error) = reference.unknown(file) {
                // The place of the name, wherever the kind has it.
                return here(at_text(error.into(), node, reference.name()));
            }
        }
    }
    Ok(())
}

/// What a criterion refers to by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference<'c> {
    /// A group of people.
    Group(&'c str),
    /// A calendar. One that the file does not have may be a fact; where it has one that is called nearly so, it is a slip.
    Calendar(&'c str),
}

impl<'c> Reference<'c> {
    fn name(self) -> &'c str {
        match self {
            Self::Group(name) | Self::Calendar(name) => name,
        }
    }

    /// The error where there is no such thing.
    fn unknown(self, file: &GateFile) -> Option<GateError> {
        let (what, known): (_, Vec<&str>) = match self {
            Self::Group(_) => ("group", file.groups.keys().map(String::as_str).collect()),
            Self::Calendar(_) => {
                ("calendar", file.calendars.iter().map(|calendar| calendar.name.as_str()).collect())
            }
        };
        let name = self.name();
        let near = nearest(name, &known);
        let is_wrong = !known.contains(&name) && (near.is_some() || !matches!(self, Self::Calendar(_)));
        is_wrong.then(|| GateError::UnknownReference {
            what,
            name: name.to_owned(),
            nearest: near.map(str::to_owned),
            known: known.into_iter().map(str::to_owned).collect(),
        })
    }
}

/// Where a text stands in a tree.
fn find(node: &Node, text: &str) -> Option<Position> {
    match &node.value {
        Value::Text(found) if found == text => Some(node.at),
        Value::List(items) => items.iter().find_map(|item| find(item, text)),
        Value::Map(entries) => entries.iter().find_map(|(key, value)| {
            let is_key = key.text == text;
            if is_key { Some(key.at) } else { find(value, text) }
        }),
        _ => None,
    }
}

/// An error at the value under these keys, or as near to it as there is one.
fn placed(error: crate::Error, node: Option<&Node>, keys: &[&str]) -> crate::Error {
    let found = node.map(|node| keys.iter().fold(node, |node, key| node.get(key).unwrap_or(node)).at);
    let error = match found {
        Some(at) => error.in_value_at(at.line, at.column),
        None => error,
    };
    keys.iter().rev().fold(error, |error, key| error.under_key(key))
}

/// An error, whose path is known, at the first text of a tree that reads so.
fn at_text(error: crate::Error, node: Option<&Node>, text: &str) -> crate::Error {
    match node.map(|node| find(node, text).unwrap_or(node.at)) {
        Some(at) => error.in_value_at(at.line, at.column),
        None => error,
    }
}
