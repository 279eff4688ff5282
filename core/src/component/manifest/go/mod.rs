//! Go modules: `go.mod`, alone or in the workspace of a `go.work`.
//!
//! The members of a workspace are what `use` names; without a `go.work`, the module at the root and every module in the
//! repository that a `replace` of a member leads to. A module's versions are its tags: none is stated in any file, and the tags
//! of a module in a folder begin with it (`tools/v1.2.0`), without the folder's `v2` where that is the module's own major version.
//!
//! A requirement that is there for the sake of others (`// indirect`) is an edge like any other: it is written in the file, and
//! the provider is tagged first.

mod syntax;

use super::files::{Files, join, resolve};
use super::problems::Problems;
use super::{Ecosystem, Rules};
use crate::component::{Component, ComponentError, Dependency, DependencyKind, VersionSource};
use crate::document::Position;
use crate::error::Place;
use crate::version::{Requirement, Scheme};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use syntax::Line;

/// The components of the Go workspace or module at the root of `files`; none where there is neither `go.work` nor `go.mod`.
///
/// ```
/// use greenboard::component::manifest::go;
/// use std::collections::BTreeMap;
///
/// let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
/// let components = go::read(&BTreeMap::from([
///     file("go.work", "go 1.24\nuse (\n\t./core\n\t./tools/v2\n)"),
///     file("core/go.mod", "module example.com/core"),
///     file("tools/v2/go.mod", "module example.com/tools/v2\nrequire example.com/core v1.4.0 // indirect"),
/// ]))?;
/// assert_eq!(components[0].tag.as_deref(), Some("core/{version}"));
/// assert_eq!(components[1].tag.as_deref(), Some("tools/{version}"));
/// assert_eq!(components[1].dependencies[0].text, "v1.4.0");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `component.broken_manifests`, listing everything that is wrong.
pub fn read(files: &dyn Files) -> crate::Result<Vec<Component>> {
    super::read_one::<Go>(files)
}

/// Go, as an ecosystem.
pub(super) enum Go {}

/// Where a workspace names its modules.
const WORK: &str = "go.work";

impl Rules for Go {
    const MANIFEST: &'static str = "go.mod";
    const ROOTS: &'static [&'static str] = &[WORK, Self::MANIFEST];
    const SCHEME: Scheme = Scheme::Go;

    fn read(files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component> {
        let mut reader = Reader { files, problems, components: BTreeMap::new(), in_work: false };
        match reader.open(root, WORK) {
            Some(work) => reader.workspace(root, &work),
            None => reader.modules(root),
        }
        let in_work = reader.in_work;
        let mut components = reader.components;
        if in_work {
            // In a workspace, what is required of a member is met by its copy.
            let names: BTreeSet<String> = components.keys().cloned().collect();
            for dependency in components.values_mut().flat_map(|component| &mut component.dependencies) {
                dependency.local |= names.contains(&dependency.name);
            }
        }
        components.into_values().collect()
    }

    fn orders_publication(_: &Dependency) -> bool {
        // A tag that requires another which is not there yet cannot be built.
        true
    }
}

/// A file that was read: where it is, and its lines.
struct File {
    path: String,
    lines: Vec<Line>,
}

impl File {
    fn place(&self, at: Position) -> Place {
        Place { path: Some(self.path.clone()), line: Some(at.line), column: Some(at.column) }
    }

    fn of<'f>(&'f self, verb: &'f str) -> impl Iterator<Item = &'f Line> {
        self.lines.iter().filter(move |line| line.verb == verb)
    }
}

struct Reader<'a> {
    files: &'a dyn Files,
    problems: &'a mut Problems,
    components: BTreeMap<String, Component>,
    in_work: bool,
}

