//! Cargo workspaces, against what `cargo metadata` says of them.

use super::sandbox::Sandbox;
use greenboard::change::Change;
use greenboard::component::manifest::cargo;
use greenboard::component::{Component, DependencyKind, Workspace};
use greenboard::plan::{Policy, plan};
use greenboard::source::Repository;
use greenboard::version::Bump;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Files written as `## path` and what follows.
fn files(text: &str) -> BTreeMap<String, String> {
    let parts = text.split("## ").skip(1);
    parts
        .map(|part| part.split_once('\n').unwrap())
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// A component as `cargo metadata` would show it.
type Row = (String, String, String, bool, BTreeSet<(String, &'static str, String, bool, bool)>);

fn ours(component: &Component) -> Row {
    let dependencies = component.dependencies.iter().map(|dependency| {
        // Cargo has no kind for what is optional.
        let kind = match dependency.kind {
            DependencyKind::Dev => "dev",
            DependencyKind::Build => "build",
            _ => "normal",
        };
        let requirement = dependency.requirement.as_ref().map_or("*".to_owned(), ToString::to_string);
        (dependency.name.clone(), kind, requirement, dependency.optional, dependency.local)
    });
    let version = component.version.as_ref().map_or("0.0.0".to_owned(), ToString::to_string);
    (component.name.clone(), version, component.path.clone(), component.private, dependencies.collect())
}

fn cargos(sandbox: &Sandbox) -> Vec<Row> {
    let output = Command::new(std::env::var("CARGO").unwrap_or("cargo".to_owned()))
        .current_dir(&sandbox.dir)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut rows: Vec<Row> = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        let dependencies = package["dependencies"].as_array().unwrap().iter().map(|dependency| {
            let kind = match dependency["kind"].as_str() {
                Some("dev") => "dev",
                Some("build") => "build",
                _ => "normal",
            };
            let optional = dependency["optional"].as_bool().unwrap();
            (
                text(&dependency["name"]),
                kind,
                text(&dependency["req"]),
                optional,
                !dependency["path"].is_null(),
            )
        });
        let manifest = text(&package["manifest_path"]);
        let folder = manifest.strip_suffix("Cargo.toml").unwrap().trim_end_matches('/');
        let folder = folder.strip_prefix(sandbox.dir.to_str().unwrap()).unwrap().trim_start_matches('/');
        let private = package["publish"].as_array().is_some_and(Vec::is_empty);
        rows.push((
            text(&package["name"]),
            text(&package["version"]),
            folder.to_owned(),
            private,
            dependencies.collect(),
        ));
    }
    rows.sort();
    rows
}

/// Reads the same workspace with both.
fn agrees(text: &str) -> Vec<Component> {
    let sandbox = Sandbox::new();
    let files = files(text);
    for (path, text) in &files {
        sandbox.write(path, text);
        if let Some(folder) = path.strip_suffix("Cargo.toml") {
            sandbox.write(&format!("{folder}src/lib.rs"), "");
        }
    }
    let components = cargo::read(&files).unwrap();
    let mut rows: Vec<Row> = components.iter().map(ours).collect();
    rows.sort();
    assert_eq!(rows, cargos(&sandbox));
    let workspace = Repository::open(&sandbox.dir).unwrap().workspace().unwrap();
    assert_eq!(
        workspace.components().collect::<Vec<_>>(),
        components.iter().collect::<Vec<_>>(),
        "from the disk"
    );
    components
}

fn names(components: &[Component]) -> Vec<&str> {
    components.iter().map(|component| component.name.as_str()).collect()
}

#[test]
fn one_package() {
    let components = agrees(
        "## Cargo.toml
[package]
name = 'only'
version = '1.2.3-rc.1+build'
edition = '2021'
[dependencies]
inner = { path = 'inner', version = '0.1' }
[dependencies.serde]
version = '1'
optional = true
## inner/Cargo.toml
[package]
name = 'inner'
version = '0.1.0'
",
    );
    assert_eq!(names(&components), ["only"], "a path dependency of a package alone is another package");
    assert_eq!(components[0].dependencies[0].kind, DependencyKind::Normal);
    assert_eq!(components[0].dependencies[1].kind, DependencyKind::Optional);
}

#[test]
fn members_by_pattern_by_path_and_by_dependency() {
    let components = agrees(
        "## Cargo.toml
[workspace]
members = ['crates/*', 'tools/*/o[no]e*', './single/', 'excluded/but-named']
exclude = ['crates/out', 'excluded', 'hidden']
default-members = ['crates/a']
resolver = '2'
## crates/a/Cargo.toml
[package]
name = 'a'
version = '0.1.0'
[dependencies]
implicit = { path = '../../elsewhere/implicit' }
out = { path = '../out' }
[target.'cfg(unix)'.build-dependencies]
platform = { path = '../../elsewhere/platform', version = '=0.4.1' }
## crates/out/Cargo.toml
[package]
name = 'out'
version = '0.1.0'
## crates/b/Cargo.toml
[package]
name = 'b'
version = '0.1.0'
publish = false
## elsewhere/implicit/Cargo.toml
[package]
name = 'implicit'
version = '0.2.0'
publish = []
[dev-dependencies]
chained = { path = '../chained' }
## elsewhere/chained/Cargo.toml
[package]
name = 'chained'
publish = ['ours']
version = '0.3.0'
## elsewhere/platform/Cargo.toml
[package]
name = 'platform'
version = '0.4.1'
## elsewhere/unused/Cargo.toml
[package]
name = 'unused'
version = '0.1.0'
## tools/deep/one-two/Cargo.toml
[package]
name = 'two'
version = '0.1.0'
## tools/deep/one/Cargo.toml
[package]
name = 'one'
version = '0.1.0'
## tools/deep/Cargo.toml
[package]
name = 'deep'
version = '0.1.0'
## tools/other/nothing/README
nothing
## single/Cargo.toml
[package]
name = 'single'
## excluded/but-named/Cargo.toml
[package]
name = 'but-named'
version = '0.1.0'
## excluded/other/Cargo.toml
[package]
name = 'other'
version = '0.1.0'
",
    );
    let expected = ["a", "b", "but-named", "chained", "implicit", "one", "platform", "single", "two"];
    assert_eq!(names(&components), expected);
}

#[test]
fn inheritance() {
    let components = agrees(
        "## Cargo.toml
[workspace]
members = ['a', 'b']
[workspace.package]
version = '3.1.4'
publish = false
[workspace.dependencies]
b = { path = 'b', version = '^3.1' }
plain = '1.0'
renamed = { package = 'real-name', version = '2', features = ['x'] }
[package]
name = 'root'
version = { workspace = true }
publish.workspace = true
[dependencies]
b.workspace = true
a = { path = 'a', version = '>=3, <4' }
## a/Cargo.toml
[package]
name = 'a'
version.workspace = true
[dependencies]
b = { workspace = true, features = ['y'], optional = true }
plain = { workspace = true }
own-name = { package = 'other-name', version = '0.5' }
[build-dependencies.renamed]
workspace = true
[dev-dependencies]
b = { path = '../b' }
## b/Cargo.toml
[package]
name = 'b'
version.workspace = true
",
    );
    let a = &components[0];
    assert_eq!(a.version.as_ref().unwrap().as_str(), "3.1.4");
    let texts: Vec<_> =
        a.dependencies.iter().map(|d| (d.name.as_str(), d.kind.name(), d.text.as_str())).collect();
    assert_eq!(
        texts,
        [
            ("b", "optional", "^3.1"),
            ("plain", "normal", "1.0"),
            ("other-name", "normal", "0.5"),
            ("real-name", "build", "2"),
            ("b", "dev", ""),
        ]
    );
    let dev = a.dependencies.last().unwrap();
    assert!(dev.local && dev.requirement.is_none(), "stripped when it is published");
    assert_eq!(
        components.iter().map(|component| component.private).collect::<Vec<_>>(),
        [false, false, true]
    );
}

#[test]
fn an_inherited_version_is_one_version() {
    let components = agrees(
        "## Cargo.toml
[workspace]
members = ['core', 'cli', 'own']
[workspace.package]
version = '1.2.0'
## core/Cargo.toml
[package]
name = 'core-lib'
version.workspace = true
## cli/Cargo.toml
[package]
name = 'cli'
version = { workspace = true }
publish = false
[dependencies]
core-lib = { path = '../core', version = '=1.2.0' }
## own/Cargo.toml
[package]
name = 'own'
version = '1.2.0'
[dependencies]
core-lib = { path = '../core', version = '1.2' }
",
    );
    let from: Vec<_> = components.iter().map(|component| component.version_from.as_deref()).collect();
    assert_eq!(from, [Some("Cargo.toml"), Some("Cargo.toml"), None]);

    let workspace = Workspace::new(components).unwrap();
    let planned = |bump| {
        let change = Change::new("9fceb02", "read arrays").with_bump("core-lib", bump);
        let plan = plan(&workspace, &[change], &Policy::new(), "2026-11-02T09:00:00Z".parse().unwrap());
        let plan = plan.unwrap();
        let rows = plan.entries.iter().map(|entry| format!("{} {}", entry.component, entry.new));
        let updates = plan.requirements().map(|update| format!("{} {}", update.component, update.new));
        (rows.collect::<Vec<_>>(), updates.collect::<Vec<_>>())
    };
    let rows = |rows: &[&str]| -> Vec<String> { rows.iter().map(|&row| row.to_owned()).collect() };
    assert_eq!(planned(Bump::Minor), (rows(&["core-lib 1.3.0", "cli 1.3.0"]), rows(&["cli =1.3.0"])));
    let all = rows(&["core-lib 2.0.0", "cli 2.0.0", "own 1.2.1"]);
    assert_eq!(planned(Bump::Major), (all, rows(&["cli =2.0.0", "own 2.0"])));
}

#[test]
fn everything_wrong_is_said_at_once() {
    let files = files(
        "## Cargo.toml
[workspace]
members = ['good', 'gone', 'n[*', 7]
[workspace.dependencies]
bad = '^x'
## good/Cargo.toml
[package]
name = 'good'
version = '1.0'
publish = 'no'
[dependencies]
bad.workspace = true
missing.workspace = true
path = { path = '../unnamed' }
broken = { path = '../broken' }
twice = { path = '../twice' }
odd = 3
lost = { path = '../lost', version = 1 }
## unnamed/Cargo.toml
[package]
version.workspace = true
## twice/Cargo.toml
[package]
name = 'good'
version.workspace = true
## broken/Cargo.toml
[package]
name = 'broken
",
    );
    let error = cargo::read(&files).unwrap_err();
    assert_eq!(error.code(), "component.broken_manifests");
    insta::assert_snapshot!(error, @r#"
    14 problems in the manifests:
    - Cargo.toml: line 2, column 20: the member "gone" leads to "gone", where there is no Cargo.toml
    - Cargo.toml: line 2, column 28: the pattern "n[*" cannot be read: unclosed character class; missing ']'
    - Cargo.toml: line 2, column 35: an entry of members is the number 7; expected text
    - Cargo.toml: line 4, column 7: requirement "^x" has unexpected "x" here; expected the major version
    - broken/Cargo.toml: line 2, column 15: not valid TOML: invalid literal string, expected `'`
    - good/Cargo.toml: line 3, column 11: version "1.0" has unexpected end of text here; expected "." and the patch version
    - good/Cargo.toml: line 4, column 11: publish is text "no"; expected true, false or a list of registries
    - good/Cargo.toml: line 7, column 1: the dependency "missing" says workspace = true, but the root manifest's [workspace.dependencies] has no "missing"
    - good/Cargo.toml: line 11, column 7: the dependency "odd" is the number 3; expected a requirement or a map
    - good/Cargo.toml: line 12, column 17: the dependency "lost" leads to "lost", where there is no Cargo.toml
    - good/Cargo.toml: line 12, column 38: version of the dependency "lost" is the number 1; expected text
    - twice/Cargo.toml: line 2, column 8: two components are called "good": one in "good", one in "twice"; rename one of them
    - twice/Cargo.toml: line 3, column 1: version says workspace = true, but the root manifest's [workspace.package] has no "version"
    - unnamed/Cargo.toml: line 1, column 1: name is missing; a package has a name
    "#);
    let problems = error.details()["problems"].as_array().unwrap();
    assert_eq!(
        (&problems[1]["code"], &problems[1]["line"]),
        (&"component.invalid_pattern".into(), &2.into())
    );
}

#[test]
fn a_manifest_that_declares_nothing() {
    let error = cargo::read(&files("## Cargo.toml\n[profile.dev]\ndebug = false\n")).unwrap_err();
    insta::assert_snapshot!(error, @"a manifest cannot be read: Cargo.toml: line 1, column 1: [package] is missing; a Cargo.toml has a [package], a [workspace] or both");
    assert_eq!(cargo::read(&BTreeMap::new()).unwrap(), []);
}
