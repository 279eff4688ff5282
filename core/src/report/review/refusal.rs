//! What is said of a refusal.

use super::format::ReviewFormat;
use super::page::{List, Page};
use crate::gate::Signal;
use crate::release::{Refusal, RefusalReason};
use std::fmt;

/// A refusal for people: every reason, what would lift it, and who can.
///
/// ```
/// use greenboard::release::{Refusal, RefusalCode, RefusalReason};
/// use greenboard::report::{self, ReviewFormat};
///
/// let reason = RefusalReason::new(RefusalCode::OutsideWindow, "the window opens at 09:00").with_lift("wait until then");
/// let refusal = Refusal::new("api-1.4.0", "begin_deploy").with_reasons([reason]);
/// assert_eq!(report::refusal(&refusal, ReviewFormat::Text), "\
/// api-1.4.0, begin_deploy: refused
///
/// Why
///   outside_window
///     the window opens at 09:00; wait until then
/// ");
/// ```
pub fn refusal(refusal: &Refusal, format: ReviewFormat) -> String {
    format.write(&page(refusal))
}

impl fmt::Display for Refusal {
    /// Every reason, what would lift it, and who can.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(refusal(self, ReviewFormat::Text).trim_end())
    }
}

fn page(refusal: &Refusal) -> Page {
    let mut page = Page::default();
    let Refusal { release, command, .. } = refusal;
    page.headed(format!("{release}, {command}"), "refused", Signal::NoGo);
    if let Some(status) = refusal.status {
        page.note(format!("The release is {}.", status.name()));
    }
    let mut list = List::of("Why");
    for reason in &refusal.reasons {
        list.item(Some(reason.code.name()), said(reason));
    }
    page.list(list);
    page
}

fn said(reason: &RefusalReason) -> String {
    let of = reason.of.as_ref().map(|of| format!("{of}: ")).unwrap_or_default();
    let who = reason.who.as_ref().map(|who| format!(" (up to {who})")).unwrap_or_default();
    let lift = reason.lift.as_ref().map(|lift| format!("; {lift}")).unwrap_or_default();
    format!("{of}{}{lift}{who}", reason.message)
}
