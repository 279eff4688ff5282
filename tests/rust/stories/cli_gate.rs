//! `greenboard gate`: what a script sees.

use super::sandbox::Sandbox;
use greenboard::cli::{Console, run};

const GATES: &str = "
gates:
  - name: quality
    owner: ada
    criteria:
      - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
      - {name: latency, kind: threshold, metric: p95, maximum: 300, severity: warn}
";

/// A folder with a gate file and these metrics of `payments`.
fn folder(metrics: &[(&str, f64)]) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("gates.yaml", GATES);
    let facts: Vec<String> = metrics
        .iter()
        .map(|(name, value)| {
            format!(
                "- {{kind: evidence, id: {name}, subject: {{component: payments}}, observed_at: '2026-11-02T08:00:00Z',\n   \
                 value: {{kind: metric, name: {name}, value: {value}}}}}\n"
            )
        })
        .collect();
    sandbox.write("facts.yaml", if facts.is_empty() { "[]".to_owned() } else { facts.concat() }.as_str());
    sandbox
}

/// Exit status, results, and what is said about them.
fn gate(sandbox: &Sandbox, arguments: &[&str]) -> (u8, String, String) {
    let path = |name: &str| sandbox.dir.join(name).to_str().unwrap().to_owned();
    let (dir, gates, facts) = (path(""), path("gates.yaml"), path("facts.yaml"));
    let always = ["gate", "-C", &dir, "--gates", &gates, "--facts", &facts, "--at", "2026-11-02T09:00:00Z"];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run([&always, arguments].concat(), &mut Console::new(&mut out, &mut err));
    (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn the_status_is_the_answer() {
    for (metrics, strict, status) in [
        (&[("error_rate", 0.002), ("p95", 280.0)][..], false, 0),
        (&[("error_rate", 0.002), ("p95", 280.0)], true, 0),
        (&[("error_rate", 0.002), ("p95", 420.0)], false, 0),
        (&[("error_rate", 0.002), ("p95", 420.0)], true, 1),
        (&[("error_rate", 0.2), ("p95", 280.0)], false, 1),
        (&[], false, 2),
    ] {
        let component = ["--component", "payments", "--strict"];
        let (found, out, err) = gate(&folder(metrics), &component[..if strict { 3 } else { 2 }]);
        assert_eq!((found, err.as_str()), (status, ""), "{out}");
    }
}

#[test]
fn what_is_wrong_is_no_answer() {
    let sandbox = folder(&[]);
    for (arguments, said) in [
        (&["--gates", "nowhere.yaml"][..], "cannot be used multiple times"),
        (&["--environments", "production"], "--environment"),
        (&["--report", "junit=junit.xml"], "--component"),
        (&["--component", "payments", "--report", "junit=nowhere.xml"], "[source.io]"),
    ] {
        let (status, out, err) = gate(&sandbox, arguments);
        assert_eq!((status, out.as_str()), (3, ""), "{arguments:?}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    sandbox.write("gates.yaml", "gates:\n  - {name: quality, severty: warn}\n");
    let (status, _, err) = gate(&sandbox, &["--component", "payments"]);
    assert_eq!(status, 3);
    assert!(err.contains("gates.yaml") && err.contains("line 2") && err.contains("\"severity\""), "{err}");
}

#[test]
fn a_verdict_in_full_and_as_json() {
    let sandbox = folder(&[("error_rate", 0.2)]);
    let (_, out, _) = gate(&sandbox, &["--component", "payments", "--explain"]);
    assert!(
        out.starts_with("payments: no-go\n\nquality / errors: fail\n  why       error_rate is 0.2\n"),
        "{out}"
    );
    let (_, out, _) = gate(&sandbox, &["--component", "payments", "--format", "json"]);
    let verdict: greenboard::gate::Verdict =
        greenboard::document::parse(&out, greenboard::document::Format::Json).unwrap();
    assert_eq!(out, verdict.to_json().unwrap() + "\n");
}

#[test]
fn a_report_is_evidence_and_its_tool_is_never_guessed() {
    let sandbox = folder(&[]);
    sandbox.write(
        "gates.yaml",
        "gates: [{name: quality, criteria: [{name: unit, kind: tests, suite: unit}, {name: any, kind: tests}]}]",
    );
    sandbox.write(
        "junit.xml",
        "<testsuite timestamp=\"2026-11-02T08:00:00Z\"><testcase name=\"adds\"/><testcase name=\"takes\"/></testsuite>",
    );
    sandbox.write("notes.txt", "All good.");
    let path = |name: &str| sandbox.dir.join(name).to_str().unwrap().to_owned();
    let of = |report: String| gate(&sandbox, &["--component", "payments", "--report", &report]);
    for report in [format!("junit={}", path("junit.xml")), path("junit.xml")] {
        let (status, out, err) = of(report);
        assert_eq!(err, "");
        assert!(status == 2 && out.contains("any"), "{out}");
    }
    let (status, _, err) = of(path("notes.txt"));
    assert!(status == 3 && err.contains("notes.txt") && err.contains("[tool.undecided]"), "{err}");
}

/// A workspace of two packages, whose gates include those of the organisation.
fn workspace() -> Sandbox {
    let sandbox = Sandbox::repository();
    sandbox.write("package.json", r#"{"private": true, "workspaces": ["*"]}"#);
    sandbox.write("api/package.json", r#"{"name": "api", "version": "1.4.0"}"#);
    sandbox.write("web/package.json", r#"{"name": "web", "version": "2.0.0"}"#);
    sandbox.write("release/organisation.yaml", GATES);
    sandbox.write("release/gates.yaml", "include: [{file: organisation.yaml}]\n");
    sandbox.write("greenboard.yaml", "gates: release/gates.yaml\n");
    let fact = |name: &str, errors: f64| {
        format!(
            "- {{kind: evidence, id: {name}, subject: {{component: {name}}}, observed_at: '2026-11-02T08:00:00Z',\n   \
             value: {{kind: metric, name: error_rate, value: {errors}}}}}\n"
        )
    };
    sandbox.write("facts.yaml", &(fact("api", 0.2) + &fact("web", 0.001)));
    sandbox
}

#[test]
fn the_board_of_a_workspace_with_its_own_gates() {
    let sandbox = workspace();
    let path = |name: &str| sandbox.dir.join(name).to_str().unwrap().to_owned();
    let facts = path("facts.yaml");
    // From a folder of it too.
    let dir = path("web");
    let of = |more: &[&str]| {
        let always = ["gate", "-C", &dir, "--facts", &facts, "--at", "2026-11-02T09:00:00Z"];
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let status = run([&always, more].concat(), &mut Console::new(&mut out, &mut err));
        (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    };
    let (status, out, err) = of(&["--limit", "1"]);
    assert_eq!((status, err.as_str()), (1, ""), "{out}");
    assert!(
        out.starts_with("Readiness: no-go\nAt 2026-11-02T09:00:00Z, 2 components: 1 no-go, 1 conditional.\n"),
        "{out}"
    );
    assert!(out.contains("And 1 more: 1 conditional."), "{out}");
    let (status, out, _) = of(&["--component", "web"]);
    assert!(status == 0 && out.starts_with("web: conditional\n"), "{out}");
    let (status, _, err) = of(&["--component", "wep"]);
    assert!(status == 3 && err.contains("\"web\"") && err.contains("[gate.unknown_component]"), "{err}");
    let (status, _, err) = of(&["--explain"]);
    assert!(status == 3 && err.contains("--component"), "{err}");
    let (_, json, _) = of(&["--format", "json"]);
    assert!(json.contains(r#""schema":"greenboard/board/1""#), "{json}");
}
