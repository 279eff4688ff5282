//! The scope of a release: what goes out, and what may still change of it.

use super::deciding::Deciding;
use super::part::{Baseline, EXCEPTION_BOARD, ItemKind, ItemStatus, ReleaseFlag, ScopeItem};
use super::refusal::RefusalCode;
use super::state::{ExceptionStatus, ReleaseState, ScopeException};
use super::timeline::{Day, anywhere_on_earth};
use crate::document;
use crate::fact::Subject;
use crate::release::event::FlagSet;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What of an item is approved: what it is, not who owns it or how it stands.
#[derive(Serialize)]
struct Approved<'a> {
    id: &'a str,
    kind: ItemKind,
    subject: &'a Subject,
}

impl ReleaseState {
    /// The digest of what goes out, which approvals and the decision to go are bound to: the id, kind and subject of every item
    /// that was not removed, whatever their order.
    ///
    /// ```
    /// use greenboard::fact::Subject;
    /// use greenboard::gate::GateSet;
    /// use greenboard::ledger::Actor;
    /// use greenboard::release::{Context, CreateCommand, Envelope, Release, Roles, ScopeItem, decide, fold};
    ///
    /// let item = ScopeItem::new("payments", Subject::new("payments").with_version("1.4.0"));
    /// let create = CreateCommand::new(Release::new("r1", "train").with_scope([item]));
    /// let at = "2026-11-02T09:00:00Z".parse().unwrap();
    /// let context = Context::new(GateSet::default(), Roles::new(), Default::default())?;
    /// let events = decide(None, &Envelope::new("c1", Actor::human("ada"), at, create), &context)?;
    /// assert!(fold(&events).unwrap().scope_digest().starts_with("sha256:"));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn scope_digest(&self) -> String {
        let mut items: Vec<Approved<'_>> = self
            .live_items()
            .map(|item| Approved { id: &item.id, kind: item.kind, subject: &item.subject })
            .collect();
        items.sort_by_key(|item| item.id);
        // Texts alone, which always have a digest.
        document::digest(&items).unwrap_or_default()
    }

    /// The items that were not removed.
    pub(crate) fn live_items(&self) -> impl Iterator<Item = &ScopeItem> {
        self.release.scope.iter().filter(|item| item.status != ItemStatus::Removed)
    }

    /// An item that was not removed, by id.
    pub(crate) fn live_item(&self, id: &str) -> Option<&ScopeItem> {
        self.live_items().find(|item| item.id == id)
    }

    /// The newest exception for an item of this freeze.
    pub(crate) fn exception(&self, item: &str) -> Option<&ScopeException> {
        self.exceptions.iter().rev().find(|exception| exception.item.id == item)
    }

    /// Whether an item may come or go after the freeze.
    pub(crate) fn is_excepted(&self, item: &str, at: Timestamp) -> bool {
        self.exception(item).is_some_and(|exception| {
            exception.status == ExceptionStatus::Granted && exception.until.is_none_or(|until| at < until)
        })
    }

    /// What is planned by now, to be compared with later.
    pub(crate) fn baseline(&self, name: &str, at: Timestamp) -> Baseline {
        Baseline {
            target: self.release.target,
            window: self.release.window,
            milestones: self.release.milestones.clone(),
            items: self.live_items().map(|item| item.id.clone()).collect(),
            ..Baseline::new(name, at)
        }
    }

    /// The share of items that came or went after the freeze, of those at it; none before it.
    pub fn churn(&self) -> Option<f64> {
        self.scope_frozen_at?;
        let at_freeze = self.baselines.iter().rev().find(|baseline| baseline.name == SCOPE_FREEZE)?;
        let moved = f64::from(self.added_after_freeze.saturating_add(self.removed_after_freeze));
        if moved == 0.0 {
            return Some(0.0);
        }
        // Of a scope that was empty, anything is all.
        Some(moved / (at_freeze.items.len().max(1) as f64))
    }
}

/// What the baseline of a freeze is called.
pub(crate) const SCOPE_FREEZE: &str = "scope_freeze";

/// Whether an item was accepted.
pub(crate) fn is_accepted(item: &ScopeItem) -> bool {
    matches!(
        item.status,
        ItemStatus::Accepted | ItemStatus::Tracked | ItemStatus::AtRisk | ItemStatus::Shipped
    )
}

