//! Keys whose byte order is PEP 440's, for work on many versions at once.
//!
//! A key is epoch, release without trailing zeros, [`END`], then one byte each for what the order of stages turns on:
//! `DEV_ONLY n`, or `A`/`B`/`RC n` where there is a pre-release, `POST n` where there is a post-release, `DEV n` or
//! [`NO_DEV`], and the local version. Trailing zeros do not order, but texts do where the order is equal: behind a final
//! release in plain digits the key counts them (`1` < `1.0` < `1.0.0`), so that most equal keys are equal texts.

use super::Phase;
use super::parsed::{DevRank, LocalSegment, PostRank, PreRank, Stage};
use super::range::{Local, Point, Range};
use super::scan::{Scan, ScannedSegment};
use crate::version::interval::Cut;
use crate::version::key::{Keyed, Prefix, Sink, Windows};

/// Below every number, text and mark.
const END: u8 = 0;
const DEV_ONLY: u8 = 1;
const A: u8 = 2;
const B: u8 = 3;
const RC: u8 = 4;
const DEV: u8 = 5;
const NO_DEV: u8 = 6;
const POST: u8 = 7;
/// Behind every number and local version.
const LAST: u8 = 0xff;

/// Counts of zeros are below this, spellings with a `v` at it, local versions above.
const SPELLED: u8 = 0x0f;
const LOCAL_TEXT: u8 = 0x10;
const LOCAL_NUMBER: u8 = 0x11;

/// Writes the key of a version; `None` where the text is none, or where its spelling sorts in ways that keys do not.
pub(super) fn key(text: &str, key: &mut impl Sink) -> Option<Keyed> {
    let scan = Scan::version(text).ok()?;
    key.number(scan.epoch);
    let zeros = release(scan.release(), key);
    stage(Stage::of(scan.pre, scan.post, scan.dev), key);
    let mut canonical = false;
    if !scan.has_suffix() {
        canonical = scan.is_normal_release(text);
        match u8::try_from(zeros + 1) {
            Ok(count) if canonical && count < SPELLED => key.push(count),
            // Digits sort below `v`, whatever follows it.
            _ if text.starts_with(['v', 'V']) => key.push(SPELLED),
            _ => return None,
        }
    }
    for segment in scan.local() {
        match segment {
            ScannedSegment::Text(text) => local_text(text, key),
            ScannedSegment::Number(number) => local_number(number, key),
        }
    }
    Some(Keyed { prerelease: scan.pre.is_some() || scan.dev.is_some(), canonical })
}

/// The keys between which the versions of a range lie.
pub(super) fn windows(range: &Range) -> Windows {
    let edge = |cut: &Cut<Point>| match cut {
        Cut::Start => 0,
        Cut::Before(point) | Cut::After(point) => prefix(point),
        Cut::End => Windows::END,
    };
    let windows: Vec<_> = range.intervals().iter().map(|(from, to)| (edge(from), edge(to))).collect();
    Windows { releases: windows.clone(), prereleases: windows }
}

fn prefix(point: &Point) -> u128 {
    let mut key = Prefix::default();
    key.number(point.epoch);
    release(point.release.iter().copied(), &mut key);
    stage(point.stage, &mut key);
    match &point.local {
        Local::None => {}
        Local::Segments(segments) => segments.iter().for_each(|segment| match segment {
            LocalSegment::Text(text) => local_text(text, &mut key),
            LocalSegment::Number(number) => local_number(*number, &mut key),
        }),
        Local::Last => key.push(LAST),
    }
    key.value()
}

/// Writes a release and says how many trailing zeros were left out.
fn release(numbers: impl Iterator<Item = u64>, key: &mut impl Sink) -> usize {
    let mut zeros = 0;
    for number in numbers {
        if number == 0 {
            zeros += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut zeros) {
            key.number(0);
        }
        key.number(number);
    }
    key.push(END);
    zeros
}

fn stage(stage: Stage, key: &mut impl Sink) {
    match stage.pre {
        // The development number follows without a mark of its own.
        PreRank::DevOnly => key.push(DEV_ONLY),
        PreRank::Phase(phase, number) => {
            key.push(match phase {
                Phase::Alpha => A,
                Phase::Beta => B,
                Phase::Candidate => RC,
            });
            key.number(number);
        }
        PreRank::Final => {}
    }
    match stage.post {
        PostRank::None => {}
        PostRank::Number(number) => {
            key.push(POST);
            key.number(number);
        }
        PostRank::Last => {
            key.push(POST);
            return key.push(LAST);
        }
    }
    match stage.dev {
        DevRank::Number(number) => {
            if stage.pre != PreRank::DevOnly {
                key.push(DEV);
            }
            key.number(number);
        }
        DevRank::None => key.push(NO_DEV),
    }
}

fn local_text(text: &str, key: &mut impl Sink) {
    key.push(LOCAL_TEXT);
    text.bytes().for_each(|byte| key.push(byte.to_ascii_lowercase()));
    key.push(END);
}

fn local_number(number: u64, key: &mut impl Sink) {
    key.push(LOCAL_NUMBER);
    key.number(number);
}
