//! What scanners, bills of materials, VEX and provenance say, and what gates make of it.

use greenboard::fact::{
    Candidate, Fact, Facts, Observation, Roster, Subject, VexStatus, Vulnerability, VulnerabilitySeverity,
};
use greenboard::gate::{GateSet, Outcome, Scope, Verdict, evaluate};
use greenboard::tool::dsse::{self, PublicKey, SignatureState};
use greenboard::tool::{self, ReadOptions};
use jiff::Timestamp;

const DIGEST: &str = "sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

fn at() -> Timestamp {
    "2026-11-02T12:00:00Z".parse().unwrap()
}

fn read(report: &str, tool: &str) -> Vec<Fact> {
    let subject = Subject::new("shop").with_version("1.4.0");
    tool::read(report, tool, &subject, at(), &ReadOptions::new()).unwrap()
}

fn findings(facts: &[Fact]) -> Vec<Vulnerability> {
    let report = facts.iter().find_map(|fact| match fact {
        Fact::Evidence(evidence) => match &evidence.value {
            Observation::Vulnerabilities(report) => Some(report.findings.clone()),
            _ => None,
        },
        _ => None,
    });
    report.expect("a report of vulnerabilities")
}

fn judge(criterion: &str, facts: impl IntoIterator<Item = Fact>) -> Verdict {
    let gates = format!("gates:\n  - name: security\n    criteria:\n      - {{name: it, {criterion}}}\n");
    let gates = GateSet::parse(&gates).unwrap();
    let mut known = Facts::new(Roster::new());
    let candidate = Candidate::new("shop").with_version("1.4.0").with_digest(DIGEST);
    known.add(std::iter::once(candidate.into()).chain(facts));
    evaluate(&gates, &known, "shop", &Scope::new(), at()).unwrap()
}

fn outcome(criterion: &str, facts: &[Fact]) -> (Outcome, String) {
    let verdict = judge(criterion, facts.to_vec());
    (verdict.findings[0].outcome, verdict.findings[0].reason.clone())
}

const TRIVY: &str = r#"{
    "SchemaVersion": 2, "ArtifactName": "shop:1.4.0", "CreatedAt": "2026-11-02T08:00:00Z",
    "Results": [
        {"Target": "shop", "Class": "os-pkgs", "Type": "alpine"},
        {"Target": "app", "Class": "lang-pkgs", "Type": "npm", "Vulnerabilities": [
            {"VulnerabilityID": "CVE-2026-1001", "PkgName": "left", "InstalledVersion": "1.0.0", "FixedVersion": "1.0.1",
             "PkgIdentifier": {"PURL": "pkg:npm/left@1.0.0"}, "Severity": "HIGH", "Status": "fixed",
             "PublishedDate": "2026-10-30T00:00Z", "SeveritySource": "ghsa",
             "CVSS": {"nvd": {"V3Score": 9.9}, "ghsa": {"V2Score": 2, "V3Score": 7.5}}},
            {"VulnerabilityID": "CVE-2026-1002", "PkgName": "right", "InstalledVersion": "2.0.0",
             "Severity": "UNKNOWN", "Status": "will_not_fix"}
        ]}
    ]
}"#;

#[test]
fn trivy_says_what_is_wrong_and_since_when() {
    let found = findings(&read(TRIVY, "trivy"));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].package.as_deref(), Some("pkg:npm/left@1.0.0"));
    assert_eq!((found[0].severity, found[0].cvss), (VulnerabilitySeverity::High, Some(7.5)));
    // A fix is to be had; that this version had it would be another thing.
    assert_eq!(found[0].status, Some(VexStatus::Affected));
    assert_eq!(found[0].published_at.unwrap().to_string(), "2026-10-30T00:00:00Z");
    assert_eq!((found[1].severity, found[1].fixed_in.len()), (VulnerabilitySeverity::Unknown, 0));
}

