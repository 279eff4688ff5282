//! The next version on a branch.

use super::range::{channel, kind_of};
use super::types::{Branch, BranchKind, Channel, Tag};
use crate::plan::count::{graduate, next_prerelease};
use crate::plan::versioning::{Semantic, SemanticRelease, Versioning};
use crate::version::{Bump, Scheme, Version};
use jiff::Timestamp;
use std::cmp::Ordering;

/// The last release on a branch: the highest of its tags, on a prerelease branch the prereleases of its own channel and
/// identifier among them.
///
/// ```
/// use greenboard::plan::{Branch, Identifier, Tag, last_release};
///
/// let beta = Branch::new("beta").with_prerelease(Identifier::Branch)
///     .with_tag(Tag::parse("v1.0.0")?)
///     .with_tag(Tag::parse("v1.1.0-beta.1")?.with_channels([Some("beta".to_owned())]))
///     .with_tag(Tag::parse("v1.2.0-alpha.1")?.with_channels([Some("alpha".to_owned())]));
/// assert_eq!(last_release(&beta).unwrap().version.as_str(), "1.1.0-beta.1");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn last_release(branch: &Branch) -> Option<&Tag> {
    let own = channel(branch, true);
    let own = named(own.as_ref());
    let counts = |tag: &&Tag| {
        let of_branch = |identifier: &str| {
            let text = tag.version.as_str().split_once('+').map_or(tag.version.as_str(), |(text, _)| text);
            let pre = text.split_once('-').map_or("", |(_, pre)| pre);
            tag.is_on(own) && pre.split('.').any(|part| part == identifier)
        };
        !tag.version.is_prerelease() || branch.identifier().is_some_and(of_branch)
    };
    branch.tags.iter().filter(counts).reduce(later)
}

/// The next version on a branch after `last`, for changes that ask for `bump`, published on the branch's channel.
///
/// The first release is 1.0.0, on a prerelease branch `1.0.0-beta.1`. A prerelease goes on counting while it leads to as much as
/// all changes since the last release ask for; else the count starts anew, at the higher of both.
///
/// ```
/// use greenboard::plan::{Branch, Identifier, Tag, last_release, next_on_branch};
/// use greenboard::version::Bump;
///
/// let beta = Branch::new("beta").with_prerelease(Identifier::Branch).with_tag(Tag::parse("1.0.0")?);
/// let next = next_on_branch(&beta, last_release(&beta), Bump::Minor)?;
/// assert_eq!(next.as_str(), "1.1.0-beta.1");
///
/// let beta = beta.with_tag(Tag::new(next).with_channels([Some("beta".to_owned())]));
/// assert_eq!(next_on_branch(&beta, last_release(&beta), Bump::Patch)?.as_str(), "1.1.0-beta.2");
/// assert_eq!(next_on_branch(&beta, last_release(&beta), Bump::Major)?.as_str(), "2.0.0-beta.1");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `version.*` where the numbers are used up; `plan.no_prerelease` where the branch's identifier is none.
pub fn next_on_branch(branch: &Branch, last: Option<&Tag>, bump: Bump) -> crate::Result<Version> {
    let identifier = branch.identifier().filter(|_| kind_of(branch) == BranchKind::Prerelease);
    let Some(last) = last else {
        let first = Version::parse_as(Scheme::Npm, SemanticRelease::FIRST)?;
        return match identifier {
            Some(identifier) => next_prerelease(&first, None, identifier, SemanticRelease::FIRST_PRERELEASE),
            None => Ok(first),
        };
    };
    let Some(identifier) = identifier else { return step(&last.version, bump) };
    let own = channel(branch, true);
    let continues = last.version.is_prerelease() && last.is_on(named(own.as_ref()));
    if !continues {
        let target = step(&graduate(&last.version)?, bump)?;
        return next_prerelease(&target, None, identifier, SemanticRelease::FIRST_PRERELEASE);
    }
    let continued = last.version.bump(crate::version::Step::Prerelease)?;
    let latest = branch.tags.iter().reduce(later).map_or(&last.version, |tag| &tag.version);
    let target = step(latest, bump)?;
    let fresh = next_prerelease(&target, None, identifier, SemanticRelease::FIRST_PRERELEASE)?;
    Ok(if continued.precedence(&fresh)?.is_gt() { continued } else { fresh })
}

/// node-semver's step, by which a prerelease is completed.
fn step(version: &Version, bump: Bump) -> crate::Result<Version> {
    let plain: Versioning = Semantic::new().with_bump_minor_pre_major(false).into();
    plain.next(version.scheme(), Some(version), bump, Timestamp::UNIX_EPOCH)
}

/// The name of a channel; none for the default one.
fn named(channel: Option<&Channel>) -> Option<&str> {
    match channel {
        Some(Channel::Named(name)) => Some(name),
        Some(Channel::Default) | None => None,
    }
}

fn later<'a>(a: &'a Tag, b: &'a Tag) -> &'a Tag {
    if b.version.partial_cmp(&a.version) == Some(Ordering::Greater) { b } else { a }
}
