//! The folders that a member pattern names.
//!
//! A pattern is walked part by part and only where it leads, so that `packages/*` never looks into `target`.

use super::files::{Files, join};
use crate::component::ComponentError;
use crate::error::Place;
use globset::{GlobBuilder, GlobMatcher};
use std::collections::{BTreeSet, HashSet};

/// The most folders that the patterns of one manifest may reach.
pub(in crate::component) const MOST_FOLDERS: usize = 1 << 20;
/// The longest pattern that is read, in bytes.
const LONGEST: usize = 1024;
/// What it costs to understand a part of a pattern, counted in folders.
const PART: usize = 64;
/// How many names are compared for the cost of one folder.
const NAMES: usize = 8;
/// How deep `**` descends.
const DEEPEST: usize = 64;

/// Whose patterns these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::component) enum Style {
    /// Braces are just characters; `*` matches hidden folders.
    Cargo,
    /// Braces are alternatives; neither hidden folders nor `node_modules` are matched by a wildcard.
    Npm,
}

/// Why a pattern names no folders.
#[derive(Debug)]
pub(in crate::component) enum GlobError {
    /// It cannot be understood.
    Pattern(String),
    /// It reaches beyond [`MOST_FOLDERS`].
    TooMany,
    /// The files could not be asked.
    Files(crate::Error),
}

impl GlobError {
    /// As the error of a manifest that has `pattern` at this place.
    pub(in crate::component) fn of(self, pattern: &str, place: Place) -> crate::Error {
        match self {
            Self::Pattern(reason) => {
                ComponentError::Pattern { pattern: pattern.to_owned(), reason, place }.into()
            }
            Self::TooMany => ComponentError::TooMany { limit: MOST_FOLDERS, place }.into(),
            Self::Files(error) => error,
        }
    }
}

impl From<crate::Error> for GlobError {
    fn from(error: crate::Error) -> Self {
        Self::Files(error)
    }
}

/// One part of a pattern, between slashes.
enum Part {
    Parent,
    Literal(String),
    /// `**`: any number of folders.
    Folders,
    Wildcard(Box<GlobMatcher>),
}

/// Understands the patterns of one manifest, and stops where they become too many.
pub(in crate::component) struct Globs<'f> {
    files: &'f dyn Files,
    root: &'f str,
    style: Style,
    /// How many more folders may be looked at.
    left: usize,
}

impl<'f> Globs<'f> {
    /// Of patterns relative to the folder `root`.
    pub(in crate::component) fn new(files: &'f dyn Files, root: &'f str, style: Style) -> Self {
        Self { files, root, style, left: MOST_FOLDERS }
    }

    /// The folders that `pattern` names, sorted. Those that are named without wildcards need not exist.
    pub(in crate::component) fn folders(&mut self, pattern: &str) -> Result<BTreeSet<String>, GlobError> {
        let mut found = BTreeSet::new();
        for pattern in self.alternatives(pattern)? {
            let parts = self.parts(&pattern)?;
            self.walk(&parts, &mut found)?;
        }
        Ok(found)
    }

    /// Takes the folders that `pattern` names out of `found`.
    pub(in crate::component) fn exclude(
        &mut self,
        pattern: &str,
        found: &mut BTreeSet<String>,
    ) -> Result<(), GlobError> {
        for pattern in self.alternatives(pattern)? {
            let parts: Vec<&str> = pattern.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
            self.spend(parts.len() * PART + found.len() / NAMES)?;
            // What is taken out is the manifest in the folder: `**/test/**` is the folder `test` as well.
            let pattern = join(&globset::escape(self.root), &join(&parts.join("/"), "manifest"));
            let matcher = matcher(&pattern, self.style)?;
            found.retain(|folder| !matcher.is_match(join(folder, "manifest")));
        }
        Ok(())
    }