#[test]
fn a_scan_of_something_else_is_no_scan() {
    let licences = r#"{"SchemaVersion": 2, "ArtifactName": "shop", "Results": [
        {"Target": "OS Packages", "Class": "license", "Licenses": [{"Severity": "HIGH", "Name": "GPL-2.0"}]}]}"#;
    assert!(read(licences, "trivy").is_empty());
    let bill = r#"{"bomFormat": "CycloneDX", "specVersion": "1.5", "vulnerabilities": [],
        "components": [{"type": "library", "name": "left", "purl": "pkg:npm/left@1.0.0"}]}"#;
    assert_eq!(outcome("kind: vulnerabilities", &read(bill, "cyclonedx")).0, Outcome::Pending);
}

#[test]
fn budgets_count_a_severity_and_worse() {
    let facts = read(TRIVY, "trivy");
    for (criterion, expected) in [
        ("kind: vulnerabilities", Outcome::Fail),
        ("kind: vulnerabilities, maximum: {critical: 0}", Outcome::Pass),
        ("kind: vulnerabilities, maximum: {high: 1}", Outcome::Fail),
        ("kind: vulnerabilities, maximum: {high: 1}, unknown_as: low", Outcome::Pass),
        ("kind: vulnerabilities, maximum: {high: 2}", Outcome::Pass),
        ("kind: vulnerabilities, total: 2", Outcome::Pass),
        ("kind: vulnerabilities, maximum: {high: 1}, fixable_only: true", Outcome::Pass),
        ("kind: vulnerabilities, maximum: {high: 0}, unknown_as: low, cvss: 8", Outcome::Pass),
        ("kind: vulnerabilities, maximum: {high: 0}, unknown_as: low, grace_days: {high: 7}", Outcome::Pass),
        ("kind: vulnerabilities, maximum: {high: 0}, unknown_as: low, grace_days: {high: 3}", Outcome::Fail),
    ] {
        let (found, reason) = outcome(criterion, &facts);
        assert_eq!(found, expected, "{criterion}: {reason}");
    }
    assert_eq!(outcome("kind: vulnerabilities", &[]).0, Outcome::Pending);
}

#[test]
fn what_is_ignored_counts_again_after_its_day() {
    let ignore = |until: &str| {
        format!(
            "kind: vulnerabilities, maximum: {{high: 0}}, unknown_as: low, ignore: [{{id: CVE-2026-1001, package: left, reason: no path, until: {until}}}]"
        )
    };
    let facts = read(TRIVY, "trivy");
    assert_eq!(
        outcome(&ignore("2026-12-01T00:00:00Z"), &facts),
        (Outcome::Pass, "1 vulnerability counts (1 low); left out: 1 ignored".to_owned())
    );
    assert_eq!(
        outcome(&ignore("2026-11-01T00:00:00Z"), &facts),
        (
            Outcome::Fail,
            "2 vulnerabilities count (1 high, 1 low); no longer ignored: CVE-2026-1001".to_owned()
        )
    );
}

const GRYPE: &str = r#"{
    "matches": [{
        "vulnerability": {"id": "GHSA-aaaa-bbbb-cccc", "severity": "Critical", "fix": {"versions": [], "state": ""}},
        "relatedVulnerabilities": [{"id": "CVE-2026-1001", "cvss": [{"version": "3.1", "metrics": {"baseScore": 9.1}}]}],
        "artifact": {"name": "left", "version": "1.0.0", "purl": "pkg:npm/left@1.0.0"}
    }],
    "ignoredMatches": [{
        "vulnerability": {"id": "CVE-2026-1003", "severity": "High"}, "artifact": {"name": "up", "version": "3"},
        "appliedIgnoreRules": [{"vex-status": "not_affected", "vex-justification": "component_not_present"}]
    }],
    "source": {}, "descriptor": {"name": "grype", "version": "0.90.0", "timestamp": "2026-11-02T09:00:00Z"}
}"#;

