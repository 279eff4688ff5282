//! Files that repeat a version (release-please's `extra-files`), and release-please's own record of versions.
//!
//! What is found is written over whatever stands there: these files follow the manifests.

mod cursor;
mod json_path;
mod marker;
mod number;
mod x_path;
mod xml;

use super::desk::{Desk, Part, Wanted};
use super::notation::{Notation, Value, quoted};
use super::options::{ExtraFile, ExtraFileKind};
use super::path::{below, join, split};
use crate::plan::Plan;
use crate::version::Version;
use jiff::civil::Date;
use std::ops::Range;

/// What says, beside release-please's record, what belongs in it.
const CONFIG: &str = "release-please-config.json";
/// Where a version is looked for unless a selector says otherwise.
const VERSION: &str = "$.version";

/// What is written into one file.
struct Task<'a> {
    file: &'a ExtraFile,
    version: &'a Version,
    date: Date,
    what: String,
}

/// Writes a component's new version wherever a file repeats it. Of a component that is not released nothing changes.
pub(super) fn write(desk: &mut Desk<'_>, plan: &Plan, file: &ExtraFile) -> crate::Result<()> {
    let Some(entry) = plan.entry(&file.component) else { return Ok(()) };
    let date = jiff::tz::Offset::UTC.to_datetime(plan.at).date();
    let what = format!("the version of {}", file.component);
    let task = Task { file, version: &entry.new, date, what };
    let Some(text) = desk.text(&file.path)? else {
        desk.warn(&file.path, format!("the file is not there, so {} is not written in it", task.what));
        return Ok(());
    };
    let changes = match file.kind {
        ExtraFileKind::Auto => return auto(desk, &task, &text),
        ExtraFileKind::Generic => generic(desk, &task, &text),
        ExtraFileKind::Json => structured(desk, &task, Notation::Json)?,
        ExtraFileKind::Yaml => structured(desk, &task, Notation::Yaml)?,
        ExtraFileKind::Toml => structured(desk, &task, Notation::Toml)?,
        ExtraFileKind::Xml => markup(desk, &task, &text, file.selector.as_deref().unwrap_or("/*/version"))?,
        ExtraFileKind::Pom => pom(desk, &task, &text)?,
        ExtraFileKind::Text => whole(desk, &task, &text),
    };
    if changes == 0 {
        desk.warn(&file.path, format!("nothing in it is selected, so {} is not written in it", task.what));
    }
    Ok(())
}

/// By the extension, and by markers wherever they are.
fn auto(desk: &mut Desk<'_>, task: &Task<'_>, text: &str) -> crate::Result<()> {
    generic(desk, task, text);
    let (_, extension) = task.file.path.rsplit_once('.').unwrap_or_default();
    match extension {
        "json" => structured(desk, task, Notation::Json),
        "yaml" | "yml" => structured(desk, task, Notation::Yaml),
        "toml" => structured(desk, task, Notation::Toml),
        "xml" => markup(desk, task, text, "/*/version"),
        _ => return Ok(()),
    }?;
    Ok(())
}

/// How many places markers name.
fn generic(desk: &mut Desk<'_>, task: &Task<'_>, text: &str) -> usize {
    let found = marker::replacements(text, task.version, task.date, &task.file.date_format);
    let count = found.len();
    for (span, new) in found {
        desk.replace(&task.file.path, span, new, &task.what);
    }
    count
}

/// How many values the selector leads to.
fn structured(desk: &mut Desk<'_>, task: &Task<'_>, notation: Notation) -> crate::Result<usize> {
    let path = &task.file.path;
    let documents = desk.required(path, notation, &task.what)?;
    let selector = task.file.selector.as_deref().unwrap_or(VERSION);
    let mut count = 0;
    for document in documents.iter() {
        for spot in json_path::select(document, selector).map_err(|error| within(error, path))? {
            let Value::Scalar { text, is_text } = &spot.value else { continue };
            // As release-please has it: numbers are no versions, except in TOML.
            if !is_text && notation != Notation::Toml {
                continue;
            }
            let new = task.version.as_str();
            if notation == Notation::Json {
                // A version inside of a longer text: `"v1.2.0"`, `"name@1.2.0"`.
                let Some(range) = number::version(text) else { continue };
                desk.set_part(path, notation, &Part { spot, range, text: new, what: &task.what })?;
            } else {
                desk.set(path, notation, spot, &Wanted { what: &task.what, old: None, new })?;
            }
            count += 1;
        }
    }
    Ok(count)
}

/// How many elements and attributes the selector leads to.
fn markup(desk: &mut Desk<'_>, task: &Task<'_>, text: &str, selector: &str) -> crate::Result<usize> {
    let path = &task.file.path;
    let tree = xml::read(path, text)?;
    let found = x_path::select(text, &tree, selector).map_err(|error| within(error, path))?;
    let mut count = 0;
    for found in found.into_iter().filter(|found| !found.has_children) {
        let inner = trimmed(text, found.span);
        if xml::meaning(text.get(inner.clone()).unwrap_or_default()) != task.version.as_str() {
            desk.replace(path, inner, xml::written(task.version.as_str()), &task.what);
        }
        count += 1;
    }
    Ok(count)
}

/// The project's own version, or that of the parent it inherits it from.
fn pom(desk: &mut Desk<'_>, task: &Task<'_>, text: &str) -> crate::Result<usize> {
    match markup(desk, task, text, "/project/version")? {
        0 => markup(desk, task, text, "/project/parent/version"),
        count => Ok(count),
    }
}

/// The text, blanks around it aside.
fn whole(desk: &mut Desk<'_>, task: &Task<'_>, text: &str) -> usize {
    desk.replace(&task.file.path, trimmed(text, 0..text.len()), task.version.to_string(), &task.what);
    1
}

/// The bytes without the blanks around them.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inner = text.get(span.clone()).unwrap_or_default();
    let start = span.start + inner.len() - inner.trim_start().len();
    start..start + inner.trim().len()
}

fn within(error: super::error::EditError, path: &str) -> crate::Error {
    crate::Error::from(error).within(path)
}

/// Moves the versions in release-please's record along: of each released component, by its folder, that is listed there or
/// that the configuration beside it lists.
pub(super) fn record(desk: &mut Desk<'_>, plan: &Plan, path: &str) -> crate::Result<()> {
    let Some(documents) = desk.documents(path, Notation::Json)? else { return Ok(()) };
    let Some(root) = documents.first() else { return Ok(()) };
    let (folder, _) = split(path);
    let config = desk.documents(&join(folder, CONFIG), Notation::Json)?;
    let packages = config.as_ref().and_then(|documents| documents.first()?.get("packages"));
    let mut fresh = Vec::new();
    for entry in &plan.entries {
        let Some(inside) = below(&entry.path, folder) else { continue };
        let key = if inside.is_empty() { "." } else { inside };
        let what = format!("the version of {}", entry.component);
        match root.get(key) {
            Some(version) => {
                let wanted = Wanted { what: &what, old: None, new: entry.new.as_str() };
                desk.set(path, Notation::Json, version, &wanted)?;
            }
            None if packages.is_some_and(|packages| packages.get(key).is_some()) => {
                fresh.push((key.to_owned(), quoted(entry.new.as_str())));
            }
            None => {}
        }
    }
    fresh.sort();
    desk.insert(path, root, &fresh, "the versions of first releases")
}
