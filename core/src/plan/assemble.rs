//! From what becomes of each component to the plan: entries with their causes, what is kept, and warnings.

use super::cause::{
    Cause, ChangeCause, DependencyCause, FixedCause, LinkedCause, OverrideCause, PreExitCause,
};
use super::demand::Demands;
use super::edges::{Edge, Edges, Offer};
use super::fixpoint::{By, State};
use super::groups::Groups;
use super::publish::published;
use super::scope::{Scope, Standing};
use super::types::{Entry, Kept, KeptReason, RequirementUpdate, Warning, WarningKind};
use super::versions::Versions;
use super::{Policy, TrainMode};
use crate::change::{Change, Changelog, ChangelogLayout, Item, SectionKind};
use crate::component::GroupKind;
use crate::version::{Bump, Version};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// All that a plan is assembled of.
pub(super) struct Assembly<'w, 'a> {
    pub scope: &'w Scope<'a>,
    pub policy: &'w Policy,
    pub demands: &'w Demands<'a>,
    pub edges: &'w Edges<'a>,
    pub groups: &'w Groups<'a>,
    pub versions: &'w Versions<'w, 'a>,
    pub states: &'w [State],
    /// The versions that are not those that requirements were compared with: snapshots.
    pub snapshots: &'w HashMap<u32, Version>,
}

