//! Versions and requirements where they are stated: one file a format, one row here names it.

mod cargo;
mod go;
mod helm;
mod npm;
mod python;
mod workspace_file;

use super::desk::{Desk, Wanted};
use super::notation::{Notation, Spot};
use super::path::{join, split};
use crate::component::Ecosystem;
use crate::plan::{Entry, RequirementUpdate};
use crate::version::Version;

pub(super) use npm::TABLES as NPM_TABLES;
pub(super) use python::normalised;

/// A requirement to be rewritten, and in which file.
pub(super) struct Update<'p> {
    pub update: &'p RequirementUpdate,
    /// What the provider is called in its ecosystem.
    pub package: &'p str,
    /// What the consumer is called in its ecosystem.
    pub consumer: &'p str,
    /// The ecosystem whose file it is; none where it is no ecosystem's.
    pub ecosystem: Option<Ecosystem>,
    /// Whether the provider is of another ecosystem, so that a workspace's file states the edge.
    pub crosses: bool,
    /// What is written, for people.
    pub what: String,
}

/// What knows a format. The functions leave alone what is written already.
struct Format {
    /// The names of its files.
    names: &'static [&'static str],
    /// Whose it is; none where several ecosystems have it.
    ecosystem: Option<Ecosystem>,
    /// Writes a component's new version into its manifest.
    version: fn(&mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()>,
    /// Writes a requirement's new text.
    requirement: fn(&mut Desk<'_>, update: &Update<'_>) -> crate::Result<()>,
}

const FORMATS: &[Format] = &[
    Format {
        names: &["Cargo.toml"],
        ecosystem: Some(Ecosystem::Cargo),
        version: cargo::version,
        requirement: cargo::requirement,
    },
    Format {
        names: &["package.json"],
        ecosystem: Some(Ecosystem::Npm),
        version: npm::version,
        requirement: npm::requirement,
    },
    Format {
        names: &["pnpm-workspace.yaml", "pnpm-workspace.yml", ".yarnrc.yml"],
        ecosystem: Some(Ecosystem::Npm),
        version: unknown_version,
        requirement: npm::catalog::requirement,
    },
    Format {
        names: &["pyproject.toml"],
        ecosystem: Some(Ecosystem::Python),
        version: python::version,
        requirement: python::requirement,
    },
    Format {
        names: &["go.mod"],
        ecosystem: Some(Ecosystem::Go),
        version: go::version,
        requirement: go::requirement,
    },
    Format {
        names: &["Chart.yaml", "requirements.yaml"],
        ecosystem: Some(Ecosystem::Helm),
        version: helm::version,
        requirement: helm::requirement,
    },
    Format {
        names: &["release-please-config.json"],
        ecosystem: None,
        version: |_, _, _| Ok(()), // The record of versions is written anyway.
        requirement: unknown_requirement,
    },
];

const WORKSPACE_FILE: Format = Format {
    names: &[],
    ecosystem: None,
    version: workspace_file::version,
    requirement: workspace_file::requirement,
};

fn format(file: &str) -> Option<&'static Format> {
    let (_, name) = split(file);
    let named = FORMATS.iter().find(|format| format.names.contains(&name));
    // What a workspace's file includes has any name.
    named.or_else(|| Notation::of_path(name).is_some().then_some(&WORKSPACE_FILE))
}

/// The ecosystem whose file it is; none where it is no ecosystem's.
pub(super) fn ecosystem(file: &str) -> Option<Ecosystem> {
    format(file)?.ecosystem
}

/// Writes a component's new version.
pub(super) fn version(desk: &mut Desk<'_>, entry: &Entry) -> crate::Result<()> {
    let usual = || join(&entry.path, entry.ecosystem.manifest());
    let file = entry.manifest.clone().unwrap_or_else(usual);
    match format(&file) {
        Some(format) => (format.version)(desk, &file, entry),
        None => unknown_version(desk, &file, entry),
    }
}

/// Writes a requirement's new text.
pub(super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    if update.crosses {
        workspace_file::beside(desk, update)?;
    }
    match format(&update.update.file) {
        Some(format) => (format.requirement)(desk, update),
        None => unknown_requirement(desk, update),
    }
}

fn unknown_version(desk: &mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()> {
    desk.warn(file, format!("{} is {} from now on; write it here", version_of(entry), entry.new));
    Ok(())
}

fn unknown_requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let message = format!("{} is {:?} from now on; write it here", update.what, update.update.new);
    desk.warn(&update.update.file, message);
    Ok(())
}

/// What a version is, for people.
fn version_of(entry: &Entry) -> String {
    format!("the version of {}", entry.component)
}

/// Writes a version over the one that stands there, which has to be the plan's old one.
fn set_version(
    desk: &mut Desk<'_>,
    file: &str,
    notation: Notation,
    spot: &Spot,
    entry: &Entry,
) -> crate::Result<()> {
    let (what, found) = (version_of(entry), spot.text().unwrap_or_default());
    if is_version(found, &entry.new) {
        return Ok(());
    }
    // What a first release finds is no version of anything.
    if let Some(old) = entry.old.as_ref().filter(|old| spot.text().is_some() && !is_version(found, old)) {
        return Err(desk.moved(file, spot, &what, found, old.as_str()).into());
    }
    desk.set(file, notation, spot, &Wanted { what: &what, old: None, new: entry.new.as_str() })
}

/// Whether a text states this version, in whatever spelling.
pub(super) fn is_version(text: &str, version: &Version) -> bool {
    text == version.as_str()
        || Version::parse_as(version.scheme(), text.trim()).is_ok_and(|read| read == *version)
}

/// Writes a requirement over those of `spots` that state the old one; where none does, one has to state the new.
///
/// # Errors
/// Where neither is there, said of the first of `spots`.
fn set_requirement(
    desk: &mut Desk<'_>,
    notation: Notation,
    spots: &[&Spot],
    update: &Update<'_>,
) -> crate::Result<()> {
    let Update { update: RequirementUpdate { old, new, file, .. }, what, .. } = update;
    let states = |spot: &&&Spot, text: &str| spot.text() == Some(text);
    let holding: Vec<_> = spots.iter().filter(|spot| states(spot, old)).collect();
    for spot in &holding {
        desk.set(file, notation, spot, &Wanted { what, old: Some(old), new })?;
    }
    if !holding.is_empty() || spots.iter().any(|spot| states(&spot, new)) {
        return Ok(());
    }
    let first = spots.first().map(|spot| (*spot, spot.text().unwrap_or_default().to_owned()));
    Err(missing_requirement(desk, first, update))
}

/// The error of a requirement that is not there, or is another one now.
fn missing_requirement(desk: &Desk<'_>, found: Option<(&Spot, String)>, update: &Update<'_>) -> crate::Error {
    let Update { update: RequirementUpdate { old, file, .. }, what, .. } = update;
    match found {
        Some((spot, found)) => desk.moved(file, spot, what, &found, old).into(),
        None => desk.missing(file, None, what, "make the plan of the files that are to be edited").into(),
    }
}
