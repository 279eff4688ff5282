//! From a gate file and those that it includes to one list of gates.

use super::overrides::{self, Overridden};
use super::parameters::{Parameter, Room, Values};
use super::{BreakGlassRule, Gate, GateFile};
use crate::calendar::Calendar;
use crate::component::manifest::{Files, resolve};
use crate::document::{self, Document, Fields, Format, Key, Node, Position, Read, Value, reads};
use crate::gate::error::GateError;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The most files that one gate file leads to, each counted as often as it is included.
const MOST_FILES: usize = 1000;
/// How deep includes may nest.
const DEEPEST: usize = 16;
/// What a gate file may say something of.
const SECTIONS: &[&str] =
    &["include", "parameters", "gates", "groups", "calendars", "break_glass", "overrides", "overridden"];

/// A gate file whose gates come with those of this one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Inclusion {
    /// The file, relative to this one.
    pub file: String,
    /// The values of its parameters, by name.
    #[serde(rename = "with")]
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    #[schemars(default)]
    pub with: BTreeMap<String, Node>,
}

reads!(Inclusion { file, with = BTreeMap::new() });

/// A gate on its way from a file into a set: what it says, and where.
#[derive(Debug, Clone)]
pub(in crate::gate) struct Draft {
    /// The file; none where it has no name.
    pub file: Option<String>,
    /// Its place among the gates of the file.
    pub index: usize,
    /// What it says.
    pub node: Node,
}

impl Draft {
    /// Its name.
    pub(super) fn name(&self) -> &str {
        name_of(&self.node)
    }

    /// The criterion of this name, or the names of those that there are.
    pub(super) fn criterion_mut(&mut self, name: &str) -> Result<&mut Node, Vec<String>> {
        let mut criteria: &mut [Node] = &mut [];
        if let Value::Map(entries) = &mut self.node.value
            && let Some((_, list)) = entries.iter_mut().find(|(key, _)| key.text == "criteria")
            && let Value::List(items) = &mut list.value
        {
            criteria = items;
        }
        match criteria.iter().position(|criterion| name_of(criterion) == name) {
            Some(at) => criteria.get_mut(at).ok_or_else(Vec::new),
            None => Err(criteria.iter().map(|criterion| name_of(criterion).to_owned()).collect()),
        }
    }

    /// A problem with this gate, said of its place in the file.
    pub(in crate::gate) fn error(&self, error: crate::Error) -> crate::Error {
        within(error.under_index(self.index).under_key("gates"), self.file.as_deref())
    }
}

fn name_of(node: &Node) -> &str {
    match node.get("name").map(|name| &name.value) {
        Some(Value::Text(name)) => name,
        _ => "",
    }
}

/// All that a gate file and those that it includes say.
#[derive(Debug, Default)]
pub(in crate::gate) struct Drafted {
    pub gates: Vec<Draft>,
    pub groups: BTreeMap<String, Vec<String>>,
    /// Each with the place of what is said of it.
    pub calendars: Vec<(Calendar, Said)>,
    pub break_glass: Option<BreakGlassRule>,
    pub overridden: Vec<Overridden>,
}

/// All that a file, `node`, and those that it includes say; `name` is what includes are relative to.
///
/// # Errors
/// `document.*` and `gate.*`, placed in the file that is at fault.
pub(in crate::gate) fn load(node: &Node, name: Option<&str>, files: &dyn Files) -> crate::Result<Drafted> {
    let mut loader =
        Loader { files, room: Room::new(), read: 1, drafted: Drafted::default(), trail: Vec::new() };
    loader.trail.extend(name.map(str::to_owned));
    let here = |error: crate::Error| within(error, name);
    let declared = declared(node).map_err(here)?;
    // Nobody includes the first file: its parameters are what they are by default.
    let values = Values::of(&declared, &[], name.unwrap_or("this file")).map_err(|error| {
        let at = node.get("parameters").map_or(node.at, |all| all.at);
        here(error.in_value_at(at.line, at.column).under_key("parameters"))
    })?;
    let gates = loader.file(node, name, values)?;
    loader.drafted.gates = gates;
    Ok(loader.drafted)
}

