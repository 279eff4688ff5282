//! From what changes ask for to what is released: bumps spread along the edges until nothing more is asked for.

use super::cause::{Cause, DependencyCause};
use super::fixed::Groups;
use super::is_releasable;
use super::policy::Propagation;
use crate::component::{Component, Dependency, DependencyKind, Workspace};
use crate::version::{Bump, Version};
use std::collections::{BTreeMap, HashMap};

/// What becomes of a released component.
pub(super) struct Release {
    pub bump: Bump,
    pub version: Version,
    /// The component whose own causes ask for this bump, for all that share its version: itself, or another of its group.
    pub decider: usize,
}

/// The dependencies that the workspace itself meets, from both ends. Components are indices into a list by name.
pub(super) struct Edges<'a> {
    all: Vec<Edge<'a>>,
    /// Where the edges of each consumer begin in `all`.
    of_consumer: Vec<usize>,
    /// Indices into `all`, by provider.
    by_provider: Vec<usize>,
    /// Where those of each provider begin.
    of_provider: Vec<usize>,
}

#[derive(Clone, Copy)]
pub(super) struct Edge<'a> {
    pub consumer: usize,
    pub provider: usize,
    pub dependency: &'a Dependency,
}

impl Edge<'_> {
    /// Whether the requirement excludes this version. One that names no versions excludes none.
    pub fn excludes(&self, version: &Version) -> bool {
        let requirement = self.dependency.requirement.as_ref();
        requirement.is_some_and(|requirement| !requirement.matches(version).unwrap_or(true))
    }

    /// What the provider's release at this version asks of the consumer.
    pub fn asks(&self, version: &Version, propagation: Propagation) -> Bump {
        match self.dependency.kind {
            DependencyKind::Dev => Bump::None,
            // What names itself is released already.
            _ if self.consumer == self.provider => Bump::None,
            _ if propagation == Propagation::Always || self.excludes(version) => Bump::Patch,
            _ => Bump::None,
        }
    }
}

impl<'a> Edges<'a> {
    pub fn of(workspace: &'a Workspace, components: &[&'a Component]) -> Self {
        let index: HashMap<&str, usize> = components
            .iter()
            .enumerate()
            .map(|(index, component)| (component.name.as_str(), index))
            .collect();
        let mut all = Vec::new();
        let mut of_consumer = vec![0];
        let mut of_provider = vec![0; components.len() + 1];
        for (consumer, component) in components.iter().enumerate() {
            for dependency in &component.dependencies {
                let provider = workspace.provider(component, dependency);
                let provider = provider.and_then(|provider| index.get(provider.name.as_str()).copied());
                if let Some(provider) = provider {
                    all.push(Edge { consumer, provider, dependency });
                    if let Some(count) = of_provider.get_mut(provider + 1) {
                        *count += 1;
                    }
                }
            }
            of_consumer.push(all.len());
        }
        let mut total = 0;
        for start in &mut of_provider {
            total += *start;
            *start = total;
        }
        let mut by_provider: Vec<usize> = (0..all.len()).collect();
        by_provider.sort_by_key(|&edge| all.get(edge).map(|edge: &Edge<'_>| edge.provider));
        Self { all, of_consumer, by_provider, of_provider }
    }

    /// The dependencies of a component, in its manifest's order.
    pub fn consumer(&self, consumer: usize) -> &[Edge<'a>] {
        let range = range(&self.of_consumer, consumer);
        self.all.get(range).unwrap_or_default()
    }

    fn provider(&self, provider: usize) -> impl Iterator<Item = Edge<'a>> {
        let range = range(&self.of_provider, provider);
        let edges = self.by_provider.get(range).unwrap_or_default();
        edges.iter().filter_map(|edge| self.all.get(*edge).copied())
    }

    /// The releases of providers that ask for a release of this component, by name.
    pub fn causes(
        &self,
        consumer: usize,
        components: &[&Component],
        releases: &[Option<Release>],
        propagation: Propagation,
    ) -> Vec<Cause> {
        let mut causes = Vec::new();
        for edge in self.consumer(consumer) {
            let Some(Some(release)) = releases.get(edge.provider) else { continue };
            let Some(provider) = components.get(edge.provider) else { continue };
            let bump = edge.asks(&release.version, propagation);
            if bump > Bump::None {
                causes.push(DependencyCause {
                    component: provider.name.clone(),
                    dependency: edge.dependency.kind,
                    bump,
                    requirement: edge.dependency.text.clone(),
                    out_of_range: edge.excludes(&release.version),
                    old: provider.version.as_ref().map(ToString::to_string),
                    new: release.version.to_string(),
                });
            }
        }
        let key = |c: &DependencyCause| (c.component.clone(), c.dependency, c.requirement.clone());
        causes.sort_by_cached_key(key);
        // One manifest may name a dependency several times, for several targets.
        causes.dedup();
        causes.into_iter().map(Cause::Dependency).collect()
    }
}

