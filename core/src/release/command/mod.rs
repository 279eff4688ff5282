//! What people and programs ask of a release: one command a file, each with what it takes to be granted.

mod accept;
mod accept_item;
mod approve;
mod begin_deploy;
mod break_glass;
mod cancel;
mod close;
mod complete_stage;
mod create;
mod decide_exception;
mod decide_go;
mod edit_scope;
mod finish_rollout;
mod freeze_scope;
mod give_feedback;
mod hold;
mod notify;
mod plan;
mod record_deployment;
mod record_evidence;
mod record_incident;
mod record_rollout;
mod reject;
mod request_exception;
mod reschedule;
mod restart_stage;
mod resume;
mod revoke;
mod roll_back;
mod set_action;
mod set_dependency;
mod set_flag;
mod set_milestone;
mod set_risk;
mod set_task;
mod skip_stage;
mod start;
mod tick;
mod waive_gate;

pub use accept::AcceptCommand;
pub use accept_item::AcceptItemCommand;
pub use approve::ApproveCommand;
pub use begin_deploy::BeginDeployCommand;
pub use break_glass::BreakGlassCommand;
pub use cancel::CancelCommand;
pub use close::CloseCommand;
pub use complete_stage::CompleteStageCommand;
pub use create::CreateCommand;
pub use decide_exception::DecideExceptionCommand;
pub use decide_go::DecideGoCommand;
pub use edit_scope::EditScopeCommand;
pub use finish_rollout::FinishRolloutCommand;
pub use freeze_scope::FreezeScopeCommand;
pub use give_feedback::GiveFeedbackCommand;
pub use hold::HoldCommand;
pub use notify::NotifyCommand;
pub use plan::PlanCommand;
pub use record_deployment::RecordDeploymentCommand;
pub use record_evidence::RecordEvidenceCommand;
pub use record_incident::RecordIncidentCommand;
pub use record_rollout::RecordRolloutCommand;
pub use reject::RejectCommand;
pub use request_exception::RequestExceptionCommand;
pub use reschedule::RescheduleCommand;
pub use restart_stage::RestartStageCommand;
pub use resume::ResumeCommand;
pub use revoke::RevokeCommand;
pub use roll_back::RollBackCommand;
pub use set_action::SetActionCommand;
pub use set_dependency::SetDependencyCommand;
pub use set_flag::SetFlagCommand;
pub use set_milestone::SetMilestoneCommand;
pub use set_risk::SetRiskCommand;
pub use set_task::SetTaskCommand;
pub use skip_stage::SkipStageCommand;
pub use start::StartCommand;
pub use tick::TickCommand;
pub use waive_gate::WaiveGateCommand;

use crate::registry::registry;
use crate::release::deciding::Decide;

registry! {
    /// Something that is asked of a release.
    Command as "command" {
        Create(create::CreateCommand) = "create",
        Plan(plan::PlanCommand) = "plan",
        EditScope(edit_scope::EditScopeCommand) = "edit_scope",
        AcceptItem(accept_item::AcceptItemCommand) = "accept_item",
        FreezeScope(freeze_scope::FreezeScopeCommand) = "freeze_scope",
        RequestException(request_exception::RequestExceptionCommand) = "request_exception",
        DecideException(decide_exception::DecideExceptionCommand) = "decide_exception",
        Start(start::StartCommand) = "start",
        CompleteStage(complete_stage::CompleteStageCommand) = "complete_stage",
        SkipStage(skip_stage::SkipStageCommand) = "skip_stage",
        RestartStage(restart_stage::RestartStageCommand) = "restart_stage",
        RecordEvidence(record_evidence::RecordEvidenceCommand) = "record_evidence",
        WaiveGate(waive_gate::WaiveGateCommand) = "waive_gate",
        Approve(approve::ApproveCommand) = "approve",
        Reject(reject::RejectCommand) = "reject",
        Revoke(revoke::RevokeCommand) = "revoke",
        Reschedule(reschedule::RescheduleCommand) = "reschedule",
        DecideGo(decide_go::DecideGoCommand) = "decide_go",
        BeginDeploy(begin_deploy::BeginDeployCommand) = "begin_deploy",
        RecordRollout(record_rollout::RecordRolloutCommand) = "record_rollout",
        FinishRollout(finish_rollout::FinishRolloutCommand) = "finish_rollout",
        RollBack(roll_back::RollBackCommand) = "roll_back",
        Accept(accept::AcceptCommand) = "accept",
        RecordIncident(record_incident::RecordIncidentCommand) = "record_incident",
        Close(close::CloseCommand) = "close",
        Hold(hold::HoldCommand) = "hold",
        Resume(resume::ResumeCommand) = "resume",
        Cancel(cancel::CancelCommand) = "cancel",
        SetRisk(set_risk::SetRiskCommand) = "set_risk",
        SetTask(set_task::SetTaskCommand) = "set_task",
        SetMilestone(set_milestone::SetMilestoneCommand) = "set_milestone",
        SetDependency(set_dependency::SetDependencyCommand) = "set_dependency",
        SetAction(set_action::SetActionCommand) = "set_action",
        SetFlag(set_flag::SetFlagCommand) = "set_flag",
        GiveFeedback(give_feedback::GiveFeedbackCommand) = "give_feedback",
        Notify(notify::NotifyCommand) = "notify",
        BreakGlass(break_glass::BreakGlassCommand) = "break_glass",
        Tick(tick::TickCommand) = "tick",
        RecordDeployment(record_deployment::RecordDeploymentCommand) = "record_deployment",
    }
}

impl Command {
    /// What decides on it.
    pub(crate) fn decider(&self) -> &dyn Decide {
        match self {
            Self::Create(command) => command,
            Self::Plan(command) => command,
            Self::EditScope(command) => command,
            Self::AcceptItem(command) => command,
            Self::FreezeScope(command) => command,
            Self::RequestException(command) => command,
            Self::DecideException(command) => command,
            Self::Start(command) => command,
            Self::CompleteStage(command) => command,
            Self::SkipStage(command) => command,
            Self::RestartStage(command) => command,
            Self::RecordEvidence(command) => command,
            Self::WaiveGate(command) => command,
            Self::Approve(command) => command,
            Self::Reject(command) => command,
            Self::Revoke(command) => command,
            Self::Reschedule(command) => command,
            Self::DecideGo(command) => command,
            Self::BeginDeploy(command) => command,
            Self::RecordRollout(command) => command,
            Self::FinishRollout(command) => command,
            Self::RollBack(command) => command,
            Self::Accept(command) => command,
            Self::RecordIncident(command) => command,
            Self::Close(command) => command,
            Self::Hold(command) => command,
            Self::Resume(command) => command,
            Self::Cancel(command) => command,
            Self::SetRisk(command) => command,
            Self::SetTask(command) => command,
            Self::SetMilestone(command) => command,
            Self::SetDependency(command) => command,
            Self::SetAction(command) => command,
            Self::SetFlag(command) => command,
            Self::GiveFeedback(command) => command,
            Self::Notify(command) => command,
            Self::BreakGlass(command) => command,
            Self::Tick(command) => command,
            Self::RecordDeployment(command) => command,
        }
    }
}