#[test]
fn two_scanners_that_find_one_vulnerability_find_one() {
    let facts = [read(TRIVY, "trivy"), read(GRYPE, "grype")].concat();
    let verdict = judge("kind: vulnerabilities, maximum: {critical: 0}", facts);
    let finding = &verdict.findings[0];
    assert_eq!(finding.reason, "2 vulnerabilities count (1 critical, 1 high); left out: 1 not_affected");
    assert_eq!(finding.evidence.len(), 2);
    assert_eq!(
        finding.next_action.as_deref(),
        Some("Update pkg:npm/left@1.0.0 from 1.0.0 to 1.0.1 (GHSA-aaaa-bbbb-cccc).")
    );
}

fn vex(statements: &str) -> Vec<Fact> {
    let document = format!(
        r#"{{"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://acme.dev/vex/1", "author": "acme",
            "timestamp": "2026-11-01T00:00:00Z", "version": 1, "statements": [{statements}]}}"#
    );
    read(&document, "openvex")
}

#[test]
fn vex_takes_out_what_it_clears_for_this_product() {
    let left = "kind: vulnerabilities, maximum: {high: 0}, unknown_as: low";
    let not_affected = r#""status": "not_affected", "justification": "vulnerable_code_not_in_execute_path""#;
    let cases = [
        // Of the package itself, with and without its version.
        (
            format!(
                r#"{{"vulnerability": {{"name": "CVE-2026-1001"}}, "products": [{{"@id": "pkg:npm/left"}}], {not_affected}}}"#
            ),
            Outcome::Pass,
        ),
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["pkg:npm/left@1.0.0"], {not_affected}}}"#
            ),
            Outcome::Pass,
        ),
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["pkg:npm/left@0.9.0"], {not_affected}}}"#
            ),
            Outcome::Fail,
        ),
        // Of the subject: by its name, its digest, and of a part of it.
        (
            format!(r#"{{"vulnerability": "CVE-2026-1001", "products": ["shop"], {not_affected}}}"#),
            Outcome::Pass,
        ),
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["pkg:oci/shop@{}"], {not_affected}}}"#,
                DIGEST.replace(':', "%3A")
            ),
            Outcome::Pass,
        ),
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["pkg:oci/shop@1.3.0"], {not_affected}}}"#
            ),
            Outcome::Fail,
        ),
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": [{{"@id": "shop", "subcomponents": [{{"@id": "pkg:npm/left"}}]}}], {not_affected}}}"#
            ),
            Outcome::Pass,
        ),
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": [{{"@id": "shop", "subcomponents": [{{"@id": "pkg:npm/right"}}]}}], {not_affected}}}"#
            ),
            Outcome::Fail,
        ),
        // Of another product.
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["pkg:oci/office"], {not_affected}}}"#
            ),
            Outcome::Fail,
        ),
        // One may be both, per product.
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["pkg:oci/office"], "status": "affected", "action_statement": "update"}},
            {{"vulnerability": "CVE-2026-1001", "products": ["shop"], {not_affected}}}"#
            ),
            Outcome::Pass,
        ),
        // Of several about one product the latest counts, and of two at once the worse.
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["shop"], {not_affected}}},
            {{"vulnerability": "CVE-2026-1001", "products": ["shop"], "status": "affected"}}"#
            ),
            Outcome::Fail,
        ),
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["shop"], {not_affected}}},
            {{"vulnerability": "CVE-2026-1001", "products": ["shop"], "status": "affected", "timestamp": "2026-10-01T00:00:00Z"}}"#
            ),
            Outcome::Pass,
        ),
        // What is said tomorrow is not yet said.
        (
            format!(
                r#"{{"vulnerability": "CVE-2026-1001", "products": ["shop"], {not_affected}, "timestamp": "2026-11-03T00:00:00Z"}}"#
            ),
            Outcome::Fail,
        ),
        (
            r#"{"vulnerability": "CVE-2026-1001", "products": ["shop"], "status": "under_investigation"}"#
                .to_owned(),
            Outcome::Fail,
        ),
        (
            r#"{"vulnerability": "CVE-2026-1001", "products": ["shop"], "status": "fixed"}"#.to_owned(),
            Outcome::Pass,
        ),
    ];
    for (statements, expected) in cases {
        let facts = [read(TRIVY, "trivy"), vex(&statements)].concat();
        let (found, reason) = outcome(left, &facts);
        assert_eq!(found, expected, "{statements}: {reason}");
    }
}

