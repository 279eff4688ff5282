//! Planning by going round and round over everything until nothing changes, on numbers instead of versions.

use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Group, GroupKind, Workspace};
use greenboard::plan::{Peers, Policy, Propagation};
use greenboard::version::{Bump, Requirement, Version};
use std::collections::{BTreeMap, BTreeSet};

/// `major.minor.patch`.
pub type Triple = (u64, u64, u64);

/// What a requirement accepts, as Cargo has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepts {
    /// A bare path.
    Anything,
    Caret,
    Tilde,
    Exactly,
    AtLeast,
}

#[derive(Debug, Clone)]
pub struct Part {
    /// None where the manifest states none.
    pub version: Option<Triple>,
    pub private: bool,
    /// The number of the manifest that states its version, where that is not its own.
    pub stated_in: Option<u8>,
}

#[derive(Debug, Clone)]
pub struct Need {
    pub consumer: usize,
    pub provider: usize,
    pub kind: DependencyKind,
    pub accepts: Accepts,
    /// The version in the requirement; none for the provider's own.
    pub of: Option<Triple>,
}

/// A workspace as numbers; part 3 is called `c3`.
#[derive(Debug, Clone)]
pub struct Model {
    pub parts: Vec<Part>,
    pub needs: Vec<Need>,
    /// No part is in two of them.
    pub groups: Vec<(GroupKind, Vec<usize>)>,
}

/// What the model says of a plan.
#[derive(Debug, Default, PartialEq)]
pub struct Expected {
    /// New version, bump, and the names of the components that call for the release.
    pub releases: BTreeMap<String, (String, Bump, BTreeSet<String>)>,
    /// Consumer, provider, kind and new text of rewritten requirements.
    pub requirements: BTreeSet<(String, String, DependencyKind, String)>,
}

pub fn name(part: usize) -> String {
    format!("c{part}")
}

fn text((major, minor, patch): Triple) -> String {
    format!("{major}.{minor}.{patch}")
}

fn written(accepts: Accepts, of: Triple) -> String {
    let sign = match accepts {
        Accepts::Anything => return String::new(),
        Accepts::Caret => "^",
        Accepts::Tilde => "~",
        Accepts::Exactly => "=",
        Accepts::AtLeast => ">=",
    };
    format!("{sign}{}", text(of))
}

fn accepts(accepts: Accepts, of: Triple, version: Triple) -> bool {
    let (major, minor, _) = of;
    match accepts {
        Accepts::Anything => true,
        Accepts::Exactly => version == of,
        Accepts::AtLeast => version >= of,
        Accepts::Tilde => version >= of && (version.0, version.1) == (major, minor),
        Accepts::Caret if (major, minor) == (0, 0) => version == of,
        Accepts::Caret if major == 0 => version >= of && (version.0, version.1) == (0, minor),
        Accepts::Caret => version >= of && version.0 == major,
    }
}

fn next(old: Option<Triple>, bump: Bump, cargo: bool) -> Triple {
    let Some((major, minor, patch)) = old else { return (0, 1, 0) };
    let bump = match (major, minor, bump) {
        (0, 0, _) if cargo => Bump::Patch,
        (0, _, Bump::Major) => Bump::Minor,
        (0, _, Bump::Minor) if cargo => Bump::Patch,
        _ => bump,
    };
    match bump {
        Bump::Major => (major + 1, 0, 0),
        Bump::Minor => (major, minor + 1, 0),
        Bump::Patch => (major, minor, patch + 1),
        Bump::None => (major, minor, patch),
    }
}

impl Model {
    fn of(&self, need: &Need) -> Triple {
        need.of.or(self.parts[need.provider].version).unwrap_or_default()
    }

    /// Whether the workspace itself meets the need: always, unless the provider's version is outside it.
    fn is_met(&self, need: &Need) -> bool {
        self.parts[need.provider].version.is_none_or(|version| accepts(need.accepts, self.of(need), version))
    }

    /// All groups, those of parts that share a stated version included.
    fn joint(&self) -> Vec<(GroupKind, BTreeSet<usize>)> {
        let mut joint: Vec<(GroupKind, BTreeSet<usize>)> =
            self.groups.iter().map(|(kind, members)| (*kind, members.iter().copied().collect())).collect();
        for part in 0..self.parts.len() {
            let Part { version, stated_in, .. } = self.parts[part];
            if version.is_none() || stated_in.is_none() {
                continue;
            }
            let same = |other: &usize| {
                (self.parts[*other].version, self.parts[*other].stated_in) == (version, stated_in)
            };
            let mut all: BTreeSet<usize> = (0..self.parts.len()).filter(same).collect();
            if all.len() == 1 {
                continue;
            }
            let meets = |kind: GroupKind, group: &(GroupKind, BTreeSet<usize>), all: &BTreeSet<usize>| {
                group.0 == kind && !group.1.is_disjoint(all)
            };
            while let Some(at) = joint.iter().position(|group| meets(GroupKind::Fixed, group, &all)) {
                all.extend(joint.remove(at).1);
            }
            let linked: BTreeSet<usize> = joint
                .iter()
                .filter(|group| group.0 == GroupKind::Linked)
                .flat_map(|group| group.1.clone())
                .collect();
            if let Some(group) = joint.iter_mut().find(|group| meets(GroupKind::Linked, group, &all)) {
                let new: Vec<usize> = all.iter().filter(|member| !linked.contains(member)).copied().collect();
                group.1.extend(new);
            }
            joint.push((GroupKind::Fixed, all));
        }
        joint.sort_by_key(|(kind, _)| *kind);
        joint
    }

