//! `pyproject.toml`: `[project]`, groups of dependencies, and Poetry's tables.

use super::super::desk::{Desk, Part};
use super::super::notation::{Notation, Spot};
use super::{Update, missing_requirement, set_version, version_of};
use crate::component::DependencyKind;
use crate::plan::Entry;
use std::ops::Range;

/// Writes the project's version; one that the build works out is left to it.
pub(super) fn version(desk: &mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()> {
    let what = version_of(entry);
    let documents = desk.required(file, Notation::Toml, &what)?;
    let Some(root) = documents.first() else { return Ok(()) };
    let (project, poetry) = (root.get("project"), root.at(["tool", "poetry"]));
    // Poetry keeps the version of a project of today's standard in its own table, where it is dynamic.
    let tables = [project, poetry];
    if let Some(version) = tables.into_iter().flatten().find_map(|table| table.get("version")) {
        return set_version(desk, file, Notation::Toml, version, entry);
    }
    let dynamic = project.and_then(|project| project.get("dynamic")).map(Spot::items).unwrap_or_default();
    if dynamic.iter().any(|field| field.text() == Some("version")) {
        let message = format!("{what} is {} from now on, and is worked out by the build", entry.new);
        desk.warn(file, message);
        return Ok(());
    }
    Err(desk
        .missing(file, project, "version", "a project states its version, or lists it under dynamic")
        .into())
}

/// Writes the specifiers of a dependency, and leaves its extras and markers alone.
pub(super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let documents = desk.required(&update.update.file, Notation::Toml, &update.what)?;
    let Some(root) = documents.first() else { return Ok(()) };
    let stated = stated(root, update);
    let part = |(spot, range): &(&Spot, Range<usize>)| -> Option<String> {
        Some(spot.text()?.get(range.clone())?.to_owned())
    };
    let (old, new) = (&update.update.old, &update.update.new);
    let mut found = false;
    for place in stated.iter().filter(|place| part(place).as_ref() == Some(old)) {
        let (spot, range) = place;
        found = true;
        desk.set_part(
            &update.update.file,
            Notation::Toml,
            &Part { spot, range: range.clone(), text: new, what: &update.what },
        )?;
    }
    if found || stated.iter().any(|place| part(place).as_ref() == Some(new)) {
        return Ok(());
    }
    let first = stated.first().map(|place| (place.0, part(place).unwrap_or_default()));
    Err(missing_requirement(desk, first, update))
}

/// Where requirements on the package are stated, by the part of the text that says which versions.
fn stated<'t>(root: &'t Spot, update: &Update<'_>) -> Vec<(&'t Spot, Range<usize>)> {
    let package = normalised(update.package);
    let project = |key| root.at(["project", key]);
    let poetry = |key| root.at(["tool", "poetry", key]);
    let each = |spot: Option<&'t Spot>| -> Vec<&'t Spot> {
        spot.map(Spot::entries).unwrap_or_default().iter().map(|entry| &entry.spot).collect()
    };
    let mut lists: Vec<&Spot> = Vec::new();
    let mut tables: Vec<&Spot> = Vec::new();
    match update.update.kind {
        DependencyKind::Build => lists.extend(root.at(["build-system", "requires"])),
        DependencyKind::Dev => {
            lists.extend(each(root.get("dependency-groups")));
            lists.extend(root.at(["tool", "uv", "dev-dependencies"]));
            tables.extend(poetry("dev-dependencies"));
            tables.extend(each(poetry("group")).into_iter().filter_map(|group| group.get("dependencies")));
        }
        kind => {
            lists.extend(project("dependencies").filter(|_| kind != DependencyKind::Optional));
            lists.extend(each(project("optional-dependencies")));
            tables.extend(poetry("dependencies"));
        }
    }
    let listed = lists.into_iter().flat_map(Spot::items).filter_map(|item| {
        let (name, specifiers) = pep508(item.text()?)?;
        (normalised(name) == package).then_some((item, specifiers))
    });
    let named = tables.into_iter().flat_map(Spot::entries).filter(|entry| normalised(&entry.key) == package);
    let constrained = named.flat_map(|entry| {
        let alternatives = match entry.spot.items() {
            [] => std::slice::from_ref(&entry.spot),
            items => items,
        };
        alternatives.iter().filter_map(|constraint| {
            let stated = if constraint.text().is_some() { constraint } else { constraint.get("version")? };
            Some((stated, trimmed(stated.text()?, 0)))
        })
    });
    listed.chain(constrained).collect()
}

/// The name in a dependency as PEP 508 writes it, and where its specifiers stand; none where an address takes their place.
fn pep508(text: &str) -> Option<(&str, Range<usize>)> {
    let start = text.len() - text.trim_start().len();
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let end = text.get(start..)?.find(|c| !is_in_name(c)).map_or(text.len(), |end| start + end);
    let name = text.get(start..end)?;
    let mut at = trimmed(text, end).start;
    if text.get(at..)?.starts_with('[') {
        at = trimmed(text, at + text.get(at..)?.find(']')? + 1).start;
    }
    let rest = text.get(at..)?;
    if name.is_empty() || rest.starts_with('@') {
        return None;
    }
    let end = rest.find(';').map_or(text.len(), |end| at + end);
    let mut specifiers = trimmed(text.get(..end)?, at);
    let inner = text.get(specifiers.clone())?;
    if inner.starts_with('(') && inner.ends_with(')') && inner.len() > 1 {
        specifiers = trimmed(text.get(..specifiers.end - 1)?, specifiers.start + 1);
    }
    Some((name, specifiers))
}

/// What is left of `text` from `at` on without the blanks around it.
fn trimmed(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let start = at + rest.len() - rest.trim_start().len();
    start..start + rest.trim().len()
}

/// A name as the index compares it (PEP 503).
pub(in super::super) fn normalised(name: &str) -> String {
    let parts = name.split(['-', '_', '.']).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specifiers_of_a_dependency() {
        let part = |text: &'static str| pep508(text).map(|(name, range)| (name, &text[range]));
        assert_eq!(part("httpx"), Some(("httpx", "")));
        assert_eq!(part(" httpx [http2, socks] >=0.27, <1 ; x=='y'"), Some(("httpx", ">=0.27, <1")));
        assert_eq!(part("a.b ( >=1 )"), Some(("a.b", ">=1")));
        assert_eq!(part("pip @ https://x/y.zip ; a"), None);
        assert_eq!(part("a[b"), None);
        assert_eq!(part(""), None);
    }
}
