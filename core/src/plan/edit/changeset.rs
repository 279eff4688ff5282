//! Changesets that a release uses up: they go away, or are noted down until prerelease mode is over.

use super::desk::Desk;
use super::notation::{Notation, Spot, quoted};
use super::options::EditOptions;
use super::path::join;
use crate::component::Ecosystem;
use crate::plan::{Cause, Plan};
use std::collections::BTreeSet;

/// Where prerelease mode is kept.
const STATE: &str = "pre.json";

/// Deletes what is used up. In prerelease mode it stays, and is listed in `pre.json`; where that mode is left, `pre.json` goes
/// too.
pub(super) fn write(desk: &mut Desk<'_>, plan: &Plan, options: &EditOptions) -> crate::Result<()> {
    let folder = options.changeset_folder.as_str();
    let mut used: BTreeSet<&str> = options.changesets.iter().map(String::as_str).collect();
    let causes = plan.entries.iter().flat_map(|entry| &entry.causes);
    used.extend(causes.filter_map(|cause| match cause {
        Cause::Change(change) => Some(change.id.as_str()),
        _ => None,
    }));
    used.retain(|id| is_name(id));
    let mut there = Vec::new();
    for id in used {
        let path = join(folder, &format!("{id}.md"));
        if desk.text(&path)?.is_some() {
            there.push((id, path));
        }
    }
    let state = join(folder, STATE);
    let documents = desk.documents(&state, Notation::Json)?;
    let root = documents.as_ref().and_then(|documents| documents.first());
    // A snapshot is beside every mode, and leaves it as it is.
    let snapshot = plan.policy.snapshot.is_some();
    match root.and_then(|root| root.get("mode")).and_then(Spot::text) {
        Some("exit") if snapshot => {}
        Some("exit") => desk.delete(&state),
        Some(_) if !plan.is_empty() && !snapshot => {
            let ids: Vec<&str> = there.iter().map(|(id, _)| *id).collect();
            return root.map_or(Ok(()), |root| note(desk, plan, &state, root, &ids));
        }
        Some(_) => return Ok(()),
        None => {}
    }
    for (_, path) in there {
        desk.delete(&path);
    }
    Ok(())
}

/// Whether an id can be the name of a file in the folder: no path leads out of it, and commits' hashes are not looked for.
fn is_name(id: &str) -> bool {
    let is_hash = matches!(id.len(), 40 | 64) && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    !id.is_empty() && !is_hash && !id.starts_with('.') && !id.contains(['/', '\\', ':', '\0'])
}

/// Lists changesets as used up, and the versions that components had when prerelease mode began.
fn note(desk: &mut Desk<'_>, plan: &Plan, state: &str, root: &Spot, ids: &[&str]) -> crate::Result<()> {
    let text = desk.text(state)?.unwrap_or_default();
    let listed = root.get("changesets");
    let known: BTreeSet<&str> =
        listed.map(Spot::items).unwrap_or_default().iter().filter_map(Spot::text).collect();
    let all: BTreeSet<&str> = known.iter().chain(ids).copied().collect();
    if all != known {
        let what = "the changesets that are used up";
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let (margin, indent) = indentation(&text, root);
        let items = all.iter().map(|id| format!("{margin}{indent}{}", quoted(id)));
        let list =
            format!("[{newline}{}{newline}{margin}]", items.collect::<Vec<_>>().join(&format!(",{newline}")));
        match listed.and_then(|listed| listed.span.clone()) {
            Some(span) => desk.replace(state, span, list, what),
            None => desk.insert(state, root, &[("changesets".to_owned(), list)], what)?,
        }
    }
    let Some(versions) = root.get("initialVersions") else { return Ok(()) };
    let unknown = plan.entries.iter().filter(|entry| entry.ecosystem == Ecosystem::Npm);
    let unknown = unknown.filter(|entry| versions.get(&entry.package).is_none());
    let mut fresh: Vec<(String, String)> = unknown
        .filter_map(|entry| Some((entry.package.clone(), quoted(entry.old.as_ref()?.as_str()))))
        .collect();
    fresh.sort();
    desk.insert(state, versions, &fresh, "the versions before prerelease mode")
}

/// The blanks before the keys of a map, and one level of them.
fn indentation(text: &str, root: &Spot) -> (String, String) {
    let first = root.entries().first().and_then(|entry| entry.at.clone()).map_or(0, |at| at.start);
    let line = text.get(..first).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let blank = |line: &str| line.chars().all(|c| matches!(c, ' ' | '\t'));
    let margin = if blank(line) && !line.is_empty() { line.to_owned() } else { "  ".to_owned() };
    (margin.clone(), margin)
}
