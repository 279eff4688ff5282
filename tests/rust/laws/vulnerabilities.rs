//! Budgets of vulnerabilities: fewer never makes it worse, VEX does what a slow model does, and one is counted once.

use greenboard::fact::{
    Candidate, Evidence, Fact, Facts, Observation, Roster, Source, Subject, VexProduct, VexStatement,
    VexStatements, VexStatus, Vulnerability, VulnerabilityReport, VulnerabilitySeverity,
};
use greenboard::gate::{
    Criterion, Gate, GateFile, GateSet, Outcome, Scope, VulnerabilitiesCriterion, evaluate,
};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn now() -> Timestamp {
    "2026-11-02T12:00:00Z".parse().unwrap()
}

fn evidence(id: &str, tool: &str, value: impl Into<Observation>) -> Fact {
    let at = now() - SignedDuration::from_hours(1);
    Evidence::new(id, Subject::new("shop"), value.into(), at).with_source(Source::new(tool)).into()
}

fn gates(criterion: VulnerabilitiesCriterion) -> GateSet {
    let mut file = GateFile::default();
    file.gates.push(Gate::new("security").with_criterion(Criterion::new("it", criterion)));
    GateSet::new(file).unwrap()
}

/// The outcome, and how many count.
fn judge(criterion: &VulnerabilitiesCriterion, facts: Vec<Fact>) -> (Outcome, i64) {
    let mut known = Facts::new(Roster::new());
    known.add(std::iter::once(Candidate::new("shop").with_version("1.4.0").into()).chain(facts));
    let verdict = evaluate(&gates(criterion.clone()), &known, "shop", &Scope::new(), now()).unwrap();
    let observed = verdict.findings[0].observed.clone();
    let count = observed.and_then(|observed| match observed.get("count")?.value {
        greenboard::document::Value::Integer(count) => Some(count),
        _ => None,
    });
    (verdict.findings[0].outcome, count.unwrap_or(-1))
}

const NAMES: &[&str] = &["CVE-1", "CVE-2", "CVE-3", "GHSA-1", "GHSA-2"];
const PACKAGES: &[&str] = &["pkg:npm/left@1.0.0", "pkg:npm/left@2.0.0", "pkg:npm/right@1.0.0", "right"];

fn vulnerability() -> impl Strategy<Value = Vulnerability> {
    let severity = select(VulnerabilitySeverity::ALL.to_vec());
    let aliases = subsequence(NAMES.to_vec(), 0..2);
    let cvss = proptest::option::of(0.0..10.0_f64);
    (select(NAMES), aliases, select(PACKAGES), severity, cvss, any::<bool>()).prop_map(
        |(id, aliases, package, severity, cvss, fixable)| {
            let mut one =
                Vulnerability::new(id).with_aliases(aliases).with_package(package).with_severity(severity);
            one.cvss = cvss;
            if fixable {
                one = one.with_fixed_in(["9.0.0"]);
            }
            one
        },
    )
}

fn criterion() -> impl Strategy<Value = VulnerabilitiesCriterion> {
    let limits = proptest::option::of(0..4_u64);
    (limits.clone(), limits.clone(), limits, any::<bool>(), proptest::option::of(0.0..10.0_f64)).prop_map(
        |(critical, high, total, fixable_only, cvss)| {
            let mut criterion = VulnerabilitiesCriterion::new();
            criterion.maximum.critical = critical;
            criterion.maximum.high = high;
            criterion.total = total;
            criterion.fixable_only = fixable_only;
            criterion.cvss = cvss;
            criterion
        },
    )
}

fn statement() -> impl Strategy<Value = VexStatement> {
    let products = subsequence(vec!["shop", "office", "pkg:npm/left", "pkg:npm/left@2.0.0", "right"], 0..3);
    let parts = subsequence(vec!["pkg:npm/left@1.0.0", "pkg:npm/right"], 0..2);
    (select(NAMES), select(VexStatus::ALL.to_vec()), products, parts, -3..3_i64).prop_map(
        |(name, status, products, parts, hours)| {
            let mut said = VexStatement::new(name, status).with_at(now() - SignedDuration::from_hours(hours));
            said.products =
                products.into_iter().map(|id| VexProduct::new(id).with_parts(parts.clone())).collect();
            said
        },
    )
}

