//! Why an expression, a criterion or an objective cannot be read, or has no value.

use super::said;
use greenboard::document::{self, Format};
use greenboard::gate::GateSet;
use greenboard::gate::cel::{Context, Program};
use greenboard::gate::slo::lifecycle::Analysis;
use greenboard::gate::slo::{self, SliValue, SloFile};
use insta::assert_snapshot;
use serde_json::json;

fn compiled(source: &str) -> String {
    said(Program::compile(source, &["facts", "release"]))
}

fn evaluated(source: &str) -> String {
    let facts = json!({ "tests": { "passed": 3, "failed": 0 }, "names": ["a"] });
    let program = Program::compile(source, &["facts"]).unwrap();
    said(program.evaluate(&Context::new().with("facts", &facts).with_budget(1000)))
}

#[test]
fn what_cannot_be_compiled() {
    assert_snapshot!(compiled("facts.a = 1"), @r#"
    gate.expression_syntax line 1, column 9: unexpected "="; equality is written ==
      facts.a = 1
              ^
    "#);
    assert_snapshot!(compiled("facts.a &&\n  (release.b >"), @r#"
    gate.expression_syntax line 2, column 15: the expression ends where a value belongs
        (release.b >
                    ^
    "#);
    assert_snapshot!(compiled("facts.a 1"), @r#"
    gate.expression_syntax line 1, column 9: found a number where an operator or the end belongs
      facts.a 1
              ^
    "#);
    assert_snapshot!(compiled("facts.name == 'bad"), @r#"
    gate.expression_syntax line 1, column 15: the text is not closed
      facts.name == 'bad
                    ^
    "#);
    assert_snapshot!(compiled("facts.name.matches('[a')"), @r#"
    gate.expression_syntax line 1, column 20: the pattern is no regular expression: unclosed character class
      facts.name.matches('[a')
                         ^
    "#);
    assert_snapshot!(compiled("facts.name.matches(facts.pattern)"), @r#"
    gate.expression_syntax line 1, column 20: write the pattern of matches out, so that it can be checked now
      facts.name.matches(facts.pattern)
                         ^
    "#);
    assert_snapshot!(compiled("facts.all(1, true)"), @r#"
    gate.expression_syntax line 1, column 11: expected a name for the elements, found a number
      facts.all(1, true)
                ^
    "#);
    assert_snapshot!(compiled("size(facts, 1)"), @r#"
    gate.expression_syntax line 1, column 1: size is called as size(…)
      size(facts, 1)
      ^
    "#);
    assert_snapshot!(compiled("fcats.passed > 1"), @r#"
    gate.unknown_variable line 1, column 1: unknown variable "fcats"; did you mean "facts"?; known here: facts, release
      fcats.passed > 1
      ^
    "#);
    assert_snapshot!(compiled("facts.names.exist(n, n == 'a')"), @r#"
    gate.unknown_function line 1, column 13: unknown function "exist"; did you mean "exists"?
      facts.names.exist(n, n == 'a')
                  ^
    "#);
    assert_snapshot!(compiled("startWith(facts.name, 'a')"), @r#"
    gate.unknown_function line 1, column 1: unknown function "startWith"; did you mean "startsWith"?
      startWith(facts.name, 'a')
      ^
    "#);
    assert_snapshot!(compiled(&"[".repeat(40)), @r#"
    gate.expression_syntax line 1, column 33: the expression is nested more than 32 deep here
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                                      ^
    "#);
    assert_snapshot!(compiled(&"1+".repeat(400)), @r#"
    gate.expression_syntax line 1, column 200: the expression is more than 100 operators deep here
      +1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1
                                              ^
    "#);
    assert_snapshot!(compiled(&" ".repeat(9000)), @"gate.expression_too_large the expression has 9000 bytes, and may have 8192");
}

#[test]
fn what_has_no_value() {
    assert_snapshot!(evaluated("facts.tests.pased > 1"), @r#"
    gate.expression_has_no_value line 1, column 13: there is no key "pased"; did you mean "passed"?
      facts.tests.pased > 1
                  ^
    "#);
    assert_snapshot!(evaluated("facts.names[3]"), @r#"
    gate.expression_has_no_value line 1, column 12: there is no element 3: the list has 1
      facts.names[3]
                 ^
    "#);
    assert_snapshot!(evaluated("facts.tests.passed > 1.5 && facts.tests.passed + 1.5 > 2.0"), @r#"
    gate.expression_has_no_value line 1, column 48: + cannot take an int and a double; convert one with int(), uint() or double()
      ests.passed > 1.5 && facts.tests.passed + 1.5 > 2.0
                                              ^
    "#);
    assert_snapshot!(evaluated("10 / facts.tests.failed"), @r#"
    gate.expression_has_no_value line 1, column 4: division by zero
      10 / facts.tests.failed
         ^
    "#);
    assert_snapshot!(evaluated("facts.tests.passed || true && false"), @r#"
    gate.expression_has_no_value line 1, column 13: expected a truth value, found an int
      facts.tests.passed || true && false
                  ^
    "#);
    assert_snapshot!(evaluated("[1, 2, 3, 4, 5, 6, 7, 8].all(a, [1, 2, 3, 4, 5, 6, 7, 8].all(b, [1, 2, 3, 4].all(c, a + b + c > 0)))"), @r#"
    gate.expression_over_budget line 1, column 87: the expression takes more than 1000 steps: nest fewer loops, or loop over less
      , 6, 7, 8].all(b, [1, 2, 3, 4].all(c, a + b + c > 0)))
                                              ^
    "#);
    let program = Program::compile("facts.a", &["facts"]).unwrap();
    assert_snapshot!(said(program.test(&Context::new())), @r#"
    gate.expression_has_no_value line 1, column 1: the variable "facts" was given no value
      facts.a
      ^
    "#);
}

#[test]
fn in_a_gate_file() {
    let gate = |criterion: &str| {
        said(GateSet::parse(&format!(
            "gates:\n  - name: policy\n    criteria:\n      - name: it\n{criterion}"
        )))
    };
    assert_snapshot!(gate("        kind: cel\n        expression: facts.tests.failed == 0 && relase.stage == 'x'"), @r#"
    gate.unknown_variable gates[0].criteria[0].expression: line 6, column 21: unknown variable "relase"; did you mean "release"?; known here: facts, release, component, now
      facts.tests.failed == 0 && relase.stage == 'x'
                                 ^
    "#);
    assert_snapshot!(gate("        kind: measurements\n        metric: m\n        success_condition: results > 1"), @r#"
    gate.unknown_variable gates[0].criteria[0].success_condition: line 7, column 28: unknown variable "results"; did you mean "result"?; known here: result
      results > 1
      ^
    "#);
    assert_snapshot!(gate("        kind: baseline\n        metric: m\n        pass: ['<=+10%', '~5']"), @r#"gate.slo_criterion gates[0].criteria[0].pass[1]: line 7, column 26: "~5" is no criterion: it begins with none of <, <=, =, >= and >; write it like <500, >=99.9 or <=+10%"#);
    assert_snapshot!(gate("        kind: slo\n        lighthouse: {objectives: [{sli: a, pass: [{criteria: ['<1']}]}]}"), @r#"gate.slo_no_total_score gates[0].criteria[0].lighthouse: line 6, column 21: the objectives have no total score to pass; give total_score.pass, such as "90%""#);
    assert_snapshot!(gate("        kind: slo"), @"document.wrong_type gates[0].criteria[0]: line 4, column 9: expected either lighthouse or lifecycle, found a map");
    assert_snapshot!(gate("        kind: threshold\n        metric: m\n        maximun: 1"), @r#"document.unknown_key gates[0].criteria[0].maximun: line 7, column 9: unknown key "maximun"; known keys: name, title, severity, owner, cost, environment, metric, minimum, maximum, above, below, warning, unit; did you mean "maximum"?"#);
    assert_snapshot!(gate("        kind: freshness\n        evidence: [{kind: test}]\n        maximum_age: 1d"), @r#"document.unknown_value gates[0].criteria[0].evidence[0].kind: line 6, column 27: unknown kind of evidence "test"; expected one of metric, tests, coverage, quality_gate, vulnerabilities, vex, sbom, provenance, environment, contract, verification, measurements, custom; did you mean "tests"?"#);
    assert_snapshot!(gate("        kind: soak\n        upstream: [staging]\n        required: soon"), @r#"document.invalid_value gates[0].criteria[0].required: line 7, column 19: duration "soon" is not valid; expected days and less, such as 90 days, 2h 30m or P14D"#);
}

#[test]
fn objectives() {
    assert_snapshot!(said(slo::parse_criterion("about 5")), @r#"gate.slo_criterion "about 5" is no criterion: it begins with none of <, <=, =, >= and >; write it like <500, >=99.9 or <=+10%"#);
    assert_snapshot!(said(slo::parse_criterion("<=five")), @r#"gate.slo_criterion "<=five" is no criterion: what follows the operator is no number; write it like <500, >=99.9 or <=+10%"#);
    assert_snapshot!(said(SloFile::parse("objectives:\n  - sli: a\n    pass:\n      - criteria: ['<x']")), @r#"gate.slo_criterion objectives[0].pass[0].criteria[0]: line 4, column 20: "<x" is no criterion: what follows the operator is no number; write it like <500, >=99.9 or <=+10%"#);
    assert_snapshot!(said(SloFile::parse("objectives: []\ntotal_scores: {}")), @r#"document.unknown_key total_scores: line 2, column 1: unknown key "total_scores"; known keys: spec_version, filter, comparison, objectives, total_score; did you mean "total_score"?"#);
    let file: SloFile =
        document::parse("{objectives: [{sli: a, pass: [{criteria: ['<1']}]}]}", Format::Yaml).unwrap();
    assert_snapshot!(said(slo::evaluate(&file, &[SliValue::new("a", 0.5)], &[])), @r#"gate.slo_no_total_score the objectives have no total score to pass; give total_score.pass, such as "90%""#);
    let file =
        SloFile::parse("objectives: [{sli: a, pass: [{criteria: ['<1']}]}]\ntotal_score: {pass: most}")
            .unwrap();
    assert_snapshot!(said(slo::evaluate(&file, &[SliValue::new("a", 0.5)], &[])), @r#"gate.slo_percentage total_score.pass is "most", which is no percentage such as "90%""#);
    let analysis =
        "objectives: [{value: a, target: {failure: {lessThan: 5x}}}]\ntotalScore: {passPercentage: 90}";
    assert_snapshot!(said(Analysis::parse(analysis)), @r#"gate.slo_quantity objectives[0].target.failure.less_than: line 1, column 54: "5x" is no quantity such as 15, "0.5" or "500m""#);
}
