//! From the file of a workspace to all that it includes.

use super::{Declaration, DeclaredEdge, NAMES, WorkspaceFile};
use crate::component::ComponentError;
use crate::component::group::Group;
use crate::component::manifest::files::{Files, join, resolve};
use crate::component::manifest::problems::Problems;
use crate::component::manifest::tree::Texts;
use crate::document::{self, Document, Fields, Format, Key, Node, Position, Read, Value};
use crate::error::Place;
use crate::fact::Identity;
use std::collections::BTreeSet;

/// The most files that one workspace's file leads to.
const MOST_FILES: usize = 1000;
/// How deep includes may nest.
const DEEPEST: usize = 16;
/// What a file may say something of.
const SECTIONS: &[&str] =
    &["include", "roots", "repositories", "components", "edges", "groups", "identity", "policy", "gates"];

/// All that a workspace's file and those it includes say, with the places of what may turn out to be wrong.
#[derive(Default)]
pub(in crate::component) struct Loaded {
    /// Folders, resolved, and globs over them as they are written, of the files that state them.
    pub roots: Vec<Pattern>,
    /// Name and folder.
    pub repositories: Vec<(String, String, Place)>,
    pub components: Vec<Statement>,
    pub edges: Vec<Said<DeclaredEdge>>,
    pub groups: Vec<Said<Group>>,
    pub identity: Identity,
}

/// A glob over folders, and where it is to be understood.
pub(in crate::component) struct Pattern {
    pub text: String,
    pub folder: String,
    pub place: Place,
}

/// What a file says, and where.
pub(in crate::component) struct Said<T> {
    pub what: T,
    /// The file.
    pub file: String,
    /// The node it was read from.
    pub node: Node,
}

/// What a file says of a component, by its name or a glob.
pub(in crate::component) type Statement = Said<(String, Declaration)>;

impl<T> Said<T> {
    /// The place of the value under `key`, or of the whole where there is none.
    pub fn place(&self, key: &str) -> Place {
        place(&self.file, self.node.get(key).unwrap_or(&self.node).at)
    }
}

pub(super) fn place(file: &str, at: Position) -> Place {
    let known = |number: u32| (number > 0).then_some(number);
    Place { path: Some(file.to_owned()), line: known(at.line), column: known(at.column) }
}

/// The folder that a file is in.
pub(super) fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The file of the workspace in the folder `root`, read; none where there is none.
pub(super) fn open(files: &dyn Files, root: &str) -> crate::Result<Option<(String, Node)>> {
    let mut found: Option<(String, Node)> = None;
    for name in NAMES {
        let path = join(root, name);
        let Some(node) = read(files, &path)? else { continue };
        if let Some((first, _)) = found {
            return Err(ComponentError::TwoFiles { first, second: path }.into());
        }
        found = Some((path, node));
    }
    Ok(found)
}

fn read(files: &dyn Files, path: &str) -> crate::Result<Option<Node>> {
    let Some(text) = files.text(path)? else { return Ok(None) };
    let format = Format::of_path(path).unwrap_or(Format::Yaml);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    document::read(text, format).map(Some).map_err(|error| error.within(path))
}

/// All that the workspace's file in the folder `root` says, if there is one. Goes on after a problem, to find the next.
pub(in crate::component) fn load(files: &dyn Files, root: &str, problems: &mut Problems) -> Option<Loaded> {
    let (first, node) = problems.take(open(files, root))??;
    let mut loaded = Loaded::default();
    let mut seen = BTreeSet::from([first.clone()]);
    // Files to be read, each with those that lead to it.
    let mut open: Vec<(String, Node, Vec<String>)> = vec![(first.clone(), node, Vec::new())];
    while let Some((path, node, trail)) = open.pop() {
        let included = loaded.add(&path, &node, problems);
        let trail = [trail, vec![path.clone()]].concat();
        let mut next = Vec::new();
        for (name, at) in included {
            let place = place(&path, at);
            let reason = |reason: &str| ComponentError::Include {
                file: name.to_owned(),
                reason: reason.to_owned(),
                place: place.clone(),
            };
            let target = resolve(folder_of(&path), name).filter(|_| Format::of_path(name).is_some());
            let Some(target) = target else {
                problems.push(reason("it is no .yaml, .json or .toml in this repository"));
                continue;
            };
            if trail.contains(&target) {
                problems.push(reason(&format!("it leads back here: {}", trail.join(" → "))));
            } else if trail.len() >= DEEPEST {
                problems.push(reason(&format!("files are included at most {DEEPEST} deep")));
            } else if seen.len() >= MOST_FILES {
                problems.push(reason(&format!("at most {MOST_FILES} files are included")));
            } else if seen.insert(target.clone()) {
                match problems.take(read(files, &target)) {
                    Some(Some(node)) => next.push((target, node, trail.clone())),
                    Some(None) => problems.push(reason("there is no such file")),
                    None => {}
                }
            }
        }
        // In the order in which they are named.
        open.extend(next.into_iter().rev());
    }
    for problem in loaded.identity.ambiguous() {
        problems.push(problem.within(&first));
    }
    Some(loaded)
}

