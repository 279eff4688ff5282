//! Finds the case files below a folder and cuts them into suites.
//!
//! `cases/**/*.json` hold rows in `cases` (a list, or lists by group), as a bare list, or, without `cases`, in each top-level
//! list of objects or `rows` of an object, which are then groups; `plans/*.jsonl.gz` a row a line; `payloads/INDEX.json` the
//! rows of all systems, each a suite; `lifecycle/state_machine.json` those of the states and commands of releases.

use flate2::read::GzDecoder;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The rows that are judged and printed together.
pub(super) struct Suite {
    /// As printed: the path below the folder, without extension, and `#group`.
    pub name: String,
    /// The path from the layout's own folder (`cases`, `plans`, `payloads`) on, and `#group`.
    pub key: String,
    /// The same without the group.
    pub file_key: String,
    pub group: Option<String>,
    pub header: Arc<Value>,
    pub rows: Vec<Value>,
    pub folder: PathBuf,
    /// The field that identifies a row, where the layout says so.
    pub id_field: Option<&'static str>,
}

/// Folders nested deeper than this are not looked into.
const MAX_DEPTH: usize = 16;

/// The suites below `dir`, in order of their names, and what could not be read. Files are read only where `wanted` may
/// select them.
pub(super) fn suites(dir: &Path, wanted: impl Fn(&str) -> bool) -> (Vec<Suite>, Vec<(String, String)>) {
    let (mut suites, mut errors) = (Vec::new(), Vec::new());
    let root = match fs::canonicalize(dir) {
        Ok(root) => root,
        Err(error) => return (suites, vec![(dir.display().to_string(), error.to_string())]),
    };
    let mut paths = Vec::new();
    walk(&root, 0, &mut paths, &mut errors);
    let below = parts(&root).len();
    let recognised = |above: usize| -> Vec<CaseFile> {
        paths.iter().filter_map(|path| recognise(path, below, above)).collect()
    };
    let mut files = recognised(below);
    if files.is_empty() {
        // The folder given may lie inside the layout itself.
        files = recognised(0);
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    if files.is_empty() {
        let expected = "no case files (expected cases/…/*.json, plans/*.jsonl.gz or payloads/INDEX.json)";
        errors.push((dir.display().to_string(), expected.to_owned()));
    }
    for file in files {
        // Groups and systems are known only once the file is read; plans have none, and are large.
        if matches!(file.kind, Kind::Lines) && !wanted(&file.name) {
            continue;
        }
        match file.read() {
            Ok(found) => suites.extend(found),
            Err(error) => errors.push((file.name, error)),
        }
    }
    (suites, errors)
}

struct CaseFile {
    path: PathBuf,
    name: String,
    key: String,
    kind: Kind,
}

enum Kind {
    Json,
    Lines,
    Payloads,
}

fn walk(dir: &Path, depth: usize, paths: &mut Vec<PathBuf>, errors: &mut Vec<(String, String)>) {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => return errors.push((dir.display().to_string(), error.to_string())),
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if !path.is_dir() {
            paths.push(path);
        } else if depth < MAX_DEPTH {
            walk(&path, depth + 1, paths, errors);
        }
    }
}

