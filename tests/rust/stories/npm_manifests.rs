//! npm, yarn and pnpm workspaces.

use greenboard::component::manifest::{self, npm};
use greenboard::component::{Component, Dependency, Graph, Workspace};
use std::collections::BTreeMap;

/// Files written as `## path` and what follows.
fn files(text: &str) -> BTreeMap<String, String> {
    let parts = text.split("## ").skip(1);
    parts
        .map(|part| part.split_once('\n').unwrap())
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// Packages that are called as their folders, with the root's files.
fn with_packages(root: &str, folders: &[&str]) -> BTreeMap<String, String> {
    let mut files = files(root);
    for folder in folders {
        files.insert(
            format!("{folder}/package.json"),
            format!(r#"{{"name": "{folder}", "version": "1.0.0"}}"#),
        );
    }
    files
}

fn names(files: &BTreeMap<String, String>) -> Vec<String> {
    npm::read(files).unwrap().into_iter().map(|component| component.name).collect()
}

const FOLDERS: [&str; 9] = [
    "apps/web",
    "packages/.hidden",
    "packages/a",
    "packages/b",
    "packages/b/nested",
    "packages/b/node_modules/dep",
    "packages/b/test/fixture",
    "packages/old",
    "tools",
];

#[test]
fn members() {
    let root =
        |workspaces: &str| format!("## package.json\n{{\"private\": true, \"workspaces\": {workspaces}}}");
    let of = |workspaces: &str| names(&with_packages(&root(workspaces), &FOLDERS));
    assert_eq!(of(r#"["packages/*"]"#), ["packages/a", "packages/b", "packages/old"]);
    assert_eq!(of(r#"{"packages": ["./tools/", "apps/*"], "nohoist": []}"#), ["apps/web", "tools"]);
    assert_eq!(
        of(r#"["packages/**", "!**/test/**"]"#),
        ["packages/a", "packages/b", "packages/b/nested", "packages/old"]
    );
    assert_eq!(
        of(r#"["packages/*", "!packages/old", "packages/o?d"]"#),
        ["packages/a", "packages/b", "packages/old"]
    );
    assert_eq!(of(r#"["{apps,packages}/{a,w*}", "gone"]"#), ["apps/web", "packages/a"]);
    assert_eq!(of(r#"["packages/[!b]*"]"#), ["packages/a", "packages/old"]);
    assert_eq!(of("[]"), [""; 0]);
}

#[test]
fn what_declares_nothing_is_passed_over() {
    let mut files = with_packages("## package.json\n{\"workspaces\": [\"packages/**\"]}", &["packages/a"]);
    files.insert("packages/a/dist/esm/package.json".to_owned(), r#"{"type": "module"}"#.to_owned());
    assert_eq!(names(&files), ["packages/a"]);
}

#[test]
fn members_of_pnpm() {
    let of = |root: &str| names(&with_packages(root, &FOLDERS));
    assert_eq!(
        of("## pnpm-workspace.yaml\npackages:\n  - '!packages/old'\n  - packages/*"),
        ["packages/a", "packages/b"]
    );
    // `workspaces` wins; without `packages` the file names no members.
    let both = "## package.json\n{\"workspaces\": [\"tools\"]}\n## pnpm-workspace.yaml\npackages: ['apps/*']";
    assert_eq!(of(both), ["tools"]);
    let settings = "## package.json\n{\"name\": \"one\"}\n## pnpm-workspace.yaml\nonlyBuiltDependencies: [x]";
    assert_eq!(of(settings), ["one"]);
    let root = "## package.json\n{\"name\": \"root\"}\n## pnpm-workspace.yaml\npackages: ['.', tools]";
    assert_eq!(of(root), ["root", "tools"]);
}

#[test]
fn one_package_or_none() {
    let alone = |manifest: &str| npm::read(&files(&format!("## package.json\n{manifest}"))).unwrap();
    let component = &alone("\u{feff}{\"name\": \"one\", \"version\": \"1.0.0\", \"private\": true}")[0];
    assert_eq!((component.path.as_str(), component.private), ("", true));
    assert_eq!(alone(r#"{"private": true, "scripts": {"lint": "eslint"}}"#), []);
    assert_eq!(npm::read(&BTreeMap::new()).unwrap(), []);
}

fn workspace(dependencies: &str) -> Component {
    let files = files(&format!(
        r#"## pnpm-workspace.yaml
packages: ['packages/*']
catalog: {{ react: ^18.2.0, core: 'workspace:^' }}
catalogs:
  legacy: {{ react: ^17.0.0 }}
## packages/core/package.json
{{"name": "@acme/core", "version": "1.2.3"}}
## packages/bare/package.json
{{"name": "bare"}}
## packages/app/package.json
{{"name": "app", {dependencies}}}
"#
    ));
    let workspace = manifest::read(&files).unwrap();
    workspace.get("app").unwrap().clone()
}

/// Name, requirement and whether it is local.
fn stands_for(name: &str, specifier: &str) -> (String, Option<String>, bool) {
    let component = workspace(&format!(r#""dependencies": {{"{name}": "{specifier}"}}"#));
    let dependency = &component.dependencies[0];
    assert_eq!(dependency.text, specifier);
    let requirement = dependency.requirement.as_ref().map(ToString::to_string);
    (dependency.name.clone(), requirement, dependency.local)
}

fn is(name: &str, requirement: Option<&str>, local: bool) -> (String, Option<String>, bool) {
    (name.to_owned(), requirement.map(str::to_owned), local)
}

#[test]
fn what_a_dependency_stands_for() {
    let core = "@acme/core";
    assert_eq!(stands_for(core, "^1.0.0"), is(core, Some("^1.0.0"), false));
    assert_eq!(stands_for(core, "workspace:^"), is(core, Some("^1.2.3"), true));
    assert_eq!(stands_for(core, "workspace:~"), is(core, Some("~1.2.3"), true));
    assert_eq!(stands_for(core, "workspace:^1.1.0"), is(core, Some("^1.1.0"), true));
    assert_eq!(stands_for("renamed", "workspace:@acme/core@^"), is(core, Some("^1.2.3"), true));
    assert_eq!(stands_for("bare", "workspace:^"), is("bare", None, true));
    assert_eq!(stands_for("gone", "workspace:^"), is("gone", None, true));
    assert_eq!(stands_for("react", "catalog:"), is("react", Some("^18.2.0"), false));
    assert_eq!(stands_for("react", "catalog:default"), is("react", Some("^18.2.0"), false));
    assert_eq!(stands_for("react", "catalog:legacy"), is("react", Some("^17.0.0"), false));
    assert_eq!(stands_for("short", "npm:@acme/core@^1.0.0"), is(core, Some("^1.0.0"), false));
    assert_eq!(stands_for("short", "npm:@acme/core@latest"), is(core, None, false));
    assert_eq!(stands_for(core, "npm:^1.0.0"), is(core, Some("^1.0.0"), false));
    for path in ["file:../core", "link:../core", "portal:../core", "../core", "./../core/"] {
        assert_eq!(stands_for(core, path), is(core, None, true), "{path}");
    }
    for nothing in [
        "latest",
        "file:../../../outside",
        "link:./nothing",
        "file:vendored.tgz",
        "acme/core",
        "github:acme/core#semver:^1.0.0",
        "git+ssh://git@github.com/acme/core.git#v1.0.0",
        "https://example.org/core.tgz",
        "git@github.com:acme/core.git",
    ] {
        assert_eq!(stands_for(core, nothing), is(core, None, false), "{nothing}");
    }
}

#[test]
fn catalogs_of_three_tools() {
    let of = |root: &str| {
        let app = r#"{"name": "app", "dependencies": {"a": "catalog:", "b": "catalog:old"}}"#;
        npm::read(&files(&format!("{root}\n## p/app/package.json\n{app}"))).unwrap().remove(0)
    };
    let found = |component: &Component| {
        let one = |d: &Dependency| {
            (d.text.clone(), d.requirement.as_ref().unwrap().to_string(), d.stated_in.clone().unwrap())
        };
        component.dependencies.iter().map(one).collect::<Vec<_>>()
    };
    let expected = |file: &str| {
        [("catalog:", "^1.0.0"), ("catalog:old", "~2.0.0")]
            .map(|(text, range)| (text.to_owned(), range.to_owned(), file.to_owned()))
    };
    let pnpm = "## pnpm-workspace.yaml\npackages: [p/*]\ncatalog: {a: ^1.0.0}\ncatalogs: {old: {b: ~2.0.0}}";
    assert_eq!(found(&of(pnpm)), expected("pnpm-workspace.yaml"));
    let bun = r#"## package.json
{"workspaces": {"packages": ["p/*"], "catalog": {"a": "^1.0.0"}}, "catalogs": {"old": {"b": "~2.0.0"}}}"#;
    assert_eq!(found(&of(bun)), expected("package.json"));
    let yarn = "## package.json\n{\"workspaces\": [\"p/*\"]}\n## .yarnrc.yml\ncatalog: {a: ^1.0.0}\ncatalogs: {old: {b: ~2.0.0}}";
    assert_eq!(found(&of(yarn)), expected(".yarnrc.yml"));
}

#[test]
fn what_no_catalog_has_is_reported() {
    let broken = files(
        r#"## package.json
{"workspaces": ["p"]}
## pnpm-workspace.yaml
catalog: {a: ^1.0.0, c: 'catalog:'}
## p/package.json
{"name": "p", "dependencies": {"a": "catalog:none", "b": "catalog:", "c": "catalog:"}}
"#,
    );
    insta::assert_snapshot!(npm::read(&broken).unwrap_err(), @r#"
    3 problems in the manifests:
    - p/package.json: line 1, column 37: "a" is said to be in a catalog, but there is no catalog "none" in pnpm-workspace.yaml, package.json or .yarnrc.yml
    - p/package.json: line 1, column 58: "b" is said to be in a catalog, but the catalog "default" does not list it
    - p/package.json: line 1, column 75: "c" is said to be in a catalog, but the catalog "default" points to another catalog
    "#);
}

#[test]
fn a_public_root_is_a_package_of_its_workspace() {
    let of = |root: &str| names(&with_packages(&format!("## package.json\n{root}"), &["p/a"]));
    let root = |rest: &str| format!(r#"{{"name": "root", "workspaces": ["p/*"]{rest}}}"#);
    assert_eq!(of(&root(r#", "version": "1.0.0""#)), ["root", "p/a"]);
    assert_eq!(of(&root(r#", "version": "1.0.0", "private": true"#)), ["p/a"]);
    assert_eq!(of(&root("")), ["p/a"]);
}

#[test]
fn how_it_is_published() {
    let files = files(
        r#"## package.json
{"name": "a", "publishConfig": {"access": "restricted", "registry": "https://npm.acme.dev", "tag": "next", "x": 1}}"#,
    );
    let component = npm::read(&files).unwrap().remove(0);
    let published = component.publishing;
    let texts = [published.access, published.registry, published.dist_tag].map(Option::unwrap);
    assert_eq!(texts, ["restricted", "https://npm.acme.dev", "next"]);
    assert_eq!(component.manifest.as_deref(), Some("package.json"));
}

#[test]
fn exact_and_any() {
    let exact = stands_for("@acme/core", "workspace:*").1.unwrap();
    assert!(exact.ends_with("1.2.3"), "{exact}");
    let matches = |specifier: &str, version: &str| {
        let component = workspace(&format!(r#""dependencies": {{"x": "{specifier}"}}"#));
        let version = greenboard::Version::parse_as(greenboard::Scheme::Npm, version).unwrap();
        component.dependencies[0].requirement.as_ref().unwrap().matches(&version).unwrap()
    };
    assert!(matches("", "7.0.0") && matches("*", "7.0.0") && matches("npm:y", "7.0.0"));
    assert!(matches("1.x || >=2.5.0", "2.6.0") && !matches("1.x || >=2.5.0", "2.4.0"));
}

#[test]
fn kinds() {
    let component = workspace(
        r#""dependencies": {"a": "1.0.0"}, "devDependencies": {"b": "1.0.0"}, "optionalDependencies": {"c": "1.0.0"},
           "peerDependencies": {"d": "1.0.0", "e": "1.0.0"}, "peerDependenciesMeta": {"e": {"optional": true}}"#,
    );
    let kinds: Vec<_> =
        component.dependencies.iter().map(|d| (d.name.as_str(), d.kind.name(), d.optional)).collect();
    assert_eq!(
        kinds,
        [
            ("a", "normal", false),
            ("c", "optional", true),
            ("d", "peer", false),
            ("e", "peer", true),
            ("b", "dev", false),
        ]
    );
}

#[test]
fn only_what_the_workspace_meets_is_an_edge() {
    let files = files(
        r#"## package.json
{"workspaces": ["p/*"]}
## p/core/package.json
{"name": "core", "version": "2.0.0"}
## p/in/package.json
{"name": "in", "version": "1.0.0", "dependencies": {"core": "^2.0.0"}}
## p/old/package.json
{"name": "old", "version": "1.0.0", "dependencies": {"core": "^1.0.0"}}
## p/tag/package.json
{"name": "tag", "version": "1.0.0", "dependencies": {"core": "latest"}}
## p/local/package.json
{"name": "local", "version": "1.0.0", "devDependencies": {"core": "workspace:*"}}
"#,
    );
    let graph = Graph::new(&manifest::read(&files).unwrap());
    let edges: Vec<String> =
        graph.edges().map(|edge| format!("{} {}", edge.consumer, edge.kind.name())).collect();
    assert_eq!(edges, ["in normal", "local dev"]);
    assert_eq!(graph.dependents("core").unwrap(), ["in"]);
    assert_eq!(graph.waves()[1].len(), 1, "a dev-dependency waits for nothing");
}

#[test]
fn one_name_in_two_ecosystems() {
    let files = files(
        "## Cargo.toml
[workspace]
members = ['rust', 'user']
## rust/Cargo.toml
[package]
name = 'core'
version = '1.0.0'
## user/Cargo.toml
[package]
name = 'user'
version = '1.0.0'
[dependencies]
core = { path = '../rust', version = '1.0' }
## package.json
{\"name\": \"core\", \"version\": \"2.0.0\"}
",
    );
    let workspace: Workspace = manifest::read(&files).unwrap();
    let names: Vec<&str> = workspace.components().map(|component| component.name.as_str()).collect();
    assert_eq!(names, ["cargo:core", "npm:core", "user"]);
    assert_eq!(Graph::new(&workspace).dependents("cargo:core").unwrap(), ["user"]);
    assert_eq!(Graph::new(&workspace).dependents("npm:core").unwrap(), [""; 0]);
}

#[test]
fn everything_wrong_is_said_at_once() {
    let broken = files(
        r#"## package.json
{"workspaces": ["p/*", "q/!(x)", true]}
## pnpm-workspace.yaml
catalog: [react]
## p/a/package.json
{"version": "1.0.0"}
## p/b/package.json
{"name": "b", "private": "yes", "dependencies": ["x"], "devDependencies": {"y": 1}}
## p/c/package.json
{"name": "b", "name": "c"}
## p/d/package.json
["d"]
## p/e/package.json
{"name": "b"}
## p/f/package.json
{"name": ""}
"#,
    );
    let error = npm::read(&broken).unwrap_err();
    assert_eq!(error.code(), "component.broken_manifests");
    insta::assert_snapshot!(error, @r#"
    11 problems in the manifests:
    - p/a/package.json: line 1, column 1: name is missing; a package of a workspace, or one that is published, has a name
    - p/b/package.json: line 1, column 26: private is text "yes"; expected true or false
    - p/b/package.json: line 1, column 49: dependencies is a list; expected a map
    - p/b/package.json: line 1, column 81: the dependency "y" is the number 1; expected a range or another specifier as text
    - p/c/package.json: line 1, column 15: key "name" comes twice; it is already on line 1, column 2
    - p/d/package.json: line 1, column 1: the manifest is a list; expected a map
    - p/e/package.json: line 1, column 10: two components are called "b": one in "p/b", one in "p/e"; rename one of them
    - p/f/package.json: line 1, column 10: name is text ""; expected a name
    - package.json: line 1, column 24: the pattern "q/!(x)" cannot be read: groups in parentheses are not supported; list the folders instead
    - package.json: line 1, column 34: an entry of workspaces is true; expected text
    - pnpm-workspace.yaml: line 1, column 10: catalog is a list; expected a map
    "#);

    let version = files("## package.json\n{\"name\": \"a\",\n \"version\": \"one\"}");
    let error = npm::read(&version).unwrap_err();
    let problem = &error.details()["problems"][0];
    assert_eq!(
        (&problem["path"], &problem["line"], &problem["column"]),
        (&"package.json".into(), &2.into(), &13.into())
    );
    assert!(problem["code"].as_str().unwrap().starts_with("version."));
}