/// Where something is said.
#[derive(Debug, Clone)]
pub(in crate::gate) struct Said {
    file: Option<String>,
    path: (&'static str, usize),
    at: Position,
}

impl Said {
    /// An error, said of this place.
    pub(in crate::gate) fn error(&self, error: crate::Error) -> crate::Error {
        let (key, index) = self.path;
        let error = error.in_value_at(self.at.line, self.at.column);
        within(error.under_index(index).under_key(key), self.file.as_deref())
    }
}

struct Loader<'f> {
    files: &'f dyn Files,
    room: Room,
    /// How many files were read.
    read: usize,
    drafted: Drafted,
    /// The files that lead to the one that is read, and it.
    trail: Vec<String>,
}

impl Loader<'_> {
    /// The gates of one file and of those that it includes, in order.
    fn file(&mut self, node: &Node, name: Option<&str>, mut values: Values<'_>) -> crate::Result<Vec<Draft>> {
        let here = |error: crate::Error| within(error, name);
        // An empty file says nothing.
        if node.value == Value::Null {
            return Ok(Vec::new());
        }
        Fields::of(node, Some(GateFile::SCHEMA), SECTIONS).map_err(here)?;
        let sections = self.filled(node, &mut values).map_err(here)?;
        if let Some(key) = node.get("parameters").and_then(|all| unused(all, &values)) {
            let error = GateError::UnusedParameter { parameter: key.text.clone() };
            return Err(here(error.at(key.at).under_key(&key.text).under_key("parameters")));
        }
        let file = sections_of(&sections);
        let mut included = Vec::new();
        for (index, inclusion) in file.list("include").map_err(here)?.iter().enumerate() {
            let place = |error: crate::Error| here(error.under_index(index).under_key("include"));
            included.extend(self.include(inclusion, name, &place)?);
        }
        for (index, wanted) in file.list("overrides").map_err(here)?.iter().enumerate() {
            overrides::apply(wanted, &mut included, name, &mut self.drafted.overridden)
                .map_err(|error| here(error.under_index(index).under_key("overrides")))?;
        }
        let fields = Fields::open(&sections).map_err(here)?;
        let overridden: Option<Vec<Overridden>> = fields.optional("overridden").map_err(here)?;
        self.drafted.overridden.extend(overridden.unwrap_or_default());
        self.groups(&file).map_err(here)?;
        for (index, calendar) in file.list("calendars").map_err(here)?.iter().enumerate() {
            let path = ("calendars", index);
            let said = Said { file: name.map(str::to_owned), path, at: calendar.at };
            let read = Calendar::read(calendar)
                .map_err(|error| here(error.under_index(index).under_key("calendars")))?;
            self.drafted.calendars.push((read, said));
        }
        if let Some(section) = file.get("break_glass") {
            let rule = BreakGlassRule::read(section).map_err(|error| here(error.under_key("break_glass")))?;
            self.once(rule, section).map_err(|error| here(error.under_key("break_glass")))?;
        }
        for (index, gate) in file.list("gates").map_err(here)?.iter().enumerate() {
            let draft = Draft { file: name.map(str::to_owned), index, node: gate.clone() };
            Gate::read(gate).map_err(|error| draft.error(error))?;
            included.push(draft);
        }
        Ok(included)
    }

    /// A file with the values of its parameters put in, all but their declarations.
    fn filled(&mut self, node: &Node, values: &mut Values<'_>) -> crate::Result<Node> {
        let mut sections = Vec::new();
        for (key, value) in node.map()? {
            if key.text != "parameters" {
                let value = values.fill(value, &mut self.room).map_err(|error| error.under_key(&key.text))?;
                sections.push((key.clone(), value));
            }
        }
        Ok(Node { value: Value::Map(sections), at: node.at })
    }

    fn include(
        &mut self,
        node: &Node,
        from: Option<&str>,
        place: &dyn Fn(crate::Error) -> crate::Error,
    ) -> crate::Result<Vec<Draft>> {
        let inclusion = Inclusion::read(node).map_err(place)?;
        let at = node.get("file").map_or(node.at, |file| file.at);
        let refuse = |reason: String| {
            let error = GateError::Include { file: inclusion.file.clone(), reason };
            Err(place(error.at(at).under_key("file")))
        };
        let folder = from.and_then(|file| file.rsplit_once('/')).map_or("", |(folder, _)| folder);
        let target = resolve(folder, &inclusion.file).filter(|file| Format::of_path(file).is_some());
        let Some(target) = target else {
            return refuse("it is no .yaml, .json or .toml in this repository".to_owned());
        };
        if self.trail.contains(&target) {
            return refuse(format!("it leads back here: {} → {target}", self.trail.join(" → ")));
        }
        if self.trail.len() >= DEEPEST {
            return refuse(format!("files are included at most {DEEPEST} deep"));
        }
        self.read += 1;
        if self.read > MOST_FILES {
            return refuse(format!("at most {MOST_FILES} files are included"));
        }
        let Some(read) = read(self.files, &target)? else {
            return refuse("there is no such file".to_owned());
        };
        let given = node.get("with").filter(|with| with.value != Value::Null);
        let given = given.map_or(Ok(&[][..]), Node::map).map_err(place)?;
        let declared = declared(&read).map_err(|error| error.within(&target))?;
        let values = Values::of(&declared, given, &target).map_err(|error| match error.line() {
            Some(_) => place(error.under_key("with")),
            None => place(error.in_value_at(at.line, at.column)),
        })?;
        self.trail.push(target.clone());
        let gates = self.file(&read, Some(&target), values);
        self.trail.pop();
        gates
    }

    /// Who may break the glass is said once, or the same again.
    fn once(&mut self, rule: BreakGlassRule, node: &Node) -> crate::Result<()> {
        if self.drafted.break_glass.as_ref().is_some_and(|other| *other != rule) {
            return Err(GateError::Duplicate { what: "rule", name: "break_glass".to_owned() }.at(node.at));
        }
        self.drafted.break_glass = Some(rule);
        Ok(())
    }

    fn groups(&mut self, file: &Sections<'_>) -> crate::Result<()> {
        let Some(section) = file.get("groups") else { return Ok(()) };
        for (key, members) in section.map().map_err(|error| error.under_key("groups"))? {
            let here = |error: crate::Error| error.under_key(&key.text).under_key("groups");
            let members = Vec::<String>::read(members).map_err(here)?;
            match self.drafted.groups.get(&key.text) {
                Some(others) if *others != members => {
                    let error = GateError::Duplicate { what: "group", name: key.text.clone() };
                    return Err(here(error.at(key.at)));
                }
                _ => drop(self.drafted.groups.insert(key.text.clone(), members)),
            }
        }
        Ok(())
    }
}

