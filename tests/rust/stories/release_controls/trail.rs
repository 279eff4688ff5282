//! What remains of it: C19, C21, C23, C25.

use super::*;

#[test]
fn c19_learned() {
    let acted = |done: Option<i64>| {
        good().but(move |what| {
            if let Happening::ActionSet(set) = what {
                set.action.due = Some(hour(80));
                set.action.done_at = done.map(hour);
            }
        })
    };
    acted(Some(80)).passes("C19");
    acted(Some(81)).fails("C19", "action a-1 was due");
    acted(None).fails("C19", "action a-1 was due");
    let due = |at: i64| {
        good().but(move |what| {
            if let Happening::ReviewOpened(opened) = what {
                opened.due = hour(at);
            }
        })
    };
    due(60).passes("C19");
    due(59).fails("C19", "was due at");
    good().without("release_closed").lacks("C19", "the review is due");
    good().without("review_opened").without("action_set").spares("C19", "no review is required");
}

#[test]
fn c21_trail_whole() {
    good().by("release_planned", 3, " ").fails("C21", "does not say who");
    good().with(9, "ada", HoldPlaced::new(" ", hour(20))).fails("C21", "does not say why");
    good().with(9, "ada", HoldPlaced::new("wait", hour(20))).passes("C21");
    let checked = |text: &str| {
        let check: TrailCheck = document::parse(text, Format::Yaml).unwrap();
        told(&good().events(), &context().with_trail(check), "C21")
    };
    let broken = "{entries: 3, problem: \"entry 3 does not follow entry 2\"}";
    says(&checked(broken), ControlOutcome::Fail, "does not hold together");
    let late = |reason: &str| {
        format!("{{entries: 20, late: [{{seq: 3, event: R-1-3/0, release: R-1, seconds: 1800{reason}}}]}}")
    };
    says(&checked(&late("")), ControlOutcome::Fail, "nobody says why");
    says(&checked(&late(", reason: no network")), ControlOutcome::Pass, "no network");
    let unchecked = ControlContext::new(ControlPolicy::default());
    says(&told(&good().events(), &unchecked, "C21"), ControlOutcome::NoEvidence, "was not verified");
}

#[test]
fn c23_exceptions_end() {
    let waived = |change: fn(&mut Waiver)| {
        good().but(move |what| {
            if let Happening::GateWaived(waived) = what {
                change(&mut waived.waiver);
            }
        })
    };
    waived(|waiver| waiver.granted_by.clear()).fails("C23", "has no approver");
    waived(|waiver| waiver.reason.clear()).fails("C23", "has no reason");
    waived(|waiver| waiver.expires_at = None).fails("C23", "has no end");
    good().without("gate_waived").spares("C23", "nothing was waived");
    // Something rests on it after its end.
    let relied = |at: i64| {
        let severity = greenboard::gate::Severity::Block;
        let signal = greenboard::gate::Signal::Conditional;
        let mut finding =
            JudgedFinding::new("quality", "unit", severity, greenboard::gate::Outcome::Fail, "waived");
        finding.waiver = Some("w-1".to_owned());
        let mut judged = Judged::new("api", signal, "basis");
        judged.findings = vec![finding];
        good().with(at, "ada", StageCompleted::new("develop").with_judged([judged]))
    };
    relied(99).passes("C23");
    relied(100).fails("C23", "relied on waiver w-1");
    let granted = |until: i64| {
        let granted = ExceptionGranted::new("flag", 1, hour(until)).with_reason("late");
        let item = ScopeItem::new("flag", Subject::new("api").with_version("flag-1"));
        good().with(9, "bea", granted).with(40, "ada", ScopeItemAdded::new(item))
    };
    granted(41).passes("C23");
    granted(39).fails("C23", "relied on an exception that had ended");
    good().with(9, "bea", ExceptionGranted::new("flag", 1, hour(20))).fails("C23", "has no reason");
    good().with(9, "ivy", GlassBroken::new("", INCIDENT_COMMANDER)).fails("C23", "has no reason");
}

#[test]
fn c25_records_updated() {
    good().without_fact("runbook").lacks("C25", "the runbook is up to date");
    // Brought up to date after the end.
    let late = custom("runbook", "document", "{\"kind\": \"runbook\"}", hour(61));
    good().without_fact("runbook").with(61, "ci", recorded([late.clone()])).lacks("C25", "the runbook");
    good().without_fact("runbook").with(58, "ci", recorded([late])).passes("C25");
    good().without("release_closed").lacks("C25", "not closed yet");
    good().until(49).spares("C25", "nothing was brought out");
    let mut policy = ControlPolicy::default();
    policy.documents = vec!["runbook".to_owned()];
    let less = told(&good().without_fact("inventory").events(), &ControlContext::new(policy), "C25");
    says(&less, ControlOutcome::Pass, "");
}