#[test]
fn a_statement_may_have_to_say_why() {
    let bare = vex(r#"{"vulnerability": "CVE-2026-1001", "products": ["shop"], "status": "not_affected"}"#);
    let facts = [read(TRIVY, "trivy"), bare].concat();
    let left = "kind: vulnerabilities, maximum: {high: 0}, unknown_as: low";
    assert_eq!(outcome(left, &facts).0, Outcome::Pass);
    assert_eq!(outcome(&format!("{left}, justified: true"), &facts).0, Outcome::Fail);
    assert_eq!(outcome(&format!("{left}, vex: false"), &facts).0, Outcome::Fail);
}

const CYCLONEDX: &str = r#"{
    "bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": {"timestamp": "2026-11-02T07:00:00Z",
        "component": {"type": "application", "bom-ref": "root", "name": "shop"}},
    "components": [
        {"type": "library", "bom-ref": "a", "name": "left", "version": "1.0.0", "purl": "pkg:npm/left@1.0.0",
         "licenses": [{"license": {"id": "MIT"}}],
         "components": [{"type": "library", "name": "inner", "version": "0.1.0", "licenses": [{"expression": "MIT OR GPL-3.0-only"}]}]},
        {"type": "library", "bom-ref": "b", "group": "acme", "name": "right", "version": "2.0.0",
         "licenses": [{"license": {"id": "Apache-2.0"}}, {"license": {"name": "Acme Proprietary"}}]},
        {"type": "library", "bom-ref": "c", "name": "bare"}
    ],
    "dependencies": [{"ref": "root", "dependsOn": ["a", "b"]}],
    "vulnerabilities": [
        {"id": "CVE-2026-2001", "ratings": [{"method": "CVSSv31", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
         "affects": [{"ref": "a"}], "analysis": {"state": "not_affected", "justification": "code_not_reachable"}},
        {"id": "CVE-2026-2001", "ratings": [{"severity": "high"}], "affects": [{"ref": "b"}], "analysis": {"state": "exploitable"}}
    ]
}"#;

#[test]
fn a_bill_says_what_there_is_and_what_became_of_its_weaknesses() {
    let facts = read(CYCLONEDX, "cyclonedx");
    assert_eq!(facts.len(), 3);
    let found = findings(&facts);
    assert_eq!((found[0].severity, found[0].cvss), (VulnerabilitySeverity::Critical, Some(9.8)));
    assert_eq!(found[1].package.as_deref(), Some("acme/right"));
    let (outcome, reason) = outcome("kind: vulnerabilities", &facts);
    assert_eq!(outcome, Outcome::Fail);
    assert_eq!(reason, "1 vulnerability counts (1 high); left out: 1 not_affected");
}

#[test]
fn licences_of_all_parts_have_to_pass() {
    let facts = read(CYCLONEDX, "cyclonedx");
    for (criterion, expected, reason) in [
        ("allow: [MIT, Apache-2.0]", Outcome::Fail, "the licences of 2 of 4 packages do not pass"),
        (
            "allow: [MIT, Apache-2.0], missing: warn, unknown: warn",
            Outcome::Warn,
            "the licences of 2 of 4 packages do not pass",
        ),
        (
            "allow: [MIT, Apache-2.0], missing: pass, unknown: pass",
            Outcome::Pass,
            "the licences of 4 packages pass",
        ),
        ("deny: [GPL-*], missing: pass, unknown: pass", Outcome::Pass, "the licences of 4 packages pass"),
        (
            "deny: [MIT], missing: pass, unknown: pass",
            Outcome::Fail,
            "the licences of 1 of 4 packages do not pass",
        ),
        (
            "allow: [MIT], exceptions: [{package: bare, reason: ours}, {package: acme/right, reason: ours, until: 2026-11-01T00:00:00Z}]",
            Outcome::Fail,
            "the licences of 1 of 4 packages do not pass; 1 excepted; no longer excepted: acme/right",
        ),
    ] {
        assert_eq!(
            outcome(&format!("kind: licences, {criterion}"), &facts),
            (expected, reason.to_owned()),
            "{criterion}"
        );
    }
    assert_eq!(outcome("kind: licences", &[]).0, Outcome::Pending);
}

#[test]
fn a_bill_has_to_say_enough() {
    let facts = read(CYCLONEDX, "cyclonedx");
    for (criterion, expected) in [
        ("kind: sbom", Outcome::Pass),
        ("kind: sbom, formats: {cyclonedx: \"1.4\"}", Outcome::Pass),
        ("kind: sbom, formats: {cyclonedx: \"1.10\"}", Outcome::Fail),
        ("kind: sbom, formats: {spdx: \"2.3\"}", Outcome::Fail),
        ("kind: sbom, minimum_packages: 5", Outcome::Fail),
        ("kind: sbom, with_version: 0.75, with_purl: 0.25, dependencies: true", Outcome::Pass),
        ("kind: sbom, with_version: 0.76", Outcome::Fail),
        ("kind: sbom, of_version: true", Outcome::Pass),
        ("kind: sbom, of_digest: true", Outcome::Pending),
    ] {
        assert_eq!(outcome(criterion, &facts).0, expected, "{criterion}");
    }
}

#[test]
fn spdx_bills_are_bills() {
    let document = r#"{"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "shop", "dataLicense": "CC0-1.0",
        "creationInfo": {"created": "2026-11-02T07:00:00Z", "creators": ["Tool: acme-1.0"]},
        "packages": [
            {"SPDXID": "SPDXRef-shop", "name": "shop", "versionInfo": "1.4.0", "licenseConcluded": "NOASSERTION"},
            {"SPDXID": "SPDXRef-left", "name": "left", "licenseConcluded": "NOASSERTION", "licenseDeclared": "MIT",
             "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/left@1.0.0"}]}
        ],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-shop"},
            {"spdxElementId": "SPDXRef-shop", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-left"}
        ]}"#;
    assert_eq!(tool::detect(document), ["spdx"]);
    let tool::Inspection::Spdx(inspection) = tool::inspect(document, "spdx").unwrap() else { unreachable!() };
    assert_eq!((inspection.packages, inspection.with_purl, inspection.without_licence), (2, 1, 1));
    assert_eq!(inspection.describes, ["shop"]);
    let facts = read(document, "spdx");
    assert_eq!(outcome("kind: licences, allow: [MIT]", &facts).0, Outcome::Pass);
    assert_eq!(
        outcome("kind: sbom, formats: {spdx: \"2.2\"}, with_purl: 1, dependencies: true", &facts).0,
        Outcome::Pass
    );
}

