//! `greenboard release` and `greenboard ledger`: what a script sees.

use super::sandbox::Sandbox;
use greenboard::cli::{Console, run};
use greenboard::document::{self, Format};
use greenboard::release::{Event, Owed, Refusal, ReleaseState, audit::Audit};

const MORNING: &str = "2026-11-02T09:00:00Z";

const RELEASE: &str = "
id: shop-2.1
template: train
owner: rita
target: 2026-11-09T10:00:00Z
backout: runbook/rollback
environments: [staging, production]
tasks: [{id: notes, title: Write the notes, assignee: ada, due: 2026-11-03T09:00:00Z}]
scope: [{id: payments, subject: {component: payments, version: 1.4.0}, authors: [ada]}]
";

/// A folder with a release to be, and a ledger that has begun.
fn folder() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("gates.yaml", "gates: []").write("release.yaml", RELEASE);
    sandbox.write("roles.yaml", "{strict: true, roles: {release_manager: [{person: rita}]}}");
    let (status, out, err) = ledger(&sandbox, "init", &["--origin", "example.com/shop", "--actor", "rita"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.starts_with("example.com/shop begins with 0:"), "{out}");
    sandbox
}

fn path(sandbox: &Sandbox, name: &str) -> String {
    sandbox.dir.join(name).to_str().unwrap().to_owned()
}