/// Refuses items that say too little, that stand twice, or that the workspace does not know.
pub(crate) fn check_items(deciding: &mut Deciding<'_>, items: &[ScopeItem], others: &[&ScopeItem]) {
    let mut ids = BTreeSet::new();
    let mut versions: BTreeMap<&str, &str> = BTreeMap::new();
    for item in others.iter().copied().filter(|item| item.kind == ItemKind::ComponentVersion) {
        versions.insert(&item.subject.component, &item.id);
    }
    for (index, item) in items.iter().enumerate() {
        let name = if item.id.trim().is_empty() { format!("item {}", index + 1) } else { item.id.clone() };
        for (what, text) in [("id", &item.id), ("component", &item.subject.component)] {
            if text.trim().is_empty() {
                deciding
                    .refuse(RefusalCode::MissingField, format!("{name} has no {what}"))
                    .lifted_by(format!("give it a {what}"))
                    .about(&name);
            }
        }
        if !ids.insert(&item.id) {
            let message = format!("{name} stands twice");
            deciding
                .refuse(RefusalCode::DuplicateItem, message)
                .lifted_by("leave one of them out")
                .about(&name);
        }
        if matches!(item.status, ItemStatus::Removed | ItemStatus::Shipped) {
            let message = format!("{name} is {}, and comes in", item.status.name());
            deciding.refuse(RefusalCode::ItemNotReady, message).lifted_by("propose it").about(&name);
        }
        if item.kind == ItemKind::ComponentVersion
            && let Some(other) = versions.insert(&item.subject.component, &item.id)
            && other != item.id
        {
            let component = &item.subject.component;
            let message = format!("{name} is a version of {component}, and so is {other}");
            deciding
                .refuse(RefusalCode::DuplicateItem, message)
                .lifted_by("one release brings one version of a component: leave one of them out")
                .about(&name);
        }
    }
    let strange = super::judge::unknown_components(items.iter(), deciding.context);
    deciding.reasons.extend(strange);
}

/// An item as it comes in, and whether it is accepted by coming in. One that is there already keeps that it was accepted, where its
/// new shape does not say how it stands.
pub(crate) fn coming_in(item: &ScopeItem, before: Option<&ScopeItem>) -> (ScopeItem, bool) {
    let mut coming = item.clone();
    match before.filter(|before| is_accepted(before)) {
        Some(before) => {
            coming.accepted_by.clone_from(&before.accepted_by);
            coming.accepted_at = before.accepted_at;
            if item.status == ItemStatus::Proposed {
                coming.status = before.status;
            }
            (coming, false)
        }
        None => {
            coming.accepted_by = None;
            coming.accepted_at = None;
            coming.status = ItemStatus::Proposed;
            (coming, is_accepted(item))
        }
    }
}

/// Raises the flag where more came and went after the freeze than is good.
pub(crate) fn watch_churn(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let ahead = deciding.ahead(state);
    let limit = state.template.options.churn_limit.get();
    let Some(churn) = ahead.churn().filter(|churn| *churn > limit) else { return };
    if ahead.flag == ReleaseFlag::Ok {
        let percent = |share: f64| (share * 1000.0).round() / 10.0;
        let comment = format!(
            "{} % of the scope came or went after its freeze; up to {} % is expected",
            percent(churn),
            percent(limit)
        );
        deciding.emit(FlagSet::new(ReleaseFlag::Attention).with_comment(comment));
    }
}

/// When the scope is to be frozen: the milestone that is called so.
pub(crate) fn freeze_date(state: &ReleaseState) -> Option<Timestamp> {
    let milestones = state.release.milestones.iter();
    let date = milestones.filter(|milestone| milestone.name == SCOPE_FREEZE);
    date.filter(|milestone| milestone.achieved_at.is_none()).map(|milestone| milestone.due).next()
}

/// Refuses what changes a frozen scope without an exception. A new build of an item that is in it is no change of the scope: what
/// goes out is another artefact, which has to be approved anew.
pub(crate) fn check_frozen(
    state: &ReleaseState,
    deciding: &mut Deciding<'_>,
    add: &[ScopeItem],
    remove: &[String],
) {
    let Some(frozen_at) = state.scope_frozen_at else { return };
    let is_same = |item: &ScopeItem| {
        state
            .live_item(&item.id)
            .is_some_and(|known| known.kind == item.kind && known.subject.component == item.subject.component)
    };
    let now = deciding.now();
    let added = add.iter().filter(|item| !is_same(item)).map(|item| &item.id);
    for id in added.chain(remove).filter(|id| !state.is_excepted(id, now)) {
        let message = match state.exception(id) {
            Some(exception) if exception.status == ExceptionStatus::Granted => {
                format!("the exception for item {id:?} is over")
            }
            Some(exception) => {
                format!(
                    "the scope is frozen since {frozen_at}, and the exception for item {id:?} is {}",
                    exception.status.name()
                )
            }
            None => format!("the scope is frozen since {frozen_at}, and item {id:?} has no exception"),
        };
        deciding
            .refuse(RefusalCode::ScopeFrozen, message)
            .lifted_by("ask for an exception with `request_exception`, or put it into the next release")
            .about(id)
            .up_to(EXCEPTION_BOARD);
    }
}

/// When the time to ask for exceptions is over: with the last of the days after the freeze, anywhere on earth. None where that lies
/// beyond all days.
pub(crate) fn end_of_requests(frozen_at: Timestamp, days: u32) -> Option<Timestamp> {
    let last = Day::of(frozen_at).plus(i32::try_from(days).ok()?).ok()?;
    anywhere_on_earth(last).ok()
}

/// Refuses items that another live release has.
pub(crate) fn check_elsewhere<'i>(
    deciding: &mut Deciding<'_>,
    own: &str,
    items: impl Iterator<Item = &'i ScopeItem>,
) {
    for item in items {
        let Some(other) = deciding.others().with_item(own, &item.id, &item.subject) else { continue };
        let message = format!("item {:?} is in release {other} already", item.id);
        deciding
            .refuse(RefusalCode::ItemInOtherRelease, message)
            .lifted_by(format!("take it out of {other}, or leave it there"))
            .about(&item.id);
    }
}