impl Loaded {
    /// Adds what a file says, and gives the files that it includes.
    fn add<'n>(&mut self, path: &str, node: &'n Node, problems: &mut Problems) -> Texts<'n> {
        let within = |error: crate::Error| error.within(path);
        // An empty file says nothing.
        if node.value == Value::Null {
            return Vec::new();
        }
        let fields = Fields::of(node, Some(WorkspaceFile::SCHEMA), SECTIONS).map_err(within);
        if problems.take(fields).is_none() {
            return Vec::new();
        }
        let folder = folder_of(path);
        for (text, at) in texts(node, "roots", path, problems) {
            self.roots.push(Pattern {
                text: text.to_owned(),
                folder: folder.to_owned(),
                place: place(path, at),
            });
        }
        for (key, value) in entries(node, "repositories", path, problems) {
            let name =
                String::read(value).map_err(|error| error.under_key(&key.text).under_key("repositories"));
            let Some(text) = problems.take(name.map_err(within)) else { continue };
            match resolve(folder, &text) {
                Some(at) => self.repositories.push((key.text.clone(), at, place(path, value.at))),
                None => problems.push(ComponentError::Wrong {
                    what: format!("the folder of the repository {:?}", key.text),
                    found: value.value.described(),
                    expected: "a folder below this one",
                    place: place(path, value.at),
                }),
            }
        }
        for (key, value) in entries(node, "components", path, problems) {
            let read = Declaration::read(value).map_err(|error| error.under_key(&key.text));
            let read = read.map_err(|error| within(error.under_key("components")));
            if let Some(declaration) = problems.take(read) {
                let node = Node { value: value.value.clone(), at: key.at };
                self.components.push(Said {
                    what: (key.text.clone(), declaration),
                    file: path.to_owned(),
                    node,
                });
            }
        }
        self.edges.extend(items(node, "edges", path, problems));
        self.groups.extend(items(node, "groups", path, problems));
        if let Some(section) = node.get("identity").filter(|node| node.value != Value::Null) {
            let read = Identity::read(section).map_err(|error| within(error.under_key("identity")));
            if let Some(identity) = problems.take(read) {
                self.identity = std::mem::take(&mut self.identity).and(&identity);
            }
        }
        texts(node, "include", path, problems)
    }
}

fn texts<'n>(node: &'n Node, key: &str, path: &str, problems: &mut Problems) -> Texts<'n> {
    let mut texts = Vec::new();
    for (index, item) in list(node, key, path, problems).iter().enumerate() {
        let text = item.text().map_err(|error| error.under_index(index).under_key(key).within(path));
        texts.extend(problems.take(text).map(|text| (text, item.at)));
    }
    texts
}

fn items<T: Read>(node: &Node, key: &str, path: &str, problems: &mut Problems) -> Vec<Said<T>> {
    let mut items = Vec::new();
    for (index, item) in list(node, key, path, problems).iter().enumerate() {
        let read = T::read(item).map_err(|error| error.under_index(index).under_key(key).within(path));
        let said = |what| Said { what, file: path.to_owned(), node: item.clone() };
        items.extend(problems.take(read).map(said));
    }
    items
}

fn list<'n>(node: &'n Node, key: &str, path: &str, problems: &mut Problems) -> &'n [Node] {
    let Some(section) = node.get(key).filter(|node| node.value != Value::Null) else { return &[] };
    let list = section.list().map_err(|error| error.under_key(key).within(path));
    problems.take(list).unwrap_or_default()
}

fn entries<'n>(node: &'n Node, key: &str, path: &str, problems: &mut Problems) -> &'n [(Key, Node)] {
    let Some(section) = node.get(key).filter(|node| node.value != Value::Null) else { return &[] };
    let entries = section.map().map_err(|error| error.under_key(key).within(path));
    problems.take(entries).unwrap_or_default()
}