/// Exit status, results, and what is said about them.
fn greenboard(arguments: &[&str]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run(arguments, &mut Console::new(&mut out, &mut err));
    (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn ledger(sandbox: &Sandbox, command: &str, arguments: &[&str]) -> (u8, String, String) {
    let book = path(sandbox, "ledger");
    greenboard(&[&["ledger", command, &book, "--at", MORNING], arguments].concat())
}

fn release(sandbox: &Sandbox, arguments: &[&str]) -> (u8, String, String) {
    let book = path(sandbox, "ledger");
    greenboard(&[&["release", "--at", MORNING, &book], arguments].concat())
}

/// Gives a command to the release.
fn does(sandbox: &Sandbox, actor: &str, arguments: &[&str]) -> (u8, String, String) {
    let (gates, roles) = (path(sandbox, "gates.yaml"), path(sandbox, "roles.yaml"));
    let always = ["do", "shop-2.1", "--actor", actor, "--gates", &gates, "--roles", &roles];
    release(sandbox, &[&always, arguments].concat())
}

/// With the release planned.
fn planned() -> Sandbox {
    let sandbox = folder();
    let given = format!("release=@{}", path(&sandbox, "release.yaml"));
    for arguments in [&["create", &given][..], &["plan"]] {
        let (status, out, err) = does(&sandbox, "rita", arguments);
        assert_eq!((status, err.as_str()), (0, ""), "{out}");
    }
    sandbox
}

fn read<T: document::Read>(text: &str) -> T {
    document::parse(text, Format::Json).unwrap()
}

#[test]
fn the_status_of_a_command_is_whether_it_was_done() {
    let sandbox = planned();
    let (status, out, err) = does(&sandbox, "rita", &["hold", "reason=the line is down", "--id", "hold-1"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("hold placed") && out.contains("rita"), "{out}");

    let (status, out, err) = does(&sandbox, "rita", &["hold", "reason=the line is down", "--id", "hold-1"]);
    assert_eq!(
        (status, err.as_str()),
        (0, "greenboard: hold-1 was given before; nothing was done\n"),
        "{out}"
    );

    let (status, out, err) = does(&sandbox, "ada", &["start"]);
    assert_eq!((status, err.as_str()), (1, ""));
    assert!(out.starts_with("shop-2.1, start: refused\n"), "{out}");
    assert!(out.contains("not_authorised") && out.contains("on_hold"), "{out}");
    let (status, out, _) = does(&sandbox, "ada", &["start", "--format", "json"]);
    let refusal: Refusal = read(&out);
    assert_eq!((status, refusal.command.as_str()), (1, "start"));

    let (status, out, _) = does(&sandbox, "rita", &["resume", "--expected-version", "1"]);
    assert!(status == 1 && out.contains("stale_version"), "{out}");
}

#[test]
fn what_is_wrong_is_neither_done_nor_refused() {
    let sandbox = planned();
    for (arguments, status, said) in [
        (&["strat"][..], 2, "\"start\""),
        (&["hold", "raeson=late"], 2, "\"reason\""),
        (&["hold", "reason=@nowhere.yaml"], 3, "[source.io]"),
        (&["start", "--actor-kind", "robot"], 2, "expected one of human, service, agent"),
    ] {
        let (found, out, err) = does(&sandbox, "rita", arguments);
        assert_eq!((found, out.as_str()), (status, ""), "{arguments:?}: {err}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    let (status, _, err) = greenboard(&["release", &path(&sandbox, "nowhere"), "show"]);
    assert!(status == 3 && err.contains("[ledger.io]"), "{status} {err}");
    let (status, out, err) = release(&sandbox, &["show", "shop-2.2"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.contains("\"shop-2.2\""), "{err}");
}

#[test]
fn where_it_stands_and_stood() {
    let sandbox = planned();
    let (status, out, err) = release(&sandbox, &["show"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("shop-2.1") && out.contains("planned"), "{out}");
    let shown = |more: &[&str]| -> ReleaseState {
        let (status, out, _) = release(&sandbox, &[&["show", "shop-2.1", "-f", "json"], more].concat());
        assert_eq!(status, 0);
        read(&out)
    };
    assert_eq!((shown(&["--seq", "1"]).status.name(), shown(&[]).status.name()), ("draft", "planned"));
    let (_, page, _) = release(&sandbox, &["show", "shop-2.1", "--format", "markdown"]);
    assert!(page.starts_with("## shop-2.1"), "{page}");
}

#[test]
fn what_happened_and_what_is_owed() {
    let sandbox = planned();
    let (status, out, _) = release(&sandbox, &["log", "shop-2.1"]);
    assert!(status == 0 && out.contains("release created") && out.contains("release planned"), "{out}");
    let (_, out, _) = release(&sandbox, &["log", "--format", "json"]);
    let events: Vec<Event> = read(&out);
    assert_eq!(events[0].what.kind(), "release_created");
    let (status, out, _) = release(&sandbox, &["due"]);
    assert!(status == 0 && out.contains("task notes") && out.contains("ada"), "{out}");
    let (_, out, _) = release(&sandbox, &["due", "shop-2.1", "--format", "json"]);
    let owed: Vec<Owed> = read(&out);
    assert!(owed.iter().any(|owed| owed.of == "notes"), "{out}");
}

#[test]
fn controls_and_the_audit() {
    let sandbox = planned();
    let roles = path(&sandbox, "roles.yaml");
    let (status, out, err) = release(&sandbox, &["controls", "--roles", &roles]);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    assert!(out.starts_with("Controls: ") && out.contains("C01"), "{out}");

    let (status, page, err) = release(&sandbox, &["audit", "--roles", &roles, "--format", "markdown"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(page.starts_with("## Audit of example.com/shop"), "{page}");
    let (status, json, _) = release(&sandbox, &["audit", "--release", "shop-2.1", "--format", "json"]);
    let audit: Audit = read(&json);
    assert_eq!((status, audit.scope.releases.as_slice()), (0, &["shop-2.1".to_owned()][..]));
    assert!(page.contains(&audit.root.to_string()) && page.contains("release created"), "{page}");
    let (_, json, _) = release(&sandbox, &["audit", "--release", "shop-2.2", "--format", "json"]);
    assert!(read::<Audit>(&json).lines.is_empty(), "{json}");

    sandbox.write("checkpoint", "no checkpoint");
    let (status, _, err) = release(&sandbox, &["audit", "--checkpoint", &path(&sandbox, "checkpoint")]);
    assert!(status == 2 && err.contains("[ledger."), "{status} {err}");
}

#[test]
fn the_ledger_holds_together_or_not() {
    let sandbox = planned();
    let (status, out, err) = ledger(&sandbox, "verify", &[]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.starts_with("Verified: 4 entries, head 3:"), "{out}");
    let head = out.split("head ").nth(1).and_then(|rest| rest.split(',').next()).unwrap().to_owned();
    assert_eq!(ledger(&sandbox, "verify", &["--anchor", &head]).0, 0);
    let another = format!("3:{}", "0".repeat(64));
    let (status, out, _) = ledger(&sandbox, "verify", &["--anchor", &another]);
    assert!(status == 1 && out.starts_with("Not verified: "), "{out}");

    let (_, export, _) = ledger(&sandbox, "export", &[]);
    sandbox.write("export.jsonl", &export);
    let exported = path(&sandbox, "export.jsonl");
    assert_eq!(greenboard(&["ledger", "verify", &exported, "--anchor", &head]).0, 0);
    sandbox.write("export.jsonl", &export.replace("rita", "mara"));
    let (status, out, _) = greenboard(&["ledger", "verify", &exported]);
    assert!(status == 1 && out.starts_with("Not verified: "), "{out}");
}
