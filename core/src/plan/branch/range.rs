//! From the tags of all branches to the range of each.

use super::error::BranchError;
use super::types::{Branch, BranchKind, BranchRange, Channel};
use crate::plan::versioning::SemanticRelease;
use crate::version::{Bump, Scheme, Version};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The most release branches that may be.
const MOST: usize = 3;

/// What may be released from each branch: the maintenance branches by their ranges, then the release branches and the
/// prerelease branches in the order given.
///
/// A release branch ranges from the last release on it and on those before it up to the first version that is tagged on the
/// next one only. A maintenance branch ranges from its last release, or the lower end of what it maintains, up to the first
/// release that is on the main branch only, or the upper end of what it maintains. From a prerelease branch everything
/// may be released, as prereleases.
///
/// ```
/// use greenboard::plan::{Branch, Tag, branches};
/// use greenboard::version::Bump;
///
/// let tags = |name: &str, versions: &[&str]| versions.iter().try_fold(
///     Branch::new(name), |branch, version| Ok::<_, greenboard::Error>(branch.with_tag(Tag::parse(version)?)));
/// let ranges = branches(&[
///     tags("main", &["1.0.0", "1.1.0", "2.0.0"])?,
///     tags("next", &["1.0.0", "1.1.0", "2.0.0", "3.0.0"])?,
///     tags("1.x", &["1.0.0", "1.1.0"])?,
/// ])?;
/// let range = |name: &str| ranges.iter().find(|range| range.name == name).unwrap();
/// assert_eq!(range("main").range.as_deref(), Some(">=2.0.0 <3.0.0"));
/// assert_eq!(range("main").accept.as_deref(), Some([Bump::Patch, Bump::Minor].as_slice()));
/// assert_eq!(range("next").range.as_deref(), Some(">=3.0.0"));
/// assert_eq!(range("1.x").range.as_deref(), Some(">=1.1.0 <2.0.0"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.invalid_branch` where a range or an identifier is none, two branches are the same or for the same, or there are more
/// than three release branches.
pub fn branches(branches: &[Branch]) -> crate::Result<Vec<BranchRange>> {
    let mut names = BTreeSet::new();
    if let Some(twice) = branches.iter().find(|branch| !names.insert(&branch.name)) {
        return Err(BranchError::invalid(&twice.name, "it is listed twice; leave one of them out"));
    }
    let of = |kind| branches.iter().filter(move |branch| kind_of(branch) == kind);
    let maintained = maintained(of(BranchKind::Maintenance))?;
    let release: Vec<&Branch> = of(BranchKind::Release).collect();
    if let Some(branch) = release.get(MOST) {
        let reason = format!(
            "it is one release branch too many ({MOST} at most); give it a prerelease identifier or a maintenance range"
        );
        return Err(BranchError::invalid(&branch.name, reason));
    }
    let first = version(SemanticRelease::FIRST)?;
    let mut ranges = maintenance_ranges(&maintained, release.first().copied(), &first)?;
    ranges.extend(release_ranges(&release, &first)?);
    ranges.extend(prerelease_ranges(of(BranchKind::Prerelease))?);
    Ok(ranges)
}

/// What a branch is for.
pub(super) fn kind_of(branch: &Branch) -> BranchKind {
    if branch.range.is_some() || Span::parse(&branch.name).is_some() {
        BranchKind::Maintenance
    } else if branch.prerelease.is_some() {
        BranchKind::Prerelease
    } else {
        BranchKind::Release
    }
}

/// What a maintenance branch maintains: `1.x`, `1.x.x` or `1.4.x`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    /// Whether all of a major version.
    major: bool,
    from: [u64; 2],
}

