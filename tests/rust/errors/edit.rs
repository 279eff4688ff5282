//! What is said where a plan cannot be written, or not be written safely.

use greenboard::change::Change;
use greenboard::component::manifest;
use greenboard::plan::{Edit, EditOptions, Edits, ExtraFile, ExtraFileKind, Plan, Policy, edits, plan};
use greenboard::source::Repository;
use greenboard::version::Bump;
use insta::assert_snapshot;
use std::collections::BTreeMap;

type Texts = BTreeMap<String, String>;

const CORE: &str = "[package]\nname = 'core'\nversion = '1.2.3'\n";
const CLI: &str = "[package]\nname = 'cli'\nversion = '1.0.0'\n[dependencies]\ncore = { path = '../core', version = '1.2' }\n";

fn files(more: &[(&str, &str)]) -> Texts {
    let all = [
        ("Cargo.toml", "[workspace]\nmembers = ['core', 'cli']\n"),
        ("core/Cargo.toml", CORE),
        ("cli/Cargo.toml", CLI),
    ];
    let all = all.iter().chain(more);
    all.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn planned() -> Plan {
    let change = Change::new("c", "x").with_bump("core", Bump::Major);
    plan(
        &manifest::read(&files(&[])).unwrap(),
        &[change],
        &Policy::new(),
        "2026-11-02T09:00:00Z".parse().unwrap(),
    )
    .unwrap()
}

/// What is said of these files instead of those of the plan.
fn said(more: &[(&str, &str)]) -> String {
    with(more, &EditOptions::new())
}

fn with(more: &[(&str, &str)], options: &EditOptions) -> String {
    let error = edits(&planned(), &files(more), options).unwrap_err();
    format!("{}\n{error}", error.code())
}

fn extra(kind: ExtraFileKind, selector: &str, text: &str) -> String {
    let file = ExtraFile::new("core", "file", kind).with_selector(selector);
    with(&[("file", text)], &EditOptions::new().with_extra_file(file))
}

#[test]
fn files_that_are_not_those_of_the_plan() {
    let mut gone = files(&[]);
    gone.remove("core/Cargo.toml");
    let error = edits(&planned(), &gone, &EditOptions::new()).unwrap_err();
    assert_snapshot!(format!("{}\n{error}", error.code()), @r#"
    plan.edit_no_file
    core/Cargo.toml: the file is not there, and the version of core belongs in it; make the plan of the files that are to be edited
    "#);
    assert_snapshot!(said(&[("core/Cargo.toml", "[package]\nname = 'core'\nversion = '1.2.4'\n")]), @r#"
    plan.edit_moved
    core/Cargo.toml: line 3, column 11: the version of core is "1.2.4" here, and the plan was made of "1.2.3"; make the plan anew
    "#);
    assert_snapshot!(said(&[("core/Cargo.toml", "[lib]\n")]), @r#"
    plan.edit_no_field
    core/Cargo.toml: [package] is not there; a crate's manifest has one
    "#);
    assert_snapshot!(said(&[("core/Cargo.toml", "[package]\nname = 'core'\nversion.workspace = true\n")]), @r#"
    plan.edit_no_field
    Cargo.toml: version of [workspace.package] is not there; its members take their version from it
    "#);
    assert_snapshot!(said(&[("cli/Cargo.toml", "[package]\nname = 'cli'\nversion = '1.0.0'\n")]), @r#"
    plan.edit_no_field
    cli/Cargo.toml: the requirement of cli on core is not there; make the plan of the files that are to be edited
    "#);
    assert_snapshot!(said(&[("cli/Cargo.toml", &CLI.replace("1.2'", "1.1'"))]), @r#"
    plan.edit_moved
    cli/Cargo.toml: line 5, column 38: the requirement of cli on core is "1.1" here, and the plan was made of "1.2"; make the plan anew
    "#);
    assert_snapshot!(said(&[("cli/Cargo.toml", "[package\n")]), @r#"
    plan.edit_unreadable
    cli/Cargo.toml: line 1, column 9: not valid TOML: unclosed table, expected `]`
    "#);
}

#[test]
fn values_that_cannot_be_replaced() {
    assert_snapshot!(extra(ExtraFileKind::Yaml, "$.version", "version: |\n  1.2.3\n"), @r#"
    plan.edit_unwritable
    file: the version of core cannot be replaced where it stands: it is written over several lines
    "#);
    assert_snapshot!(extra(ExtraFileKind::Json, "$.version", "{\"version\": 1.2.3}"), @r#"
    plan.edit_unreadable
    file: line 1, column 13: not valid JSON: unexpected "1.2.3"; expected a value
    "#);
    assert_snapshot!(extra(ExtraFileKind::Xml, "/a", "<a>\n<b></a>"), @r#"
    plan.edit_unreadable
    file: line 2, column 4: not valid XML: the tag closes another element than the last one
    "#);
    assert_snapshot!(extra(ExtraFileKind::Json, "$.a[?(@.b > 1)]", "{}"), @r#"
    plan.edit_selector
    file: column 11: the selector "$.a[?(@.b > 1)]" cannot be followed: only `@.path == 'text'` and `@.path` are known here
    "#);
    assert_snapshot!(extra(ExtraFileKind::Xml, "//a[last()]", "<a/>"), @r#"
    plan.edit_selector
    file: column 9: the selector "//a[last()]" cannot be followed: this function is not known here
    "#);
}

#[test]
fn two_in_one_place() {
    let file = |component: &str| ExtraFile::new(component, "version.txt", ExtraFileKind::Text);
    let options = EditOptions::new().with_extra_file(file("core")).with_extra_file(file("cli"));
    assert_snapshot!(with(&[("version.txt", "1.2.3\n")], &options), @r#"
    plan.edit_overlap
    version.txt: line 1, column 1: the version of core and the version of cli are written in the same place; take one of them out
    "#);
}

#[test]
fn edits_of_other_texts() {
    let error = Edits::new([Edit::modify("core/Cargo.toml", "old", "new")]).applied(&files(&[])).unwrap_err();
    assert_snapshot!(format!("{}\n{error}", error.code()), @r#"
    plan.edit_changed
    core/Cargo.toml: the text is no longer the one that the edit was made of; make the edits anew
    "#);
}

#[test]
fn on_the_disk() {
    let dir = std::env::temp_dir().join(format!("greenboard-errors-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(dir.join("a"), "other").unwrap();
    let repository = Repository::open(&dir).unwrap();
    let said = |edit: Edit| {
        let error = repository.apply(&Edits::new([edit])).unwrap_err();
        format!("{}\n{error}", error.code())
    };
    assert_snapshot!(said(Edit::modify("a", "old", "new")), @r#"
    source.changed
    a: no longer what the edits were made of: a; nothing is written, make the plan and the edits anew
    "#);
    assert_snapshot!(said(Edit::create("../a", "new")), @r#"
    source.outside
    ../a: nothing is written there: it is no path below the repository's root, with / between parts
    "#);
    assert_snapshot!(said(Edit::create(".git/config", "new")), @r#"
    source.outside
    .git/config: nothing is written there: git keeps its own files there
    "#);
    std::fs::write(
        dir.join(".greenboard-apply.json"),
        r#"{"files": [{"path": "a", "old_digest": "x", "new_digest": "y"}]}"#,
    )
    .unwrap();
    assert_snapshot!(said(Edit::modify("a", "other", "new")), @r#"
    source.interrupted
    a: an earlier run was stopped half-way, and is not at its end for a; run apply or recover, or settle these files by hand and delete .greenboard-apply.json
    "#);
    std::fs::remove_dir_all(&dir).unwrap();
}
