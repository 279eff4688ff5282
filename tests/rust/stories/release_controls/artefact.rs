//! What went out: C07, C08, C10–C12, C17.

use super::*;

#[test]
fn c07_tested() {
    let failed = || evidence("again", TestResults::new().with_passed(6).with_failed(1), hour(6));
    good().with(9, "ci", recorded([failed()])).fails("C07", "did not pass: 6 passed, 1 failed");
    // The last run counts, and only what was run before the deployment, of this digest.
    let later = evidence("later", TestResults::new().with_passed(7), hour(7));
    good().with(9, "ci", recorded([failed()])).with(10, "ci", recorded([later])).passes("C07");
    good().with(53, "ci", recorded([failed()])).passes("C07");
    let other = Subject::new("api").with_version("1.4.0").with_digest("sha256:bb");
    let other = Evidence::new("tests", other, TestResults::new().with_passed(7).into(), hour(5));
    good()
        .without_fact("tests")
        .with(9, "ci", recorded([other.into()]))
        .lacks("C07", "no tests of api 1.4.0");
    let none = || evidence("none", TestResults::new(), hour(6));
    good().with(9, "ci", recorded([none()])).fails("C07", "0 passed");
    good().until(49).spares("C07", "nothing went to production");
}

#[test]
fn c08_security_checked() {
    let severity = VulnerabilitySeverity::High;
    let found = |id: &str| Vulnerability::new(id).with_severity(severity);
    let scan = |finding: Vulnerability| {
        good().with(
            6,
            "ci",
            recorded([evidence("scan-2", VulnerabilityReport::new().with_findings([finding]), hour(6))]),
        )
    };
    scan(found("CVE-1")).fails("C08", "1 open high finding");
    scan(found("CVE-1").with_severity(VulnerabilitySeverity::Low)).passes("C08");
    scan(found("CVE-1").with_suppressed(true)).passes("C08");
    scan(found("CVE-1").with_status(VexStatus::NotAffected)).passes("C08");
    let accepted = |until: i64| {
        let waiver =
            Waiver::new("w-2", "CVE-1", "no path to it", "gus", hour(8)).with_expires_at(hour(until));
        scan(found("CVE-1")).with(8, "gus", GateWaived::new(waiver))
    };
    accepted(60).passes("C08");
    accepted(49).fails("C08", "1 open high finding");
    good().without_fact("scan").lacks("C08", "no scan of what is deployed");
    good().until(49).spares("C08", "nothing went to production");
}

#[test]
fn c10_way_back() {
    let risk = |level: RiskLevel| {
        good().but(move |what| {
            if let Happening::RiskAssessed(assessed) = what {
                assessed.assessment.level = level;
            }
        })
    };
    risk(RiskLevel::High).passes("C10");
    risk(RiskLevel::High).without_fact("rehearsal").lacks("C10", "no rehearsal");
    risk(RiskLevel::Low).without_fact("rehearsal").passes("C10");
    let rehearsed = |value: &str, at: i64| {
        let fact = custom("rehearsal", "rehearsal", value, hour(at));
        risk(RiskLevel::VeryHigh).without_fact("rehearsal").with(9, "ci", recorded([fact]))
    };
    rehearsed("{\"passed\": true}", 8).passes("C10");
    rehearsed("false", 8).fails("C10", "did not pass");
    rehearsed("true", 49 - 24 * 31).fails("C10", "too long ago");
    good().opened(|release| release.with_backout(" ")).fails("C10", "no plan for the way back");
    good().without("risk_assessed").lacks("C10", "risk is not known");
    good().until(3).spares("C10", "not planned");
}

#[test]
fn c11_path_kept() {
    good().without_fact("staging").lacks("C11", "verified in staging");
    let failed = seen("failed", "staging", hour(5)).with_status(DeploymentStatus::Failed);
    good()
        .without_fact("staging")
        .with(9, "ci", recorded([failed.into()]))
        .lacks("C11", "verified in staging");
    let path = |staging: i64| {
        good()
            .opened(|release| release.with_environments(["test", "staging", "production"]))
            .without_fact("staging")
            .with(
                9,
                "ci",
                recorded([seen("t", "test", hour(5)).into(), seen("s", "staging", hour(staging)).into()]),
            )
    };
    path(6).passes("C11");
    path(4).fails("C11", "verified in staging before it was in test");
    good().opened(|release| release.with_environments(["production"])).spares("C11", "no environment");
    good().until(49).spares("C11", "nothing went to production");
}

#[test]
fn c12_same_artifact() {
    let other =
        Subject::new("api").with_version("1.4.0").with_digest("sha256:bb").with_environment("staging");
    let other = Deployment::new("other", other, hour(5)).with_status(DeploymentStatus::Succeeded);
    good().with(9, "ci", recorded([other.into()])).fails("C12", "was sha256:bb in staging");
    let signed = |verified: Option<bool>| {
        let mut statement = ProvenanceStatement::new().with_subjects([DIGEST]);
        statement.verified = verified;
        good().without_fact("signed").with(9, "ci", recorded([evidence("signed", statement, hour(6))]))
    };
    signed(Some(true)).passes("C12");
    signed(Some(false)).fails("C12", "is not valid");
    signed(None).lacks("C12", "no signature");
    good().until(49).spares("C12", "nothing went to production");
}

#[test]
fn c17_nothing_unrecorded() {
    let stranger = |environment: &str| {
        let other = Subject::new("api").with_version("1.4.1").with_digest("sha256:bb");
        let other = Deployment::new("other", other.with_environment(environment), hour(55));
        other.with_status(DeploymentStatus::Succeeded)
    };
    good().with(55, "ci", recorded([stranger("production").into()])).fails("C17", "unauthorised change");
    good().with(55, "ci", recorded([stranger("staging").into()])).passes("C17");
    // What was only seen, and recorded by nobody.
    let seen = context().with_observed([stranger("production")]);
    says(&told(&good().events(), &seen, "C17"), ControlOutcome::Fail, "unauthorised change");
    good().without_fact("production").lacks("C17", "nothing says what runs");
    says(&told(&[], &context(), "C17"), ControlOutcome::NotApplicable, "no releases");
    // What another release went back to is known.
    let back = RollbackStarted::new("slow").with_to([("api".to_owned(), "1.4.1".to_owned())].into());
    let story = good().with(54, "pipeline", back).with(55, "ci", recorded([stranger("production").into()]));
    story.passes("C17");
}