/// Whether a name means the package of a finding, said out for the few names of these laws.
fn is_package(name: &str, package: &str) -> bool {
    let (general, general_version) = name
        .trim_start_matches("pkg:npm/")
        .split_once('@')
        .unwrap_or((name.trim_start_matches("pkg:npm/"), ""));
    let (own, own_version) = package.trim_start_matches("pkg:npm/").split_once('@').unwrap_or((package, ""));
    general == own && (general_version.is_empty() || general_version == own_version)
}

/// The obvious way: walk over all statements, and keep the best.
fn model(finding: &Vulnerability, statements: &[VexStatement]) -> bool {
    let mut best: Option<(Timestamp, VexStatus)> = None;
    for said in statements {
        let at = said.at.unwrap();
        let package = finding.package.as_deref().unwrap();
        let named = said.vulnerability == finding.id || finding.aliases.contains(&said.vulnerability);
        let meant = said.products.is_empty()
            || said.products.iter().any(|product| {
                let product_named = product.ids.iter().any(|id| id == "shop" || is_package(id, package));
                product_named
                    && (product.parts.is_empty()
                        || product.parts.iter().any(|part| is_package(part, package)))
            });
        if named && meant && at <= now() && best.is_none_or(|best| (at, said.status) > best) {
            best = Some((at, said.status));
        }
    }
    !best.is_some_and(|(_, status)| matches!(status, VexStatus::NotAffected | VexStatus::Fixed))
}

proptest! {
    #[test]
    fn fewer_never_turns_a_pass_into_anything_else(
        all in prop::collection::vec(vulnerability(), 0..8),
        keep in prop::collection::vec(any::<bool>(), 8),
        criterion in criterion(),
    ) {
        // Each is one of its own: what several scanners say of one vulnerability is no matter of how many there are.
        let all: Vec<Vulnerability> = all
            .into_iter()
            .enumerate()
            .map(|(index, mut one)| {
                one.id = format!("CVE-{index}");
                one.aliases.clear();
                one
            })
            .collect();
        let report = |findings: Vec<Vulnerability>| {
            vec![evidence("scan", "trivy", VulnerabilityReport::new().with_findings(findings))]
        };
        let fewer: Vec<_> = all.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(one, _)| one.clone()).collect();
        if judge(&criterion, report(all)).0 == Outcome::Pass {
            prop_assert_eq!(judge(&criterion, report(fewer)).0, Outcome::Pass);
        }
    }

    #[test]
    fn vex_takes_out_what_the_model_takes_out(
        finding in vulnerability(),
        statements in prop::collection::vec(statement(), 0..6),
    ) {
        let counts = model(&finding, &statements);
        let facts = vec![
            evidence("scan", "trivy", VulnerabilityReport::new().with_findings([finding])),
            evidence("vex", "openvex", VexStatements::new().with_statements(statements)),
        ];
        prop_assert_eq!(judge(&VulnerabilitiesCriterion::new(), facts).1, i64::from(counts));
    }

    /// Two findings are one where names of theirs are joined by findings in the same package and version.
    #[test]
    fn each_is_counted_once(
        all in prop::collection::vec(vulnerability(), 0..10),
        split in prop::collection::vec(any::<bool>(), 10),
    ) {
        let mut open: Vec<&Vulnerability> = all.iter().collect();
        let mut groups = 0;
        while let Some(first) = open.pop() {
            groups += 1;
            let mut group = vec![first];
            loop {
                let same = |a: &Vulnerability, b: &Vulnerability| {
                    let names = |one: &Vulnerability| [vec![one.id.clone()], one.aliases.clone()].concat();
                    a.package == b.package && names(a).iter().any(|name| names(b).contains(name))
                };
                let (joined, apart): (Vec<_>, Vec<_>) =
                    open.into_iter().partition(|one| group.iter().any(|member| same(member, one)));
                open = apart;
                if joined.is_empty() {
                    break;
                }
                group.extend(joined);
            }
        }
        let of = |scanner: bool| {
            let some = all.iter().zip(&split).filter(move |(_, split)| **split == scanner).map(|(one, _)| one.clone());
            VulnerabilityReport::new().with_findings(some)
        };
        let facts = vec![evidence("a", "trivy", of(true)), evidence("b", "grype", of(false))];
        prop_assert_eq!(judge(&VulnerabilitiesCriterion::new(), facts).1, groups);
    }
}
