//! From the text of a range to its comparators, as node-semver's chain of replacements does it.
//!
//! A range as people write it is read in one pass over its tokens. Where that fails (space after an operator, build
//! metadata, loosely unreadable parts), the set goes through node-semver's steps, so that the outcome is the same to the
//! last oddity: it is known by its effects, and lock files depend on it.

use super::comparator::{Comparator, Operator};
use super::partial::{self, Number, Partial};
use super::{MAX_NUMBER, MAX_VERSION_LENGTH, Options, trim, version};
use crate::version::semver::{Point, Triple, zero};
use semver::Prerelease;
use std::collections::BTreeSet;

/// The comparators of a range: all of one set must hold, of the sets one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sets {
    pub comparators: Vec<Comparator>,
    /// Where a set ends and the next begins; the last end is left out.
    pub splits: Vec<u32>,
}

/// Reads `text`, space already collapsed. `None` where it is no range; what is wrong is found out when it is asked for.
pub(super) fn read(text: &str, options: &Options) -> Option<Sets> {
    let mut sets = Sets { comparators: Vec::new(), splits: Vec::new() };
    let mut found = false;
    let mut rest = Some(text);
    while let Some(text) = rest {
        let (part, next) = split_at(text, b"||").map_or((text, None), |(part, next)| (part, Some(next)));
        rest = next;
        let start = sets.comparators.len();
        set(part.trim_matches(' '), options, &mut sets.comparators).ok()?;
        if sets.comparators.len() == start {
            // Loosely, a set of unreadable parts only is left out.
            continue;
        }
        if found {
            sets.splits.push(u32::try_from(start).ok()?);
        }
        found = true;
    }
    found.then(|| simplified(sets))
}

/// What stands before and behind `separator`. (The standard library's search is made for longer texts than ranges are.)
fn split_at<'a>(text: &'a str, separator: &[u8]) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(separator.len()).position(|window| window == separator)?;
    Some((text.get(..at)?, text.get(at + separator.len()..)?))
}

impl Sets {
    /// The sets, each with at least one comparator.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = &[Comparator]> {
        let ends = self.splits.iter().map(|end| *end as usize).chain([self.comparators.len()]);
        let mut start = 0;
        ends.map(move |end| {
            let set = self.comparators.get(start..end).unwrap_or_default();
            start = end;
            set
        })
    }

    fn just(set: &[Comparator]) -> Self {
        Self { comparators: set.to_vec(), splits: Vec::new() }
    }
}

/// Of several sets: none that nothing meets, and only the one that everything meets, if there is one.
fn simplified(sets: Sets) -> Sets {
    let is_null = |set: &[Comparator]| set.first().is_some_and(Comparator::is_null);
    let is_any = |set: &[Comparator]| matches!(set, [one] if one.is_any());
    if sets.splits.is_empty() || !sets.iter().any(|set| is_null(set) || is_any(set)) {
        return sets;
    }
    if let Some(any) = sets.iter().find(|set| is_any(set)) {
        return Sets::just(any);
    }
    let mut kept = Sets { comparators: Vec::new(), splits: Vec::new() };
    for set in sets.iter().filter(|set| !is_null(set)) {
        if let (Ok(start), false) = (u32::try_from(kept.comparators.len()), kept.comparators.is_empty()) {
            kept.splits.push(start);
        }
        kept.comparators.extend_from_slice(set);
    }
    if kept.comparators.is_empty() { Sets::just(sets.iter().next().unwrap_or_default()) } else { kept }
}

/// Why a token gives no comparator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flaw {
    /// It is not one; loosely it is left out.
    Syntax,
    /// It names a version that there cannot be, which spoils the range even loosely.
    Impossible,
}

/// Reads one set (what stands between `||`) and appends its comparators to `out`.
fn set(text: &str, options: &Options, out: &mut Vec<Comparator>) -> Result<(), Flaw> {
    let start = out.len();
    // Build metadata goes before anything is looked at: that is for the slow way.
    if !text.contains('+') {
        let mut reader = Reader::new(options, out);
        let read = match split_at(text, b" - ") {
            Some((from, to)) => reader.hyphen(from, to),
            None => reader.tokens(text, false),
        };
        if read.is_ok() {
            reader.finish();
            return Ok(());
        }
        out.truncate(start);
        if !options.loose && !text.contains(' ') {
            return read;
        }
    }
    let mut reader = Reader::new(options, out);
    reader.tokens(&normalised(text, options), options.loose)?;
    reader.finish();
    Ok(())
}

