//! What is said of who has to act.

use super::page::{List, Page};
use super::words::NOBODY;
use crate::gate::OwnerTasks;
use crate::report::counted;

pub(super) fn page(owners: &[OwnerTasks]) -> Page {
    let mut page = Page::default();
    if owners.is_empty() {
        page.note("Nobody has to act.");
    }
    for owner in owners {
        let name = owner.owner.as_deref().unwrap_or(NOBODY);
        let mut list = List::of(format!("{name}: {}", counted(owner.tasks.len(), "task", "tasks")));
        for task in &owner.tasks {
            let action = task.action.as_deref().unwrap_or("It takes another version.");
            let text = format!("{action} ({} / {}: {})", task.gate, task.criterion, task.reason);
            list.item(Some(&task.component), text);
        }
        page.list(list);
    }
    page
}

/// Who has to act, in a few words each: at most so many tasks, the worst of each owner.
pub(super) fn summary(owners: &[OwnerTasks], most: usize) -> List {
    let mut list = List::of("To do");
    let share = most.checked_div(owners.len()).unwrap_or(most).max(3);
    for owner in owners.iter().take(most) {
        let name = owner.owner.as_deref().unwrap_or(NOBODY);
        for task in owner.tasks.iter().take(share) {
            let action = task.action.as_deref().unwrap_or("It takes another version.");
            list.item(Some(name), format!("{}: {action}", task.component));
        }
        if let Some(more) = owner.tasks.len().checked_sub(share).filter(|more| *more > 0) {
            list.item(Some(name), format!("and {more} more"));
        }
    }
    if let Some(more) = owners.len().checked_sub(most).filter(|more| *more > 0) {
        list.item(None, format!("and {} have to act", counted(more, "more owner", "more owners")));
    }
    list
}