impl Span {
    fn parse(text: &str) -> Option<Self> {
        let is_x = |part: &str| part.eq_ignore_ascii_case("x");
        let number = |part: &str| {
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u64>().ok().filter(|number| digits && *number < u64::from(u32::MAX))
        };
        let parts: Vec<&str> = text.split('.').collect();
        match parts.as_slice() {
            [major, x] if is_x(x) => Some(Self { major: true, from: [number(major)?, 0] }),
            [major, x, y] if is_x(x) && is_x(y) => Some(Self { major: true, from: [number(major)?, 0] }),
            [major, minor, x] if is_x(x) => {
                Some(Self { major: false, from: [number(major)?, number(minor)?] })
            }
            _ => None,
        }
    }

    fn lower(&self) -> crate::Result<Version> {
        let [major, minor] = self.from;
        version(&format!("{major}.{minor}.0"))
    }

    fn upper(&self) -> crate::Result<Version> {
        let [major, minor] = self.from;
        version(&if self.major { format!("{}.0.0", major + 1) } else { format!("{major}.{}.0", minor + 1) })
    }
}

/// A maintenance branch with what it maintains.
struct Maintained<'a> {
    branch: &'a Branch,
    text: &'a str,
    span: Span,
}

/// The maintenance branches by the texts of their ranges, which is semantic-release's order.
fn maintained<'a>(branches: impl Iterator<Item = &'a Branch>) -> crate::Result<Vec<Maintained<'a>>> {
    let mut all = Vec::new();
    for branch in branches {
        let text = branch.range.as_deref().unwrap_or(&branch.name);
        let Some(span) = Span::parse(text) else {
            let reason = format!("{text:?} is no maintenance range; write it as 1.x or 1.4.x");
            return Err(BranchError::invalid(&branch.name, reason));
        };
        all.push(Maintained { branch, text, span });
    }
    all.sort_by(|a, b| a.text.cmp(b.text));
    let mut spans = BTreeSet::new();
    if let Some(twice) = all.iter().find(|maintained| !spans.insert(&maintained.span)) {
        let reason =
            format!("another branch maintains {} too; give each branch a range of its own", twice.text);
        return Err(BranchError::invalid(&twice.branch.name, reason));
    }
    Ok(all)
}

fn maintenance_ranges(
    maintained: &[Maintained<'_>],
    main: Option<&Branch>,
    first: &Version,
) -> crate::Result<Vec<BranchRange>> {
    // The first release of the main branch that no maintenance branch has.
    let base = match main {
        Some(main) => first_beyond(main, maintained.iter().map(|maintained| maintained.branch))
            .or_else(|| latest(main))
            .unwrap_or(first),
        None => first,
    };
    let mut ranges = Vec::new();
    let mut before: Option<&Maintained<'_>> = None;
    for maintained in maintained {
        let Maintained { branch, span, .. } = maintained;
        // A major range begins where the minor range before it ends.
        let lower = match before {
            Some(before) if span.major && !before.span.major => before.span.upper()?,
            _ => span.lower()?,
        };
        let upper = span.upper()?;
        let min = highest(latest(branch).unwrap_or(first), &lower);
        let max = lowest(base, &upper);
        ranges.push(BranchRange {
            name: branch.name.clone(),
            kind: BranchKind::Maintenance,
            range: Some(text(min, Some(max))),
            accept: Some(below(min, max)?),
            channel: channel(branch, true),
            merge_range: Some(text(&lower, Some(&upper))),
            main: false,
            prerelease: None,
        });
        before = Some(maintained);
    }
    Ok(ranges)
}

fn release_ranges(release: &[&Branch], first: &Version) -> crate::Result<Vec<BranchRange>> {
    let mut last = first;
    if let Some(latest) = release.first().and_then(|main| latest(main)) {
        last = latest;
    }
    let mut ranges = Vec::new();
    for (index, branch) in release.iter().enumerate() {
        if let Some(latest) = latest(branch) {
            last = highest(latest, last);
        }
        // The first version that is on the next branch and on none up to this one.
        let so_far = release.iter().take(index + 1).copied();
        let bound = release.get(index + 1).and_then(|next| first_beyond(next, so_far));
        ranges.push(BranchRange {
            name: branch.name.clone(),
            kind: BranchKind::Release,
            range: Some(text(last, bound)),
            accept: Some(match bound {
                Some(bound) => below(last, bound)?,
                None => BUMPS.to_vec(),
            }),
            channel: channel(branch, index > 0),
            merge_range: None,
            main: index == 0,
            prerelease: None,
        });
    }
    Ok(ranges)
}

fn prerelease_ranges<'a>(branches: impl Iterator<Item = &'a Branch>) -> crate::Result<Vec<BranchRange>> {
    let mut taken = BTreeSet::new();
    let mut ranges = Vec::new();
    for branch in branches {
        let identifier = branch.identifier().unwrap_or_default();
        if version(&format!("1.0.0-{identifier}.1")).is_err() {
            let reason = format!(
                "{identifier:?} is no prerelease identifier; give it one of letters, digits, \"-\" and \".\""
            );
            return Err(BranchError::invalid(&branch.name, reason));
        }
        if !taken.insert(identifier) {
            let reason = format!(
                "another branch has the prerelease identifier {identifier:?} too; give each one of its own"
            );
            return Err(BranchError::invalid(&branch.name, reason));
        }
        ranges.push(BranchRange {
            name: branch.name.clone(),
            kind: BranchKind::Prerelease,
            range: None,
            accept: None,
            channel: channel(branch, true),
            merge_range: None,
            main: false,
            prerelease: Some(identifier.to_owned()),
        });
    }
    Ok(ranges)
}

