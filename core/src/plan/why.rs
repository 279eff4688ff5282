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
    /// It, and every component whose release is part of the reason; nearest first, then by name. Each stands here once, also
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
        // Causes are by name, so what is equally near comes by name.
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
    /// Of the component's own changes the first few that ask for its whole bump are told, of the others' the first; the rest
    /// is counted.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let links: HashMap<&str, &Link> = self.links.iter().map(|l| (l.component.as_str(), l)).collect();
        let Some(asked) = self.links.first() else { return Ok(()) };
        let Link { component, old, new, bump, .. } = asked;
        write!(f, "{component} {} → {new} ({bump})", old.as_ref().map_or("(new)", Version::as_str))?;
        let mut told: HashSet<&str> = [component.as_str()].into();
        // What is still to be told, the next one last; a stack, because chains may be long.
        let mut rest = asked.lines(1, 5);
        while let Some((depth, line)) = rest.pop() {
            let cause = match line {
                Line::Cause(cause) => cause,
                Line::More(count) => {
                    let changes = if count == 1 { "change" } else { "changes" };
                    write!(f, "\n{:indent$}and {count} more {changes}", "", indent = 2 * depth)?;
                    continue;
                }
            };
            write!(f, "\n{:indent$}{cause}", "", indent = 2 * depth)?;
            let Some(link) = cause.provider().and_then(|name| links.get(name)) else { continue };
            if told.insert(&link.component) {
                rest.extend(link.lines(depth + 1, 1));
            } else if link.component == self.component {
                f.write_str(", see the top")?;
            } else {
                f.write_str(", see above")?;
            }
        }
        Ok(())
    }
}

/// A line of the text below a component.
enum Line<'a> {
    Cause(&'a Cause),
    /// So many changes that are not told.
    More(usize),
}

impl Link {
    /// The lines below this component with at most so many of its changes, last one first.
    fn lines(&self, depth: usize, most: usize) -> Vec<(usize, Line<'_>)> {
        let (changes, providers): (Vec<_>, Vec<_>) =
            self.causes.iter().partition(|cause| cause.provider().is_none());
        let decisive = changes.iter().filter(|cause| cause.bump() == self.bump).take(most);
        let mut lines: Vec<Line<'_>> = decisive.map(|cause| Line::Cause(cause)).collect();
        let more = changes.len() - lines.len();
        if more > 0 {
            lines.push(Line::More(more));
        }
        lines.extend(providers.into_iter().map(Line::Cause));
        lines.into_iter().rev().map(|line| (depth, line)).collect()
    }
}
