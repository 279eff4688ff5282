//! What is wrong with a workspace, said by the texts that make it: each code once.

use super::said;
use greenboard::component::manifest::Files;
use greenboard::component::{Graph, manifest};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Code and text of the one problem with these files.
fn problem<const N: usize>(files: [(&str, &str); N]) -> String {
    let files: BTreeMap<String, String> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    problem_of(&files)
}

fn problem_of(files: &dyn Files) -> String {
    let error = manifest::read(files).unwrap_err();
    let Some(problems) = error.details().get("problems") else { return format!("{} {error}", error.code()) };
    let one = &problems.as_array().unwrap()[0];
    format!("{} {}", one["code"].as_str().unwrap(), error.to_string().split_once(": ").unwrap().1)
}

#[test]
fn manifests() {
    insta::assert_snapshot!(problem([("go.mod", "module a\nuse (")]), @"component.syntax go.mod: line 2, column 1: a block is never closed; expected words on a line, or a block in parentheses after one");
    insta::assert_snapshot!(
        problem([("pyproject.toml", "[project]\nname = 'a'\nversion = '1'\ndependencies = ['!']")]),
        @r#"component.syntax pyproject.toml: line 4, column 17: "!" is no dependency; expected a name, extras in brackets, specifiers and a marker (PEP 508), such as "core[fast] >=1.2""#
    );
    insta::assert_snapshot!(
        problem([("package.json", r#"{"name": "a", "dependencies": {"b": "catalog:"}}"#)]),
        @r#"component.not_in_catalog package.json: line 1, column 37: "b" is said to be in a catalog, but there is no catalog "default" in pnpm-workspace.yaml, package.json or .yarnrc.yml"#
    );
    insta::assert_snapshot!(problem([]), @"component.no_manifest found no manifest; expected one of Cargo.toml, package.json, pyproject.toml, go.mod, Chart.yaml, greenboard.yaml");
}

#[test]
fn members_and_names() {
    let root = |members: &str| ("Cargo.toml", format!("[workspace]\nmembers = [{members}]\n"));
    let (path, text) = root("'gone'");
    insta::assert_snapshot!(problem([(path, &text)]), @r#"component.no_member Cargo.toml: line 2, column 12: the member "gone" leads to "gone", where there is no Cargo.toml"#);
    let (path, text) = root("'n[*'");
    insta::assert_snapshot!(problem([(path, &text)]), @r#"component.invalid_pattern Cargo.toml: line 2, column 12: the pattern "n[*" cannot be read: unclosed character class; missing ']'"#);
    insta::assert_snapshot!(problem([("Cargo.toml", "[package]\nversion = '1.0.0'")]), @"component.missing Cargo.toml: line 1, column 1: name is missing; a package has a name");
    let inherits = "[package]\nname = 'a'\nversion.workspace = true\n[workspace]\n";
    insta::assert_snapshot!(problem([("Cargo.toml", inherits)]), @r#"component.not_inherited Cargo.toml: line 3, column 1: version says workspace = true, but the root manifest's [workspace.package] has no "version""#);
    let twice = "[package]\nname = 'a'\n";
    let (path, text) = root("'x', 'y'");
    insta::assert_snapshot!(problem([(path, &text), ("x/Cargo.toml", twice), ("y/Cargo.toml", twice)]), @r#"component.duplicate y/Cargo.toml: line 2, column 8: two components are called "a": one in "x", one in "y"; rename one of them"#);
}

#[test]
fn all_that_is_wrong_at_once() {
    let files = BTreeMap::from([
        ("Cargo.toml".to_owned(), "[package]\n".to_owned()),
        ("package.json".to_owned(), "{".to_owned()),
    ]);
    insta::assert_snapshot!(said(manifest::read(&files)), @"
    component.broken_manifests 2 problems in the manifests:
    - Cargo.toml: line 1, column 1: name is missing; a package has a name
    - package.json: line 1, column 2: unexpected end of the text; expected a key in double quotes
    ");
}

/// More folders than are ever looked at.
struct Endless;

impl Files for Endless {
    fn text(&self, path: &str) -> greenboard::Result<Option<Cow<'_, str>>> {
        Ok((path == "package.json").then(|| r#"{"workspaces": ["*"]}"#.into()))
    }

    fn folders(&self, _: &str) -> greenboard::Result<Vec<String>> {
        Ok((0..=1 << 20).map(|number| format!("{number:07}")).collect())
    }
}

#[test]
fn patterns_that_reach_too_far() {
    insta::assert_snapshot!(problem_of(&Endless), @"component.too_many_folders package.json: line 1, column 17: the patterns reach more than 1048576 folders; narrow them");
}

#[test]
fn workspace_files() {
    let file = |text| problem([("greenboard.yaml", text), ("package.json", r#"{"name": "core"}"#)]);
    insta::assert_snapshot!(
        problem([("greenboard.json", "{}"), ("greenboard.yaml", "{}")]),
        @r#"component.two_workspace_files greenboard.json: there are "greenboard.yaml" and "greenboard.json"; keep one of them"#
    );
    insta::assert_snapshot!(
        file("include: [x.yaml]"),
        @r#"component.include greenboard.yaml: line 1, column 11: cannot include "x.yaml": there is no such file"#
    );
    insta::assert_snapshot!(
        file("components: {cores: {owners: [ada]}}"),
        @r#"component.unknown greenboard.yaml: line 1, column 14: no component of this workspace is called "cores"; did you mean "core"?"#
    );
    insta::assert_snapshot!(
        file("components: {core: {ecosystem: go}}"),
        @r#"component.contradiction greenboard.yaml: line 1, column 32: "core" is said to be of the ecosystem go, but its manifest is of npm"#
    );
    insta::assert_snapshot!(
        problem([
            ("greenboard.yaml", "{include: [a.yaml], components: {core: {tag: x}}}"),
            ("a.yaml", "components: {core: {tag: y}}"),
            ("package.json", r#"{"name": "core"}"#),
        ]),
        @r#"component.said_twice a.yaml: line 1, column 26: tag of "core" is already said in "greenboard.yaml"; say it once"#
    );
    insta::assert_snapshot!(
        problem([
            ("greenboard.yaml", "repositories: {a: a}"),
            ("a/greenboard.yaml", "repositories: {b: b}"),
            ("a/package.json", r#"{"name": "core"}"#),
        ]),
        @r#"component.nested_repository a/greenboard.yaml: line 1, column 19: the repository "b" is named by a repository of an organisation; name it in the organisation's file"#
    );
    let globs: String = (0..=1000).map(|at| format!("  '*{at}': {{}}\n")).collect();
    let globs = format!("components:\n{globs}");
    let package = ("package.json", r#"{"name": "core"}"#);
    assert!(problem([("greenboard.yaml", &globs), package]).starts_with("component.too_many_globs"));
    insta::assert_snapshot!(
        problem([("greenboard.yaml", "repositories: {a: x, b: x}"), ("x/package.json", r#"{"name": "core"}"#)]),
        @r#"component.wrong_value greenboard.yaml: line 1, column 25: the folder of the repository "b" is that of "a"; expected a folder of its own"#
    );
    insta::assert_snapshot!(
        file("identity: {people: {ada: {github: x}, bob: {github: x}}}"),
        @r#"fact.ambiguous_alias greenboard.yaml: github calls two people "x": "ada" and "bob"; give the alias to one of them"#
    );
}

#[test]
fn graphs() {
    let error = Graph::from_edges(["a".to_owned()], &[]).unwrap().impact("b").unwrap_err();
    assert_eq!(error.code(), "component.unknown");
    insta::assert_snapshot!(error, @r#"no component of this workspace is called "b""#);
}
