//! What the rows of a board rest on, and whether that is still so.

use super::types::BoardRow;
use crate::fact::{Common, Held};
use crate::gate::ask::{Questions, Standing};
use crate::gate::criterion::Beyond;
use jiff::Timestamp;
use std::sync::Arc;

/// What a board rests on.
#[derive(Debug, Clone)]
pub(super) struct Watch {
    /// The instant that was asked about.
    pub at: Timestamp,
    /// What is about no component in particular.
    pub common: Common,
    /// What each row rests on.
    pub seen: Vec<Seen>,
}

/// What a row rests on.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    /// What is known of the component.
    held: Option<Arc<Held>>,
    /// Whether a criterion may ask for anything that is known of anything.
    asks_all: bool,
    /// Whether facts about it contradict each other.
    contradictory: bool,
    /// Up to when the passing of time changes nothing; none where that is not known.
    steady_until: Option<Timestamp>,
}

/// What is new beside the facts about each component.
pub(super) struct News {
    /// Something that concerns all.
    common: bool,
    /// Waivers, or the time at which they hold.
    waivers: bool,
    /// The instant, and none where it is still the same.
    time: Option<Timestamp>,
    /// Whether it is earlier than before.
    earlier: bool,
}

impl News {
    /// What is new since.
    pub(super) fn between(watch: &Watch, questions: &Questions<'_>) -> Self {
        let common = questions.facts.common();
        let moved = questions.at != watch.at;
        Self {
            common: !common.is_same(&watch.common),
            waivers: !common.has_same_waivers(&watch.common) || (moved && common.has_waivers()),
            time: moved.then_some(questions.at),
            earlier: questions.at < watch.at,
        }
    }
}

impl Seen {
    /// What the row of a component rests on.
    pub(super) fn of(questions: &Questions<'_>, standing: &Standing<'_>) -> Self {
        let (facts, target) = (questions.facts, &standing.target);
        let mut beyond = Beyond::No;
        let mut watches = target.held.is_some_and(|held| !held.emergencies.is_empty());
        for asked in questions.about(standing).flat_map(|(_, gate)| &gate.criteria) {
            beyond = beyond.max(asked.judge.looks_beyond());
            watches |= asked.judge.watches_clock();
        }
        let boundaries = || {
            let records = target.held.map(|held| held.evidence.as_slice()).unwrap_or_default();
            let instants = records.iter().flat_map(|record| [record.observed_at, record.expires_at]);
            let candidates = target.held.map(|held| held.candidates.as_slice()).unwrap_or_default();
            let instants = instants.chain(candidates.iter().filter_map(|candidate| candidate.observed_at));
            instants.filter(|instant| *instant > questions.at).min().unwrap_or(Timestamp::MAX)
        };
        Self {
            held: facts.shared(target.component).cloned(),
            asks_all: beyond == Beyond::All,
            contradictory: facts.is_contradictory(target.component),
            steady_until: (!watches).then(boundaries),
        }
    }

    /// Whether the row may be otherwise now.
    pub(super) fn is_stale(&self, news: &News, questions: &Questions<'_>, row: &BoardRow) -> bool {
        let facts = questions.facts;
        let is_over = |now: Timestamp| news.earlier || self.steady_until.is_none_or(|until| until <= now);
        news.common
            || self.asks_all
            || self.contradictory
            || (news.waivers && !row.findings.is_empty())
            || news.time.is_some_and(is_over)
            || !is_same(self.held.as_ref(), facts.shared(&row.component))
            || facts.is_contradictory(&row.component)
    }
}

fn is_same(now: Option<&Arc<Held>>, then: Option<&Arc<Held>>) -> bool {
    match (now, then) {
        (Some(now), Some(then)) => Arc::ptr_eq(now, then),
        (None, None) => true,
        _ => false,
    }
}