/// A statement of SLSA 1 about [`DIGEST`], signed with both keys below.
const PAYLOAD: &str = "eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJzdWJqZWN0IjpbeyJuYW1lIjoic2hvcCIsImRpZ2VzdCI6eyJzaGEyNTYiOiIwZjFlMmQzYzRiNWE2OTc4ODc5NmE1YjRjM2QyZTFmMDBmMWUyZDNjNGI1YTY5Nzg4Nzk2YTViNGMzZDJlMWYwIn19XSwicHJlZGljYXRlVHlwZSI6Imh0dHBzOi8vc2xzYS5kZXYvcHJvdmVuYW5jZS92MSIsInByZWRpY2F0ZSI6eyJidWlsZERlZmluaXRpb24iOnsiYnVpbGRUeXBlIjoiaHR0cHM6Ly9hY21lLmRldi9idWlsZC92MSIsImV4dGVybmFsUGFyYW1ldGVycyI6eyJ3b3JrZmxvdyI6eyJyZXBvc2l0b3J5IjoiaHR0cHM6Ly9naXRodWIuY29tL2FjbWUvc2hvcCIsInJlZiI6InJlZnMvdGFncy92MS40LjAifX0sInJlc29sdmVkRGVwZW5kZW5jaWVzIjpbeyJ1cmkiOiJnaXQraHR0cHM6Ly9naXRodWIuY29tL2FjbWUvc2hvcEByZWZzL3RhZ3MvdjEuNC4wIiwiZGlnZXN0Ijp7ImdpdENvbW1pdCI6ImFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWEifX1dfSwicnVuRGV0YWlscyI6eyJidWlsZGVyIjp7ImlkIjoiaHR0cHM6Ly9hY21lLmRldi9idWlsZGVyQHYyIn0sIm1ldGFkYXRhIjp7InN0YXJ0ZWRPbiI6IjIwMjYtMTEtMDJUMDY6MDA6MDBaIiwiZmluaXNoZWRPbiI6IjIwMjYtMTEtMDJUMDY6MDU6MDBaIn19fX0=";
const ED25519: (&str, &str) = (
    "MCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=",
    "3itu7QnPaA45O6rSiykcApqnWsp4V7MlAUOngNSVzy7sGEzTdPlfN7hbqOHxAIt4iiIdfX0pstcz791ZAaYZCQ==",
);
const P256: (&str, &str) = (
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+evkZBR8wQLZIyTQmdknwaUOQtV6CKEW/+wKKYGdjGVwuvfRKIiQKmoMHWet0QMSPIWatpv46UMck4STDUt+7g==",
    "MEQCIHGAzxz0zzw6Ac4T/p6PhpT/Bs3O8FA4YevFyndKF6tqAiBINqqEJTaVMMEwydhYkBH0PFoJ1a3iOyrKItM0bYBGbQ==",
);

