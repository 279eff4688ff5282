//! How refusals read: what, why, and what would lift it.

use super::story::*;
use greenboard::release::*;

fn said(reasons: Vec<RefusalReason>) -> String {
    let line = |reason: &RefusalReason| {
        let lift = reason.lift.as_deref().unwrap_or("—");
        let who = reason.who.as_ref().map(|who| format!(" ({who})")).unwrap_or_default();
        format!("{}: {} → {lift}{who}\n", reason.code.name(), reason.message)
    };
    reasons.iter().map(line).collect()
}

#[test]
fn refusals_read_well() {
    let mut all = String::new();
    let mut tell = |what: &str, reasons: Vec<RefusalReason>| {
        all += &format!("## {what}\n{}\n", said(reasons));
    };
    let mut draft = Story::new().created(Release::new("bare", "quarterly"));
    tell("plan", draft.reasons("rm", PlanCommand::new()));
    let mut frozen = Story::new().planned(quarterly()).when("rm", FreezeScopeCommand::new());
    let edit = EditScopeCommand::new().with_add([item("search", "2.0.0")]).with_remove(["payments", "mail"]);
    tell("edit_scope", frozen.reasons("po", edit));
    let ask = RequestExceptionCommand::new(item("search", "1").with_owner("ann"), 0, "", "", "");
    tell("request_exception", frozen.clone().after_days(5).reasons("dev", ask));
    tell("decide_exception", frozen.reasons("board", DecideExceptionCommand::new("search")));
    let gates = "gates: [{name: quality, owner: quinn, criteria: [{name: errors, kind: threshold, metric: error_rate, maximum: 0.01}]}]";
    let task = Task::new("t1", "write the notes").with_stage("scope").with_assignee("ann");
    let mut active = Story::with_gates(gates).with_roles(roles()).active(quarterly().with_tasks([task]));
    tell("complete_stage", active.reasons("rm", CompleteStageCommand::new()));
    tell("skip_stage", active.reasons("rm", SkipStageCommand::new()));
    tell("restart_stage", active.reasons("rm", RestartStageCommand::new("build").with_reason("r")));
    tell("waive_gate", active.reasons("dev", WaiveGateCommand::new("quality", "error", "")));
    tell("break_glass", active.reasons("ivy", BreakGlassCommand::new("fire", "incident_commander")));
    tell("approve, out of order", active.reasons("bea", ApproveCommand::new().with_step("authorise")));
    tell("approve", active.reasons("dev", ApproveCommand::new().with_digest("sha256:0")));
    tell("reject", active.reasons("dev", RejectCommand::new()));
    tell("revoke", active.reasons("dev", RevokeCommand::new("").with_step("assess")));
    tell(
        "reschedule",
        active.reasons("rm", RescheduleCommand::new().with_target(at("2026-11-01T00:00:00Z"))),
    );
    tell("cancel", active.reasons("rm", CancelCommand::new()));
    tell("resume", active.reasons("rm", ResumeCommand::new()));
    insta::assert_snapshot!("release_work_refusals", all);
}