fn range(starts: &[usize], index: usize) -> std::ops::Range<usize> {
    let start = starts.get(index).copied().unwrap_or_default();
    let end = starts.get(index + 1).copied().unwrap_or(start);
    start..end
}

/// The least bumps that meet all demands, and the versions they lead to; none where nothing is asked for.
///
/// What shares a version moves as one: a group's bump is the greatest demand on any member, and is known before the work
/// begins. What an edge asks for is a patch, which raises only a group that is not released yet, so every bump rises at most
/// once and every version is settled when it is first looked at: this ends, and where it ends does not depend on order.
///
/// The work goes in rounds, each over what the one before it raised. So a group's decider is one whose causes were there
/// before the group was raised, and who follows causes from decider to decider comes to a change, never round in a circle.
pub(super) fn releases(
    components: &[&Component],
    edges: &Edges<'_>,
    groups: &Groups,
    demands: &[Bump],
    propagation: Propagation,
    next: impl Fn(&Component, Bump) -> crate::Result<Version>,
) -> crate::Result<Vec<Option<Release>>> {
    let demand = |at: usize| demands.get(at).copied().unwrap_or_default();
    // By group, the bump it is raised to and the first member that is asked for it.
    let mut raised: BTreeMap<usize, (Bump, usize)> = BTreeMap::new();
    for group in groups.all() {
        for member in groups.members(group) {
            raise(&mut raised, group, demand(member), member);
        }
    }
    let mut releases: Vec<Option<Release>> = components.iter().map(|_| None).collect();
    while !raised.is_empty() {
        let round = std::mem::take(&mut raised);
        for (&group, &(bump, decider)) in &round {
            for member in groups.members(group) {
                let (Some(component), Some(release)) = (components.get(member), releases.get_mut(member))
                else {
                    continue;
                };
                *release = Some(Release { bump, version: next(component, bump)?, decider });
            }
        }
        for provider in round.keys().flat_map(|group| groups.members(*group)) {
            let Some(Some(Release { version, .. })) = releases.get(provider) else { continue };
            for edge in edges.provider(provider) {
                let consumer = edge.consumer;
                let is_open = releases.get(consumer).is_some_and(Option::is_none)
                    && components.get(consumer).is_some_and(|component| is_releasable(component));
                if is_open {
                    raise(&mut raised, groups.group(consumer), edge.asks(version, propagation), consumer);
                }
            }
        }
    }
    Ok(releases)
}

/// Notes that `member` is asked for `bump`, where that is more than its group is asked for so far, or where it is the first by
/// name that is asked for as much.
fn raise(raised: &mut BTreeMap<usize, (Bump, usize)>, group: usize, bump: Bump, member: usize) {
    if bump == Bump::None {
        return;
    }
    let (most, decider) = raised.entry(group).or_insert((bump, member));
    if bump > *most {
        (*most, *decider) = (bump, member);
    } else if bump == *most {
        *decider = member.min(*decider);
    }
}