/// The set's text after the steps that come before it is split: build metadata away, hyphen range replaced, blanks joined.
fn normalised(text: &str, options: &Options) -> String {
    let text = trim::without_build(text);
    let text = hyphen_replaced(&text, options).unwrap_or(text);
    trim::join_tildes_and_carets(&trim::join_operators(&text))
}

/// `1.2.3 - 2` as `>=1.2.3 <3.0.0-0`, in text, where the whole is a hyphen range.
fn hyphen_replaced(text: &str, options: &Options) -> Option<String> {
    let (from, to) = split_at(text, b" - ")?;
    let (from, to) = (from.strip_prefix(' ').unwrap_or(from), to.strip_suffix(' ').unwrap_or(to));
    let (low, high) = (partial::read(from, options.loose)?, partial::read(to, options.loose)?);
    let every = options.include_prerelease;
    let zero = if every { "-0" } else { "" };
    let low = match low.numbers() {
        [None, ..] => String::new(),
        [Some(major), None, _] => format!(">={}.0.0{zero}", major.text),
        [Some(major), Some(minor), None] => format!(">={}.{}.0{zero}", major.text, minor.text),
        _ if low.pre.is_empty() => format!(">={from}{zero}"),
        _ => format!(">={from}"),
    };
    let after = |number: Number<'_>| number.value.saturating_add(1);
    let high = match (high.numbers(), high.pre) {
        ([None, ..], _) => String::new(),
        ([Some(major), None, _], _) => format!("<{}.0.0-0", after(major)),
        ([Some(major), Some(minor), None], _) => format!("<{}.{}.0-0", major.text, after(minor)),
        ([Some(major), Some(minor), Some(patch)], "") if every => {
            format!("<{}.{}.{}-0", major.text, minor.text, after(patch))
        }
        (_, "") => format!("<={to}"),
        ([Some(major), Some(minor), Some(patch)], pre) => {
            format!("<={}.{}.{}-{pre}", major.text, minor.text, patch.text)
        }
    };
    Some(format!("{low} {high}").trim_matches(' ').to_owned())
}

/// Collects the comparators of one set.
struct Reader<'a> {
    options: &'a Options,
    out: &'a mut Vec<Comparator>,
    /// Where this set begins in `out`.
    start: usize,
    /// Whether something read asks for nothing.
    any: bool,
    /// The comparators of this set once they are [`MANY`].
    seen: BTreeSet<(Operator, Point)>,
}

/// From how many comparators on it pays to look them up in order.
const MANY: usize = 32;

impl<'a> Reader<'a> {
    fn new(options: &'a Options, out: &'a mut Vec<Comparator>) -> Self {
        let start = out.len();
        Self { options, out, start, any: false, seen: BTreeSet::new() }
    }

    /// What the set comes to: nothing is met by all, a comparator that nothing meets stands for the set.
    fn finish(self) {
        let own = self.out.get(self.start..).unwrap_or_default();
        if let Some(null) = own.iter().position(Comparator::is_null) {
            self.out.swap(self.start, self.start + null);
            self.out.truncate(self.start + 1);
        } else if own.is_empty() && self.any {
            self.out.push(Comparator::any());
        }
    }

    /// Reads tokens separated by single blanks; `lenient` leaves out those that are no comparators.
    fn tokens(&mut self, text: &str, lenient: bool) -> Result<(), Flaw> {
        let mut tokens = text.split(' ').peekable();
        let mut edge = true;
        while let Some(token) = tokens.next() {
            let empty = match self.token(token) {
                Err(Flaw::Syntax) if lenient => false,
                outcome => outcome?,
            };
            // A token that asks for nothing vanishes between two others: node-semver joins and splits again.
            self.any |= empty && (edge || tokens.peek().is_none());
            edge &= empty;
        }
        Ok(())
    }

    /// Reads one token; says whether it asks for nothing at all.
    fn token(&mut self, token: &str) -> Result<bool, Flaw> {
        let partial = |text| partial::read(text, self.options.loose).ok_or(Flaw::Syntax);
        if token.is_empty() {
            Ok(true)
        } else if let Some(rest) = token.strip_prefix('^') {
            let partial = partial(rest)?;
            self.caret(&partial)
        } else if let Some(rest) = token.strip_prefix('~') {
            let partial = partial(rest.strip_prefix('>').unwrap_or(rest))?;
            self.tilde(&partial)
        } else {
            match self.comparator(token) {
                Err(Flaw::Syntax) if token.contains('*') => self.without_star(token),
                outcome => outcome,
            }
        }
    }

