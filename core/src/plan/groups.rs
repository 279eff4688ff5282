//! Components whose versions go together.

use super::error::PlanError;
use super::policy::Policy;
use super::policy::select::Selection;
use super::scope::Scope;
use super::types::{Warning, WarningKind};
use crate::component::{Group, GroupKind, Workspace};
use crate::version::{Scheme, Version};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The groups of a plan, and what each component is in. A component may be in one of either kind.
#[derive(Default)]
pub(super) struct Groups<'a> {
    all: Vec<Joint<'a>>,
    fixed: HashMap<u32, u32>,
    linked: HashMap<u32, u32>,
}

/// One group.
pub(super) struct Joint<'a> {
    pub kind: GroupKind,
    /// What people call it.
    pub name: Option<&'a str>,
    /// The manifest that states the version of all, where that makes them a group.
    pub from: Option<&'a str>,
    /// By name.
    pub members: Vec<u32>,
    /// The highest version of any member, in each of their schemes.
    highest: BTreeMap<&'static str, Version>,
}

impl<'a> Groups<'a> {
    /// Those of the workspace, of the policy, and of components that share one stated version.
    ///
    /// # Errors
    /// `plan.overlapping_groups`, `plan.invalid_selector`.
    pub fn of(
        workspace: &'a Workspace,
        policy: &'a Policy,
        scope: &Scope<'a>,
        warnings: &mut BTreeSet<Warning>,
    ) -> crate::Result<Self> {
        let mut groups = Self::default();
        for group in workspace.groups().iter().chain(&policy.groups) {
            groups.join(group, scope)?;
            let plain = |member: &&String| !member.contains(['*', '?', '[', '{', '(', '!', ':']);
            let unknown = group.members.iter().filter(plain).filter(|member| scope.find(member).is_none());
            warnings.extend(unknown.map(|member| Warning {
                component: member.clone(),
                kind: WarningKind::GroupMember,
                message: "it is named in a group, and is not in the workspace".to_owned(),
            }));
        }
        groups.share(scope);
        for group in &mut groups.all {
            group.highest = highest(&group.members, scope);
        }
        Ok(groups)
    }

    fn join(&mut self, group: &'a Group, scope: &Scope<'a>) -> crate::Result<()> {
        let selection = Selection::of(&group.members)?;
        let mut members: Vec<u32> = match selection.names() {
            Some(names) => names.filter_map(|name| scope.find(name)).collect(),
            None => {
                let all = scope.components.iter().zip(0..);
                all.filter(|(component, _)| selection.has(component)).map(|(_, at)| at).collect()
            }
        };
        members.sort_unstable();
        let number = self.all.len() as u32;
        for &member in &members {
            let before = self.fixed.get(&member).or_else(|| self.linked.get(&member)).copied();
            if let Some(before) = before {
                return Err(PlanError::OverlappingGroups {
                    component: scope.name(member).to_owned(),
                    first: self.describe(before),
                    second: described(group.kind, group.name.as_deref(), number),
                }
                .into());
            }
        }
        let of_kind = match group.kind {
            GroupKind::Fixed => &mut self.fixed,
            GroupKind::Linked => &mut self.linked,
        };
        of_kind.extend(members.iter().map(|&member| (member, number)));
        let name = group.name.as_deref();
        self.all.push(Joint { kind: group.kind, name, from: None, members, highest: BTreeMap::new() });
        Ok(())
    }

    fn describe(&self, group: u32) -> String {
        match self.all.get(group as usize) {
            Some(joint) => described(joint.kind, joint.name, group),
            None => String::new(),
        }
    }

