//! The bounds of specifiers as `vers` writes them, rules for pre-releases and local versions left out.

use super::specifier::{Operator, Specifier, Target, parse_text};
use super::{Parsed, Pep440, SpecifierSet};
use crate::version::comparator::{Op, Ordered};
use crate::version::interval::{Cut, Set};
use crate::version::scheme::Rules;
use crate::version::vers;

/// The versions between the bounds of a specifier; none for `===` with what is no version.
pub(super) fn of(specifier: &Specifier) -> Option<Set<Ordered<Pep440>>> {
    let plain = |op: Op, version: &Parsed| op.set(Ordered::of(version));
    Some(match (&specifier.target, specifier.operator) {
        (Target::Text(text), _) => plain(Op::Equal, &parse_text(text)?),
        (Target::Prefix(prefix), Operator::NotEqual) => within(prefix, prefix.release().len()).complement(),
        (Target::Prefix(prefix), _) => within(prefix, prefix.release().len()),
        (Target::Version(version), Operator::Compatible) => {
            let within = within(version, version.release().len().saturating_sub(1));
            plain(Op::GreaterEqual, version).intersection(&within)
        }
        (Target::Version(version), Operator::NotEqual) => plain(Op::NotEqual, version),
        (Target::Version(version), Operator::LessEqual) => plain(Op::LessEqual, version),
        (Target::Version(version), Operator::GreaterEqual) => plain(Op::GreaterEqual, version),
        (Target::Version(version), Operator::Less) => plain(Op::Less, version),
        (Target::Version(version), Operator::Greater) => plain(Op::Greater, version),
        (Target::Version(version), Operator::Equal | Operator::Arbitrary) => plain(Op::Equal, version),
    })
}

/// From the release that begins with `length` numbers of `version` to the next of that length.
fn within(version: &Parsed, length: usize) -> Set<Ordered<Pep440>> {
    let release = version.release().iter().take(length).copied().collect::<Vec<_>>();
    let named = |release: &[u64]| {
        let numbers = release.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
        Pep440::parse(&format!("{}!{numbers}", version.epoch())).ok().map(|version| Ordered::of(&version))
    };
    let mut next = release.clone();
    let raised = next.last_mut().is_some_and(|last| {
        *last = last.saturating_add(1);
        *last < u64::MAX
    });
    let from = named(&release).map_or(Cut::Start, Cut::Before);
    let to = if raised { named(&next).map_or(Cut::End, Cut::Before) } else { Cut::End };
    Set::between(from, to)
}

/// The specifiers between these bounds.
pub(super) fn specifiers(set: &Set<Ordered<Pep440>>) -> Option<SpecifierSet> {
    let text = if vers::is_everything(set) {
        String::new()
    } else {
        vers::comparisons(set, |comparator| match comparator {
            vers::Comparator::Equal => Some("=="),
            other => Some(other.sign()),
        })?
    };
    SpecifierSet::parse_all(&text).ok()
}
