//! Real workspaces: the shared data's facts, put back into manifests, read and ordered.
//!
//! The data is not part of the repository. `GREENBOARD_DATA` names the folder; without it this test says that it skipped.

use greenboard::component::{DependencyKind, Graph, Workspace, manifest};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn package_json(package: &Value) -> String {
    let mut manifest =
        json!({"name": package["name"], "private": package["private"].as_bool().unwrap_or(false)});
    if package["version"].is_string() {
        manifest["version"] = package["version"].clone();
    }
    for dependency in package["deps"].as_array().unwrap() {
        let table = match text(dependency, "kind") {
            "dev" => "devDependencies",
            "peer" => "peerDependencies",
            "optional" => "optionalDependencies",
            _ => "dependencies",
        };
        let of = manifest.as_object_mut().unwrap().entry(table).or_insert(Value::Object(Map::new()));
        of[text(dependency, "name")] = dependency["req"].clone();
    }
    manifest.to_string()
}

fn cargo_toml(package: &Value, folders: &BTreeMap<&str, &str>) -> String {
    let mut manifest = format!("[package]\nname = {}\nversion = {}\n", package["name"], package["version"]);
    if package["publish"] == false {
        manifest.push_str("publish = false\n");
    }
    let up = "../".repeat(text(package, "path").split('/').filter(|part| !part.is_empty()).count());
    for (index, dependency) in package["deps"].as_array().unwrap().iter().enumerate() {
        let table = match text(dependency, "kind") {
            "dev" => "dev-dependencies",
            "build" => "build-dependencies",
            _ => "dependencies",
        };
        // Under a target of its own: one crate may be asked for twice.
        writeln!(manifest, "[target.t{index}.{table}.{}]", text(dependency, "name")).unwrap();
        if dependency["req"].is_string() {
            writeln!(manifest, "version = {}", dependency["req"]).unwrap();
        }
        if dependency["path"] == true {
            writeln!(manifest, "path = \"{up}{}\"", folders[text(dependency, "name")]).unwrap();
        }
        if dependency["optional"] == true {
            manifest.push_str("optional = true\n");
        }
    }
    manifest
}

fn read(facts: &Value) -> Workspace {
    let packages = facts["packages"].as_array().unwrap();
    let folders: BTreeMap<&str, &str> = packages.iter().map(|p| (text(p, "name"), text(p, "path"))).collect();
    let inside: Vec<&str> = folders.values().copied().filter(|folder| !matches!(*folder, "" | ".")).collect();
    let npm = packages[0]["ecosystem"] == "npm";
    let mut files = BTreeMap::new();
    if npm && !inside.is_empty() {
        files.insert("package.json".to_owned(), json!({"private": true, "workspaces": inside}).to_string());
    } else if !npm {
        files.insert("Cargo.toml".to_owned(), format!("[workspace]\nmembers = {}\n", json!(inside)));
    }
    for package in packages {
        let folder = text(package, "path").trim_matches('.');
        let name = if npm { "package.json" } else { "Cargo.toml" };
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let manifest = if npm { package_json(package) } else { cargo_toml(package, &folders) };
        files.entry(path).and_modify(|root| root.push_str(&manifest)).or_insert(manifest);
    }
    manifest::read(&files).unwrap()
}

#[test]
fn real_workspaces_have_an_order() {
    let Some(data) = std::env::var_os("GREENBOARD_DATA").filter(|data| !data.is_empty()) else {
        // Past the test harness's capture, so that a skip is seen in every log.
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            b"SKIPPED: real workspaces; set GREENBOARD_DATA to the folder of the shared data\n",
        );
        return;
    };
    let histories = Path::new(&data).join("histories");
    let mut seen = 0;
    for entry in std::fs::read_dir(histories).unwrap() {
        let path = entry.unwrap().path().join("workspace.json");
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let facts: Value = serde_json::from_str(&text).unwrap();
        let workspace = read(&facts);
        assert_eq!(workspace.len(), facts["packages"].as_array().unwrap().len(), "{}", path.display());
        let graph = Graph::new(&workspace);
        let mut wave_of = BTreeMap::new();
        for (number, wave) in graph.waves().iter().enumerate() {
            for (unit, member) in
                wave.iter().flat_map(|unit| unit.components.iter().map(move |member| (unit, member)))
            {
                assert!(
                    wave_of.insert(member.clone(), (number, unit.clone())).is_none(),
                    "{member} comes twice"
                );
            }
        }
        assert_eq!(wave_of.len(), workspace.len(), "{}", path.display());
        for edge in graph.edges() {
            let ((consumer, unit), (provider, _)) = (&wave_of[&edge.consumer], &wave_of[&edge.provider]);
            let apart = !unit.components.contains(&edge.provider);
            if apart && edge.kind != DependencyKind::Dev {
                assert!(provider < consumer, "{edge:?}");
            }
        }
        seen += 1;
    }
    assert!(seen > 0, "no histories in the data");
}
