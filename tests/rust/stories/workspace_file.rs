//! What `greenboard.yaml` adds to manifests.

use greenboard::component::manifest;
use greenboard::component::{Component, DependencyKind, Ecosystem, Graph, Workspace};
use greenboard::document::{self, Format};
use std::collections::BTreeMap;

/// Files written as `## path` and what follows.
fn files(text: &str) -> BTreeMap<String, String> {
    let parts = text.split("## ").skip(1);
    parts
        .map(|part| part.split_once('\n').unwrap())
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

fn names(workspace: &Workspace) -> Vec<&str> {
    workspace.components().map(|component| component.name.as_str()).collect()
}

const CROSS: &str = r#"## Cargo.toml
[workspace]
members = ["engine"]
exclude = ["wheel"]
## engine/Cargo.toml
[package]
name = "engine"
version = "1.4.0"
## wheel/pyproject.toml
[project]
name = "engine"
version = "1.4.0"
## charts/api/Chart.yaml
{name: api-chart, version: 0.3.1, appVersion: 2.0.0}
## greenboard.yaml
schema: greenboard/workspace_file/1
include: [teams/owners.yaml, teams/names.json]
roots: [., wheel, charts/*]
components:
  api: {ecosystem: generic, path: services/api, version: 2.0.0}
  payments-api: {external: true, scheme: calver, version: '2026.3.0'}
edges:
  - {from: 'python:engine', to: 'cargo:engine', requirement: =1.4.0}
  - {from: api, to: 'python:engine', requirement: '~=1.4'}
  - {from: api, to: payments-api, kind: api, optional: true}
  - {from: api-chart, to: api, requirement: ^2, stated_in: charts/api/values.yaml}
groups:
  - {kind: fixed, members: ['*:engine']}
## teams/owners.yaml
components:
  '*': {owners: [platform]}
  '*:engine': {owners: [core], tag: '{package}-v{version}'}
  api: {owners: [web, core], publishing: {command: [make, push]}}
## teams/names.json
{"identity": {"components": {"api": {"jenkins": "api-deploy"}}, "people": {"ada": {"email": "ada@acme.dev"}}}}
"#;

#[test]
fn what_manifests_do_not_say() {
    let workspace = manifest::read(&files(CROSS)).unwrap();
    assert_eq!(names(&workspace), ["api", "api-chart", "cargo:engine", "payments-api", "python:engine"]);
    let api = workspace.get("api").unwrap();
    assert_eq!((api.ecosystem, api.path.as_str()), (Ecosystem::Generic, "services/api"));
    assert_eq!(api.manifest.as_deref(), Some("greenboard.yaml"));
    let vendor = workspace.get("payments-api").unwrap();
    assert!(vendor.external && vendor.version.is_some() && vendor.path.is_empty());

    let edge = |name: &str| &workspace.get(name).unwrap().dependencies[0];
    let wheel = edge("python:engine");
    assert_eq!(wheel.component.as_deref(), Some("cargo:engine"));
    assert_eq!((wheel.text.as_str(), wheel.scheme.unwrap().name()), ("=1.4.0", "cargo"));
    assert_eq!(wheel.stated_in.as_deref(), Some("greenboard.yaml"));
    assert_eq!(edge("api-chart").stated_in.as_deref(), Some("charts/api/values.yaml"));
    assert_eq!(api.dependencies[1].kind, DependencyKind::Api);

    let waves: Vec<String> = Graph::new(&workspace)
        .waves()
        .iter()
        .map(|wave| wave.iter().map(|unit| unit.components.join("+")).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(waves, ["cargo:engine payments-api", "python:engine", "api", "api-chart"]);
    assert_eq!(workspace.groups()[0].members, ["*:engine"]);
}

#[test]
fn the_more_specific_says_it() {
    let workspace = manifest::read(&files(CROSS)).unwrap();
    let owners = |name: &str| workspace.get(name).unwrap().owners.join(" ");
    assert_eq!(owners("api"), "web core");
    assert_eq!(owners("cargo:engine"), "core");
    assert_eq!(owners("api-chart"), "platform");
    let tag = |name: &str| workspace.get(name).unwrap().tag.clone();
    assert_eq!(tag("python:engine").as_deref(), Some("{package}-v{version}"));
    assert_eq!(tag("api"), None);
    assert_eq!(workspace.get("api").unwrap().publishing.command.as_ref().unwrap().join(" "), "make push");
}

#[test]
fn names_of_tools() {
    let workspace = manifest::read(&files(CROSS)).unwrap();
    let identity = workspace.identity();
    assert_eq!(identity.component("jenkins", "api-deploy").unwrap(), Some("api"));
    assert_eq!(identity.component("jenkins", "api").unwrap(), None, "a name that looks alike is no alias");
    assert_eq!(identity.person("email", "ADA@ACME.DEV").unwrap(), Some("ada"));
    let text = document::emit(&workspace).unwrap();
    assert_eq!(document::parse::<Workspace>(&text, Format::Json).unwrap(), workspace);
}

#[test]
fn what_manifests_say_is_corrected() {
    let workspace = manifest::read(&files(
        r#"## go.mod
module example.com/tool
## package.json
{"name": "site", "version": "2026.3.1", "publishConfig": {"access": "public"}}
## greenboard.toml
[components."example.com/tool"]
version = "v1.4.0"
[components.site]
private = true
scheme = "calver"
publishing = { registry = "https://npm.acme.dev" }
"#,
    ))
    .unwrap();
    let tool = workspace.get("example.com/tool").unwrap();
    assert_eq!(tool.version.as_ref().unwrap().as_str(), "v1.4.0");
    let site: &Component = workspace.get("site").unwrap();
    assert_eq!(site.version.as_ref().unwrap().scheme().name(), "calver");
    assert!(site.private);
    assert_eq!(site.publishing.access.as_deref(), Some("public"));
    assert_eq!(site.publishing.registry.as_deref(), Some("https://npm.acme.dev"));
}

#[test]
fn the_configuration_of_release_please_stands_in() {
    let workspace = manifest::read(&files(
        r#"## release-please-config.json
{"packages": {".": {}, "lib": {"release-type": "node"}, "services/api": {"release-type": "simple"}, "infra": {"component": "terraform"}}}
## .release-please-manifest.json
{"lib": "1.0.0", "services/api": "2.3.4", "infra": "0.1.0"}
## lib/package.json
{"name": "@acme/lib", "version": "1.0.0"}
"#,
    ))
    .unwrap();
    let shown: Vec<_> = workspace
        .components()
        .map(|c| (c.name.as_str(), c.path.as_str(), c.version.as_ref().unwrap().as_str()))
        .collect();
    assert_eq!(
        shown,
        [("@acme/lib", "lib", "1.0.0"), ("api", "services/api", "2.3.4"), ("terraform", "infra", "0.1.0")]
    );
}

#[test]
fn everything_wrong_is_said_at_once() {
    let broken = files(
        r#"## greenboard.yaml
include: [more.yaml, gone.yaml, notes.txt, ../outside.yaml]
roots: [., nothing]
components:
  core: {owner: [ada]}
  cor: {owners: [ada]}
  api: {ecosystem: generic, version: 1.0.0}
  web: {ecosystem: generic, path: ../web, version: one}
  lib: {ecosystem: cargo}
  '[': {private: true}
edges:
  - {from: lib, to: lob}
  - {from: lib, too: web}
  - {from: web, to: lib, requirement: latest}
groups: [{kind: fixed, members: [libs, '*']}, {kind: fix, members: []}]
identity:
  people: {ada: {github: al}, alan: {github: al}}
## more.yaml
include: [greenboard.yaml]
components:
  web: {path: web}
## package.json
{"name": "lib"}
"#,
    );
    insta::assert_snapshot!(manifest::read(&broken).unwrap_err(), @r#"
    19 problems in the manifests:
    - greenboard.yaml: github calls two people "al": "ada" and "alan"; give the alias to one of them
    - greenboard.yaml: line 1, column 22: cannot include "gone.yaml": there is no such file
    - greenboard.yaml: line 1, column 33: cannot include "notes.txt": it is no .yaml, .json or .toml in this repository
    - greenboard.yaml: line 1, column 44: cannot include "../outside.yaml": it is no .yaml, .json or .toml in this repository
    - greenboard.yaml: line 2, column 12: the root "nothing" leads to "nothing", where there is no manifest
    - greenboard.yaml: line 5, column 3: no component of this workspace is called "cor"
    - greenboard.yaml: line 6, column 3: the path of the component "api" is missing; a component without manifest says in which folder it lives, or that it is external
    - greenboard.yaml: line 7, column 35: path is text "../web"; expected a folder in this repository
    - greenboard.yaml: line 7, column 52: version "one" has unexpected "o" here; expected the major version
    - greenboard.yaml: line 8, column 20: "lib" is said to be of the ecosystem cargo, but its manifest is of npm
    - greenboard.yaml: line 9, column 3: the pattern "[" cannot be read: unclosed character class; missing ']'
    - greenboard.yaml: line 11, column 21: no component of this workspace is called "lob"; did you mean "lib"?
    - greenboard.yaml: line 13, column 39: requirement "latest" has unexpected "l" here; expected the major version, or "*"
    - greenboard.yaml: line 14, column 33: no component of this workspace is called "libs"; did you mean "lib"?
    - greenboard.yaml: components.core.owner: line 4, column 10: unknown key "owner"; known keys: ecosystem, scheme, path, version, private, external, owners, tier, tag, publishing; did you mean "owners"?
    - greenboard.yaml: edges[1].too: line 12, column 17: unknown key "too"; known keys: from, to, kind, requirement, optional, stated_in; did you mean "to"?
    - greenboard.yaml: groups[1].kind: line 14, column 54: unknown group kind "fix"; expected one of fixed, linked
    - more.yaml: line 1, column 11: cannot include "greenboard.yaml": it leads back here: greenboard.yaml → more.yaml
    - more.yaml: line 3, column 15: path of "web" is already said in "greenboard.yaml"; say it once
    "#);
    let two = files("## greenboard.yaml\n{}\n## greenboard.json\n{}");
    let error = manifest::read(&two).unwrap_err();
    assert!(error.to_string().contains(r#"there are "greenboard.yaml" and "greenboard.json"; keep one"#));
    let unknown = manifest::read(&files("## greenboard.yaml\ncomponent: {}")).unwrap_err();
    insta::assert_snapshot!(unknown, @r#"a manifest cannot be read: greenboard.yaml: component: line 1, column 1: unknown key "component"; known keys: include, roots, repositories, components, edges, groups, identity, policy, gates; did you mean "components"?"#);
}

#[test]
fn an_organisation() {
    let text = r#"## greenboard.yaml
repositories: {shop: checkouts/shop, ui: checkouts/ui}
components: {'ui:docs': {owners: [design]}}
edges: [{from: 'shop:docs', to: button, requirement: ^1.0.0}]
## checkouts/ui/package.json
{"workspaces": ["*"]}
## checkouts/ui/button/package.json
{"name": "button", "version": "1.0.0"}
## checkouts/ui/docs/package.json
{"name": "docs", "version": "0.1.0", "private": true, "dependencies": {"button": "^1.0.0"}}
## checkouts/shop/package.json
{"workspaces": ["*"]}
## checkouts/shop/web/package.json
{"name": "web", "version": "1.0.0", "dependencies": {"button": "^1.0.0", "docs": "^0.2.0"}}
## checkouts/shop/docs/package.json
{"name": "docs", "version": "0.2.0"}
## checkouts/shop/go.mod
module example.com/shop
replace example.com/shop/sdk => ./sdk
## checkouts/shop/sdk/go.mod
module example.com/shop/sdk
## checkouts/shop/greenboard.yaml
groups: [{kind: linked, members: [docs, web]}]
identity: {components: {docs: {jira: SHOP}}}
"#;
    let workspace = manifest::read(&files(text)).unwrap();
    assert_eq!(
        names(&workspace),
        ["button", "example.com/shop", "example.com/shop/sdk", "shop:docs", "ui:docs", "web"]
    );
    let edges: Vec<String> =
        Graph::new(&workspace).edges().map(|edge| format!("{} → {}", edge.consumer, edge.provider)).collect();
    assert_eq!(edges, ["shop:docs → button", "ui:docs → button", "web → button", "web → shop:docs"]);
    let docs = workspace.get("ui:docs").unwrap();
    assert_eq!(docs.repository.as_deref(), Some("ui"));
    assert_eq!(
        (docs.path.as_str(), docs.owners.as_slice()),
        ("checkouts/ui/docs", ["design".to_owned()].as_slice())
    );
    assert_eq!(workspace.groups()[0].members, ["shop:docs", "web"]);
    assert_eq!(workspace.identity().component("jira", "SHOP").unwrap(), Some("shop:docs"));
    assert_eq!(workspace.get("example.com/shop/sdk").unwrap().tag.as_deref(), Some("sdk/{version}"));
    let again = document::parse::<Workspace>(document::emit(&workspace).unwrap(), Format::Json).unwrap();
    assert_eq!(again, workspace);
}
