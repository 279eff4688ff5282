//! The members of an npm, yarn or pnpm workspace.

use super::{Npm, PNPM, Package, open, package};
use crate::component::manifest::Rules;
use crate::component::manifest::files::{Files, join};
use crate::component::manifest::glob::{Globs, Style};
use crate::component::manifest::problems::Problems;
use crate::component::manifest::tree::{Manifest, Texts, is_true, present};
use crate::document::Value;
use std::collections::BTreeSet;

/// The folders of a workspace's members.
pub(super) struct Members<'f> {
    files: &'f dyn Files,
    root: &'f str,
    folders: BTreeSet<String>,
}

impl<'f> Members<'f> {
    /// The members that the root names, in `workspaces` of its `package.json` or else in `pnpm-workspace.yaml`; none where
    /// neither names any, and the root is a package of its own.
    pub(super) fn of(
        files: &'f dyn Files,
        root: &'f str,
        manifest: Option<&Manifest>,
        pnpm: Option<&Manifest>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let (source, patterns, all_exclude) = patterns(manifest, pnpm, problems)?;
        let folders = select(files, root, source, &patterns, all_exclude, problems);
        Some(Self { files, root, folders })
    }

    /// Reads them. What a pattern matches and holds no manifest is passed over, as the peers do.
    pub(super) fn packages(self, root: Option<Manifest>, problems: &mut Problems) -> Vec<Package> {
        let mut root = root;
        let mut packages = Vec::with_capacity(self.folders.len() + 1);
        if !self.folders.contains(self.root) && root.as_ref().is_some_and(is_public) {
            packages.extend(root.take().and_then(|manifest| package(self.root, manifest, problems)));
        }
        for folder in &self.folders {
            let manifest = if folder == self.root { root.take() } else { open(self.files, folder, problems) };
            packages.extend(manifest.and_then(|manifest| package(folder, manifest, problems)));
        }
        packages
    }
}

/// Whether a manifest declares a package that can be published as it stands.
fn is_public(manifest: &Manifest) -> bool {
    let has = |key| present(&manifest.root, key).is_some();
    has("name") && has("version") && !is_true(&manifest.root, "private")
}

/// The patterns, the manifest that states them, and whether each exclusion counts for all patterns or only for those
/// before it.
fn patterns<'m>(
    manifest: Option<&'m Manifest>,
    pnpm: Option<&'m Manifest>,
    problems: &mut Problems,
) -> Option<(&'m Manifest, Texts<'m>, bool)> {
    if let Some(manifest) = manifest
        && let Some(workspaces) = present(&manifest.root, "workspaces")
    {
        let texts = match &workspaces.value {
            Value::Map(_) => manifest.texts(workspaces, "packages", problems).unwrap_or_default(),
            _ => manifest.texts_in("workspaces", workspaces, problems),
        };
        return Some((manifest, texts, false));
    }
    // Without `packages` the file only holds settings and catalogs.
    let pnpm = pnpm?;
    if !matches!(pnpm.root.value, Value::Map(_) | Value::Null) {
        problems.push(pnpm.wrong(PNPM, &pnpm.root, "a map"));
    }
    Some((pnpm, pnpm.texts(&pnpm.root, "packages", problems)?, true))
}

fn select(
    files: &dyn Files,
    root: &str,
    source: &Manifest,
    patterns: &Texts<'_>,
    all_exclude: bool,
    problems: &mut Problems,
) -> BTreeSet<String> {
    let mut globs = Globs::new(files, root, Style::Npm);
    let mut folders: BTreeSet<String> = BTreeSet::new();
    let (excluded, included): (Vec<_>, Vec<_>) = patterns.iter().partition(|(text, _)| text.starts_with('!'));
    let order = if all_exclude { [included, excluded].concat() } else { patterns.clone() };
    for (text, at) in order {
        let result = match text.strip_prefix('!') {
            Some(excluded) => globs.exclude(excluded, &mut folders),
            None => globs.folders(text).map(|named| folders.extend(named)),
        };
        problems.take(result.map_err(|error| error.of(text, source.place(at))));
    }
    folders.retain(|folder| problems.take(files.text(&join(folder, Npm::MANIFEST))).flatten().is_some());
    folders
}
