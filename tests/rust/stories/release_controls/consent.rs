//! Who may, who said yes to what: C01–C06, C09, C20, C22.

use super::*;

#[test]
fn c01_change_recorded() {
    let other = |change: fn(ScopeItem) -> ScopeItem| {
        good().opened(|release| release.with_scope([change(item())])).but(move |what| {
            if let Happening::DeploymentStarted(started) = what {
                started.items = vec![change(item())];
            }
        })
    };
    other(|item| item).passes("C01");
    other(|item| item.with_change(" ")).fails("C01", "names no recorded change");
    other(|item| item.with_title("")).fails("C01", "no title");
    let stranger = || ScopeItem::new("web", Subject::new("web").with_version("2.0.0"));
    good()
        .but(|what| {
            if let Happening::DeploymentStarted(started) = what {
                started.items.push(stranger());
            }
        })
        .fails("C01", "web 2.0.0 was deployed and is in no scope");
    good().until(49).spares("C01", "nothing went to production");
}

#[test]
fn c02_authorised_to_build() {
    good().by("scope_item_accepted", 3, "paul").fails("C02", "after its first commit");
    good().by("scope_item_accepted", 2, "paul").passes("C02");
    good().without("scope_item_accepted").lacks("C02", "accepted by nobody");
    good().opened(|release| release.with_scope([])).spares("C02", "nothing in the scope");
}

#[test]
fn c03_approved_before_production() {
    good().without("approval_step_satisfied").fails("C03", "nothing approved");
    let voided = ApprovalVoided::new("authorise", "bob", "the scope changed");
    good().with(9, "ada", voided).fails("C03", "nothing approved");
    let steps = || [ApprovalStep::new("authorise", TECHNICAL_GROUP), ApprovalStep::new("legal", "lawyers")];
    good().opened(|release| release.with_approvals(steps())).fails("C03", "before step legal");
    let standard = good().opened(|release| release.with_change_type(ChangeType::Standard));
    standard.spares("C03", "approved once, with its template");
    good().until(49).spares("C03", "nothing went to production");
    // On hold, no approval counts; afterwards they do again.
    let held = good().with(9, "ada", ApprovalSuspended::new());
    held.fails("C03", "nothing approved");
    held.with(10, "ada", ApprovalReinstated::new()).passes("C03");
}

#[test]
fn c04_four_eyes() {
    good().by("approval_granted", 8, "ada").fails("C04", "ada approved");
    good().by("approval_granted", 8, "pipeline").fails("C04", "who deployed it");
    good().without("approval_granted").spares("C04", "nobody approved");
    let nobody = good().opened(|mut release| {
        release.authors.clear();
        release.scope.iter_mut().for_each(|item| item.authors.clear());
        release
    });
    nobody
        .but(|what| {
            if let Happening::DeploymentStarted(started) = what {
                started.items.iter_mut().for_each(|item| item.authors.clear());
            }
        })
        .lacks("C04", "nobody is named as an author");
}

#[test]
fn c05_approval_still_fits() {
    let other = |change: fn(&mut ApprovalGranted)| {
        good().but(move |what| {
            if let Happening::ApprovalGranted(granted) = what {
                change(granted);
            }
        })
    };
    other(|granted| granted.digest = "sha256:other".to_owned()).fails("C05", "sha256:other");
    other(|granted| granted.expires_at = Some(hour(40))).fails("C05", "expired at");
    good().without("approval_granted").lacks("C05", "no approval counts");
    good().until(49).spares("C05", "nothing went to production");
    let mut policy = ControlPolicy::default();
    policy.approval_ttl = greenboard::calendar::Length::parse("1d").unwrap();
    let strict = ControlContext::new(policy);
    says(&told(&good().events(), &strict, "C05"), ControlOutcome::Fail, "expired at");
}

#[test]
fn c06_approver_had_authority() {
    let roles =
        |member: RoleMember| Roles::new().with_roles([(TECHNICAL_GROUP.to_owned(), vec![member])].into());
    let with = |member: RoleMember| context().with_roles(roles(member));
    let asked = |context: &ControlContext| told(&good().events(), context, "C06");
    says(&asked(&with(RoleMember::new("bob").with_from(hour(8)))), ControlOutcome::Pass, "");
    says(
        &asked(&with(RoleMember::new("bob").with_from(hour(9)))),
        ControlOutcome::Fail,
        "was not in the role",
    );
    says(
        &asked(&with(RoleMember::new("bob").with_until(hour(7)))),
        ControlOutcome::Fail,
        "was not in the role",
    );
    let unknown = ControlContext::new(ControlPolicy::default());
    says(&asked(&unknown), ControlOutcome::NoEvidence, "nothing says who");
    good().without("approval_granted").spares("C06", "nobody approved");
}

#[test]
fn c09_impact_assessed() {
    good().by("risk_assessed", 9, "ada").fails("C09", "from before");
    good()
        .but(|what| {
            if let Happening::RiskAssessed(assessed) = what {
                assessed.digest = "sha256:other".to_owned();
            }
        })
        .fails("C09", "no assessment of the scope");
    good().without("risk_assessed").lacks("C09", "not assessed");
    good().until(7).spares("C09", "nothing was approved");
}

#[test]
fn c20_deploy_right_separated() {
    good().by("deployment_started", 49, "bob").fails("C20", "bob was not in the role");
    good().by("deployment_started", 49, "ada").fails("C20", "is an author");
    good()
        .but(|what| {
            if let Happening::DeploymentStarted(started) = what {
                started.role = RELEASE_MANAGER.to_owned();
            }
        })
        .fails("C20", "as release_manager");
    good().until(49).spares("C20", "nothing went to production");
}

#[test]
fn c22_signature_means_something() {
    let signed = |signature: fn(ApprovalSignature) -> ApprovalSignature| {
        good().but(move |what| {
            if let Happening::ApprovalGranted(granted) = what {
                granted.signature = Some(signature(super::signature()));
            }
        })
    };
    signed(|signature| signature).passes("C22");
    signed(|signature| signature.with_digest("sha256:other")).fails("C22", "not the record");
    signed(|_| ApprovalSignature::new(" ", "I approve").with_digest(SCOPE)).fails("C22", "has no name");
    signed(|_| ApprovalSignature::new("Bob", "").with_digest(SCOPE)).fails("C22", "has no meaning");
    signed(|_| ApprovalSignature::new("Bob", "yes").with_digest(SCOPE)).fails("C22", "has no time");
    signed(|_| ApprovalSignature::new("Bob", "yes").with_signed_at(hour(8))).lacks("C22", "what it covers");
    let unsigned = good().but(|what| {
        if let Happening::ApprovalGranted(granted) = what {
            granted.signature = None;
        }
    });
    unsigned.spares("C22", "nothing was signed");
    let mut policy = ControlPolicy::default();
    policy.signed = true;
    let told = told(&unsigned.events(), &ControlContext::new(policy), "C22");
    says(&told, ControlOutcome::Fail, "is not signed");
}
