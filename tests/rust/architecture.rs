//! The shape of the house: which module may import which, and how long a file may grow.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The modules of the core, lowest first. A module imports only from the rows above it in this table: never from its
/// own row, its siblings.
const LAYERS: &[&[&str]] = &[
    // 0: what every other module is written in.
    &["error"],
    &["id", "time"],
    &["document"],
    &["registry"],
    // 1
    &["version", "stats", "calendar"],
    // 2
    &["fact", "ledger"],
    // 3
    &["component", "change"],
    // 4
    &["gate", "kpi", "schedule", "tool"],
    // 5
    &["plan", "rollout"],
    // 6
    &["release"],
    // 7
    &["report"],
    // The edge does I/O and may use everything; the catalogue lists everything.
    &["source"],
    &["catalogue"],
    &["cli"],
    // The program itself.
    &["bin"],
];

/// No file longer than this many lines; one that grows past it has two jobs.
const LONGEST: usize = 700;

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[test]
fn modules_import_only_lower_layers() {
    let root = root("core/src");
    let exported = reexports(&std::fs::read_to_string(root.join("lib.rs")).unwrap());
    let mut wrong = Vec::new();
    for file in files(&root) {
        let module_path = module_path(&root, &file);
        let Some(module) = module_path.first() else { continue };
        let shown = file.strip_prefix(&root).unwrap().display().to_string();
        let Some(own) = layer(module) else {
            wrong.push(format!("{shown}: `{module}` is not in the table of layers; give it its place"));
            continue;
        };
        for (line, path) in imports(&std::fs::read_to_string(&file).unwrap(), &module_path) {
            let Some(first) = path.first() else { continue };
            let target = exported.get(first).unwrap_or(first);
            if target == module {
                continue;
            }
            match layer(target) {
                Some(other) if other < own => {}
                Some(_) => wrong
                    .push(format!("{shown}:{line}: `{module}` imports `{target}`, which is not below it")),
                None => wrong
                    .push(format!("{shown}:{line}: `crate::{target}` is no module of the table of layers")),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn files_have_one_job() {
    let mut long = Vec::new();
    for folder in ["core/src", "bindings-python/src", "bindings-node/src", "tests", "benches", "examples"] {
        for file in files(&root(folder)) {
            let lines = std::fs::read_to_string(&file).unwrap().lines().count();
            if lines >= LONGEST {
                long.push(format!("{}: {lines} lines", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "{LONGEST} lines or more; take a job out:\n{}\n", long.join("\n"));
}

/// A registry's folder holds one file a kind, named after it, and the catalogue lists the registry.
#[test]
fn every_kind_has_its_file_and_row() {
    let catalogue: BTreeMap<String, BTreeSet<String>> = greenboard::catalogue::catalogue()
        .into_iter()
        .map(|registry| (registry.name, registry.kinds.into_iter().map(|kind| kind.kind).collect()))
        .collect();
    let mut found = BTreeSet::new();
    for file in files(&root("core/src")) {
        let text = std::fs::read_to_string(&file).unwrap();
        // By the macro itself, or by one of those that make more of the same table.
        let tables = ["\nregistry! {", "\ncriteria! {", "\ntools! {", "\nevents! {"];
        let Some(at) = tables.iter().find_map(|table| text.find(table)) else { continue };
        let after_name =
            text[at..].split_once(" as \"").unwrap_or_else(|| panic!("{}: no name", file.display())).1;
        let name = after_name.split('"').next().unwrap();
        let kinds = catalogue.get(name).unwrap_or_else(|| panic!("{name} has no row in catalogue()"));
        found.insert(name.to_owned());
        // Events are small and many: a file of them holds those of one part of a release's life.
        if text.contains("\nevents! {") {
            continue;
        }
        let folder = file.parent().unwrap();
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_name().unwrap() != "mod.rs")
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(&files, kinds, "left: the files of {}, right: the rows of its table", folder.display());
    }
    assert_eq!(
        found,
        catalogue.into_keys().collect(),
        "left: the tables in core/src, right: the rows of catalogue()"
    );
}

/// Every error enum's codes are in `error_codes()`, under its own module's name, and no two mean different things.
#[test]
fn every_code_is_listed() {
    let listed = greenboard::catalogue::error_codes();
    let root = root("core/src");
    let mut found = BTreeMap::new();
    for file in files(&root) {
        let text = std::fs::read_to_string(&file).unwrap();
        let Some(at) = text.find("\ncodes! {") else { continue };
        let table = text[at..].split("\n} }").next().unwrap();
        for code in table.split('"').skip(1).step_by(2) {
            assert!(
                listed.contains(&code),
                "{code} of {} is not in catalogue::error_codes()",
                file.display()
            );
            let module = module_path(&root, &file).remove(0);
            assert_eq!(code.split('.').next(), Some(module.as_str()), "{code} in {}", file.display());
            let other = found.insert(code.to_owned(), file.clone());
            assert!(other.is_none() || SHARED.contains(&code), "{code} is given out twice");
        }
    }
    assert_eq!(found.len(), listed.len());
}

/// Codes that two enums of a module give out because they mean the same: entries and files are rolled back, or replaced, alike.
const SHARED: &[&str] = &["ledger.rollback", "ledger.diverged"];

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)
}

/// The Rust files below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        let skipped = ["target", "node_modules", "fuzz"].iter().any(|name| path.ends_with(name));
        if path.is_dir() && !skipped {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// `["plan", "versioning", "semantic"]` of `plan/versioning/semantic.rs`; empty for `lib.rs`.
fn module_path(root: &Path, file: &Path) -> Vec<String> {
    let relative = file.strip_prefix(root).unwrap().with_extension("");
    let mut parts: Vec<String> = relative.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod" || (parts.len() == 1 && last == "lib")) {
        parts.pop();
    }
    parts
}

/// Which module the names that `lib.rs` re-exports come from.
fn reexports(lib: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for statement in lib.split("pub use ").skip(1) {
        let statement = statement.split(';').next().unwrap();
        let (module, rest) = statement.split_once("::").unwrap();
        for name in rest.trim_matches(['{', '}']).split(',') {
            let name = name.trim().rsplit([':', ' ']).next().unwrap();
            names.insert(name.to_owned(), module.to_owned());
        }
    }
    names
}

/// Every path from the crate's root that the text mentions, with its line: `crate::a::b` and `super::…`, in `use` lines
/// and in code, each name of a group by itself; comments aside.
fn imports(text: &str, module: &[String]) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    // `super` inside an inline `mod tests` is the file's own module, one level less far out.
    let inline_from =
        text.lines().position(|line| line.starts_with("mod ") && line.ends_with('{')).unwrap_or(usize::MAX);
    for (index, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap();
        for (start, _) in code.match_indices("crate::") {
            let rest: String = text.lines().skip(index).collect::<Vec<_>>().join("\n");
            let rest = &rest[start + "crate::".len()..];
            found.extend(firsts(rest).into_iter().map(|first| (index + 1, vec![first])));
        }
        let mut rest = code;
        while let Some(start) = rest.find("super::") {
            let before_is_path =
                rest[..start].ends_with("::") || rest[..start].ends_with(char::is_alphanumeric);
            rest = &rest[start..];
            let mut out = usize::from(index < inline_from);
            rest = &rest["super::".len()..];
            while let Some(further) = rest.strip_prefix("super::") {
                out += 1;
                rest = further;
            }
            if !before_is_path && out > 0 && out >= module.len() {
                found.extend(firsts(rest).into_iter().map(|first| (index + 1, vec![first])));
            }
        }
    }
    found
}

/// The first names of a path or of a group of paths: `a::b` gives `a`; `{a::b, c}` gives `a` and `c`.
fn firsts(path: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut depth = 0;
    let mut names = Vec::new();
    let mut item = String::new();
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&std::mem::take(&mut item))),
            _ => {}
        }
        if character != ',' || depth > 0 {
            item.push(character);
        }
    }
    names.push(name(&item));
    names.retain(|name| !name.is_empty() && name != "self");
    names
}

#[test]
fn the_reader_of_imports_reads() {
    let module = ["plan".to_owned(), "why".to_owned()];
    let text = "use crate::{Error, version::{Bump, Step}, change};\nuse super::policy;\nuse super::super::gate::Gate;\n\
                // crate::nothing\nfn f() -> $crate::release::State {}\nmod tests {\n    use super::super::super::kpi;\n}";
    let found: Vec<_> =
        imports(text, &module).into_iter().map(|(line, path)| (line, path.join("::"))).collect();
    let expected = [(1, "Error"), (1, "version"), (1, "change"), (3, "gate"), (5, "release"), (7, "kpi")];
    assert_eq!(found, expected.map(|(line, path)| (line, path.to_owned())));
}
