//! How release-plz moves versions.

use super::release_please::next;
use crate::runner::{Case, Fields, Judged};
use greenboard::change::conventional::Mode;
use greenboard::change::{Commit, Levels, from_commit_with};
use greenboard::plan::versioning::Cargo;
use greenboard::plan::{Pattern, Versioning};
use greenboard::version::Bump;
use jiff::Timestamp;

/// next_version: the next version of a crate, given its commits.
pub fn next_version(case: &Case) -> Judged {
    let mut cargo = Cargo::new()
        .with_breaking_always_increment_major(case.flag("breaking_always_increment_major")?)
        .with_features_always_increment_minor(case.flag("features_always_increment_minor")?);
    let pattern = |key: &str| case.optional_text(key).map(|text| text.map(Pattern::new).transpose());
    if let Some(pattern) = pattern("major_regex")?? {
        cargo = cargo.with_major_increment(pattern);
    }
    if let Some(pattern) = pattern("minor_regex")?? {
        cargo = cargo.with_minor_increment(pattern);
    }
    if let Some(pattern) = pattern("no_increment_regex")?? {
        cargo = cargo.with_no_increment(pattern);
    }
    let levels = Levels::new().with_only([("feat", Bump::Minor)]).with_other(Bump::Patch);
    let mut changes = Vec::new();
    for (index, message) in case.texts("commits")?.into_iter().enumerate() {
        let commit = Commit::new(format!("commit-{index}"), message, Timestamp::UNIX_EPOCH);
        let read = from_commit_with(&commit, &["it".to_owned()].into(), Mode::Strict, &levels);
        changes.extend(read.into_iter().map(|change| {
            let bump = levels.of(change.kind.as_deref(), change.breaking.is_some());
            (change, bump)
        }));
    }
    next(&Versioning::from(cargo), case.text("from")?, &changes, case)
}
