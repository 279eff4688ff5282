//! How release-please moves versions.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::change::conventional::Mode;
use greenboard::change::{Change, Commit, Levels, from_commit_with};
use greenboard::plan::Versioning;
use greenboard::plan::versioning::{ReleasePlease, Strategy, release_as};
use greenboard::version::{Bump, Scheme, Version};
use jiff::Timestamp;

/// release-please: the next version by a versioning strategy, given commits newest first.
pub fn bump(case: &Case) -> Judged {
    let strategy = case.text("strategy")?;
    let strategy = match strategy {
        "default" => Strategy::Default,
        "prerelease" => Strategy::Prerelease,
        "always-bump-major" => Strategy::AlwaysBumpMajor,
        "always-bump-minor" => Strategy::AlwaysBumpMinor,
        "always-bump-patch" => Strategy::AlwaysBumpPatch,
        "service-pack" => Strategy::ServicePack,
        "DependencyManifest" => Strategy::DependencyManifest,
        other => return Err(Trouble::row(format!("unknown strategy {other:?}"))),
    };
    let options = case.field("options");
    let versioning: Versioning = ReleasePlease::new()
        .with_strategy(strategy)
        .with_bump_minor_pre_major(options.flag("bump_minor_pre_major")?)
        .with_bump_patch_for_minor_pre_major(options.flag("bump_patch_for_minor_pre_major")?)
        .with_prerelease(options.flag("prerelease")?)
        .with_prerelease_type(options.optional_text("prerelease_type")?.map(str::to_owned))
        .into();
    // A commit that is there at all is worth a patch: what is worth nothing was left out before.
    let levels =
        Levels::new().with_only([("feat", Bump::Minor), ("feature", Bump::Minor)]).with_other(Bump::Patch);
    let mut changes = Vec::new();
    for (index, commit) in case.list("commits")?.iter().enumerate().rev() {
        let commit_text =
            Commit::new(format!("commit-{index}"), commit.text("message")?, Timestamp::UNIX_EPOCH);
        let read = from_commit_with(&commit_text, &["it".to_owned()].into(), Mode::Lenient, &levels);
        let change = read.into_iter().next().ok_or_else(|| Trouble::row("a commit that is no change"))?;
        let change = match commit.optional_text("release_as")? {
            Some(version) => change.with_release_as(version),
            None => change,
        };
        // The row says what upstream's parser made of the message.
        let bump = levels.of(commit.optional_text("type")?, commit.flag("breaking")?);
        changes.push((change, bump));
    }
    next(&versioning, case.text("from")?, &changes, case)
}

/// The next version after `from`, against the row's `to`.
pub(super) fn next(versioning: &Versioning, from: &str, changes: &[(Change, Bump)], case: &Case) -> Judged {
    let mut asked: Vec<(&Change, Bump)> = changes.iter().map(|(change, bump)| (change, *bump)).collect();
    let weighed = versioning.weigh(&asked);
    for ((_, bump), weighed) in asked.iter_mut().zip(weighed) {
        *bump = weighed;
    }
    let bump = asked.iter().map(|(_, bump)| *bump).max().unwrap_or_default();
    let old = Version::parse_as(Scheme::Cargo, from)?;
    let next = match release_as(Scheme::Cargo, changes.iter().map(|(change, _)| change))? {
        Some(wanted) => Ok(wanted),
        None => versioning.next_for(Scheme::Cargo, Some(&old), bump, &asked, Timestamp::UNIX_EPOCH),
    };
    Ok(Outcome::of(case.text("to")?, next.map(|next| next.to_string())))
}
