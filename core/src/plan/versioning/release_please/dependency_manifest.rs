//! The strategy `dependency_manifest`: what a dependency's update is worth.

use crate::change::Change;
use crate::plan::numbers::Numbers;
use crate::version::{Bump, Scheme, Version};
use std::collections::HashMap;

/// What each change asks for where an update of a dependency counts for as much as the version it goes to: `2.0.0` is a break,
/// `2.1.0` an addition, `2.1.1` a correction. Of several updates of a dependency only the newest counts so.
pub(super) fn weigh(changes: &[(&Change, Bump)]) -> Vec<Bump> {
    let updates: Vec<Option<Update>> = changes.iter().map(|(change, _)| Update::of(change)).collect();
    let mut newest: HashMap<&str, usize> = HashMap::new();
    for (index, update) in updates.iter().enumerate() {
        if let Some(update) = update {
            newest.insert(update.dependency, index);
        }
    }
    let weigh = |(index, ((_, asked), update)): (usize, (&(&Change, Bump), &Option<Update>))| match update {
        Some(update) if newest.get(update.dependency) == Some(&index) => update.bump().max(*asked),
        _ => *asked,
    };
    changes.iter().zip(&updates).enumerate().map(weigh).collect()
}

/// An update of a dependency, as the two common bots write it.
struct Update<'a> {
    dependency: &'a str,
    version: &'a str,
}

impl<'a> Update<'a> {
    /// Renovate's `deps: update dependency NAME to vVERSION`, Dependabot's `chore(deps): bump NAME from OLD to VERSION` (or
    /// `build(deps)`), each perhaps with ` (#123)` behind it.
    fn of(change: &'a Change) -> Option<Self> {
        let text = without_pull_request(change.description.lines().next()?);
        match (change.kind.as_deref()?, change.scope.as_deref()) {
            ("deps", None) => {
                let (dependency, version) = text.strip_prefix("update dependency ")?.rsplit_once(" to ")?;
                let version = version.starts_with('v').then_some(version).filter(|v| is_word(v))?;
                Some(Self { dependency, version })
            }
            ("chore" | "build", Some("deps")) => {
                let (rest, version) = text.strip_prefix("bump ")?.rsplit_once(" to ")?;
                let (dependency, from) = rest.rsplit_once(" from ")?;
                (is_word(version) && is_word(from)).then_some(Self { dependency, version })
            }
            _ => None,
        }
    }

    fn bump(&self) -> Bump {
        // The first three numbers in the text; where there are none, the one number of a major version.
        match triple(self.version) {
            Some((_, 0, 0)) | None => Bump::Major,
            Some((_, _, 0)) => Bump::Minor,
            Some(_) => Bump::Patch,
        }
    }
}

fn is_word(text: &str) -> bool {
    !text.contains(char::is_whitespace)
}

fn without_pull_request(text: &str) -> &str {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (#")) {
        Some((head, digits)) if number(digits) => head,
        _ => text,
    }
}

/// `major.minor.patch` where a text of digits and dots begins so, whatever stands around it.
fn triple(text: &str) -> Option<(u128, u128, u128)> {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let mut parts = text.get(..end)?.split('.');
    let three = [parts.next()?, parts.next()?, parts.next()?].join(".");
    let version = Version::parse_as(Scheme::Cargo, &three).ok()?;
    Numbers::of(&version).map(|numbers| (numbers.major, numbers.minor, numbers.patch))
}
