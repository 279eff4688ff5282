//! Manifest readers on any text, and their registry.

use greenboard::component::manifest::{self, Files, cargo, go, helm, npm, python};
use greenboard::component::{DependencyKind, Ecosystem, Graph, Workspace};
use greenboard::document::{self, Format};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const WORDS: &[&str] = &[
    "name",
    "version",
    "private",
    "workspaces",
    "packages",
    "dependencies",
    "devDependencies",
    "peerDependencies",
    "peerDependenciesMeta",
    "optionalDependencies",
    "catalog",
    "catalogs",
    "default",
    "optional",
    "package",
    "workspace",
    "members",
    "exclude",
    "publish",
    "path",
    "target",
    "cfg(unix)",
    "dev-dependencies",
    "build-dependencies",
    "publishConfig",
    "access",
    "project",
    "dynamic",
    "optional-dependencies",
    "dependency-groups",
    "include-group",
    "build-system",
    "requires",
    "tool",
    "uv",
    "poetry",
    "sources",
    "group",
    "classifiers",
    "appVersion",
    "repository",
    "condition",
    "include",
    "roots",
    "repositories",
    "components",
    "edges",
    "groups",
    "members",
    "kind",
    "identity",
    "people",
    "from",
    "to",
    "requirement",
    "ecosystem",
    "external",
    "scheme",
    "a",
    "b",
];
const TEXTS: &[&str] = &[
    "a",
    "b",
    "@a/b",
    "1.0.0",
    "^1",
    "*",
    "workspace:*",
    "workspace:a@^",
    "catalog:",
    "npm:b@~2",
    "file:../a",
    "link:.",
    "../b",
    "p/*",
    "p/a",
    "**",
    "!p/b",
    "{a,b}/*",
    "[",
    "..",
    ".",
    "",
    "latest",
    "a[x]>=1 ; b",
    "b @ https://x",
    "^1.2",
    "file://../a",
    "https://charts",
    "module a",
    "require b v1.0.0",
    "replace b => ../b",
    "use ./p/a",
    "generic",
    "fixed",
    "p/greenboard.json",
    "p/a/greenboard.toml",
];
const PATHS: &[&str] = &[
    "Cargo.toml",
    "package.json",
    "pnpm-workspace.yaml",
    "p/a/Cargo.toml",
    "p/b/Cargo.toml",
    "p/a/package.json",
    "p/b/package.json",
    ".yarnrc.yml",
    "pyproject.toml",
    "p/a/pyproject.toml",
    "p/b/pyproject.toml",
    "go.work",
    "go.mod",
    "p/a/go.mod",
    "p/b/go.mod",
    "Chart.yaml",
    "requirements.yaml",
    "charts/a/Chart.yaml",
    "greenboard.yaml",
    "p/greenboard.json",
    "p/a/greenboard.toml",
    "release-please-config.json",
    ".release-please-manifest.json",
    "p/a/Chart.yaml",
];

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        8 => prop::sample::select(TEXTS).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => (0..3i64).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let key = prop::sample::select(WORDS).prop_map(str::to_owned);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6)
                .prop_map(|entries| Value::Object(Map::from_iter(entries))),
        ]
    })
}

/// A value as TOML, inline throughout.
fn toml(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{key:?} = {}", toml(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Value::Null => "''".to_owned(),
        scalar => scalar.to_string(),
    }
}

fn document(path: &str, value: &Value) -> String {
    match value {
        Value::Object(entries) if path.ends_with(".toml") => {
            entries.iter().map(|(key, value)| format!("{key:?} = {}\n", toml(value))).collect()
        }
        // Texts of a list and of its lists, a line each.
        Value::Array(items) if path.contains("go.") => {
            items.iter().map(|item| format!("{}\n", document(path, item))).collect()
        }
        Value::String(text) if path.contains("go.") => text.clone(),
        value => value.to_string(),
    }
}

/// Any text, and texts that come close to manifests.
fn files() -> impl Strategy<Value = BTreeMap<String, String>> {
    let path = prop::sample::select(PATHS);
    let entry = (path, value(), ".{0,40}", 0..10u8).prop_map(|(path, value, noise, choice)| {
        let text = if choice == 0 { noise } else { document(path, &value) };
        (path.to_owned(), text)
    });
    prop::collection::vec(entry, 1..10).prop_map(BTreeMap::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    /// What is no workspace is an error that lists problems with places.
    #[test]
    fn any_text_is_read_or_refused(files in files()) {
        for read in [cargo::read, npm::read, python::read, go::read, helm::read] {
            let result = read(&files);
            if let Err(error) = result {
                prop_assert_eq!(error.code(), "component.broken_manifests");
                let problems = error.details()["problems"].as_array().unwrap();
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let path = problem["path"].as_str().unwrap();
                    prop_assert!(files.contains_key(path), "{}", problem);
                    prop_assert!(problem["line"].is_u64() && problem["column"].is_u64(), "{}", problem);
                }
            }
        }
        match manifest::read(&files) {
            Ok(workspace) => {
                Graph::new(&workspace).cycles();
            }
            Err(error) => {
                let known = ["component.broken_manifests", "component.no_manifest", "component.duplicate"];
                prop_assert!(known.contains(&error.code()), "{}", error);
            }
        }
    }

    /// A workspace survives its document.
    #[test]
    fn written_and_read_again(files in files()) {
        if let Ok(workspace) = manifest::read(&files) {
            let text = document::emit(&workspace)?;
            prop_assert_eq!(document::parse::<Workspace>(&text, Format::Json)?, workspace);
        }
    }

    /// Folders are those of the paths.
    #[test]
    fn folders_are_listed(paths in prop::collection::btree_set("[ab0/]{0,7}", 0..12), folder in "(a|b|0|a/b|)") {
        let files: BTreeMap<String, String> = paths.iter().map(|path| (path.clone(), String::new())).collect();
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let mut expected: Vec<String> = paths
            .iter()
            .filter_map(|path| Some(path.strip_prefix(&prefix)?.split_once('/')?.0.to_owned()))
            .filter(|name| !name.is_empty())
            .collect();
        expected.sort();
        expected.dedup();
        prop_assert_eq!(files.folders(&folder)?, expected);
    }
}

#[test]
fn every_reader_is_registered() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/src/component/manifest");
    let helpers = ["files", "glob", "mod", "names", "problems", "tree"];
    let mut readers: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| !helpers.contains(&name.as_str()))
        .collect();
    readers.sort();
    let mut registered: Vec<&str> = Ecosystem::ALL.iter().map(|ecosystem| ecosystem.name()).collect();
    registered.sort_unstable();
    assert_eq!(readers, registered);
}

#[test]
fn a_workspace_as_a_document() {
    let files = BTreeMap::from([
        ("package.json".to_owned(), json!({"workspaces": ["*"]}).to_string()),
        ("a/package.json".to_owned(), json!({"name": "a", "version": "1.0.0"}).to_string()),
        (
            "b/package.json".to_owned(),
            json!({"name": "b", "peerDependencies": {"a": "workspace:^"}}).to_string(),
        ),
    ]);
    let workspace = manifest::read(&files).unwrap();
    assert_eq!(workspace.get("b").unwrap().dependencies[0].kind, DependencyKind::Peer);
    let document: Value = serde_json::from_str(&document::emit(&workspace).unwrap()).unwrap();
    assert_eq!(document["schema"], "greenboard/workspace/1");
    assert_eq!(document["components"][1]["dependencies"][0]["requirement"], "^1.0.0");
    assert_eq!(document["components"][1]["dependencies"][0]["text"], "workspace:^");
}
