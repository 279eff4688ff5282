//! From what is asked outright to what is released: bumps rise along edges and in groups until nothing more is asked for.

use super::demand::Demands;
use super::edges::{Edges, Offer};
use super::groups::Groups;
use super::policy::Ranges;
use super::scope::Scope;
use super::versions::Versions;
use crate::component::GroupKind;
use crate::version::{Bump, Version};

/// What becomes of a component.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// How much is asked of it; nothing where it is not released.
    pub bump: Bump,
    /// The version it gets, where it is released.
    pub version: Option<Version>,
    /// What raised it first, and to what; what raised it last.
    pub first: (By, Bump),
    pub by: By,
    /// Whether it moves from the highest version of its group.
    pub grouped: bool,
    /// Whether the plan touches it without releasing it: a requirement of it moves, or a changeset names it.
    pub touched: bool,
}

impl State {
    pub fn is_released(&self) -> bool {
        self.bump > Bump::None
    }

    /// Whether the plan says anything of it.
    pub fn is_in(&self) -> bool {
        self.is_released() || self.touched
    }
}

/// What raised a component to the bump that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum By {
    /// Its changes, or a decision.
    #[default]
    Demand,
    /// The release of what it depends on over this edge.
    Edge(u32),
    /// A group that it is in, for the sake of this member.
    Group(GroupKind, u32),
    /// The arrival of its train.
    Exit,
}

/// The fixpoint on its way.
pub(super) struct Fixpoint<'s, 'a> {
    scope: &'s Scope<'a>,
    edges: &'s Edges<'a>,
    groups: &'s Groups<'a>,
    versions: &'s Versions<'s, 'a>,
    states: Vec<State>,
    /// The greatest bump in each group, and the first member that was asked for it.
    tops: Vec<(Bump, u32)>,
    /// What changed since the dependents were looked at.
    fresh: Vec<u32>,
    /// What changed since the groups were looked at.
    moved: Vec<u32>,
    /// For each consumer, what is asked of it in this round, and over which edge.
    asked: Vec<(Bump, u32)>,
}

/// The least bumps that meet all demands, and the versions that they lead to.
///
/// The work alternates: what is raised asks its dependents in rounds, each over all that the one before raised; when no
/// dependent has to follow any more, groups are brought in line, and what that raises asks again. A bump only rises, three
/// times at most, so this ends after a time linear in components and edges; and since a round sees the state that the one
/// before left, where it ends does not depend on any order.
///
/// Each component keeps what raised it first, which was released before it; so whoever follows that comes to a demand, never
/// round in a circle.
pub(super) fn states<'s, 'a>(
    scope: &'s Scope<'a>,
    edges: &'s Edges<'a>,
    groups: &'s Groups<'a>,
    versions: &'s Versions<'s, 'a>,
    demands: &Demands<'a>,
) -> crate::Result<Vec<State>> {
    let mut work = Fixpoint {
        scope,
        edges,
        groups,
        versions,
        states: vec![State::default(); scope.len()],
        tops: vec![(Bump::None, u32::MAX); groups.len()],
        fresh: Vec::new(),
        moved: Vec::new(),
        asked: vec![(Bump::None, u32::MAX); scope.len()],
    };
    let mut late = Vec::new();
    for at in 0..scope.len() as u32 {
        work.raise(at, demands.bump(scope, at), By::Demand);
        if demands.is_named(at) {
            work.touch(at);
        }
        if scope.has_trains() && versions.arrives(at)? {
            match scope.options(at).map(|options| options.ranges) {
                Some(Ranges::Changesets2 | Ranges::Changesets3) => late.push(at),
                _ if work.bump(at) == Bump::None => work.raise(at, Bump::Patch, By::Exit),
                _ => {}
            }
        }
    }
    while !work.fresh.is_empty() {
        work.settle_dependents()?;
        work.settle_groups(GroupKind::Fixed);
        work.settle_groups(GroupKind::Linked);
        work.moved.clear();
    }
    // The tool looks at dependents no more after these.
    for at in late {
        let touched = work.states.get(at as usize).is_some_and(|state| state.touched);
        if work.bump(at) == Bump::None && (scope.is_open(at) || !touched) {
            work.raise(at, Bump::Patch, By::Exit);
            work.move_version(at)?;
        }
    }
    Ok(work.states)
}

impl Fixpoint<'_, '_> {
    fn bump(&self, at: u32) -> Bump {
        self.states.get(at as usize).map_or(Bump::None, |state| state.bump)
    }

    fn raise(&mut self, at: u32, bump: Bump, by: By) {
        if let Some(state) = self.states.get_mut(at as usize)
            && bump > state.bump
        {
            if state.bump == Bump::None {
                state.first = (by, bump);
            }
            (state.bump, state.by) = (bump, by);
            self.fresh.push(at);
            self.moved.push(at);
        }
    }

