//! The parts of a plan that do not need each other, and the steps in which each may go out.

use super::types::{Entry, Plan};
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A plan cut into what may go out by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Split {
    /// The parts, none of which needs another; by the first name in each.
    pub parts: Vec<Part>,
}

reads!(Split as "greenboard/split/1" { parts });

/// A part of a plan that goes out without the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Part {
    /// Its components, by name.
    pub components: Vec<String>,
    /// The smallest steps in which it may go out, each after those before it: what has to go out at once stands together, by name.
    /// One may stop after any of them.
    pub increments: Vec<Vec<String>>,
}

reads!(Part { components, increments });

impl Split {
    /// Its canonical JSON.
    ///
    /// # Errors
    /// `document.*`, where it was built by hand of what JSON cannot hold.
    pub fn to_json(&self) -> crate::Result<String> {
        crate::document::emit(self)
    }
}

/// The parts of a plan that may go out by themselves, and the steps in which each may.
///
/// Two components are in one part where one has to go out after the other, is released because of it, requires its new
/// version, or always shares its version.
///
/// ```
/// use greenboard::change::Change;
/// use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
/// use greenboard::plan::{Policy, plan, split};
/// use greenboard::version::{Bump, Requirement, Version};
///
/// let of = |name: &str| Component::new(name, Ecosystem::Cargo, name).with_version(Version::parse("1.0.0").unwrap());
/// let core = Dependency::new("core", DependencyKind::Normal, Requirement::parse("^1.0")?);
/// let workspace = Workspace::new([of("core"), of("cli").with_dependency(core), of("docs")])?;
/// let change = Change::new("9fceb02", "drop the old format").with_bump("core", Bump::Major).with_bump("docs", Bump::Patch);
/// let plan = plan(&workspace, &[change], &Policy::new(), "2026-11-02T09:00:00Z".parse().unwrap())?;
///
/// let parts = split(&plan).parts;
/// assert_eq!(parts[0].increments, [["core"], ["cli"]]);
/// assert_eq!(parts[1].components, ["docs"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn split(plan: &Plan) -> Split {
    let numbers: HashMap<&str, usize> =
        plan.entries.iter().enumerate().map(|(at, entry)| (entry.component.as_str(), at)).collect();
    // What each needs to be out: entries stand in the order of waves, so most of it stands before.
    let needs: Vec<Vec<usize>> = plan.entries.iter().map(|entry| needs(entry, &numbers)).collect();
    let mut parts = Sets::new(needs.len());
    for (at, needs) in needs.iter().enumerate() {
        for other in needs {
            parts.join(at, *other);
        }
    }
    // What has to go out at once: all that always share a version, the units of waves, and what that closes into a circle.
    let mut at_once = Sets::new(needs.len());
    for (at, entry) in plan.entries.iter().enumerate() {
        if let Some(first) = entry.fixed_with.as_ref().and_then(|first| numbers.get(first.as_str())) {
            at_once.join(at, *first);
            parts.join(at, *first);
        }
    }
    for unit in plan.waves.iter().flatten() {
        let members: Vec<usize> =
            unit.components.iter().filter_map(|name| numbers.get(name.as_str()).copied()).collect();
        for pair in members.windows(2) {
            if let [a, b] = pair {
                at_once.join(*a, *b);
                parts.join(*a, *b);
            }
        }
    }
    let steps = steps(&needs, &mut at_once);

    let name = |at: &usize| plan.entries.get(*at).map_or_else(String::new, |entry| entry.component.clone());
    let mut by_part: BTreeMap<usize, Vec<Vec<String>>> = BTreeMap::new();
    for step in steps {
        let Some(first) = step.first() else { continue };
        let mut names: Vec<String> = step.iter().map(name).collect();
        names.sort_unstable();
        by_part.entry(parts.find(*first)).or_default().push(names);
    }
    let mut parts: Vec<Part> = by_part
        .into_values()
        .map(|increments| {
            let mut components: Vec<String> = increments.concat();
            components.sort_unstable();
            Part { components, increments }
        })
        .collect();
    parts.sort_by(|a, b| a.components.cmp(&b.components));
    Split { parts }
}