/// The sections of a file.
struct Sections<'n>(&'n Node);

fn sections_of(node: &Node) -> Sections<'_> {
    Sections(node)
}

impl<'n> Sections<'n> {
    fn get(&self, key: &str) -> Option<&'n Node> {
        self.0.get(key).filter(|section| section.value != Value::Null)
    }

    fn list(&self, key: &str) -> crate::Result<&'n [Node]> {
        self.get(key).map_or(Ok(&[][..]), |section| section.list().map_err(|error| error.under_key(key)))
    }
}

/// The parameters that a file has.
fn declared(node: &Node) -> crate::Result<BTreeMap<String, Parameter>> {
    match node.value {
        Value::Map(_) => Ok(Fields::open(node)?.optional("parameters")?.unwrap_or_default()),
        _ => Ok(BTreeMap::new()),
    }
}

/// The first parameter that nothing in the file refers to.
fn unused<'n>(declared: &'n Node, values: &Values<'_>) -> Option<&'n Key> {
    let entries = declared.map().unwrap_or_default();
    entries.iter().map(|(key, _)| key).find(|key| !values.is_used(&key.text))
}

/// The file of this name, read; none where there is none.
pub(in crate::gate) fn read(files: &dyn Files, path: &str) -> crate::Result<Option<Node>> {
    let Some(text) = files.text(path)? else { return Ok(None) };
    let format = Format::of_path(path).unwrap_or_else(|| Format::of_text(text.as_ref()));
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    document::read(text, format).map(Some).map_err(|error| error.within(path))
}

fn within(error: crate::Error, file: Option<&str>) -> crate::Error {
    match file {
        Some(file) => error.within(file),
        None => error,
    }
}

impl GateError {
    /// The public error, said of a place in the text.
    pub(in crate::gate) fn at(self, at: Position) -> crate::Error {
        crate::Error::from(self).in_value_at(at.line, at.column)
    }
}