    /// `^1.2.3`: up to the next version that may break.
    fn caret(&mut self, partial: &Partial<'_>) -> Result<bool, Flaw> {
        let end = match partial.numbers() {
            [None, ..] => return Ok(true),
            [Some(major), Some(minor), Some(patch)] if major.is_zero() && minor.is_zero() => {
                after(patch).map(|patch| (major.value, minor.value, patch))
            }
            [Some(major), Some(minor), _] if major.is_zero() => {
                after(minor).map(|minor| (major.value, minor, 0))
            }
            [Some(major), ..] => after(major).map(|major| (major, 0, 0)),
        };
        self.span(partial, end)
    }

    /// `~1.2.3`: patches only.
    fn tilde(&mut self, partial: &Partial<'_>) -> Result<bool, Flaw> {
        match partial.numbers() {
            [None, ..] => Ok(true),
            numbers => self.span(partial, end(numbers)),
        }
    }

    /// From the least version of what is written to the first prerelease of `end`.
    fn span(&mut self, partial: &Partial<'_>, end: Option<Triple>) -> Result<bool, Flaw> {
        self.from(partial)?;
        self.push(Operator::Less, end.ok_or(Flaw::Impossible)?, zero())?;
        Ok(false)
    }

    /// `>=` the least version of what is written.
    fn from(&mut self, partial: &Partial<'_>) -> Result<(), Flaw> {
        let numbers = partial.numbers();
        let full = numbers.iter().all(Option::is_some);
        let every = self.options.include_prerelease;
        // The least version there is, written just so, is no bound; what is not written is filled in so.
        let least = match (full, every) {
            (true, true) => partial.pre == "0",
            (true, false) => partial.pre.is_empty(),
            (false, _) => true,
        };
        if least && numbers.iter().flatten().all(|number| number.is_zero()) {
            self.any = true;
            return Ok(());
        }
        let [major, minor, patch] = numbers.map(|number| number.map_or(0, |number| number.value));
        let pre = match full {
            true => self.prerelease(partial)?,
            false if every => zero(),
            false => Prerelease::EMPTY,
        };
        self.push(Operator::GreaterEqual, (major, minor, patch), pre)
    }

    /// The prerelease of a full version that is not too long.
    fn prerelease(&self, partial: &Partial<'_>) -> Result<Prerelease, Flaw> {
        let length = partial.numbers().iter().flatten().map(|number| number.text.len() + 1).sum::<usize>();
        let length = if partial.pre.is_empty() { length - 1 } else { length + partial.pre.len() };
        let pre = if length > MAX_VERSION_LENGTH { None } else { version::prerelease(partial.pre) };
        pre.ok_or(Flaw::Impossible)
    }

    /// A token without `^` and `~`: a comparator, or a partial version that stands for a span.
    fn comparator(&mut self, token: &str) -> Result<bool, Flaw> {
        let (operator, rest) = Operator::split(token);
        let partial = partial::read(rest, self.options.loose).ok_or(Flaw::Syntax)?;
        match partial.triple() {
            Some(triple) => self.full(operator, rest, &partial, triple),
            None => self.partial(operator, &partial),
        }
    }

    /// An operator and a full version, which strictly may have a `v` in front and nothing else.
    fn full(
        &mut self,
        operator: Operator,
        text: &str,
        partial: &Partial<'_>,
        triple: Triple,
    ) -> Result<bool, Flaw> {
        if !self.options.loose && !matches!(partial.prefix, "" | "v") {
            return Err(Flaw::Syntax);
        }
        if text.len() > MAX_VERSION_LENGTH {
            return Err(Flaw::Impossible);
        }
        if operator == Operator::GreaterEqual && partial.prefix.is_empty() {
            self.from(partial)?;
        } else {
            self.push(operator, triple, self.prerelease(partial)?)?;
        }
        Ok(false)
    }

