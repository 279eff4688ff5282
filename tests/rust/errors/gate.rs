//! What is said of gate files, and of questions that have no answer.

use super::said;
use greenboard::fact::{Facts, Profile, Roster};
use greenboard::gate::{GateFile, GateSet, Inclusion, Scope, evaluate};
use insta::assert_snapshot;
use std::collections::BTreeMap;

/// What is said of a gate file.
fn parse(text: &str) -> String {
    said(GateSet::parse(text))
}

/// What is said of one criterion.
fn criterion(text: &str) -> String {
    parse(&format!("gates:\n  - name: quality\n    criteria:\n      - {text}"))
}

fn files(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// What is said of `main.yaml` beside another file.
fn including(main: &str, name: &str, text: &str) -> String {
    said(GateSet::of("main.yaml", &files(&[("main.yaml", main), (name, text)])))
}

const BASE: &str = "
parameters:
  most: {default: 0.01}
gates:
  - name: quality
    criteria:
      - {name: errors, kind: threshold, metric: error_rate, maximum: '${most}'}
      - {name: latency, kind: threshold, metric: p95, maximum: 300}
";

#[test]
fn unknown_keys() {
    assert_snapshot!(parse("gate: []"), @r#"document.unknown_key gate: line 1, column 1: unknown key "gate"; known keys: include, parameters, gates, groups, calendars, break_glass, overrides, overridden; did you mean "gates"?"#);
    assert_snapshot!(parse("gates:\n  - name: quality\n    stage: [deploy]\n    criteria: []"), @r#"document.unknown_key gates[0].stage: line 3, column 5: unknown key "stage"; known keys: name, title, severity, stages, environments, select, at_least, owner, criteria; did you mean "stages"?"#);
    assert_snapshot!(parse("gates:\n  - {name: quality, select: {tier: ['1']}, criteria: []}"), @r#"document.unknown_key gates[0].select.tier: line 2, column 30: unknown key "tier"; known keys: components, owners, tiers, ecosystems, except; did you mean "tiers"?"#);
    assert_snapshot!(criterion("{name: errors, kind: threshold, metric: errors, severty: warn}"), @r#"document.unknown_key gates[0].criteria[0].severty: line 4, column 57: unknown key "severty"; known keys: name, title, severity, owner, cost, environment, metric, minimum, maximum, above, below, warning, unit; did you mean "severity"?"#);
    assert_snapshot!(criterion("{name: errors, kind: threshold, metric: errors, maximun: 1}"), @r#"document.unknown_key gates[0].criteria[0].maximun: line 4, column 57: unknown key "maximun"; known keys: name, title, severity, owner, cost, environment, metric, minimum, maximum, above, below, warning, unit; did you mean "maximum"?"#);
    assert_snapshot!(criterion("{nam: errors, kind: threshold, metric: errors}"), @r#"document.unknown_key gates[0].criteria[0].nam: line 4, column 10: unknown key "nam"; known keys: name, title, severity, owner, cost, environment, metric, minimum, maximum, above, below, warning, unit; did you mean "name"?"#);
    assert_snapshot!(criterion("{name: errors, kind: treshold, metric: errors}"), @r#"document.unknown_value gates[0].criteria[0].kind: line 4, column 30: unknown criterion "treshold"; expected one of threshold, vulnerabilities, licences, sbom, provenance, baseline, slo, measurements, soak, freshness, cel, tests, coverage, quality_gate, approvals, checklist, work_items, environment, dependencies, freeze; did you mean "threshold"?"#);
    assert_snapshot!(criterion("{name: errors, metric: errors}"), @r#"document.missing_key gates[0].criteria[0]: line 4, column 9: key "kind" is missing"#);
    assert_snapshot!(criterion("{kind: threshold, metric: errors}"), @r#"document.missing_key gates[0].criteria[0]: line 4, column 9: key "name" is missing"#);
    assert_snapshot!(criterion("{name: errors, kind: threshold, maximum: 1}"), @r#"document.missing_key gates[0].criteria[0]: line 4, column 9: key "metric" is missing"#);
    assert_snapshot!(parse("parameters: {min: {defalt: 1}}\ngates: []"), @r#"document.unknown_key parameters.min.defalt: line 1, column 20: unknown key "defalt"; known keys: default, description; did you mean "default"?"#);
    assert_snapshot!(parse("include: [{file: base.yaml, whit: {}}]"), @r#"document.unknown_key include[0].whit: line 1, column 29: unknown key "whit"; known keys: file, with"#);
    assert_snapshot!(parse("overrides: [{gate: quality, sets: {severity: warn}, reason: because}]"), @r#"document.unknown_key overrides[0].sets: line 1, column 29: unknown key "sets"; known keys: gate, criterion, set, reason; did you mean "set"?"#);
    assert_snapshot!(parse("break_glass: {role: [lead]}"), @r#"document.unknown_key break_glass.role: line 1, column 15: unknown key "role"; known keys: roles, retrospective_within; did you mean "roles"?"#);
}

#[test]
fn wrong_types() {
    assert_snapshot!(parse("gates: quality"), @r#"document.wrong_type gates: line 1, column 8: expected a list, found text "quality""#);
    assert_snapshot!(parse("gates:\n  - {name: quality, at_least: most, criteria: []}"), @r#"document.wrong_type gates[0].at_least: line 2, column 31: expected a whole number, found text "most""#);
    assert_snapshot!(parse("gates:\n  - {name: quality, severity: blocking, criteria: []}"), @r#"document.unknown_value gates[0].severity: line 2, column 31: unknown severity "blocking"; expected one of info, warn, block"#);
    assert_snapshot!(criterion("{name: errors, kind: threshold, metric: errors, maximum: 1%}"), @r#"document.wrong_type gates[0].criteria[0].maximum: line 4, column 66: expected a number, found text "1%""#);
    assert_snapshot!(criterion("{name: errors, kind: threshold, metric: [errors]}"), @"document.wrong_type gates[0].criteria[0].metric: line 4, column 49: expected text, found a list");
    assert_snapshot!(parse("include: [base.yaml]"), @r#"document.wrong_type include[0]: line 1, column 11: expected a map, found text "base.yaml""#);
    assert_snapshot!(parse("groups: {cab: ada}"), @r#"document.wrong_type groups.cab: line 1, column 15: expected a list, found text "ada""#);
    assert_snapshot!(parse("gates:\n  - name: a\n    criteria: [{name: x, kind: threshold, metric: x}\n"), @"document.syntax line 4, column 1: not valid YAML: while parsing a flow sequence, expected ',' or ']'");
}

#[test]
fn names_and_bounds() {
    let one = "criteria: [{name: errors, kind: threshold, metric: errors}]";
    assert_snapshot!(parse(&format!("gates:\n  - {{name: a, {one}}}\n  - {{name: a, {one}}}")), @r#"gate.duplicate gates[1].name: line 3, column 12: there are two gates called "a"; give each a name of its own"#);
    assert_snapshot!(parse("gates:\n  - name: a\n    criteria:\n      - {name: x, kind: threshold, metric: x}\n      - {name: x, kind: threshold, metric: y}"), @r#"gate.duplicate_criterion gates[0].criteria[1].name: line 5, column 16: the criterion "x" stands twice in gate "a"; give each a name of its own"#);
    assert_snapshot!(parse(&format!("gates:\n  - {{name: emergencies, {one}}}")), @r#"gate.reserved gates[0].name: line 2, column 12: verdicts have what is beside the gates under "emergencies"; call this gate otherwise"#);
    assert_snapshot!(parse("gates:\n  - {name: a}"), @r#"gate.empty gates[0]: line 2, column 5: gate "a" asks nothing, and would always be green; give it a criterion, or leave it out"#);
    assert_snapshot!(parse(&format!("gates:\n  - {{name: a, at_least: 2, {one}}}")), @r#"gate.at_least gates[0].at_least: line 2, column 25: at_least is 2, but gate "a" has criteria: 1; expected 1 to 1"#);
    assert_snapshot!(parse(&format!("gates:\n  - {{name: a, at_least: 0, {one}}}")), @r#"gate.at_least gates[0].at_least: line 2, column 25: at_least is 0, but gate "a" has criteria: 1; expected 1 to 1"#);
    assert_snapshot!(criterion("{name: errors, kind: threshold, metric: errors, cost: -1}"), @"gate.cost gates[0].criteria[0].cost: line 4, column 63: a cost of -1 cannot be compared with others; expected a number from 0 to 1e9");
    assert_snapshot!(parse(&format!("gates:\n  - {{name: a, environments: ['prod-[a'], {one}}}")), @r#"gate.invalid_glob gates[0].environments[0]: line 2, column 30: "prod-[a" is no glob: unclosed character class; missing ']'"#);
    assert_snapshot!(parse(&format!("gates:\n  - name: a\n    select:\n      components: [ok, '{{a']\n    {one}")), @r#"gate.invalid_glob gates[0].select.components[1]: line 4, column 24: "{a" is no glob: unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)"#);
    assert_snapshot!(parse("calendars:\n  - {name: a}\n  - {name: a}"), @r#"gate.duplicate calendars[1]: line 3, column 5: there are two calendars called "a"; give each a name of its own"#);
    assert_snapshot!(parse("calendars: [{name: production}]\ngates:\n  - name: a\n    criteria:\n      - {name: freeze, kind: freeze, calendars: [prodution]}"), @r#"gate.unknown_reference gates[0].criteria[0]: line 5, column 50: no calendar is called "prodution"; did you mean "production"?"#);
}

#[test]
fn references_and_expressions() {
    assert_snapshot!(parse("groups: {security: [ada]}\ngates:\n  - name: a\n    criteria:\n      - {name: ok, kind: approvals, groups: [{group: securty, quorum: 1}]}"), @r#"gate.unknown_reference gates[0].criteria[0]: line 5, column 54: no group is called "securty"; did you mean "security"?"#);
    assert_snapshot!(parse("gates:\n  - name: a\n    criteria:\n      - {name: ok, kind: approvals, groups: [{group: cab, quorum: 1}]}"), @r#"gate.unknown_reference gates[0].criteria[0]: line 4, column 54: no group is called "cab""#);
    assert_snapshot!(criterion("{name: policy, kind: cel, expression: 'facts.metric.errors.value < '}"), @"
gate.expression_syntax gates[0].criteria[0].expression: line 4, column 47: the expression ends where a value belongs
  facts.metric.errors.value <
                              ^
");
    assert_snapshot!(criterion("{name: policy, kind: cel, expression: 'fact.metric.errors.value < 1'}"), @r#"
gate.unknown_variable gates[0].criteria[0].expression: line 4, column 47: unknown variable "fact"; did you mean "facts"?; known here: facts, release, component, now
  fact.metric.errors.value < 1
  ^
"#);
}

#[test]
fn parameters() {
    assert_snapshot!(parse("parameters: {most: {default: 1}}\ngates:\n  - name: a\n    criteria:\n      - {name: x, kind: threshold, metric: x, maximum: '${mots}'}"), @r#"gate.unknown_parameter gates[0].criteria[0].maximum: line 5, column 56: no parameter is called "mots"; did you mean "most"?"#);
    assert_snapshot!(parse("gates:\n  - {name: 'a ${b', criteria: []}"), @r#"gate.invalid_reference gates[0].name: line 2, column 12: the reference in "a ${b" is not closed; write ${name}, or $${ for the characters themselves"#);
    assert_snapshot!(parse("parameters: {most: {default: 1}}\ngates: []"), @r#"gate.unused_parameter parameters.most: line 1, column 14: parameter "most" is used nowhere in this file; use ${most}, or leave it out"#);
    assert_snapshot!(parse("parameters: {most: {}}\ngates: []"), @r#"gate.missing_parameter parameters: line 1, column 13: parameter "most" of this file has no default; give it one, or a value where the file is included, under "with""#);
    assert_snapshot!(parse("parameters: {all: {default: [1]}}\ngates:\n  - {name: 'a ${all}', criteria: []}"), @r#"gate.not_in_text gates[0].name: line 3, column 12: parameter "all" is a list, which cannot be part of a text; expected text, a number or true or false"#);
    assert_snapshot!(parse("parameters: {most: {default: high}}\ngates:\n  - name: a\n    criteria:\n      - {name: x, kind: threshold, metric: x, maximum: '${most}'}"), @r#"document.wrong_type gates[0].criteria[0].maximum: line 5, column 56: expected a number, found text "high""#);
    let long = format!(
        "parameters: {{a: {{default: {}}}}}\ngates: [{{name: '{}'}}]",
        "x".repeat(4000),
        "${a}".repeat(20)
    );
    assert_snapshot!(parse(&long), @"gate.too_large gates[0].name: line 2, column 16: the values of parameters make more than a text of 65536 bytes");
    assert_snapshot!(including("include: [{file: base.yaml, with: {mots: 1}}]", "base.yaml", BASE), @r#"gate.unknown_parameter main.yaml: include[0].with.mots: line 1, column 36: no parameter is called "mots"; did you mean "most"?"#);
    assert_snapshot!(including("include:\n  - {file: base.yaml}", "base.yaml", &BASE.replace("{default: 0.01}", "{}")), @r#"gate.missing_parameter main.yaml: include[0]: line 2, column 12: parameter "most" of base.yaml has no default; give it one, or a value where the file is included, under "with""#);
    assert_snapshot!(including("include: [{file: base.yaml, with: {most: low}}]", "base.yaml", BASE), @r#"document.wrong_type base.yaml: gates[0].criteria[0].maximum: line 7, column 70: expected a number, found text "low""#);
}

#[test]
fn includes() {
    assert_snapshot!(said(GateSet::of("gates.yaml", &files(&[]))), @r#"gate.no_file there is no gate file "gates.yaml"; name one of those that are given"#);
    assert_snapshot!(including("include:\n  - {file: bsae.yaml}", "base.yaml", BASE), @r#"gate.include main.yaml: include[0].file: line 2, column 12: cannot include "bsae.yaml": there is no such file"#);
    assert_snapshot!(including("include: [{file: ../base.yaml}]", "base.yaml", BASE), @r#"gate.include main.yaml: include[0].file: line 1, column 18: cannot include "../base.yaml": it is no .yaml, .json or .toml in this repository"#);
    assert_snapshot!(including("include: [{file: base.txt}]", "base.yaml", BASE), @r#"gate.include main.yaml: include[0].file: line 1, column 18: cannot include "base.txt": it is no .yaml, .json or .toml in this repository"#);
    assert_snapshot!(including("include: [{file: a.yaml}]", "a.yaml", "include:\n  - {file: main.yaml}"), @r#"gate.include a.yaml: include[0].file: line 2, column 12: cannot include "main.yaml": it leads back here: main.yaml → a.yaml → main.yaml"#);
    assert_snapshot!(including("include: [{file: a.yaml}]", "a.yaml", "gates: [{name: a, criteria: [{}]}]"), @r#"document.missing_key a.yaml: gates[0].criteria[0]: line 1, column 30: key "kind" is missing"#);
    assert_snapshot!(including("include: [{file: a.yaml}]", "a.yaml", "gates:\n  - {name: a}"), @r#"gate.empty a.yaml: gates[0]: line 2, column 5: gate "a" asks nothing, and would always be green; give it a criterion, or leave it out"#);
    assert_snapshot!(including("include: [{file: base.yaml}]\ngroups: {cab: [ada]}", "base.yaml", "groups: {cab: [grace]}"), @r#"gate.duplicate main.yaml: groups.cab: line 2, column 10: there are two groups called "cab"; give each a name of its own"#);
    let deep: Vec<(String, String)> =
        (0..20).map(|at| (format!("{at}.yaml"), format!("include: [{{file: {}.yaml}}]", at + 1))).collect();
    assert_snapshot!(said(GateSet::of("0.yaml", &deep.into_iter().collect::<BTreeMap<_, _>>())), @r#"gate.include 15.yaml: include[0].file: line 1, column 18: cannot include "16.yaml": files are included at most 16 deep"#);
    let mut file = GateFile::new();
    file.include.push(
        greenboard::document::parse::<Inclusion>("file: a.yaml", greenboard::document::Format::Yaml).unwrap(),
    );
    assert_snapshot!(said(GateSet::new(file)), @"gate.not_loaded this file includes others, and they are not at hand; read it together with them");
}

#[test]
fn overrides() {
    let main = |text: &str| {
        including(&format!("include: [{{file: base.yaml}}]\noverrides:\n  - {text}"), "base.yaml", BASE)
    };
    assert_snapshot!(main("{gate: qualty, set: {severity: warn}, reason: because}"), @r#"gate.unknown_gate main.yaml: overrides[0].gate: line 3, column 12: no gate that is included here is called "qualty"; did you mean "quality"?"#);
    assert_snapshot!(main("{gate: quality, criterion: latecy, set: {severity: warn}, reason: because}"), @r#"gate.unknown_criterion main.yaml: overrides[0].criterion: line 3, column 32: gate "quality" has no criterion called "latecy"; did you mean "latency"?"#);
    assert_snapshot!(main("{gate: quality, criterion: latency, set: {severty: warn}, reason: because}"), @r#"document.unknown_key main.yaml: overrides[0].set.severty: line 3, column 47: unknown key "severty"; known keys: name, title, severity, owner, cost, environment, metric, minimum, maximum, above, below, warning, unit; did you mean "severity"?"#);
    assert_snapshot!(main("{gate: quality, criterion: latency, set: {maximum: slow}, reason: because}"), @r#"document.wrong_type main.yaml: overrides[0].set.maximum: line 3, column 56: expected a number, found text "slow""#);
    assert_snapshot!(main("{gate: quality, criterion: latency, set: {metric: null}, reason: because}"), @r#"document.missing_key main.yaml: overrides[0].set: line 3, column 46: key "metric" is missing"#);
    assert_snapshot!(main("{gate: quality, criterion: latency, set: {kind: tests}, reason: because}"), @r#"gate.fixed_key main.yaml: overrides[0].set.kind: line 3, column 47: "kind" is not overridden: others refer to it; write a gate of your own instead"#);
    assert_snapshot!(main("{gate: quality, set: {severity: warn}}"), @r#"document.missing_key main.yaml: overrides[0]: line 3, column 5: key "reason" is missing"#);
}

#[test]
fn sections() {
    let workspace = |gates: &str| {
        let files = files(&[("greenboard.yaml", gates), ("ci/gates.yaml", "gates: [{nam: a}]")]);
        said(GateSet::of_workspace(&files, ""))
    };
    assert_snapshot!(workspace("gates:\n  gates:\n    - {name: a, criteria: [{name: x, kind: threshold}]}"), @r#"document.missing_key greenboard.yaml: gates[0].criteria[0]: line 3, column 28: key "metric" is missing"#);
    assert_snapshot!(workspace("gates: ci/gates.yaml"), @r#"document.unknown_key ci/gates.yaml: gates[0].nam: line 1, column 10: unknown key "nam"; known keys: name, title, severity, stages, environments, select, at_least, owner, criteria; did you mean "name"?"#);
    assert_snapshot!(workspace("gates: ci/gate.yaml"), @r#"gate.include greenboard.yaml: include[0].file: line 1, column 8: cannot include "ci/gate.yaml": there is no such file"#);
}

#[test]
fn questions() {
    let gates = GateSet::parse(
        "
gates:
  - name: quality
    stages: [build, deploy]
    environments: [staging, production]
    criteria: [{name: errors, kind: threshold, metric: errors}]
",
    )
    .unwrap();
    let facts = Facts::new(Roster::new().with_component("payments", Profile::new()));
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let ask = |component: &str, scope: Scope| said(evaluate(&gates, &facts, component, &scope, at));
    assert_snapshot!(ask("payment", Scope::new()), @r#"gate.unknown_component no component is called "payment"; did you mean "payments"?"#);
    assert_snapshot!(ask("web", Scope::new()), @r#"gate.unknown_component no component is called "web""#);
    assert_snapshot!(ask("payments", Scope::new().with_stage("dploy")), @r#"gate.unknown_scope no gate names the stage "dploy"; did you mean "deploy"?"#);
    assert_snapshot!(ask("payments", Scope::new().with_environment("dev")), @r#"gate.unknown_scope no gate names the environment "dev"; there are production, staging"#);
}
