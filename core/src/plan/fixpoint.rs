//! From what changes ask for to what is released: bumps spread along the edges until nothing more is asked for.

use super::cause::{Cause, DependencyCause};
use super::is_releasable;
use super::policy::Propagation;
use crate::component::{Component, Dependency, DependencyKind, Workspace};
use crate::version::{Bump, Version};
use std::collections::HashMap;

/// What becomes of a released component.
pub(super) struct Release {
    pub bump: Bump,
    pub version: Version,
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
/// Bumps only ever rise, so this ends, and where it ends does not depend on the order of the work: what an edge asks for is
/// a patch, which raises only what is not released yet, so a provider's version is settled when it is first looked at.
pub(super) fn releases(
    components: &[&Component],
    edges: &Edges<'_>,
    mut bumps: Vec<Bump>,
    propagation: Propagation,
    next: impl Fn(&Component, Bump) -> crate::Result<Version>,
) -> crate::Result<Vec<Option<Release>>> {
    let mut releases: Vec<Option<Release>> = components.iter().map(|_| None).collect();
    let mut raised: Vec<usize> = (0..components.len()).filter(|&at| is_raised(&bumps, at)).collect();
    while let Some(provider) = raised.pop() {
        let (Some(component), Some(&bump)) = (components.get(provider), bumps.get(provider)) else {
            continue;
        };
        let version = next(component, bump)?;
        for edge in edges.provider(provider) {
            if !components.get(edge.consumer).is_some_and(|consumer| is_releasable(consumer)) {
                continue;
            }
            let asked = edge.asks(&version, propagation);
            if let Some(bump) = bumps.get_mut(edge.consumer).filter(|bump| **bump < asked) {
                *bump = asked;
                raised.push(edge.consumer);
            }
        }
        if let Some(release) = releases.get_mut(provider) {
            *release = Some(Release { bump, version });
        }
    }
    Ok(releases)
}

fn is_raised(bumps: &[Bump], at: usize) -> bool {
    bumps.get(at).is_some_and(|bump| *bump > Bump::None)
}