    /// An operator and a version with parts left out or wild.
    fn partial(&mut self, operator: Operator, partial: &Partial<'_>) -> Result<bool, Flaw> {
        let Partial { major, minor, patch, .. } = *partial;
        if (major.is_any() && !minor.is_any()) || (minor.is_any() && !patch.is_any()) {
            return Err(Flaw::Syntax);
        }
        let numbers = partial.numbers();
        let [Some(major), minor, _] = numbers else {
            if matches!(operator, Operator::Greater | Operator::Less) {
                self.push(Operator::Less, (0, 0, 0), zero())?;
                return Ok(false);
            }
            return Ok(true);
        };
        let end = || end(numbers).ok_or(Flaw::Impossible);
        match operator {
            Operator::Any | Operator::Equal => return self.span(partial, Some(end()?)),
            Operator::GreaterEqual => self.from(partial)?,
            Operator::Greater => {
                let least = if self.options.include_prerelease { zero() } else { Prerelease::EMPTY };
                self.push(Operator::GreaterEqual, end()?, least)?;
            }
            Operator::Less => {
                let first = (major.value, minor.map_or(0, |minor| minor.value), 0);
                self.push(Operator::Less, first, zero())?;
            }
            Operator::LessEqual => self.push(Operator::Less, end()?, zero())?,
        }
        Ok(false)
    }

    /// What node-semver makes of a token with a stray `*`: it takes the first one out, with an operator before it, and
    /// what is left must be a full comparator, perhaps with build metadata. So `1.2.3*` and `1.2.3+*a` are `1.2.3`.
    fn without_star(&mut self, token: &str) -> Result<bool, Flaw> {
        let (before, after) = token.split_once('*').ok_or(Flaw::Syntax)?;
        let before = before.strip_suffix('=').unwrap_or(before);
        let before = before.strip_suffix(['<', '>']).unwrap_or(before);
        let text = trim::without_build(&format!("{before}{after}"));
        let (operator, rest) = Operator::split(&text);
        let partial = partial::read(rest, self.options.loose).ok_or(Flaw::Syntax)?;
        self.full(operator, rest, &partial, partial.triple().ok_or(Flaw::Syntax)?)
    }

    /// `1.2 - 3.4.5`, both ends included as far as they are written. Whatever is odd about it is left to the slow way.
    fn hyphen(&mut self, from: &str, to: &str) -> Result<(), Flaw> {
        let plain = |partial: &Partial<'_>| partial.prefix.is_empty();
        let read = |text| partial::read(text, self.options.loose).filter(plain).ok_or(Flaw::Syntax);
        let (mut low, high) = (read(from)?, read(to)?);
        let every = self.options.include_prerelease;
        if low.major.is_any() {
            self.any = true;
        } else {
            if every && low.pre.is_empty() {
                low.pre = "0";
            }
            self.from(&low)?;
        }
        match (high.numbers(), high.triple()) {
            ([None, ..], _) => {
                self.any = true;
                Ok(())
            }
            (_, Some(triple)) if !every || !high.pre.is_empty() => {
                let pre = self.prerelease(&high)?;
                self.push(Operator::LessEqual, triple, pre)
            }
            ([Some(major), Some(minor), Some(patch)], _) => {
                let patch = after(patch).ok_or(Flaw::Impossible)?;
                self.push(Operator::Less, (major.value, minor.value, patch), zero())
            }
            (numbers, _) => self.push(Operator::Less, end(numbers).ok_or(Flaw::Impossible)?, zero()),
        }
    }

    /// Adds a comparator unless the set has it already.
    fn push(&mut self, operator: Operator, triple: Triple, pre: Prerelease) -> Result<(), Flaw> {
        let (major, minor, patch) = triple;
        if major.max(minor).max(patch) > MAX_NUMBER {
            return Err(Flaw::Impossible);
        }
        let comparator = Comparator::new(operator, triple, pre);
        let key = |comparator: &Comparator| (comparator.operator, comparator.point.clone());
        let own = self.out.get(self.start..).unwrap_or_default();
        let is_new = if own.len() < MANY {
            !own.contains(&comparator)
        } else {
            if self.seen.is_empty() {
                self.seen.extend(own.iter().map(key));
            }
            self.seen.insert(key(&comparator))
        };
        if is_new {
            self.out.push(comparator);
        }
        Ok(())
    }
}

/// The number after this one, if there may be one.
fn after(number: Number<'_>) -> Option<u64> {
    number.value.checked_add(1).filter(|next| *next <= MAX_NUMBER)
}

/// Where the minor version that is written ends, or the major version if that is all; further numbers do not matter.
fn end(numbers: [Option<Number<'_>>; 3]) -> Option<Triple> {
    match numbers {
        [Some(major), Some(minor), _] => Some((major.value, after(minor)?, 0)),
        [Some(major), None, _] => Some((after(major)?, 0, 0)),
        [None, ..] => None,
    }
}