    fn touch(&mut self, at: u32) {
        if let Some(state) = self.states.get_mut(at as usize)
            && !state.touched
        {
            state.touched = true;
            self.fresh.push(at);
        }
    }

    fn move_version(&mut self, at: u32) -> crate::Result<()> {
        if let Some(state) = self.states.get_mut(at as usize)
            && state.is_released()
        {
            state.version = self.versions.next(at, state.bump, state.grouped)?;
        }
        Ok(())
    }

    /// Rounds over dependents, until none has to follow any more.
    fn settle_dependents(&mut self) -> crate::Result<()> {
        while !self.fresh.is_empty() {
            let mut round = std::mem::take(&mut self.fresh);
            round.sort_unstable();
            round.dedup();
            let mut asked: Vec<u32> = Vec::new();
            let mut touched: Vec<u32> = Vec::new();
            for &provider in &round {
                self.move_version(provider)?;
                self.ask_dependents(provider, &mut asked, &mut touched);
            }
            for consumer in asked {
                let slot = self.asked.get_mut(consumer as usize);
                let (bump, edge) =
                    slot.map_or((Bump::None, 0), |slot| std::mem::replace(slot, (Bump::None, u32::MAX)));
                self.raise(consumer, bump, By::Edge(edge));
            }
            for consumer in touched {
                self.touch(consumer);
            }
        }
        Ok(())
    }

    fn ask_dependents(&mut self, provider: u32, asked: &mut Vec<u32>, touched: &mut Vec<u32>) {
        let Some(state) = self.states.get(provider as usize) else { return };
        let offer = state.version.as_ref().filter(|_| state.is_released());
        let base = self.versions.base(provider, state.grouped);
        let mut offer = offer.map(|version| Offer::new(state.bump, version, base));
        for (number, edge) in self.edges.provider(provider) {
            let Some(options) = self.scope.options(edge.consumer) else { continue };
            if !self.scope.is_open(edge.consumer) {
                // Left alone, it is still touched: by the tool's rule always, by ours where its requirement has to move.
                let touches = match options.ranges {
                    Ranges::Changesets2 | Ranges::Changesets3 => true,
                    Ranges::Native => offer.as_mut().is_some_and(|offer| edge.excludes(offer)),
                };
                if touches {
                    touched.push(edge.consumer);
                }
                continue;
            }
            let Some(offer) = &mut offer else { continue };
            match edge.asks(offer, options, self.bump(edge.consumer)) {
                None => {}
                Some(Bump::None) => touched.push(edge.consumer),
                Some(bump) => {
                    let Some(slot) = self.asked.get_mut(edge.consumer as usize) else { continue };
                    if slot.0 == Bump::None {
                        asked.push(edge.consumer);
                    }
                    if bump > slot.0 || bump == slot.0 && number < slot.1 {
                        *slot = (bump, number);
                    }
                }
            }
        }
    }

    /// Brings the groups of a kind in line with what moved since the last time: all members of a fixed one, those of a linked
    /// one that are released.
    fn settle_groups(&mut self, kind: GroupKind) {
        let mut moved: Vec<u32> = std::mem::take(&mut self.moved);
        moved.sort_unstable();
        moved.dedup();
        let mut risen: Vec<u32> = Vec::new();
        for &member in &moved {
            let Some(group) = self.groups.of_kind(kind, member) else { continue };
            let bump = self.bump(member);
            if let Some(top) = self.tops.get_mut(group as usize)
                && bump > top.0
            {
                *top = (bump, member);
                risen.push(group);
            }
        }
        risen.sort_unstable();
        risen.dedup();
        // The members that join a linked group which stays as high as it is.
        let joined = moved.iter().filter_map(|&member| Some((self.groups.of_kind(kind, member)?, member)));
        let joined: Vec<(u32, u32)> =
            joined.filter(|(group, _)| risen.binary_search(group).is_err()).collect();
        self.moved = moved;
        for (group, member) in joined {
            self.align(kind, group, member);
        }
        for group in risen {
            for index in 0.. {
                let member = self.groups.get(group).and_then(|joint| joint.members.get(index)).copied();
                let Some(member) = member else { break };
                self.align(kind, group, member);
            }
        }
    }

    /// Raises a member to what its group is at.
    fn align(&mut self, kind: GroupKind, group: u32, member: u32) {
        let Some((top, decider)) = self.tops.get(group as usize).copied() else { return };
        if !self.scope.is_open(member) || kind == GroupKind::Linked && self.bump(member) == Bump::None {
            return;
        }
        self.raise(member, top, By::Group(kind, decider));
        // From here on its version moves with the group's, also where its bump stays.
        if let Some(state) = self.states.get_mut(member as usize)
            && !state.grouped
        {
            state.grouped = true;
            self.fresh.push(member);
        }
    }
}
