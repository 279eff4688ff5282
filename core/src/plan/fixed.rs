//! Components that share one stated version: they are released together, at the same bump, or not at all.

use crate::component::Component;
use crate::version::{Scheme, Version};
use std::collections::{BTreeMap, HashMap};

/// The components by what moves as one. Components are indices into a list by name; one that shares its version with no other
/// is a group of its own.
pub(super) struct Groups {
    /// The first member of each component's group, which stands for the group.
    first: Vec<usize>,
    /// The groups of more than one, by their first member; members by name.
    shared: BTreeMap<usize, Vec<usize>>,
}

impl Groups {
    pub fn of(components: &[&Component]) -> Self {
        // Without a version there is none to share, and the private ones of that sort are not released at all.
        let stated = |component: &'_ &Component| -> Option<(String, Scheme, String)> {
            let version = component.version.as_ref().map(Version::to_string)?;
            Some((component.version_from.clone()?, component.scheme, version))
        };
        let mut known: HashMap<(String, Scheme, String), usize> = HashMap::new();
        let mut first = Vec::with_capacity(components.len());
        let mut shared: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, component) in components.iter().enumerate() {
            let group = stated(component).map_or(index, |key| *known.entry(key).or_insert(index));
            if group != index {
                shared.entry(group).or_insert_with(|| vec![group]).push(index);
            }
            first.push(group);
        }
        Self { first, shared }
    }

    /// What stands for the component's group; itself where it is alone.
    pub fn group(&self, component: usize) -> usize {
        self.first.get(component).copied().unwrap_or(component)
    }

    /// The groups, each by what stands for it.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        self.first.iter().enumerate().filter(|(index, first)| index == *first).map(|(index, _)| index)
    }

    /// The members of a group, by name.
    pub fn members(&self, group: usize) -> impl Iterator<Item = usize> {
        let shared = self.shared.get(&group).map(Vec::as_slice).unwrap_or_default();
        let alone = shared.is_empty().then_some(group);
        alone.into_iter().chain(shared.iter().copied())
    }
}