    /// What a plan should say, given what changes ask for.
    pub fn plan(&self, changes: &[(usize, Bump)], policy: &Policy) -> Expected {
        let rule = &policy.rules[0];
        let cargo = rule.preset == "cargo";
        let always = rule.options.propagation == Propagation::Always;
        let releasable = |part: usize| self.parts[part].version.is_some() || !self.parts[part].private;
        let joint = self.joint();
        let count = self.parts.len();
        let mut bumps = vec![Bump::None; count];
        for (part, bump) in changes {
            if releasable(*part) {
                bumps[*part] = bumps[*part].max(*bump);
            }
        }
        // Which parts move from the highest version of their groups, and who made them move.
        let mut grouped = vec![false; count];
        let mut deciders: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); count];
        let mut last: Vec<Option<usize>> = vec![None; count];
        let version = |part: usize, bumps: &[Bump], grouped: &[bool]| {
            let together = joint.iter().filter(|(_, members)| {
                (grouped[part] || self.parts[part].version.is_none()) && members.contains(&part)
            });
            let others = together.flat_map(|(_, members)| members).map(|&other| self.parts[other].version);
            let base = others.chain([self.parts[part].version]).max().flatten();
            next(base, bumps[part], cargo)
        };
        let excluded = |need: &Need, bumps: &[Bump], grouped: &[bool]| {
            !accepts(need.accepts, self.of(need), version(need.provider, bumps, grouped))
        };
        let asks = |need: &Need, bumps: &[Bump], grouped: &[bool]| {
            if !self.is_met(need) || bumps[need.provider] == Bump::None || !releasable(need.consumer) {
                return Bump::None;
            }
            let out = excluded(need, bumps, grouped);
            let breaks = match rule.options.peers {
                Peers::Major => true,
                Peers::MajorOutOfRange => out,
                _ => false,
            };
            if breaks && need.kind == DependencyKind::Peer && bumps[need.provider] > Bump::Patch {
                return Bump::Major;
            }
            let itself = need.consumer == need.provider;
            if itself || need.kind == DependencyKind::Dev || !(always || out) {
                Bump::None
            } else {
                Bump::Patch
            }
        };
        let mut tops = vec![(Bump::None, 0); joint.len()];
        loop {
            let start = (bumps.clone(), grouped.clone());
            loop {
                let before = bumps.clone();
                for need in &self.needs {
                    let bump = asks(need, &before, &grouped);
                    if bump > bumps[need.consumer] {
                        bumps[need.consumer] = bump;
                        last[need.consumer] = None;
                    }
                }
                if bumps == before {
                    break;
                }
            }
            for ((kind, members), top) in joint.iter().zip(&mut tops) {
                let highest = members.iter().map(|&member| bumps[member]).max().unwrap_or_default();
                if highest > top.0 {
                    *top = (highest, *members.iter().find(|member| bumps[**member] == highest).unwrap());
                }
                for &member in members.iter().filter(|_| top.0 > Bump::None) {
                    let moves = *kind == GroupKind::Fixed || bumps[member] > Bump::None;
                    if moves && releasable(member) {
                        grouped[member] = true;
                        if bumps[member] < top.0 {
                            if bumps[member] == Bump::None {
                                deciders[member].insert(top.1);
                            }
                            bumps[member] = top.0;
                            last[member] = Some(top.1);
                        }
                    }
                }
            }
            if (&bumps, &grouped) == (&start.0, &start.1) {
                break;
            }
        }
        let mut expected = Expected::default();
        for (part, bump) in bumps.iter().enumerate().filter(|(_, bump)| **bump > Bump::None) {
            let new = text(version(part, &bumps, &grouped));
            let calls = |need: &&Need| need.consumer == part && asks(need, &bumps, &grouped) > Bump::None;
            let mut callers: BTreeSet<String> =
                self.needs.iter().filter(calls).map(|need| name(need.provider)).collect();
            callers.extend(deciders[part].iter().chain(&last[part]).copied().map(name));
            expected.releases.insert(name(part), (new, *bump, callers));
        }
        for need in &self.needs {
            let provider = need.provider;
            if !self.is_met(need) || bumps[provider] == Bump::None || need.accepts == Accepts::Anything {
                continue;
            }
            let version = version(provider, &bumps, &grouped);
            let follows = always && bumps[need.consumer] > Bump::None;
            if (follows || excluded(need, &bumps, &grouped)) && version != self.of(need) {
                let text = written(need.accepts, version);
                expected.requirements.insert((name(need.consumer), name(provider), need.kind, text));
            }
        }
        expected
    }

    /// The same as a workspace of crates.
    pub fn workspace(&self) -> Workspace {
        let component = |(index, part): (usize, &Part)| {
            let mut component =
                Component::new(name(index), Ecosystem::Cargo, format!("crates/{}", name(index)));
            if let Some(version) = part.version {
                component = component.with_version(Version::parse(&text(version)).unwrap());
            }
            if let Some(manifest) = part.stated_in {
                component = component.with_version_from(format!("{manifest}/Cargo.toml"));
            }
            let mut component = component.with_private(part.private);
            for need in self.needs.iter().filter(|need| need.consumer == index) {
                let provider = name(need.provider);
                component = component.with_dependency(match need.accepts {
                    Accepts::Anything => Dependency::unversioned(provider, need.kind, "").with_local(true),
                    accepts => {
                        let requirement = Requirement::parse(&written(accepts, self.of(need))).unwrap();
                        Dependency::new(provider, need.kind, requirement)
                    }
                });
            }
            component
        };
        let groups = self.groups.iter();
        let groups =
            groups.map(|(kind, members)| Group::new(*kind, members.iter().map(|&member| name(member))));
        Workspace::new(self.parts.iter().enumerate().map(component)).unwrap().with_groups(groups)
    }
}