    /// Makes one fixed group of what takes the same version from the same manifest; with a group that one of them is in, if any.
    fn share(&mut self, scope: &Scope<'a>) {
        let mut shared: BTreeMap<(&str, &str, &str), Vec<u32>> = BTreeMap::new();
        for (component, at) in scope.components.iter().zip(0..) {
            // Without a version there is none to share.
            if let (Some(version), Some(from)) = (&component.version, &component.version_from) {
                shared.entry((from, component.scheme.name(), version.as_str())).or_default().push(at);
            }
        }
        for ((from, _, _), members) in shared.into_iter().filter(|(_, members)| members.len() > 1) {
            let mut known: Vec<u32> =
                members.iter().filter_map(|member| self.fixed.get(member).copied()).collect();
            known.sort_unstable();
            known.dedup();
            let mut all = members;
            // Whatever groups they are in become one.
            for group in &known {
                if let Some(joint) = self.all.get_mut(*group as usize) {
                    all.append(&mut joint.members);
                }
            }
            all.sort_unstable();
            all.dedup();
            self.link(&all);
            let number = known.first().copied().unwrap_or(self.all.len() as u32);
            self.fixed.extend(all.iter().map(|&member| (member, number)));
            match self.all.get_mut(number as usize) {
                Some(joint) => joint.members = all,
                None => self.all.push(Joint {
                    kind: GroupKind::Fixed,
                    name: None,
                    from: Some(from),
                    members: all,
                    highest: BTreeMap::new(),
                }),
            }
        }
    }

    /// Takes all of them into the linked group that one of them is in, since they share its version too.
    fn link(&mut self, shared: &[u32]) {
        let Some(group) = shared.iter().find_map(|member| self.linked.get(member)).copied() else { return };
        let Some(joint) = self.all.get_mut(group as usize) else { return };
        for member in shared {
            if !self.linked.contains_key(member) {
                self.linked.insert(*member, group);
                joint.members.push(*member);
            }
        }
        joint.members.sort_unstable();
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn get(&self, group: u32) -> Option<&Joint<'a>> {
        self.all.get(group as usize)
    }

    /// The group of this kind that a component is in.
    pub fn of_kind(&self, kind: GroupKind, component: u32) -> Option<u32> {
        match kind {
            GroupKind::Fixed => self.fixed.get(&component).copied(),
            GroupKind::Linked => self.linked.get(&component).copied(),
        }
    }

    /// The groups that a component is in, fixed ones first.
    pub fn containing(&self, component: u32) -> impl Iterator<Item = u32> {
        [GroupKind::Fixed, GroupKind::Linked]
            .into_iter()
            .filter_map(move |kind| self.of_kind(kind, component))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Joint<'a>> {
        self.all.iter()
    }
}

impl Joint<'_> {
    /// The highest version of any member, in this scheme.
    pub fn highest(&self, scheme: Scheme) -> Option<&Version> {
        self.highest.get(scheme.name())
    }

    /// The member by whose rule the versions of all move.
    pub fn lead(&self) -> Option<u32> {
        self.members.first().copied()
    }
}

fn described(kind: GroupKind, name: Option<&str>, number: u32) -> String {
    match name {
        Some(name) => format!("the {} group {name:?}", kind.name()),
        None => format!("{} group {}", kind.name(), number + 1),
    }
}

/// The highest version of the members, as text of each scheme among them that can say it.
fn highest(members: &[u32], scope: &Scope<'_>) -> BTreeMap<&'static str, Version> {
    let mut highest: BTreeMap<&'static str, Version> = BTreeMap::new();
    let take = |highest: &mut BTreeMap<&'static str, Version>, version: &Version| {
        let name = version.scheme().name();
        let is_higher = highest
            .get(name)
            .is_none_or(|known| version.precedence(known).is_ok_and(std::cmp::Ordering::is_gt));
        if is_higher {
            highest.insert(name, version.clone());
        }
    };
    let components = || members.iter().filter_map(|member| scope.component(*member));
    for version in components().filter_map(|component| component.version.as_ref()) {
        take(&mut highest, version);
    }
    let mut schemes: Vec<Scheme> = components().map(|component| component.scheme).collect();
    schemes.sort_unstable_by_key(|scheme| scheme.name());
    schemes.dedup();
    if schemes.len() > 1 {
        let own: Vec<Version> = highest.values().cloned().collect();
        for scheme in schemes {
            for version in own.iter().filter(|version| version.scheme() != scheme) {
                if let Ok(version) = Version::parse_as(scheme, version.as_str()) {
                    take(&mut highest, &version);
                }
            }
        }
    }
    highest
}
