//! Asks for an item to come in, or to stay, after the freeze.

use crate::document::reads;
use crate::release::approval::is_same_person;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::ExceptionRequested;
use crate::release::part::ScopeItem;
use crate::release::refusal::RefusalCode;
use crate::release::scope::{check_items, end_of_requests};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Asks for an item to come in, or to stay, after the freeze.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RequestExceptionCommand {
    /// The item.
    pub item: ScopeItem,
    /// How many days more it needs.
    pub days: u32,
    /// Why it cannot wait for the next release.
    pub why_now: String,
    /// What may go wrong when it comes in late.
    pub risk_of_adding: String,
    /// What it costs to leave it out.
    pub risk_of_cutting: String,
    /// Where it is tracked.
    pub tracking: Option<String>,
}

reads!(RequestExceptionCommand { item, days, why_now, risk_of_adding, risk_of_cutting, tracking });

impl RequestExceptionCommand {
    /// With nothing said beyond this.
    pub fn new(
        item: ScopeItem,
        days: u32,
        why_now: impl Into<String>,
        risk_of_adding: impl Into<String>,
        risk_of_cutting: impl Into<String>,
    ) -> Self {
        Self {
            item,
            days,
            why_now: why_now.into(),
            risk_of_adding: risk_of_adding.into(),
            risk_of_cutting: risk_of_cutting.into(),
            tracking: None,
        }
    }

    /// With `tracking`: where it is tracked.
    #[must_use]
    pub fn with_tracking(mut self, tracking: impl Into<String>) -> Self {
        self.tracking = Some(tracking.into());
        self
    }
}

impl Decide for RequestExceptionCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(frozen_at) = state.scope_frozen_at else {
            deciding
                .refuse(RefusalCode::NotFrozen, "the scope is not frozen: items may still come and go")
                .lifted_by("change it with `edit_scope`");
            return;
        };
        let item = &self.item;
        let form = [
            ("the id of the item", &item.id),
            ("the component of the item", &item.subject.component),
            ("why it cannot wait", &self.why_now),
            ("what may go wrong when it comes in late", &self.risk_of_adding),
            ("what it costs to leave it out", &self.risk_of_cutting),
        ];
        for (what, _) in form.iter().filter(|(_, text)| text.trim().is_empty()) {
            let message = format!("the form lacks {what}");
            deciding.refuse(RefusalCode::FormIncomplete, message).lifted_by(format!("say {what}"));
        }
        if self.days == 0 {
            deciding
                .refuse(RefusalCode::FormIncomplete, "the form lacks how many days it needs")
                .lifted_by("ask for one day or more");
        }
        let known = state.live_item(&item.id);
        if let Some(owner) = known.unwrap_or(item).owner.as_ref()
            && !is_same_person(deciding.context, owner, &deciding.envelope.actor.id)
        {
            let message = format!("{} does not own item {:?}; {owner} does", deciding.actor(), item.id);
            deciding
                .refuse(RefusalCode::NotAuthorised, message)
                .lifted_by(format!("have {owner} ask"))
                .about(&item.id)
                .up_to(owner);
        }
        let days = state.template.options.exception_window_days;
        let end = end_of_requests(frozen_at, days);
        if end.is_some_and(|end| end <= deciding.now()) {
            let until = end.map(|end| format!(" until {end}")).unwrap_or_default();
            let message = format!("exceptions could be asked for{until}, {days} days after the freeze");
            deciding.refuse(RefusalCode::WindowClosed, message).lifted_by("put it into the next release");
        }
        if let Some(exception) = state.exception(&item.id) {
            let status = exception.status.name();
            let message =
                format!("an exception for item {:?} is {status} already, and that is final", item.id);
            deciding
                .refuse(RefusalCode::AlreadyDecided, message)
                .lifted_by("put it into the next release")
                .about(&item.id);
        }
        check_items(deciding, std::slice::from_ref(item), &[]);
        deciding.emit(ExceptionRequested {
            tracking: self.tracking.clone(),
            ..ExceptionRequested::new(
                item.clone(),
                self.days,
                &self.why_now,
                &self.risk_of_adding,
                &self.risk_of_cutting,
            )
        });
    }
}
