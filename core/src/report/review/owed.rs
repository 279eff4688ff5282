//! What is said of what is owed.

use super::format::ReviewFormat;
use super::page::{Cell, List, Page, Table};
use super::words::NOBODY;
use crate::gate::Signal;
use crate::release::{Owed, OwedStatus};

/// What is owed, for people: when, what, by whom, and who else is told.
///
/// ```
/// use greenboard::release::{Owed, OwedKind};
/// use greenboard::report::{self, ReviewFormat};
///
/// let owed = Owed::new(OwedKind::Task, "notes", "2026-11-20T12:00:00Z".parse().unwrap());
/// assert_eq!(report::owed(&[owed], ReviewFormat::Text), "\
/// due                   what        who             status    escalated to
/// 2026-11-20T12:00:00Z  task notes  (nobody named)  upcoming
/// ");
/// assert_eq!(report::owed(&[], ReviewFormat::Text), "Nobody owes anything.\n");
/// ```
pub fn owed(owed: &[Owed], format: ReviewFormat) -> String {
    let mut page = Page::default();
    if owed.is_empty() {
        page.note("Nobody owes anything.");
    }
    let mut table = Table::of(&["due", "what", "who", "status", "escalated to"]);
    table.rows = owed.iter().map(row).collect();
    page.table(table);
    format.write(&page)
}

fn row(owed: &Owed) -> Vec<Cell> {
    vec![
        owed.due.to_string().into(),
        format!("{} {}", words(owed.kind.name()), owed.of).into(),
        owed.who.as_deref().unwrap_or(NOBODY).into(),
        Cell::Marked(owed.status.name().to_owned(), signal(owed.status)),
        owed.escalate_to.as_deref().unwrap_or_default().into(),
    ]
}

/// Who owes what, as points.
pub(super) fn list(owed: &[Owed]) -> List {
    let mut list = List::of("Owed");
    for one in owed {
        let Owed { of, due, status, .. } = one;
        let text = format!("{} {of}, due {due} ({})", words(one.kind.name()), status.name());
        list.item(Some(one.who.as_deref().unwrap_or(NOBODY)), text);
    }
    // Those of one person together, the first of whom is due first.
    let first = |lead: &Option<String>, items: &[super::page::Item]| {
        items.iter().position(|item| item.lead == *lead).unwrap_or_default()
    };
    let order: Vec<usize> = list.items.iter().map(|item| first(&item.lead, &list.items)).collect();
    let mut placed: Vec<_> = order.into_iter().zip(list.items).collect();
    placed.sort_by_key(|(place, _)| *place);
    list.items = placed.into_iter().map(|(_, item)| item).collect();
    list
}

const fn signal(status: OwedStatus) -> Signal {
    match status {
        OwedStatus::Upcoming => Signal::Go,
        OwedStatus::Due => Signal::Pending,
        OwedStatus::Overdue => Signal::Conditional,
        OwedStatus::Escalated => Signal::NoGo,
    }
}

/// `approval_granted` as words.
pub(super) fn words(name: &str) -> String {
    name.replace('_', " ")
}