/// The channel of a branch: what is given, else its own name where it has one of its own.
pub(super) fn channel(branch: &Branch, own: bool) -> Option<Channel> {
    branch.channel.clone().or_else(|| own.then(|| Channel::Named(branch.name.clone())))
}

const BUMPS: [Bump; 3] = [Bump::Patch, Bump::Minor, Bump::Major];

/// The bumps smaller than what lies between two versions.
fn below(min: &Version, max: &Version) -> crate::Result<Vec<Bump>> {
    if min.precedence(max)?.is_ge() {
        return Ok(Vec::new());
    }
    let between = min.diff(max)?;
    Ok(BUMPS.into_iter().filter(|bump| *bump < between).collect())
}

fn text(min: &Version, max: Option<&Version>) -> String {
    max.map_or_else(|| format!(">={min}"), |max| format!(">={min} <{max}"))
}

fn version(text: &str) -> crate::Result<Version> {
    Version::parse_as(Scheme::Npm, text)
}

/// The last release on a branch; prereleases aside.
fn latest(branch: &Branch) -> Option<&Version> {
    branch.tags.iter().map(|tag| &tag.version).filter(|version| !version.is_prerelease()).reduce(highest)
}

/// The first version on a branch that comes after all that are on `others`; where nothing is on those, its first release.
fn first_beyond<'a, 'b>(branch: &'a Branch, others: impl Iterator<Item = &'b Branch>) -> Option<&'a Version> {
    let highest_of_others = others.flat_map(|other| &other.tags).map(|tag| &tag.version).reduce(highest);
    let mine = branch.tags.iter().map(|tag| &tag.version);
    match highest_of_others {
        Some(limit) => mine.filter(|version| is_after(version, limit)).reduce(lowest),
        None => mine.filter(|version| !version.is_prerelease()).reduce(lowest),
    }
}

/// All are of one scheme.
fn is_after(a: &Version, b: &Version) -> bool {
    a.precedence(b).is_ok_and(|order| order.is_gt())
}

/// Of two with equal precedence, which differ in build metadata alone, the one whose text is greater.
fn highest<'a>(a: &'a Version, b: &'a Version) -> &'a Version {
    if a.partial_cmp(b) == Some(Ordering::Greater) { a } else { b }
}

fn lowest<'a>(a: &'a Version, b: &'a Version) -> &'a Version {
    if a.partial_cmp(b) == Some(Ordering::Greater) { b } else { a }
}
