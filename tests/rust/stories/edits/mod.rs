//! Plans written into files: only what changes is written, and only once.

mod changelogs;
mod extra_files;
mod lockfiles;
mod manifests;

use greenboard::change::Change;
use greenboard::component::manifest;
use greenboard::plan::{EditOptions, Edits, Plan, Policy, diff, edits, plan};
use greenboard::version::Bump;
use std::collections::BTreeMap;

pub type Texts = BTreeMap<String, String>;

/// Files written as `=== path` and what follows, up to the next.
pub fn files(text: &str) -> Texts {
    let parts = text.split("=== ").skip(1);
    let part = |part: &str| {
        let (path, text) = part.split_once('\n').unwrap();
        (path.to_owned(), text.to_owned())
    };
    parts.map(part).collect()
}

/// The plan of these bumps, as `name: bump`.
pub fn planned(files: &Texts, bumps: &[(&str, Bump)]) -> Plan {
    let workspace = manifest::read(files).unwrap();
    let change = |(name, bump): &(&str, Bump)| {
        Change::new(format!("change-{name}"), "something").with_bump(*name, *bump)
    };
    let changes: Vec<Change> = bumps.iter().map(change).collect();
    plan(&workspace, &changes, &Policy::new(), "2026-11-02T09:00:00Z".parse().unwrap()).unwrap()
}

pub fn edited(files: &Texts, plan: &Plan, options: &EditOptions) -> Edits {
    edits(plan, files, options).unwrap_or_else(|error| panic!("{error}"))
}

/// What changes in each file: the lines that go, and the lines that come. Holds the laws on the way.
pub fn changed(files: &Texts, bumps: &[(&str, Bump)], options: &EditOptions) -> String {
    let plan = planned(files, bumps);
    let edits = edited(files, &plan, options);
    let after = edits.applied(files).unwrap();
    assert!(edited(&after, &plan, options).is_empty(), "a second time changes nothing");
    for entry in &plan.entries {
        let workspace = manifest::read(&after).unwrap();
        let version = workspace.get(&entry.component).unwrap().version.clone();
        assert!(
            version.is_none_or(|version| version == entry.new),
            "{} is at its new version",
            entry.component
        );
    }
    shown(files, &after)
}

/// The lines that go and come, by file.
pub fn shown(before: &Texts, after: &Texts) -> String {
    let paths: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut out = String::new();
    for path in paths {
        let text = |files: &Texts| files.get(path).cloned().unwrap_or_default();
        let diff = diff(&text(before), &text(after));
        let lines = diff.lines().filter(|line| line.starts_with(['-', '+']));
        let lines: Vec<String> = lines.map(|line| format!("{line}\n")).collect();
        if !lines.is_empty() {
            out += &format!("{path}\n{}", lines.concat());
        }
    }
    out
}