impl Reader<'_> {
    fn open(&mut self, folder: &str, name: &str) -> Option<File> {
        let path = join(folder, name);
        let text = self.problems.take(self.files.text(&path))??;
        let (lines, wrong) = syntax::lines(text.strip_prefix('\u{feff}').unwrap_or(&text));
        let file = File { path, lines };
        for (reason, at) in wrong {
            self.wrong(&file, at, reason, "words on a line, or a block in parentheses after one");
        }
        Some(file)
    }

    fn wrong(&mut self, file: &File, at: Position, reason: impl Into<String>, expected: &'static str) {
        self.problems.push(ComponentError::Syntax { reason: reason.into(), expected, place: file.place(at) });
    }

    /// The modules that `go.work` uses.
    fn workspace(&mut self, root: &str, work: &File) {
        self.in_work = true;
        for line in work.of("use") {
            let Some(word) = line.words.first() else {
                self.wrong(work, line.at, "use names no folder", "use ./folder");
                continue;
            };
            // What lies outside the repository belongs to another.
            let Some(folder) = resolve(root, &word.text) else { continue };
            match self.open(&folder, Go::MANIFEST) {
                Some(file) => {
                    self.module(&file, &folder);
                }
                None => self.problems.push(ComponentError::NoMember {
                    what: format!("use {:?}", word.text),
                    folder,
                    manifest: Go::MANIFEST,
                    place: work.place(word.at),
                }),
            }
        }
    }

    /// The module at the root, and those that replacements lead to.
    fn modules(&mut self, root: &str) {
        let mut seen = BTreeSet::from([root.to_owned()]);
        let mut queue = VecDeque::from([root.to_owned()]);
        while let Some(folder) = queue.pop_front() {
            let Some(file) = self.open(&folder, Go::MANIFEST) else { continue };
            for target in self.module(&file, &folder) {
                if seen.insert(target.clone()) {
                    queue.push_back(target);
                }
            }
        }
    }

    /// Reads one module, and gives the folders that it is tied to.
    fn module(&mut self, file: &File, folder: &str) -> Vec<String> {
        let replaced = self.replacements(file, folder);
        let folders: Vec<String> = replaced.values().flatten().cloned().collect();
        let mut dependencies = Vec::new();
        for line in file.of("require") {
            let [module, version] = line.words.as_slice() else {
                self.wrong(file, line.at, "require names no module at a version", "require module v1.2.3");
                continue;
            };
            let requirement = Requirement::parse_as(Go::SCHEME, &version.text).map_err(|problem| {
                problem.in_value_at(version.at.line, version.at.column).within(&file.path)
            });
            let Some(requirement) = self.problems.take(requirement) else { continue };
            let mut dependency = Dependency::unversioned(&module.text, DependencyKind::Normal, &version.text)
                .with_local(replaced.get(&module.text).is_some_and(Option::is_some));
            dependency.requirement = Some(requirement);
            dependencies.push(dependency);
        }
        let Some(named) = file.of("module").next().and_then(|line| line.words.first()) else {
            let place = file.place(Position { line: 1, column: 1 });
            let expected = "a go.mod names its module";
            self.problems.push(ComponentError::Missing { what: "module".to_owned(), expected, place });
            return folders;
        };
        let name = named.text.as_str();
        match self.components.get(name) {
            Some(first) => self.problems.push(ComponentError::Duplicate {
                name: name.to_owned(),
                first: first.path.clone(),
                second: folder.to_owned(),
                place: file.place(named.at),
            }),
            None => {
                let mut component = Component::new(name, Ecosystem::Go, folder)
                    .with_manifest(&file.path)
                    .with_version_source(VersionSource::Tag)
                    .with_tag(tag(name, folder));
                component.dependencies = dependencies;
                self.components.insert(name.to_owned(), component);
            }
        }
        folders
    }

    /// The modules that are replaced, with the folder in the repository that takes their place; none where another module does.
    fn replacements(&mut self, file: &File, folder: &str) -> BTreeMap<String, Option<String>> {
        let mut replaced = BTreeMap::new();
        for line in file.of("replace") {
            let words: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
            match words.as_slice() {
                [old, "=>", new] | [old, _, "=>", new] if new.starts_with("./") || new.starts_with("../") => {
                    replaced.insert((*old).to_owned(), resolve(folder, new));
                }
                [old, "=>", _] | [old, _, "=>", _] | [old, "=>", _, _] | [old, _, "=>", _, _] => {
                    replaced.insert((*old).to_owned(), None);
                }
                _ => self.wrong(
                    file,
                    line.at,
                    "replace does not say what replaces what",
                    "replace module => ./folder, or => module v1.2.3",
                ),
            }
        }
        replaced
    }
}

/// How the versions of a module in this folder are tagged.
fn tag(module: &str, folder: &str) -> String {
    let own = module.rsplit('/').next().filter(|part| is_major(part));
    let prefix = match folder.rsplit_once('/') {
        Some((above, last)) if Some(last) == own => above,
        None if Some(folder) == own => "",
        _ => folder,
    };
    join(prefix, "{version}")
}

/// Whether a part of a module's path is its major version: `v2` and on.
fn is_major(part: &str) -> bool {
    let digits = part.strip_prefix('v').unwrap_or_default();
    !digits.is_empty()
        && !digits.starts_with('0')
        && digits != "1"
        && digits.bytes().all(|b| b.is_ascii_digit())
}
