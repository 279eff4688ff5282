//! Why a component is released: the chain of reasons down to the changes.

use super::cause::Cause;
use super::types::{Entry, Plan};
use crate::document::reads;
use crate::version::{Bump, Scheme, Version};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;

/// The reasons for one component's release, and for the releases behind those. `Display` tells them as a tree.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Why {
    /// The component asked about.
    pub component: String,
    /// It, and every component whose release is part of the reason; nearest first, then in the order of the causes. Each stands here once, also
    /// where components depend on each other in a circle.
    pub links: Vec<Link>,
}

reads!(Why as "greenboard/why/1" { component, links });

/// One release in a chain of reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Link {
    /// The component.
    pub component: String,
    /// The scheme of both versions.
    pub scheme: Scheme,
    /// The version it has.
    pub old: Option<Version>,
    /// The version it gets.
    pub new: Version,
    /// How much its causes ask for at most.
    pub bump: Bump,
    /// Why it is released. The components that it depends on are links too.
    pub causes: Vec<Cause>,
}

reads!(Link { component, scheme: Scheme, old under scheme, new under scheme, bump, causes });

/// Why `component` is in the plan.
///
/// # Errors
/// `plan.not_planned` where it is not.
pub fn why(plan: &Plan, component: &str) -> crate::Result<Why> {
    let entries: HashMap<&str, &Entry> = plan.entries.iter().map(|e| (e.component.as_str(), e)).collect();
    let asked = plan.require(component)?;
    let mut seen: HashSet<&str> = [component].into();
    let mut queue = VecDeque::from([asked]);
    let mut links = Vec::new();
    while let Some(entry) = queue.pop_front() {
        links.push(Link::of(entry));
        // Causes are by name, so what is equally near comes by name; what shares the version comes last.
        for provider in entry.causes.iter().filter_map(Cause::provider) {
            if let Some(entry) = entries.get(provider).filter(|_| seen.insert(provider)) {
                queue.push_back(entry);
            }
        }
    }
    Ok(Why { component: component.to_owned(), links })
}

impl Plan {
    /// Why a component is in this plan; see [`why`].
    ///
    /// # Errors
    /// As [`why`].
    pub fn why(&self, component: &str) -> crate::Result<Why> {
        why(self, component)
    }
}

impl Why {
    /// Its canonical JSON.
    ///
    /// # Errors
    /// `document.*`, where it was built by hand of what JSON cannot hold.
    pub fn to_json(&self) -> crate::Result<String> {
        crate::document::emit(self)
    }
}

impl Link {
    fn of(entry: &Entry) -> Self {
        Self {
            component: entry.component.clone(),
            scheme: entry.scheme,
            old: entry.old.clone(),
            new: entry.new.clone(),
            bump: entry.bump,
            causes: entry.causes.clone(),
        }
    }
}

impl fmt::Display for Why {
    /// Of the component's own changes the first few that ask for the most are told, of the others' the first; the rest
    /// is counted.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let links: HashMap<&str, &Link> = self.links.iter().map(|l| (l.component.as_str(), l)).collect();
        match self.links.first() {
            Some(asked) => tell(f, asked.into(), |name| Some((*links.get(name)?).into()), usize::MAX),
            None => Ok(()),
        }
    }
}

/// How far lines are indented at most, in levels: a chain of thousands of components is still read from top to bottom.
const MOST_INDENTED: usize = 24;

/// A release, to be told why.
pub(crate) struct Told<'a> {
    component: &'a str,
    old: Option<&'a Version>,
    new: &'a Version,
    bump: Bump,
    causes: &'a [Cause],
}

impl<'a> From<&'a Link> for Told<'a> {
    fn from(link: &'a Link) -> Self {
        let Link { component, old, new, bump, causes, .. } = link;
        Self { component, old: old.as_ref(), new, bump: *bump, causes }
    }
}

impl<'a> From<&'a Entry> for Told<'a> {
    fn from(entry: &'a Entry) -> Self {
        let Entry { component, old, new, bump, causes, .. } = entry;
        Self { component, old: old.as_ref(), new, bump: *bump, causes }
    }
}

/// Writes why a component is released, and why those that it follows are, as far as so many levels below it; of what stands
/// on the last level only its own changes.
pub(crate) fn tell<'a>(
    out: &mut dyn fmt::Write,
    asked: Told<'a>,
    find: impl Fn(&str) -> Option<Told<'a>>,
    deepest: usize,
) -> fmt::Result {
    let Told { component, old, new, bump, .. } = asked;
    write!(out, "{component} {} → {new} ({bump})", old.map_or("(new)", Version::as_str))?;
    let mut told: HashSet<&str> = [component].into();
    // What is still to be told, the next one last; a stack, because chains may be long.
    let mut rest = asked.lines(1, 5, deepest);
    while let Some((depth, line)) = rest.pop() {
        let indent = 2 * depth.min(MOST_INDENTED);
        let cause = match line {
            Line::Cause(cause) => cause,
            Line::More(count) => {
                let changes = if count == 1 { "change" } else { "changes" };
                write!(out, "\n{:indent$}and {count} more {changes}", "")?;
                continue;
            }
        };
        write!(out, "\n{:indent$}{cause}", "")?;
        let Some(link) = cause.provider().and_then(&find) else { continue };
        if told.insert(link.component) {
            rest.extend(link.lines(depth + 1, 1, deepest));
        } else if link.component == component {
            out.write_str(", see the top")?;
        } else {
            out.write_str(", see above")?;
        }
    }
    Ok(())
}

/// A line of the text below a component.
enum Line<'a> {
    Cause(&'a Cause),
    /// So many changes that are not told.
    More(usize),
}

impl<'a> Told<'a> {
    /// The lines below this component with at most so many of its changes, last one first.
    fn lines(&self, depth: usize, most: usize, deepest: usize) -> Vec<(usize, Line<'a>)> {
        let (changes, providers): (Vec<&Cause>, Vec<&Cause>) =
            self.causes.iter().partition(|cause| cause.provider().is_none());
        // Another component may ask for more than all of its own changes.
        let greatest = changes.iter().map(|cause| cause.bump()).max().unwrap_or_default();
        let decides = |cause: &&&Cause| matches!(cause, Cause::Override(_)) || cause.bump() == greatest;
        let decisive = changes.iter().filter(decides).take(most);
        let mut lines: Vec<Line<'_>> = decisive.map(|cause| Line::Cause(cause)).collect();
        let more = changes.len() - lines.len();
        if more > 0 {
            lines.push(Line::More(more));
        }
        if depth < deepest {
            lines.extend(providers.into_iter().map(Line::Cause));
        }
        lines.into_iter().rev().map(|line| (depth, line)).collect()
    }
}
