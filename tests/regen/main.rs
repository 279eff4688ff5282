//! Writes every file that is made from the core's own description of itself; `--check` only says which are stale.
//!
//! `cargo run -p greenboard-tests --bin regen [-- --check]`

mod kinds;
mod model;
mod prose;
mod python;
mod typescript;

use greenboard::catalogue;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const MIXINS: &str = "bindings-python/python/greenboard/_mixins.py";
const SCHEMAS: &str = "schemas";

fn main() -> ExitCode {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => {
            eprintln!("unknown argument {other:?}; expected --check or nothing");
            return ExitCode::from(2);
        }
    };
    match run(check) {
        Ok(stale) if stale.is_empty() => ExitCode::SUCCESS,
        Ok(stale) if check => {
            for path in stale {
                eprintln!("stale: {path}");
            }
            eprintln!("`make regen` writes them anew.");
            ExitCode::FAILURE
        }
        Ok(stale) => {
            for path in stale {
                println!("written: {path}");
            }
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

/// The paths that are stale, or that were and are written now.
fn run(check: bool) -> Result<Vec<String>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let files = generated(&root)?;
    let mut stale = Vec::new();
    for (path, text) in &files {
        let full = root.join(path);
        // A checkout may have other line ends.
        let present = std::fs::read_to_string(&full).ok().map(|present| present.replace("\r\n", "\n"));
        if present.as_ref() == Some(text) {
            continue;
        }
        stale.push(path.clone());
        if !check {
            write(&full, text)?;
        }
    }
    for path in left_over(&root, &files) {
        stale.push(format!("{SCHEMAS}/{}", path.file_name().unwrap_or_default().to_string_lossy()));
        if !check {
            std::fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(stale)
}

/// Every generated file, by its path from the root.
fn generated(root: &Path) -> Result<BTreeMap<String, String>, String> {
    let schemas = catalogue::schemas();
    let model = model::of(&schemas)?;
    let mixins = std::fs::read_to_string(root.join(MIXINS)).unwrap_or_default();
    let mut files = BTreeMap::from([
        ("bindings-python/python/greenboard/_documents.py".to_owned(), python::write(&model, &mixins)?),
        ("bindings-node/documents.d.ts".to_owned(), typescript::write(&model)),
        ("docs/kinds.md".to_owned(), kinds::write(&catalogue::catalogue())),
    ]);
    for (name, schema) in &schemas {
        let text = serde_json::to_string_pretty(schema).map_err(|error| format!("{name}: {error}"))?;
        files.insert(format!("{SCHEMAS}/{name}.json"), text + "\n");
    }
    Ok(files)
}

/// Schemas of documents that are no more.
fn left_over(root: &Path, files: &BTreeMap<String, String>) -> Vec<PathBuf> {
    let Ok(folder) = std::fs::read_dir(root.join(SCHEMAS)) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".json") && !files.contains_key(&format!("{SCHEMAS}/{name}"))
    });
    paths.sort();
    paths
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let written =
        path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, text));
    written.map_err(|error| format!("{}: {error}", path.display()))
}
