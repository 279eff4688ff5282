//! Specifiers as sets of intervals, so that emptiness, inclusion and overlap are exact.
//!
//! PEP 440's order has places between versions that no version names: behind all local versions of `1.0` (the end of
//! `<=1.0`) and behind all its post-releases (the start of `>1.0`). Each place has one canonical cut here: the one before
//! the next version where there is a next one, such as `1.0.post0.dev0` behind the local versions of `1.0`. Between two
//! different canonical cuts there always lies a version, so that an interval is empty only where its cuts are equal.

use super::canonical_release;
use super::parsed::{DevRank, LocalSegment, Parsed, PostRank, PreRank, Stage};
use super::specifier::{Operator, Specifier, Target};
use crate::version::interval::{Cut, Set};

/// A set of versions.
pub(super) type Range = Set<Point>;

/// A place in PEP 440's order. The derived order is that of versions, with places that no version has among them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    pub(super) epoch: u64,
    /// Without trailing zeros.
    pub(super) release: Box<[u64]>,
    pub(super) stage: Stage,
    pub(super) local: Local,
}

/// Where a version stands among the local versions of its public version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Local {
    None,
    Segments(Box<[LocalSegment]>),
    /// Behind every local version.
    Last,
}

impl Point {
    fn new(epoch: u64, release: &[u64], stage: Stage, local: Local) -> Self {
        Self { epoch, release: canonical_release(release).into(), stage, local }
    }

    /// The version itself.
    fn of(version: &Parsed) -> Self {
        let local = version.local().map_or(Local::None, |local| Local::Segments(local.into()));
        Self::new(version.epoch(), version.release(), version.stage(), local)
    }

    /// The first development release of a release: the least version of it.
    fn first_of(epoch: u64, release: &[u64]) -> Self {
        Self::new(epoch, release, Stage::of(None, None, Some(0)), Local::None)
    }

    fn with_stage(&self, stage: Stage) -> Self {
        Self { stage, local: Local::None, ..self.clone() }
    }
}

/// The versions that meet all of `specifiers`. Halves are met first, so that many specifiers cost little more than one.
pub(super) fn of_all(specifiers: &[Specifier]) -> Range {
    match specifiers {
        [] => Set::full(),
        [one] => of(one),
        many => {
            let (left, right) = many.split_at(many.len() / 2);
            of_all(left).intersection(&of_all(right))
        }
    }
}

/// Whether a final or post-release is in it.
pub(super) fn has_final(range: &Range) -> bool {
    range.intervals().iter().any(|(from, to)| match least_final(from) {
        Some(least) => Cut::Before(least) < *to,
        None => true,
    })
}

/// The least version behind the cut that is no pre-release, if there is a least one.
fn least_final(from: &Cut<Point>) -> Option<Point> {
    let point = match from {
        Cut::Start => return Some(Point::new(0, &[], Stage::of(None, None, None), Local::None)),
        Cut::Before(point) | Cut::After(point) => point,
        Cut::End => return None,
    };
    match (point.stage.pre, point.stage.dev) {
        // The pre-release of a release leads to that release, the development release of a post-release to that one.
        (PreRank::DevOnly | PreRank::Phase(..), _) => Some(point.with_stage(Stage::of(None, None, None))),
        (PreRank::Final, DevRank::Number(_)) => {
            Some(point.with_stage(Stage { dev: DevRank::None, ..point.stage }))
        }
        (PreRank::Final, DevRank::None) => None,
    }
}

fn of(specifier: &Specifier) -> Range {
    let version = match &specifier.target {
        Target::Version(version) => version,
        Target::Prefix(prefix) => {
            let range = Set::between(
                before(Point::first_of(prefix.epoch(), prefix.release())),
                behind_prefix(prefix.epoch(), prefix.release()),
            );
            return if specifier.operator == Operator::NotEqual { range.complement() } else { range };
        }
        // Texts are not versions: the set that `===` is in looks after them.
        Target::Text(_) => return Set::full(),
    };
    let itself = || before(Point::of(version));
    match specifier.operator {
        Operator::GreaterEqual => Set::between(itself(), Cut::End),
        Operator::LessEqual => Set::between(Cut::Start, behind_locals(version)),
        Operator::Equal => Set::between(itself(), behind_equal(version)),
        Operator::NotEqual => Set::between(itself(), behind_equal(version)).complement(),
        Operator::Less if version.is_prerelease() => Set::between(Cut::Start, itself()),
        Operator::Less => {
            let first = Stage::of(None, version.post(), Some(0));
            Set::between(Cut::Start, before(Point::of(version).with_stage(first)))
        }
        Operator::Greater => Set::between(behind_posts(version), Cut::End),
        Operator::Compatible => {
            let kept = version.release().split_last().map_or(&[][..], |(_, kept)| kept);
            Set::between(itself(), behind_prefix(version.epoch(), kept))
        }
        Operator::Arbitrary => Set::full(),
    }
}

/// The cut before a version.
fn before(point: Point) -> Cut<Point> {
    // Nothing is less than 0.dev0.
    if point == Point::first_of(0, &[]) { Cut::Start } else { Cut::Before(point) }
}

/// The cut behind what `==` the version admits.
fn behind_equal(version: &Parsed) -> Cut<Point> {
    match version.local() {
        // Behind a local version there are others as near as one likes (`1.0+a`, `1.0+a.0a`, `1.0+a.00a`).
        Some(_) => Cut::After(Point::of(version)),
        None => behind_locals(version),
    }
}

/// The cut behind a version and its local versions.
fn behind_locals(version: &Parsed) -> Cut<Point> {
    let here = Point::of(version);
    let stage = here.stage;
    let next = match (stage.post, stage.dev) {
        (_, DevRank::Number(dev)) => {
            dev.checked_add(1).map(|dev| Stage { dev: DevRank::Number(dev), ..stage })
        }
        (PostRank::None, DevRank::None) => {
            Some(Stage { post: PostRank::Number(0), dev: DevRank::Number(0), ..stage })
        }
        (PostRank::Number(post), DevRank::None) => post.checked_add(1).map(|post| Stage {
            post: PostRank::Number(post),
            dev: DevRank::Number(0),
            ..stage
        }),
        (PostRank::Last, _) => None,
    };
    Cut::Before(match next {
        Some(next) => here.with_stage(next),
        // No number is left for the next one.
        None => Point { local: Local::Last, ..here },
    })
}

/// The cut behind a version and its post-releases; a post or development release has none of its own.
fn behind_posts(version: &Parsed) -> Cut<Point> {
    if version.post().is_some() || version.dev().is_some() {
        return behind_locals(version);
    }
    let here = Point::of(version);
    let next = match here.stage.pre {
        PreRank::Phase(phase, number) => {
            number.checked_add(1).map(|number| Stage::of(Some((phase, number)), None, Some(0)))
        }
        _ => None,
    };
    // Behind the post-releases of a final release there is no next one: 1.0.0.1, 1.0.0.0.1 and so on come ever nearer.
    let last = Stage { post: PostRank::Last, ..here.stage };
    Cut::Before(here.with_stage(next.unwrap_or(last)))
}

/// The cut behind every version whose release begins with `prefix`.
fn behind_prefix(epoch: u64, prefix: &[u64]) -> Cut<Point> {
    let mut prefix = prefix.to_vec();
    while let Some(last) = prefix.pop() {
        if let Some(next) = last.checked_add(1) {
            prefix.push(next);
            return Cut::Before(Point::first_of(epoch, &prefix));
        }
    }
    epoch.checked_add(1).map_or(Cut::End, |epoch| Cut::Before(Point::first_of(epoch, &[])))
}