impl<'a> Assembly<'_, 'a> {
    fn state(&self, at: u32) -> Option<&State> {
        self.states.get(at as usize)
    }

    fn is_released(&self, at: u32) -> bool {
        self.state(at).is_some_and(State::is_released)
    }

    /// The version that a released component gets.
    fn version(&self, at: u32) -> Option<&Version> {
        self.snapshots.get(&at).or_else(|| self.state(at)?.version.as_ref())
    }

    /// What a provider's release offers to those that depend on it.
    fn offer(&self, provider: u32) -> Option<Offer<'_>> {
        let state = self.state(provider).filter(|state| state.is_released())?;
        let base = self.versions.base(provider, state.grouped);
        Some(Offer::new(state.bump, state.version.as_ref()?, base))
    }

    /// The entries, by name; `waves` says in which wave each goes out.
    pub fn entries(
        &self,
        wave_of: impl Fn(u32) -> usize,
        updates: &mut BTreeMap<u32, Vec<RequirementUpdate>>,
    ) -> Vec<Entry> {
        let mut first_of: HashMap<u32, u32> = HashMap::new();
        for at in 0..self.scope.len() as u32 {
            if let Some(group) = self.groups.of_kind(GroupKind::Fixed, at).filter(|_| self.is_released(at)) {
                first_of.entry(group).or_insert(at);
            }
        }
        let mut entries = Vec::new();
        for (component, at) in self.scope.components.iter().zip(0..) {
            let (Some(state), Some(version)) = (self.state(at), self.version(at)) else { continue };
            let (causes, changelog) = self.causes(at, state);
            let shown = published(self.scope, self.policy, at, version);
            let changelog = match &self.policy.links {
                Some(links) => {
                    let old = component.version.as_ref().filter(|_| !self.versions.is_first(at));
                    let old = old.and_then(|old| published(self.scope, self.policy, at, old).tag);
                    changelog.with_links(links, old.as_deref().zip(shown.tag.as_deref()))
                }
                None => changelog,
            };
            let fixed = self.groups.of_kind(GroupKind::Fixed, at).and_then(|group| first_of.get(&group));
            entries.push(Entry {
                component: component.name.clone(),
                package: component.package.clone(),
                ecosystem: component.ecosystem,
                scheme: version.scheme(),
                path: component.path.clone(),
                manifest: component.version_from.clone().or_else(|| component.manifest.clone()),
                old: component.version.clone().filter(|_| !self.versions.is_first(at)),
                new: version.clone(),
                bump: state.bump,
                wave: wave_of(at),
                after: self.after(at),
                fixed_with: fixed.map(|first| self.scope.name(*first).to_owned()),
                tag: shown.tag,
                dist_tag: shown.dist_tag,
                access: shown.access,
                private: component.private,
                publish: shown.publish,
                registry_key: shown.registry_key,
                causes,
                requirements: updates.remove(&at).unwrap_or_default(),
                changelog,
            });
        }
        entries
    }

    /// The released components that have to go out before this one.
    fn after(&self, at: u32) -> Vec<String> {
        let edges = self.edges.consumer(at).iter().filter(|edge| edge.orders);
        let edges = edges.filter(|edge| self.is_released(edge.provider));
        let providers: BTreeSet<u32> = edges.map(|edge| edge.provider).collect();
        providers.into_iter().map(|provider| self.scope.name(provider).to_owned()).collect()
    }

    fn causes(&self, at: u32, state: &State) -> (Vec<Cause>, Changelog) {
        let name = self.scope.name(at);
        let changes = self.demands.changes(at);
        let mut causes: Vec<Cause> = self.decided(at).into_iter().collect();
        causes.extend(changes.iter().map(|(change, bump)| change_cause(change, *bump)));

        let mut followed = self.followed(at, state);
        // What raised it may not ask as much of the version that came out in the end, where requirements have gaps.
        for (by, bump) in [state.first, (state.by, state.bump)] {
            if let By::Edge(edge) = by
                && let Some(cause) = self.edges.get(edge).and_then(|edge| self.dependency_cause(edge, bump))
                && !followed.iter().any(|other| is_same(other, &cause) && other.bump >= bump)
            {
                followed.push(cause);
            }
        }
        followed.sort_by(|a, b| {
            (&a.component, a.dependency, &a.requirement).cmp(&(&b.component, b.dependency, &b.requirement))
        });
        // One manifest may name a dependency several times, for several targets.
        followed.dedup();
        let layout = self.scope.options(at).and_then(|options| options.changelog.as_ref());
        let layout = layout.map_or_else(|| Cow::Owned(ChangelogLayout::default()), Cow::Borrowed);
        let mut changelog = Changelog::of_with(name, changes.iter().map(|(change, _)| *change), &layout);
        let items = followed.iter().map(|cause| Item::new(format!("{} {}", cause.component, cause.new)));
        changelog =
            changelog.with_titled(SectionKind::Dependencies, &layout.dependencies, items.collect::<Vec<_>>());
        causes.extend(followed.into_iter().map(Cause::Dependency));

        let mut joint: Vec<(Cause, String)> = Vec::new();
        for (by, bump) in [(state.by, state.bump), state.first] {
            let told = self.joint(at, by, bump);
            joint.extend(
                told.filter(|(cause, _)| joint.iter().all(|(other, _)| other.provider() != cause.provider())),
            );
        }
        // The changelog says so only where there is nothing else to say.
        if changelog.is_empty() {
            let decided = match causes.first() {
                Some(Cause::Override(cause)) => {
                    Some(cause.reason.clone().unwrap_or_else(|| cause.to_string()))
                }
                _ => None,
            };
            let lines = joint.iter().map(|(_, line)| line.clone()).chain(decided).map(Item::new);
            changelog = changelog.with(SectionKind::Other, lines.take(1).collect::<Vec<_>>());
        }
        causes.extend(joint.into_iter().map(|(cause, _)| cause));
        (causes, changelog)
    }

    /// What a person decided, as far as it is a reason for the release.
    fn decided(&self, at: u32) -> Option<Cause> {
        let decision = self.demands.decision(at)?;
        let bump = self.demands.decided_bump(self.scope, at, decision)?;
        let version =
            decision.version.as_ref().and_then(|_| self.demands.pinned(at)).map(ToString::to_string);
        let (by, reason) = (decision.by.clone(), decision.reason.clone());
        Some(OverrideCause { bump, version, by, reason }.into())
    }

    /// The releases of providers that ask for a release of this component.
    fn followed(&self, at: u32, state: &State) -> Vec<DependencyCause> {
        let Some(options) = self.scope.options(at) else { return Vec::new() };
        let mut causes = Vec::new();
        for edge in self.edges.consumer(at).iter().filter(|edge| edge.counts) {
            let Some(mut offer) = self.offer(edge.provider) else { continue };
            // Asked as if it were the only reason; and that of a peer only as far as it decides.
            let Some(bump) = edge.asks(&mut offer, options, Bump::None) else { continue };
            if bump > Bump::None && bump <= state.bump {
                causes.extend(self.dependency_cause(edge, bump));
            }
        }
        causes
    }

    fn dependency_cause(&self, edge: &Edge<'_>, bump: Bump) -> Option<DependencyCause> {
        let mut offer = self.offer(edge.provider)?;
        let provider = self.scope.component(edge.provider)?;
        Some(DependencyCause {
            component: provider.name.clone(),
            dependency: edge.dependency.kind,
            bump,
            requirement: edge.dependency.text.clone(),
            out_of_range: edge.excludes(&mut offer),
            old: provider.version.as_ref().map(ToString::to_string),
            new: self.version(edge.provider)?.to_string(),
        })
    }

    /// A reason that is a group or a train, and what the changelog says of it.
    fn joint(&self, at: u32, by: By, bump: Bump) -> Option<(Cause, String)> {
        match by {
            By::Group(kind, decider) if decider != at => {
                let group = self.groups.get(self.groups.of_kind(kind, at)?)?;
                let (component, name) = (self.scope.name(decider).to_owned(), group.name.map(str::to_owned));
                let line = format!("version shared with {component}");
                let cause = match kind {
                    GroupKind::Fixed => {
                        let from = group.from.map(str::to_owned);
                        FixedCause { component, from, group: name, bump }.into()
                    }
                    GroupKind::Linked => LinkedCause { component, group: name, bump }.into(),
                };
                Some((cause, line))
            }
            By::Exit => {
                let train = self.scope.train(at).filter(|train| train.mode == TrainMode::Exit)?;
                let old = self.scope.component(at)?.version.as_ref().map(ToString::to_string)?;
                let line = format!("release of {old}");
                Some((PreExitCause { tag: train.tag.clone(), old, bump }.into(), line))
            }
            _ => None,
        }
    }

    /// What the plan touches and does not release.
    pub fn kept(&self, warnings: &mut BTreeSet<Warning>) -> Vec<Kept> {
        let mut kept = Vec::new();
        for (component, at) in self.scope.components.iter().zip(0..) {
            if self.is_released(at) || !self.state(at).is_some_and(|state| state.touched) {
                continue;
            }
            let mut touched_by = BTreeSet::new();
            for edge in self.edges.consumer(at) {
                let Some(mut offer) = self.offer(edge.provider) else { continue };
                touched_by.insert(edge.provider);
                if edge.excludes(&mut offer) {
                    warnings.extend(self.left_behind(at, edge));
                }
            }
            let reason = match self.scope.standing(at) {
                Standing::Open if self.demands.is_named(at) => KeptReason::Named,
                Standing::Open => KeptReason::Requirement,
                Standing::Held => KeptReason::Held,
                Standing::Ignored => KeptReason::Ignored,
                Standing::Private => KeptReason::Private,
                Standing::NoVersion => KeptReason::NoVersion,
                Standing::External => KeptReason::External,
            };
            let touched_by = touched_by.into_iter().map(|provider| self.scope.name(provider).to_owned());
            let (component, touched_by) = (component.name.clone(), touched_by.collect());
            kept.push(Kept { component, reason, touched_by });
        }
        kept
    }

    /// The consequences of holding back what is asked of a component, for those that are released and depend on it.
    pub fn held_back(&self, warnings: &mut BTreeSet<Warning>) {
        for &held in &self.demands.held {
            for (_, edge) in self.edges.provider(held) {
                let shipped = self
                    .scope
                    .options(edge.consumer)
                    .is_some_and(|options| options.dependents.of(edge.dependency.kind) > Bump::None);
                if shipped && self.is_released(edge.consumer) {
                    let held = self.scope.name(held);
                    warnings.insert(Warning {
                        component: self.scope.name(edge.consumer).to_owned(),
                        kind: WarningKind::WithoutDependency,
                        message: format!(
                            "it depends on {held}, whose changes are not selected this time: it is released without them"
                        ),
                    });
                }
            }
        }
    }

    /// The consequence for a component that is out there, and stays as it is.
    fn left_behind(&self, at: u32, edge: &Edge<'_>) -> Option<Warning> {
        let (component, options) = (self.scope.component(at)?, self.scope.options(at)?);
        let reason = match self.scope.standing(at) {
            Standing::Held => "is not selected this time",
            Standing::Ignored => "is ignored",
            Standing::External => "is released by others",
            Standing::Open | Standing::Private | Standing::NoVersion => return None,
        };
        if options.dependents.of(edge.dependency.kind) == Bump::None {
            return None;
        }
        let (provider, new) = (self.scope.name(edge.provider), self.version(edge.provider)?);
        let text = &edge.dependency.text;
        let message = format!(
            "it {reason}, and its requirement {text:?} on {provider} does not admit {new}: who uses both is left behind"
        );
        Some(Warning { component: component.name.clone(), kind: WarningKind::LeftBehind, message })
    }
}

/// Whether two causes are over the same dependency.
fn is_same(a: &DependencyCause, b: &DependencyCause) -> bool {
    (&a.component, a.dependency, &a.requirement) == (&b.component, b.dependency, &b.requirement)
}

fn change_cause(change: &Change, bump: Bump) -> Cause {
    ChangeCause { id: change.id.clone(), bump, description: change.description.clone() }.into()
}