fn envelope(signatures: &[&str]) -> String {
    let signatures: Vec<String> = signatures.iter().map(|one| format!(r#"{{"sig": "{one}"}}"#)).collect();
    format!(
        r#"{{"payloadType": "application/vnd.in-toto+json", "payload": "{PAYLOAD}", "signatures": [{}]}}"#,
        signatures.join(",")
    )
}

fn attested(report: &str, key: Option<&str>) -> Vec<Fact> {
    let mut options = ReadOptions::new();
    if let Some(key) = key {
        options = options.with_key(PublicKey::parse(key).unwrap());
    }
    tool::read(report, "provenance", &Subject::new("shop").with_version("1.4.0"), at(), &options).unwrap()
}

#[test]
fn signatures_are_good_under_a_given_key_only() {
    let both = envelope(&[ED25519.1, P256.1]);
    let bundle = format!(
        r#"{{"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json", "dsseEnvelope": {both}}}"#
    );
    let lines = format!("{both}\n\n{bundle}\n");
    let summary = format!(r#"{{"provenance_summary": {{"provenance": [{{"envelope": {both}}}]}}}}"#);
    let github = format!(r#"{{"attestations": [{{"bundle": {bundle}}}]}}"#);
    for text in [&both, &bundle, &lines, &summary, &github] {
        for key in [ED25519.0, P256.0] {
            let key = PublicKey::parse(key).unwrap();
            assert_eq!(dsse::verify(text, Some(&key)).unwrap().state, SignatureState::Verified, "{text}");
        }
        assert_eq!(dsse::verify(text, None).unwrap().state, SignatureState::Unverified, "{text}");
        assert_eq!(tool::detect(text), ["provenance"]);
    }
    let other = PublicKey::parse(ED25519.0).unwrap();
    let of_p256 = envelope(&[P256.1]);
    assert_eq!(dsse::verify(&of_p256, Some(&other)).unwrap().state, SignatureState::Invalid);
    // One bad envelope among good ones is not passed over.
    let mixed = dsse::verify(format!("{both}\n{of_p256}\n"), Some(&other)).unwrap();
    assert_eq!(mixed.state, SignatureState::Invalid);
    assert_eq!(mixed.envelopes[0].state, SignatureState::Verified);
    let tampered = both.replace("c2hvcCIs", "c2hvcHMi");
    assert_eq!(dsse::verify(tampered, Some(&other)).unwrap().state, SignatureState::Invalid);
}

#[test]
fn provenance_has_to_be_of_a_trusted_builder() {
    let both = envelope(&[ED25519.1, P256.1]);
    let (good, unchecked, bad) = (
        attested(&both, Some(P256.0)),
        attested(&both, None),
        attested(&envelope(&[ED25519.1]), Some(P256.0)),
    );
    for (criterion, facts, expected) in [
        ("kind: provenance", &good, Outcome::Pass),
        ("kind: provenance", &unchecked, Outcome::Pending),
        ("kind: provenance", &bad, Outcome::Fail),
        ("kind: provenance, verified: false", &unchecked, Outcome::Pass),
        ("kind: provenance, verified: false", &bad, Outcome::Fail),
        ("kind: provenance, builders: [{id: \"https://acme.dev/builder@*\"}]", &good, Outcome::Pass),
        ("kind: provenance, builders: [{id: \"https://evil.dev/*\"}]", &good, Outcome::Fail),
        ("kind: provenance, sources: [\"https://github.com/acme/*\"]", &good, Outcome::Pass),
        ("kind: provenance, sources: [\"git+https://github.com/acme/shop.git\"]", &good, Outcome::Pass),
        ("kind: provenance, sources: [\"https://github.com/acme/other\"]", &good, Outcome::Fail),
        (
            "kind: provenance, level: 3, builders: [{id: \"https://acme.dev/*\", level: 3}]",
            &good,
            Outcome::Pass,
        ),
        ("kind: provenance, level: 3, builders: [{id: \"https://acme.dev/*\"}]", &good, Outcome::Fail),
        ("kind: provenance, level: 1, verified: false", &unchecked, Outcome::Pass),
        ("kind: provenance, level: 2, verified: false", &unchecked, Outcome::Fail),
        ("kind: provenance, predicate_types: [\"https://slsa.dev/provenance/v0.2\"]", &good, Outcome::Fail),
        ("kind: provenance, keys: [\"sha256:00\"]", &good, Outcome::Fail),
    ] {
        let (found, reason) = outcome(criterion, facts);
        assert_eq!(found, expected, "{criterion}: {reason}");
    }
    assert_eq!(outcome("kind: provenance", &[]).0, Outcome::Pending);
}

#[test]
fn a_vulnerability_that_counts_in_several_limits_is_dealt_with_once() {
    let facts = read(TRIVY, "trivy");
    let steps = |criterion: &str| {
        let verdict = judge(criterion, facts.clone());
        verdict.findings[0].steps.iter().map(|step| step.action.clone()).collect::<Vec<_>>()
    };
    let one = steps("kind: vulnerabilities, maximum: {high: 0, medium: 0}, unknown_as: low");
    assert_eq!(one.len(), 1, "{one:?}");
    let both = steps("kind: vulnerabilities, maximum: {high: 0, low: 0}, unknown_as: low");
    assert_eq!(both.len(), 2, "{both:?}");
    assert_ne!(both[0], both[1]);
    let of_any = steps("kind: vulnerabilities, maximum: {high: 0}, total: 1, unknown_as: low");
    assert_eq!(of_any, one);
}