fn parts(path: &Path) -> Vec<String> {
    path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

/// The case file that this is by its place and extension, if any. The folder given is the first `below` parts of the path;
/// the layout's own folder is looked for from part `above` on.
fn recognise(path: &Path, below: usize, above: usize) -> Option<CaseFile> {
    let all = parts(path);
    let is_layout = |part: &String| matches!(part.as_str(), "cases" | "plans" | "payloads");
    // Of the release's own data, the matrix of states and commands has rows.
    let is_matrix = |part: &String| part == "lifecycle" && path.ends_with("lifecycle/state_machine.json");
    let own = all.get(above..)?;
    let layout = above + own.iter().rposition(is_layout).or_else(|| own.iter().rposition(is_matrix))?;
    let inside = all[layout + 1..].join("/");
    let (stem, kind) = match all[layout].as_str() {
        "cases" | "lifecycle" => (inside.strip_suffix(".json")?, Kind::Json),
        "plans" => (inside.strip_suffix(".gz").unwrap_or(&inside).strip_suffix(".jsonl")?, Kind::Lines),
        _ if inside == "INDEX.json" => ("", Kind::Payloads),
        _ => return None,
    };
    let key = [all[layout].as_str(), stem].join("/").trim_end_matches('/').to_owned();
    // What is printed is the part of the path below the folder.
    let full = all[..layout].iter().map(String::as_str).chain(key.split('/'));
    let name = full.skip(below).collect::<Vec<_>>().join("/");
    Some(CaseFile { path: path.to_owned(), name, key, kind })
}

impl CaseFile {
    fn read(&self) -> Result<Vec<Suite>, String> {
        let bytes = fs::read(&self.path).map_err(|error| error.to_string())?;
        match self.kind {
            Kind::Json => self.document(parse(&bytes)?),
            Kind::Lines => self.lines(&bytes),
            Kind::Payloads => self.payloads(parse(&bytes)?),
        }
    }

    fn document(&self, value: Value) -> Result<Vec<Suite>, String> {
        let mut object = match value {
            Value::Array(rows) => return Ok(vec![self.suite(None, rows, &Arc::new(Value::Null))]),
            Value::Object(object) => object,
            _ => return Err("expected an object or a list".to_owned()),
        };
        match object.remove("cases") {
            Some(Value::Array(rows)) => Ok(vec![self.suite(None, rows, &Arc::new(Value::Object(object)))]),
            Some(Value::Object(groups)) => {
                let header = Arc::new(Value::Object(object));
                let group = |(name, rows)| match rows {
                    Value::Array(rows) => Ok(self.suite(Some(name), rows, &header)),
                    _ => Err(format!("cases: group {name:?} is no list")),
                };
                groups.into_iter().map(group).collect()
            }
            Some(_) => Err("cases: expected a list, or lists by group".to_owned()),
            None => {
                let groups = loose_groups(&mut object);
                if groups.is_empty() {
                    return Err("no rows: expected \"cases\", or lists of objects".to_owned());
                }
                let header = Arc::new(Value::Object(object));
                Ok(groups.into_iter().map(|(name, rows)| self.suite(Some(name), rows, &header)).collect())
            }
        }
    }

    fn lines(&self, bytes: &[u8]) -> Result<Vec<Suite>, String> {
        let mut text = String::new();
        if bytes.starts_with(&[0x1f, 0x8b]) {
            GzDecoder::new(bytes).read_to_string(&mut text).map_err(|error| error.to_string())?;
        } else {
            text = String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string())?;
        }
        let mut rows = Vec::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let row = parse(line.as_bytes()).map_err(|error| format!("line {}: {error}", index + 1))?;
            rows.push(row);
        }
        Ok(vec![self.suite(None, rows, &Arc::new(Value::Null))])
    }

    fn payloads(&self, value: Value) -> Result<Vec<Suite>, String> {
        let Value::Array(entries) = value else { return Err("expected a list".to_owned()) };
        let mut systems = BTreeMap::<String, Vec<Value>>::new();
        for (index, entry) in entries.into_iter().enumerate() {
            let system = entry.get("system").and_then(Value::as_str);
            let system = system.ok_or_else(|| format!("entry {index} has no \"system\""))?;
            systems.entry(system.to_owned()).or_default().push(entry);
        }
        let header = Arc::new(Value::Null);
        let suite = |(system, rows): (String, Vec<Value>)| {
            let mut suite = self.suite(None, rows, &header);
            suite.name = format!("{}/{system}", suite.name).trim_start_matches('/').to_owned();
            suite.key = format!("{}/{system}", suite.key);
            suite.file_key.clone_from(&suite.key);
            suite.id_field = Some("file");
            suite
        };
        Ok(systems.into_iter().map(suite).collect())
    }

    fn suite(&self, group: Option<String>, rows: Vec<Value>, header: &Arc<Value>) -> Suite {
        let with_group =
            |path: &str| group.as_ref().map_or(path.to_owned(), |group| format!("{path}#{group}"));
        Suite {
            name: with_group(&self.name),
            key: with_group(&self.key),
            file_key: self.key.clone(),
            group: group.clone(),
            header: Arc::clone(header),
            rows,
            folder: self.path.parent().map(Path::to_path_buf).unwrap_or_default(),
            id_field: None,
        }
    }
}

/// Takes the row lists out of a file without `cases`: lists of objects are groups under their key; the lists of an object
/// are groups `key` (its `rows`) and `key.list`.
fn loose_groups(object: &mut Map<String, Value>) -> Vec<(String, Vec<Value>)> {
    let mut groups = Vec::new();
    for (key, value) in object.iter_mut() {
        match value {
            Value::Array(rows) if rows.iter().any(Value::is_object) => {
                groups.push((key.clone(), std::mem::take(rows)));
            }
            Value::Object(inner) if inner.get("rows").is_some_and(Value::is_array) => {
                for (name, list) in inner.iter_mut() {
                    let Value::Array(rows) = list else { continue };
                    let group = if name == "rows" { key.clone() } else { format!("{key}.{name}") };
                    groups.push((group, std::mem::take(rows)));
                }
            }
            _ => {}
        }
    }
    groups
}

fn parse(bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("not JSON: {error}"))
}
