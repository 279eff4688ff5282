//! One step.

use super::flow::{ChangeApprovals, ChangeFlow, ChangeState, TaskHold};
use super::refusal::{ChangeRefusal, ChangeRefused};
use super::step::{ChangeAction, ChangeStep};
use super::table::{ChangeTransition, change_transitions};
use crate::fact::ChangeType;

/// The change request after a step, or every reason why it is not taken.
///
/// ```
/// use greenboard::fact::ChangeType;
/// use greenboard::release::change_request::{ChangeFlow, ChangeState, ChangeStep, CloseCode, advance_change};
/// let flow = ChangeFlow::new(ChangeType::Standard).with_state(ChangeState::Review);
/// let closed = advance_change(&flow, &ChangeStep::close(CloseCode::Successful, "no alarms"))?;
/// assert_eq!(closed.state, ChangeState::Closed);
/// assert!(advance_change(&closed, &ChangeStep::cancel()).is_err());
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// [`ChangeRefused`], with its reasons; as an [`Error`](crate::Error), `release.change_refused`.
pub fn advance_change(flow: &ChangeFlow, step: &ChangeStep) -> Result<ChangeFlow, ChangeRefused> {
    let reasons = refusals(flow, step);
    if !reasons.is_empty() {
        return Err(ChangeRefused { reasons });
    }
    let mut next = flow.clone();
    match target(flow, step) {
        Ok(state) => next.state = state,
        Err(reason) => return Err(ChangeRefused { reasons: vec![reason] }),
    }
    follow(&mut next, step);
    Ok(next)
}

/// What stands against a step, beside where it would lead.
fn refusals(flow: &ChangeFlow, step: &ChangeStep) -> Vec<ChangeRefusal> {
    let mut reasons = Vec::new();
    let over = flow.state.is_terminal();
    let held = flow.hold.is_some() && !over;
    match step.action {
        ChangeAction::Cancel => {}
        ChangeAction::Resume if !held => reasons.push(ChangeRefusal::NotHeld),
        ChangeAction::Resume => {}
        ChangeAction::Hold if over => reasons.push(ChangeRefusal::Terminal),
        ChangeAction::Hold if held => reasons.push(ChangeRefusal::AlreadyHeld),
        _ if held => reasons.push(ChangeRefusal::OnHold),
        _ => {}
    }
    if let Err(reason) = target(flow, step) {
        reasons.push(reason);
    }
    let unsaid = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
    match step.action {
        ChangeAction::Hold if unsaid(&step.reason) => reasons.push(ChangeRefusal::ReasonRequired),
        ChangeAction::ChangeType if step.to.is_none() => reasons.push(ChangeRefusal::TypeRequired),
        ChangeAction::ChangeType if flow.approvals == ChangeApprovals::Requested => {
            reasons.push(ChangeRefusal::TypeLocked);
        }
        ChangeAction::ChangeType
            if step.to == Some(ChangeType::Standard) && flow.change_type != ChangeType::Standard =>
        {
            reasons.push(ChangeRefusal::NeedsStandardTemplate);
        }
        ChangeAction::Close if flow.state == ChangeState::Review => {
            if step.close_code.is_none() {
                reasons.push(ChangeRefusal::CloseCodeRequired);
            }
            if unsaid(&step.close_notes) {
                reasons.push(ChangeRefusal::CloseNotesRequired);
            }
            if flow.open_tasks() > 0 {
                reasons.push(ChangeRefusal::OpenTasks);
            }
        }
        _ => {}
    }
    let mut seen = Vec::new();
    reasons.retain(|reason| {
        let new = !seen.contains(reason);
        seen.push(*reason);
        new
    });
    reasons
}

/// Where a step leads by the table.
fn target(flow: &ChangeFlow, step: &ChangeStep) -> Result<ChangeState, ChangeRefusal> {
    let row = change_transitions(flow.change_type).iter().find(|row| row.state == flow.state);
    let Some(row) = row else { return off_path(flow, step) };
    by_row(row, flow, step)
}

fn by_row(
    row: &ChangeTransition,
    flow: &ChangeFlow,
    step: &ChangeStep,
) -> Result<ChangeState, ChangeRefusal> {
    match step.action {
        ChangeAction::Advance => row.on_advance,
        // It was implemented before: there is nothing left to schedule.
        ChangeAction::Approve
            if flow.state == ChangeState::Authorize && flow.unauthorized && !flow.outage =>
        {
            row.on_approve.map(|_| ChangeState::Review)
        }
        ChangeAction::Approve => row.on_approve,
        ChangeAction::Reject => row.on_reject,
        ChangeAction::RevertToNew => row.on_revert,
        ChangeAction::ChangeType => row.on_change_type,
        ChangeAction::Cancel => row.on_cancel,
        ChangeAction::Close => row.on_close,
        ChangeAction::Hold | ChangeAction::Resume => Ok(flow.state),
    }
}

/// A state that this kind does not go through, such as a standard change in Assess: it can only be given up.
fn off_path(flow: &ChangeFlow, step: &ChangeStep) -> Result<ChangeState, ChangeRefusal> {
    match step.action {
        ChangeAction::Cancel => Ok(ChangeState::Cancelled),
        ChangeAction::Hold | ChangeAction::Resume => Ok(flow.state),
        ChangeAction::Advance | ChangeAction::Approve | ChangeAction::Reject => {
            Err(ChangeRefusal::NoApprovalInState)
        }
        ChangeAction::RevertToNew => Err(ChangeRefusal::RevertNotAvailable),
        ChangeAction::ChangeType => Err(ChangeRefusal::TypeLocked),
        ChangeAction::Close => Err(ChangeRefusal::NotInReview),
    }
}

/// What else a step brings with it.
fn follow(flow: &mut ChangeFlow, step: &ChangeStep) {
    match step.action {
        ChangeAction::Advance | ChangeAction::Approve => {
            let waits = matches!(flow.state, ChangeState::Assess | ChangeState::Authorize);
            flow.approvals = match (waits, step.action) {
                (true, _) => ChangeApprovals::Requested,
                (false, ChangeAction::Approve) => ChangeApprovals::Given,
                (false, _) => flow.approvals,
            };
        }
        ChangeAction::Reject => flow.approvals = ChangeApprovals::None,
        ChangeAction::RevertToNew => flow.approvals = ChangeApprovals::Cancelled,
        ChangeAction::ChangeType => {
            flow.change_type = step.to.unwrap_or(flow.change_type);
        }
        ChangeAction::Hold => {
            flow.hold.clone_from(&step.reason);
            if flow.approvals == ChangeApprovals::Requested {
                flow.approvals = ChangeApprovals::NotRequired;
            }
            for task in flow.tasks.iter_mut().filter(|task| task.active && task.hold == TaskHold::None) {
                task.hold = TaskHold::ByChange;
            }
        }
        ChangeAction::Resume => {
            flow.hold = None;
            if flow.approvals == ChangeApprovals::NotRequired {
                flow.approvals = ChangeApprovals::Requested;
            }
            for task in flow.tasks.iter_mut().filter(|task| task.hold == TaskHold::ByChange) {
                task.hold = TaskHold::None;
            }
        }
        ChangeAction::Cancel => {
            flow.hold = None;
            if matches!(flow.approvals, ChangeApprovals::Requested | ChangeApprovals::NotRequired) {
                flow.approvals = ChangeApprovals::Cancelled;
            }
            for task in &mut flow.tasks {
                task.active = false;
            }
        }
        ChangeAction::Close => {
            flow.close_code = step.close_code;
            flow.close_notes.clone_from(&step.close_notes);
        }
    }
}
