//! Planning by going round and round over everything until nothing changes, on numbers instead of versions.

use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use greenboard::plan::{Policy, Propagation};
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

    /// What a plan should say, given what changes ask for.
    pub fn plan(&self, changes: &[(usize, Bump)], policy: &Policy) -> Expected {
        let cargo = policy.preset == "cargo";
        let always = policy.propagation == Propagation::Always;
        let releasable = |part: usize| self.parts[part].version.is_some() || !self.parts[part].private;
        let mut bumps = vec![Bump::None; self.parts.len()];
        for (part, bump) in changes {
            if releasable(*part) {
                bumps[*part] = bumps[*part].max(*bump);
            }
        }
        let excluded = |need: &Need, bumps: &[Bump]| {
            let version = next(self.parts[need.provider].version, bumps[need.provider], cargo);
            !accepts(need.accepts, self.of(need), version)
        };
        let calls = |need: &Need, bumps: &[Bump]| {
            let moves = self.is_met(need) && bumps[need.provider] > Bump::None;
            let itself = need.consumer == need.provider;
            moves && !itself && need.kind != DependencyKind::Dev && (always || excluded(need, bumps))
        };
        // What moves with a part, it included, by name.
        let together = |part: usize| -> Vec<usize> {
            let Part { version, stated_in, .. } = self.parts[part];
            let same = |other: &Part| (other.version, other.stated_in) == (version, stated_in);
            let shares = version.is_some() && stated_in.is_some();
            (0..self.parts.len())
                .filter(|&other| other == part || shares && same(&self.parts[other]))
                .collect()
        };
        let own = bumps.clone();
        // Who decides for each part that moves: the first by name that is asked for the most in the round that moves it.
        let mut deciders: Vec<Option<usize>> = vec![None; self.parts.len()];
        let share = |bumps: &mut Vec<Bump>, deciders: &mut Vec<Option<usize>>| {
            let alone = bumps.clone();
            for part in 0..bumps.len() {
                let decider = together(part).into_iter().rev().max_by_key(|&other| alone[other]).unwrap();
                bumps[part] = alone[decider];
                if bumps[part] > Bump::None && deciders[part].is_none() {
                    deciders[part] = Some(decider);
                }
            }
        };
        share(&mut bumps, &mut deciders);
        loop {
            let before = bumps.clone();
            for need in self.needs.iter().filter(|need| releasable(need.consumer)) {
                if calls(need, &before) {
                    bumps[need.consumer] = bumps[need.consumer].max(Bump::Patch);
                }
            }
            share(&mut bumps, &mut deciders);
            if bumps == before {
                break;
            }
        }
        let mut expected = Expected::default();
        for (part, bump) in bumps.iter().enumerate().filter(|(_, bump)| **bump > Bump::None) {
            let version = text(next(self.parts[part].version, *bump, cargo));
            let callers = self.needs.iter().filter(|need| need.consumer == part && calls(need, &bumps));
            let mut callers: BTreeSet<String> = callers.map(|need| name(need.provider)).collect();
            if let Some(decider) = deciders[part].filter(|decider| *decider != part && own[part] < *bump) {
                callers.insert(name(decider));
            }
            expected.releases.insert(name(part), (version, *bump, callers));
        }
        for need in &self.needs {
            let provider = need.provider;
            if !self.is_met(need) || bumps[provider] == Bump::None || need.accepts == Accepts::Anything {
                continue;
            }
            let version = next(self.parts[provider].version, bumps[provider], cargo);
            let follows = always && bumps[need.consumer] > Bump::None;
            if (follows || excluded(need, &bumps)) && version != self.of(need) {
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
        Workspace::new(self.parts.iter().enumerate().map(component)).unwrap()
    }
}