    fn walk(&mut self, parts: &[Part], found: &mut BTreeSet<String>) -> Result<(), GlobError> {
        let mut seen: HashSet<(String, usize)> = HashSet::new();
        let mut queue = vec![(self.root.to_owned(), 0usize)];
        while let Some((folder, next)) = queue.pop() {
            self.spend(1)?;
            if !seen.insert((folder.clone(), next)) {
                continue;
            }
            let style = self.style;
            let open = |name: &&String| is_open(name, style);
            match parts.get(next) {
                None => {
                    found.insert(folder);
                }
                Some(Part::Parent) => {
                    if !folder.is_empty() {
                        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
                        queue.push((parent.to_owned(), next + 1));
                    }
                }
                Some(Part::Literal(name)) => queue.push((join(&folder, name), next + 1)),
                Some(Part::Folders) => {
                    if folder.matches('/').count() < DEEPEST {
                        let inside = self.listed(&folder)?;
                        queue.extend(inside.iter().filter(open).map(|name| (join(&folder, name), next)));
                    }
                    queue.push((folder, next + 1));
                }
                Some(Part::Wildcard(matcher)) => {
                    let inside = self.listed(&folder)?;
                    let inside = inside.iter().filter(open).filter(|name| matcher.is_match(name));
                    queue.extend(inside.map(|name| (join(&folder, name), next + 1)));
                }
            }
        }
        Ok(())
    }

    fn parts(&mut self, pattern: &str) -> Result<Vec<Part>, GlobError> {
        let mut parts = Vec::new();
        for part in pattern.split('/') {
            self.spend(PART)?;
            parts.push(match part {
                "" | "." => continue,
                ".." => Part::Parent,
                "**" => Part::Folders,
                part if !has_wildcards(part) => Part::Literal(part.to_owned()),
                part => Part::Wildcard(Box::new(matcher(part, self.style)?)),
            });
        }
        Ok(parts)
    }

    /// The patterns that the braces of one stand for, as a shell expands them.
    fn alternatives(&mut self, pattern: &str) -> Result<Vec<String>, GlobError> {
        if pattern.len() > LONGEST {
            return Err(GlobError::Pattern(format!("it is longer than {LONGEST} bytes")));
        }
        let groups = ["!(", "+(", "*(", "?(", "@("];
        if self.style == Style::Npm && groups.iter().any(|group| pattern.contains(group)) {
            let reason = "groups in parentheses are not supported; list the folders instead";
            return Err(GlobError::Pattern(reason.to_owned()));
        }
        let mut done = Vec::new();
        let mut open = vec![pattern.to_owned()];
        while let Some(pattern) = open.pop() {
            self.spend(PART)?;
            match (self.style == Style::Npm).then(|| first_braces(&pattern)).flatten() {
                None => done.push(pattern),
                Some((before, choices, after)) => {
                    open.extend(choices.iter().map(|choice| format!("{before}{choice}{after}")));
                }
            }
        }
        Ok(done)
    }

    fn listed(&mut self, folder: &str) -> Result<Vec<String>, GlobError> {
        let inside = self.files.folders(folder)?;
        self.spend(inside.len() / NAMES)?;
        Ok(inside)
    }

    fn spend(&mut self, folders: usize) -> Result<(), GlobError> {
        self.left = self.left.checked_sub(folders).ok_or(GlobError::TooMany)?;
        Ok(())
    }
}

/// Whether a pattern can name more than one folder.
pub(in crate::component) fn has_wildcards(pattern: &str) -> bool {
    pattern.contains(['*', '?', '[', '{'])
}

/// Whether wildcards may match a folder of this name.
fn is_open(name: &str, style: Style) -> bool {
    match style {
        Style::Cargo => name != ".git",
        Style::Npm => !name.starts_with('.') && name != "node_modules",
    }
}

fn matcher(pattern: &str, style: Style) -> Result<GlobMatcher, GlobError> {
    let literal_braces = pattern.replace('{', "[{]").replace('}', "[}]");
    let pattern = if style == Style::Cargo { &literal_braces } else { pattern };
    match GlobBuilder::new(pattern).literal_separator(true).build() {
        Ok(glob) => Ok(glob.compile_matcher()),
        Err(error) => Err(GlobError::Pattern(error.kind().to_string())),
    }
}

/// The first braces that hold a comma at their own level: what comes before, the choices, and what comes after.
fn first_braces(pattern: &str) -> Option<(&str, Vec<&str>, &str)> {
    let start = pattern.find('{')?;
    let mut depth = 0usize;
    let mut from = start + 1;
    let mut choices = Vec::new();
    for (at, character) in pattern.char_indices().skip_while(|(at, _)| *at < start) {
        match character {
            '{' => depth += 1,
            ',' if depth == 1 => {
                choices.push(pattern.get(from..at)?);
                from = at + 1;
            }
            '}' if depth == 1 => {
                if choices.is_empty() {
                    return None;
                }
                choices.push(pattern.get(from..at)?);
                return Some((pattern.get(..start)?, choices, pattern.get(at + 1..)?));
            }
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}
