//! Verdicts and boards as people read them, in every format.

use greenboard::fact::{Candidate, Evidence, Facts, Metric, Roster, Subject};
use greenboard::gate::{
    Board, GateSet, LiveBoard, Scope, Signal, Verdict, WhatIf, board, evaluate, explain,
    what_would_turn_it_green,
};
use greenboard::report::{self, ReviewFormat, ReviewOptions};
use insta::assert_snapshot;
use jiff::Timestamp;

const GATES: &str = "
gates:
  - name: quality
    owner: ada
    criteria:
      - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
      - {name: latency, kind: threshold, metric: p95, maximum: 300, severity: warn, owner: grace}
  - name: cost
    title: What it costs | <b>*a lot*</b>
    severity: info
    criteria:
      - {name: 'spend [a](javascript:b)', kind: threshold, metric: spend, maximum: 5}
";

fn at() -> Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

fn gates() -> GateSet {
    GateSet::parse(GATES).unwrap()
}

fn metric(component: &str, name: &str, value: f64) -> greenboard::fact::Fact {
    let id = format!("{component}-{name}");
    Evidence::new(id, Subject::new(component), Metric::new(name, value).into(), at()).into()
}

/// One component that is no-go, one pending with a name that no format may take for its own, one go.
fn facts() -> Facts {
    let mut facts = Facts::new(Roster::new());
    facts.add([
        Candidate::new("payments").with_version("1.4.0").into(),
        Candidate::new("a|b <script>_x_\u{1b}[31m").into(),
        Candidate::new("web").with_version("2.0.0").into(),
        metric("payments", "error_rate", 0.2),
        metric("payments", "p95", 420.0),
        metric("payments", "spend", 9.0),
        metric("web", "error_rate", 0.001),
        metric("web", "p95", 120.0),
        metric("web", "spend", 1.0),
    ]);
    facts
}

fn scope() -> Scope {
    Scope::new().with_environment("production")
}

fn verdict() -> Verdict {
    evaluate(&gates(), &facts(), "payments", &scope(), at()).unwrap()
}

fn small() -> Board {
    board(&gates(), &facts(), &scope(), at()).unwrap()
}

#[test]
fn a_verdict_in_every_format() {
    for format in ReviewFormat::ALL {
        assert_snapshot!(format!("verdict_{format}"), report::verdict(&verdict(), *format));
    }
    assert_eq!(verdict().to_string().lines().next(), Some("payments 1.4.0 into production: no-go"));
}

#[test]
fn a_board_in_every_format() {
    for format in ReviewFormat::ALL {
        assert_snapshot!(format!("board_{format}"), report::review(&small(), *format, &ReviewOptions::new()));
    }
}

#[test]
fn an_explanation_tells_every_finding_and_the_way_out() {
    assert_snapshot!(explain(&gates(), &facts(), "payments", &scope(), at()).unwrap().to_string());
}

#[test]
fn ways_owners_and_changes() {
    let ways =
        what_would_turn_it_green(&gates(), &facts(), "payments", &scope(), at(), &WhatIf::new()).unwrap();
    assert_snapshot!("ways", report::ways(&ways, ReviewFormat::Markdown));
    assert_snapshot!("owners", report::by_owner(&small().by_owner(), ReviewFormat::Text));
    let mut facts = facts();
    let mut live = LiveBoard::new(gates(), scope(), &facts, at()).unwrap();
    let later = "2026-11-02T10:00:00Z".parse().unwrap();
    let value = Metric::new("error_rate", 0.001).into();
    facts.add([Evidence::new("e2", Subject::new("payments"), value, later).into()]);
    let changes = live.update(&facts, later).unwrap();
    assert_snapshot!("changes", report::changes(&changes, ReviewFormat::Text));
}

#[test]
fn a_go_has_nothing_to_do() {
    let verdict = evaluate(&gates(), &facts(), "web", &scope(), at()).unwrap();
    assert_eq!(verdict.verdict, Signal::Go);
    for format in ReviewFormat::ALL {
        assert!(!report::verdict(&verdict, *format).contains("To do"));
    }
    let ways = what_would_turn_it_green(&gates(), &facts(), "web", &scope(), at(), &WhatIf::new()).unwrap();
    assert!(report::ways(&ways, ReviewFormat::Text).contains("It is go already."));
}

/// What others wrote neither opens an element, nor a link, nor a cell, nor speaks to the terminal.
#[test]
fn nothing_that_others_wrote_is_obeyed() {
    let board = small();
    let of = |format| report::review(&board, format, &ReviewOptions::new());
    assert!(!of(ReviewFormat::Html).contains("<script") && !of(ReviewFormat::Html).contains("<b>*"));
    let markdown = of(ReviewFormat::Markdown);
    assert!(markdown.contains("a\\|b \\<script\\>") && !markdown.contains("[a]("), "{markdown}");
    for format in ReviewFormat::ALL {
        assert!(!of(*format).contains('\u{1b}'));
    }
}

#[test]
fn of_many_components_the_worst_are_shown_and_all_are_counted() {
    let count = 3_000;
    let mut facts = Facts::new(Roster::new());
    facts.add((0..count).map(|at| Candidate::new(format!("component-{at:05}")).into()));
    facts.add((0..count).filter(|at| at % 3 > 0).flat_map(|at| {
        let name = format!("component-{at:05}");
        let errors = if at % 1000 == 1 { 0.5 } else { 0.001 };
        [metric(&name, "error_rate", errors), metric(&name, "p95", 1.0), metric(&name, "spend", 1.0)]
    }));
    let board = board(&gates(), &facts, &Scope::new(), at()).unwrap();
    let text = report::review(&board, ReviewFormat::Text, &ReviewOptions::new().with_limit(3));
    assert!(text.contains("3000 components: 2 no-go, 1000 pending, 1998 go."), "{text}");
    assert!(text.contains("And 2997 more: 999 pending, 1998 go."), "{text}");
    assert!(text.lines().count() < 200, "{}", text.lines().count());
}

#[test]
fn a_board_as_columns() {
    let table = report::columns(&small());
    assert_eq!(table.num_columns(), 15);
    // Of payments three findings, of the one that nothing is known of three, of web a row for each gate.
    assert_eq!(table.num_rows(), 8);
    assert!(!report::columns_ipc(&small()).is_empty());
}
