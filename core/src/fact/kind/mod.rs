//! The facts themselves: one kind a file.

mod approval;
mod break_glass;
mod calendar;
mod candidate;
mod change_request;
mod checklist;
mod deployment;
mod evidence;
mod waiver;
mod work_item;

pub use approval::{Approval, ApprovalDecision};
pub use break_glass::BreakGlass;
pub use calendar::CalendarFact;
pub use candidate::Candidate;
pub(in crate::fact) use candidate::{FEWEST_DIGITS, is_commit, is_same_commit};
pub use change_request::{ChangeRequest, ChangeRequestState, ChangeType};
pub use checklist::{Checklist, ChecklistAnswer, ChecklistItem};
pub use deployment::{Deployment, DeploymentStatus};
pub use evidence::Evidence;
pub use waiver::Waiver;
pub use work_item::{WorkItem, WorkItemStatus};

use crate::document::Document;
use crate::registry::registry;

registry! {
    /// A fact: something that was observed or decided outside of here.
    Fact as "fact" {
        Candidate(candidate::Candidate) = "candidate",
        Evidence(evidence::Evidence) = "evidence",
        Approval(approval::Approval) = "approval",
        Waiver(waiver::Waiver) = "waiver",
        BreakGlass(break_glass::BreakGlass) = "break_glass",
        ChangeRequest(change_request::ChangeRequest) = "change_request",
        WorkItem(work_item::WorkItem) = "work_item",
        Checklist(checklist::Checklist) = "checklist",
        Deployment(deployment::Deployment) = "deployment",
        Calendar(calendar::CalendarFact) = "calendar",
    }
}

impl Document for Fact {
    const SCHEMA: &'static str = "greenboard/fact/1";
}
