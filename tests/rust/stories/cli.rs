//! The command line: what a script sees.

use super::sandbox::Sandbox;
use greenboard::cli::{Console, run};

/// Exit status, results, and what is said about them.
fn greenboard(arguments: &[&str]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run(arguments, &mut Console::new(&mut out, &mut err));
    (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// A repository of one package with one unreleased feature.
fn repository() -> Sandbox {
    let sandbox = Sandbox::repository();
    sandbox.write("package.json", r#"{"name": "board", "version": "1.2.0"}"#).commit("chore: begin");
    sandbox.git(&["tag", "v1.2.0"]);
    sandbox.change("lanes.js", "feat: lanes");
    sandbox
}

fn in_repository(sandbox: &Sandbox, arguments: &[&str]) -> (u8, String, String) {
    let at = ["-C", sandbox.dir.to_str().unwrap(), "--at", "2026-11-02T09:00:00Z"];
    greenboard(&[&at, arguments].concat())
}

#[test]
fn a_plan_as_text_and_as_json() {
    let sandbox = repository();
    let (status, out, err) = in_repository(&sandbox, &["plan"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.starts_with("1 component goes out in 1 wave.\n"), "{out}");
    let (status, json, err) = in_repository(&sandbox, &["plan", "--format", "json"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let plan: greenboard::plan::Plan =
        greenboard::document::parse(&json, greenboard::document::Format::Json).unwrap();
    assert_eq!(plan.entries[0].new.as_str(), "1.3.0");
    assert_eq!(json, plan.to_json().unwrap() + "\n");
}

#[test]
fn why_and_changelog() {
    let sandbox = repository();
    let (status, out, _) = in_repository(&sandbox, &["why", "board"]);
    assert!(status == 0 && out.starts_with("board 1.2.0 → 1.3.0 (minor)\n"), "{out}");
    let (status, out, _) = in_repository(&sandbox, &["why", "board", "--json"]);
    assert!(status == 0 && out.starts_with(r#"{"#), "{out}");
    let (status, out, _) = in_repository(&sandbox, &["changelog", "board", "--style", "keep_a_changelog"]);
    assert!(status == 0 && out.starts_with("## [1.3.0] - 2026-11-02\n\n### Added\n"), "{out}");
    sandbox.write("notes.j2", "{{ date }}: {{ plan.entries[0].new }}");
    let template = sandbox.dir.join("notes.j2");
    let (status, out, _) = in_repository(&sandbox, &["changelog", "--template", template.to_str().unwrap()]);
    assert_eq!((status, out.as_str()), (0, "2026-11-02: 1.3.0\n"));
}

#[test]
fn a_policy_by_name_and_from_a_file() {
    let sandbox = repository();
    sandbox.write("policy.yaml", "versioning: {kind: calendar, pattern: YYYY.MM.MICRO}\n");
    let file = sandbox.dir.join("policy.yaml");
    let (_, out, err) = in_repository(&sandbox, &["plan", "-f", "diff", "--policy", file.to_str().unwrap()]);
    assert_eq!((out.as_str(), err.as_str()), ("  board\n- version 1.2.0\n+ version 2026.11.0\n", ""));
    sandbox.write("policy.yaml", "\npropagate: always\n");
    let (status, out, err) = in_repository(&sandbox, &["plan", "--policy", file.to_str().unwrap()]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(
        err.contains("policy.yaml") && err.contains("line 2") && err.contains("[document.unknown_key]"),
        "{err}"
    );
}

#[test]
fn what_goes_wrong_is_said_with_its_code() {
    let sandbox = repository();
    for (arguments, said) in [
        (&["why", "nobody"][..], "[plan.not_planned]"),
        (&["plan", "--policy", "nope"], "[plan.unknown_preset]"),
        (&["plan", "--policy", "nowhere.yaml"], "[source.io]"),
        (&["plan", "--format", "pdf"], "expected one of text, markdown"),
        (&["pln"], "'plan'"),
    ] {
        let (status, out, err) = in_repository(&sandbox, arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    let (status, _, err) = greenboard(&["plan", "-C", "/nowhere/at/all"]);
    assert!(status == 2 && err.contains("[source.no_directory]"), "{err}");
}

/// A repository that changesets is used in, with one changeset.
fn with_changesets() -> Sandbox {
    let sandbox = Sandbox::repository();
    sandbox.write("package.json", "{\n  \"private\": true,\n  \"workspaces\": [\"packages/*\"]\n}\n");
    sandbox.write("packages/core/package.json", "{\n  \"name\": \"core\",\n  \"version\": \"1.2.0\"\n}\n");
    sandbox.write(
        "packages/cli/package.json",
        "{\n  \"name\": \"cli\",\n  \"version\": \"3.0.0\",\n  \"dependencies\": { \"core\": \"^1.2.0\" }\n}\n",
    );
    sandbox.write(".changeset/config.json", r#"{"access": "public", "commit": false, "prettier": false}"#);
    sandbox.commit("begin");
    sandbox.git(&["tag", "base"]);
    sandbox.write(".changeset/wild-cats.md", "---\n\"core\": major\n---\n\nDrop the old format.\n");
    sandbox.commit("drop the old format");
    sandbox
}

#[test]
fn a_plan_is_applied_once() {
    let sandbox = with_changesets();
    let (status, diff, err) = in_repository(&sandbox, &["apply", "--dry-run"]);
    assert_eq!(status, 0, "{err}");
    for line in [
        "-  \"version\": \"1.2.0\"",
        "+  \"version\": \"2.0.0\"",
        "+  \"dependencies\": { \"core\": \"^2.0.0\" }",
    ] {
        assert!(diff.contains(line), "{line}\n{diff}");
    }
    assert!(err.contains(".changeset/config.json: prettier: ") && !err.contains("commit"), "{err}");
    assert!(sandbox.dir.join(".changeset/wild-cats.md").exists());

    let (status, out, err) = in_repository(&sandbox, &["apply"]);
    assert_eq!(status, 0, "{err}");
    assert_eq!(
        out.lines().collect::<Vec<_>>(),
        [
            ".changeset/wild-cats.md",
            "packages/cli/CHANGELOG.md",
            "packages/cli/package.json",
            "packages/core/CHANGELOG.md",
            "packages/core/package.json",
        ]
    );
    let read = |path: &str| std::fs::read_to_string(sandbox.dir.join(path)).unwrap();
    assert!(read("packages/cli/package.json").contains("\"version\": \"3.0.1\""));
    assert!(read("packages/core/CHANGELOG.md").starts_with("# core\n\n## 2.0.0\n\n### Major Changes\n"));
    assert!(!sandbox.dir.join(".changeset/wild-cats.md").exists());

    let (status, out, _) = in_repository(&sandbox, &["apply"]);
    assert_eq!((status, out.as_str()), (0, "Nothing to change.\n"));
    let (_, out, _) = in_repository(&sandbox, &["plan"]);
    assert_eq!(out, "Nothing to release.\n");
}

#[test]
fn what_is_touched_without_a_changeset_is_named() {
    let sandbox = with_changesets();
    let (status, out, err) = in_repository(&sandbox, &["check", "--base", "base"]);
    assert_eq!((status, out.as_str()), (0, "Everything that was touched is covered.\n"), "{err}");
    sandbox.change("packages/cli/index.js", "a new file");
    let (status, out, _) = in_repository(&sandbox, &["check", "--base", "base"]);
    assert_eq!((status, out.as_str()), (1, "cli was touched (1 file), and no change asks for its release\n"));
    let (status, out, _) = in_repository(&sandbox, &["check", "--base", "base", "--json"]);
    assert_eq!(
        (status, out.as_str()),
        (1, "[{\"component\":\"cli\",\"files\":[\"packages/cli/index.js\"]}]\n")
    );
    // The tool's own configuration says where work begins.
    sandbox.git(&["branch", "trunk", "base"]);
    sandbox.write(".changeset/config.json", r#"{"baseBranch": "trunk"}"#);
    let (status, out, err) = in_repository(&sandbox, &["check"]);
    assert!(status == 1 && out.starts_with("cli was touched") && !err.contains("baseBranch"), "{out}{err}");
    let (status, _, err) = in_repository(&sandbox, &["check", "--base", "nowhere"]);
    assert!(status == 2 && err.contains("[source.unknown_revision]"), "{err}");
}

#[test]
fn the_repository_says_how_it_is_released() {
    let sandbox = repository();
    sandbox.write("greenboard.yaml", "policy:\n  versioning: {kind: calendar, pattern: YYYY.MM.MICRO}\n");
    let (_, out, err) = in_repository(&sandbox, &["plan", "-f", "diff"]);
    assert_eq!((out.as_str(), err.as_str()), ("  board\n- version 1.2.0\n+ version 2026.11.0\n", ""));
    sandbox.write("greenboard.yaml", "policy:\n  propagate: always\n");
    let (status, _, err) = in_repository(&sandbox, &["plan"]);
    assert!(status == 2 && err.contains("greenboard.yaml: policy.propagate: line 2"), "{err}");
}

#[test]
fn release_pleases_files_decide_where_they_are() {
    let sandbox = Sandbox::repository();
    sandbox.write("package.json", "{\n  \"name\": \"board\",\n  \"version\": \"0.4.0\"\n}\n");
    sandbox.write(
        "release-please-config.json",
        r#"{"release-type": "node", "bump-minor-pre-major": true, "draft": true, "packages": {".": {"extra-files": ["version.js"]}}}"#,
    );
    sandbox.write(".release-please-manifest.json", "{\".\": \"0.4.0\"}\n");
    sandbox
        .write("version.js", "export default '0.4.0' // x-release-please-version\n")
        .commit("chore: begin");
    sandbox.git(&["tag", "v0.4.0"]);
    sandbox.change("a.js", "feat!: drop the old format");
    let (status, out, err) = in_repository(&sandbox, &["apply"]);
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("release-please-config.json: draft: "), "{err}");
    let written =
        [".release-please-manifest.json", "CHANGELOG.md", "package.json", "version.js"].join("\n") + "\n";
    assert_eq!(out, written);
    let read = |path: &str| std::fs::read_to_string(sandbox.dir.join(path)).unwrap();
    assert_eq!(read("version.js"), "export default '0.5.0' // x-release-please-version\n");
    assert_eq!(read(".release-please-manifest.json"), "{\".\": \"0.5.0\"}\n");
}

#[test]
fn changelogs_point_at_the_host() {
    let sandbox = repository();
    sandbox.git(&["remote", "add", "origin", "git@github.com:acme/board.git"]);
    let hash = sandbox.change("table.js", "fix(ui): a table (#7)");
    let (_, out, _) = in_repository(&sandbox, &["changelog", "board"]);
    let at = "https://github.com/acme/board";
    let short = &hash[..7];
    assert!(
        out.starts_with(&format!("## board [1.3.0]({at}/compare/v1.2.0...v1.3.0) (2026-11-02)\n")),
        "{out}"
    );
    let line = format!("- **ui:** a table ([#7]({at}/pull/7), [{short}]({at}/commit/{hash}))\n");
    assert!(out.contains(&line), "{line}\n{out}");
}

#[test]
fn commits_count_as_for_release_please() {
    let sandbox = Sandbox::repository();
    sandbox.write("package.json", "{\n  \"name\": \"board\",\n  \"version\": \"1.4.0\"\n}\n");
    sandbox.write("docs/package.json", "{\n  \"name\": \"guide\",\n  \"version\": \"1.0.0\"\n}\n");
    sandbox.write("lib/package.json", "{\n  \"name\": \"lib\",\n  \"version\": \"2.0.0\"\n}\n");
    sandbox.write(
        "release-please-config.json",
        r#"{"release-type": "node", "packages": {".": {"exclude-paths": ["docs"]}, "docs": {}, "lib": {}}}"#,
    );
    sandbox.write(".release-please-manifest.json", r#"{".": "1.4.0", "docs": "1.0.0", "lib": "2.0.0"}"#);
    sandbox.commit("chore: begin");
    for tag in ["board-v1.4.0", "guide-v1.0.0", "lib-v2.0.0"] {
        sandbox.git(&["tag", tag]);
    }
    let versions = || {
        let (status, out, err) = in_repository(&sandbox, &["plan", "-f", "diff"]);
        assert_eq!(status, 0, "{err}");
        out.lines().filter_map(|line| line.strip_prefix("+ version ").map(str::to_owned)).collect::<Vec<_>>()
    };
    // The root has every commit, but for those of what it leaves out.
    sandbox.change("docs/index.md", "fix: a word");
    assert_eq!(versions(), ["1.0.1"]);
    sandbox.change("lib/a.js", "feat: lanes");
    assert_eq!(versions(), ["1.5.0", "1.0.1", "2.1.0"]);
}

#[test]
fn applied_twice_before_a_tag_is_applied_once() {
    for tag in [true, false] {
        let sandbox = Sandbox::repository();
        sandbox.write("package.json", r#"{"name": "board", "version": "1.2.0"}"#).commit("chore: begin");
        if tag {
            sandbox.git(&["tag", "v1.2.0"]);
        }
        sandbox.change("lanes.js", "feat: lanes");
        assert_ne!(in_repository(&sandbox, &["apply"]).1, "Nothing to change.\n");
        assert_eq!(in_repository(&sandbox, &["apply"]).1, "Nothing to change.\n", "tag: {tag}");
        sandbox.commit("chore: release");
        assert_eq!(in_repository(&sandbox, &["apply"]).1, "Nothing to change.\n", "tag: {tag}");
    }
}