impl Plan {
    /// The parts of this plan that may go out by themselves; see [`split`].
    pub fn split(&self) -> Split {
        split(self)
    }
}

/// The released components that have to be out before an entry, or with it.
fn needs(entry: &Entry, numbers: &HashMap<&str, usize>) -> Vec<usize> {
    let causes = entry.causes.iter().filter_map(super::Cause::provider);
    let required = entry.requirements.iter().map(|update| update.dependency.as_str());
    let names: BTreeSet<&str> =
        entry.after.iter().map(String::as_str).chain(causes).chain(required).collect();
    names
        .into_iter()
        .filter(|name| *name != entry.component)
        .filter_map(|name| numbers.get(name).copied())
        .collect()
}

/// The steps in an order in which each comes after what it needs: the strongly connected sets of what needs each other, where
/// what goes out at once counts as one.
fn steps(needs: &[Vec<usize>], at_once: &mut Sets) -> Vec<Vec<usize>> {
    let count = needs.len();
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..count {
        members.entry(at_once.find(at)).or_default().push(at);
    }
    let mut graph: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (at, needs) in needs.iter().enumerate() {
        let set = at_once.find(at);
        let others: Vec<usize> =
            needs.iter().map(|other| at_once.find(*other)).filter(|other| *other != set).collect();
        graph.entry(set).or_default().extend(others);
    }
    let mut steps = Vec::new();
    for sets in connected(&graph) {
        let step: Vec<usize> = sets.iter().filter_map(|set| members.get(set)).flatten().copied().collect();
        steps.push(step);
    }
    steps
}

/// Tarjan's strongly connected sets, those that others need first; with a stack of our own, since chains may be long.
fn connected(graph: &BTreeMap<usize, BTreeSet<usize>>) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy)]
    struct Met {
        at: usize,
        low: usize,
        open: bool,
    }
    let mut met: HashMap<usize, Met> = HashMap::new();
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for &root in graph.keys() {
        if met.contains_key(&root) {
            continue;
        }
        let edges = |node: usize| graph.get(&node).into_iter().flatten().copied();
        let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut next = Some(root);
        loop {
            if let Some(node) = next.take() {
                met.insert(node, Met { at: met.len(), low: met.len(), open: true });
                open.push(node);
                // Popped from the end.
                let edges: Vec<usize> = edges(node).collect();
                path.push((node, edges.into_iter().rev().collect()));
            }
            let Some((node, rest)) = path.last_mut() else { break };
            let node = *node;
            match rest.pop() {
                Some(other) => match met.get(&other).copied() {
                    None => next = Some(other),
                    Some(other) if other.open => lower(&mut met, node, other.at, |met| &mut met.low),
                    Some(_) => {}
                },
                None => {
                    path.pop();
                    let Some(Met { at, low, .. }) = met.get(&node).copied() else { break };
                    if let Some((parent, _)) = path.last() {
                        lower(&mut met, *parent, low, |met| &mut met.low);
                    }
                    if low == at {
                        let start = open.iter().rposition(|other| *other == node).unwrap_or_default();
                        let set = open.split_off(start);
                        for member in &set {
                            if let Some(met) = met.get_mut(member) {
                                met.open = false;
                            }
                        }
                        found.push(set);
                    }
                }
            }
        }
    }
    fn lower<M>(met: &mut HashMap<usize, M>, node: usize, to: usize, low: impl Fn(&mut M) -> &mut usize) {
        if let Some(met) = met.get_mut(&node) {
            let low = low(met);
            *low = to.min(*low);
        }
    }
    found
}

/// Disjoint sets of numbers.
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn parent(&self, at: usize) -> usize {
        self.0.get(at).copied().unwrap_or(at)
    }

    /// What stands for the set that a number is in: the least number.
    fn find(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.parent(root) != root {
            root = self.parent(root);
        }
        let mut at = at;
        while self.parent(at) != root {
            let next = self.parent(at);
            if let Some(slot) = self.0.get_mut(at) {
                *slot = root;
            }
            at = next;
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
