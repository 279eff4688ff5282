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
    assert!(out.starts_with(r#"{"at":"2026-11-02T09:00:00Z","component":"payments","#), "{out}");
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
