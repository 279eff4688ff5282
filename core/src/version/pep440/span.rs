//! The bounds of specifiers as `vers` writes them, rules for pre-releases and local versions left out.

use super::specifier::{Operator, Specifier, Target, parse_text};
use super::{Parsed, Pep440, SpecifierSet};
use crate::version::comparator::{Op, Ordered, Part};
use crate::version::interval::{Cut, Set};
use crate::version::scheme::Rules;
use crate::version::vers;

/// What lies between the bounds of a specifier; none for `===` with what is no version.
pub(super) fn of(specifier: &Specifier) -> Option<Part<Ordered<Pep440>>> {
    let op = match specifier.operator {
        Operator::Compatible | Operator::GreaterEqual => Op::GreaterEqual,
        Operator::Equal | Operator::Arbitrary => Op::Equal,
        Operator::NotEqual => Op::NotEqual,
        Operator::LessEqual => Op::LessEqual,
        Operator::Less => Op::Less,
        Operator::Greater => Op::Greater,
    };
    Some(match &specifier.target {
        Target::Text(text) => op.part(Ordered::of(&parse_text(text)?)),
        Target::Prefix(prefix) => {
            let (from, to) = within(prefix, prefix.release().len());
            if op == Op::NotEqual { Part::Except(from, to) } else { Part::Between(from, to) }
        }
        Target::Version(version) if specifier.operator == Operator::Compatible => {
            let (_, to) = within(version, version.release().len().saturating_sub(1));
            Part::Between(Cut::Before(Ordered::of(version)), to)
        }
        Target::Version(version) => op.part(Ordered::of(version)),
    })
}

/// From the release that begins with `length` numbers of `version` to the next of that length.
fn within(version: &Parsed, length: usize) -> (Cut<Ordered<Pep440>>, Cut<Ordered<Pep440>>) {
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
    (from, to)
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
