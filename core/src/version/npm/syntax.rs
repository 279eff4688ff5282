//! From the text of a range to its comparators, as node-semver's chain of replacements does it.
//!
//! A range as people write it is read in one pass over its tokens. Where that fails (space after an operator, build
//! metadata, loosely unreadable parts), the set goes through node-semver's steps, so that the outcome is the same to the
//! last oddity: it is known by its effects, and lock files depend on it.

use super::comparator::{Comparator, Operator};
use super::partial::{self, Number, Part, Partial};
use super::{MAX_NUMBER, MAX_VERSION_LENGTH, Options, trim, version};
use crate::version::semver::{Triple, zero};
use semver::Prerelease;

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
    for part in text.split("||") {
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
    let mut reader = Reader::new(options, out);
    let read = match text.split_once(" - ") {
        Some((from, to)) => reader.hyphen(from, to),
        None => reader.tokens(text, false),
    };
    if read.is_ok() {
        reader.finish();
        return Ok(());
    }
    out.truncate(start);
    if !options.loose && !text.contains([' ', '+']) {
        return read;
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
    let (from, to) = text.split_once(" - ")?;
    let (from, to) = (from.strip_prefix(' ').unwrap_or(from), to.strip_suffix(' ').unwrap_or(to));
    let (low, high) = (partial::read(from, options.loose)?, partial::read(to, options.loose)?);
    let zero = if options.include_prerelease { "-0" } else { "" };
    let low = match (low.major, low.minor, low.patch) {
        (Part::Any, ..) => String::new(),
        (Part::Number(major), Part::Any, _) => format!(">={}.0.0{zero}", major.text),
        (Part::Number(major), Part::Number(minor), Part::Any) => {
            format!(">={}.{}.0{zero}", major.text, minor.text)
        }
        _ if low.pre.is_empty() => format!(">={from}{zero}"),
        _ => format!(">={from}"),
    };
    let after = |number: Number<'_>| number.value.saturating_add(1);
    let high = match (high.major, high.minor, high.patch) {
        (Part::Any, ..) => String::new(),
        (Part::Number(major), Part::Any, _) => format!("<{}.0.0-0", after(major)),
        (Part::Number(major), Part::Number(minor), Part::Any) => {
            format!("<{}.{}.0-0", major.text, after(minor))
        }
        (Part::Number(major), Part::Number(minor), Part::Number(patch)) if !high.pre.is_empty() => {
            format!("<={}.{}.{}-{}", major.text, minor.text, patch.text, high.pre)
        }
        (Part::Number(major), Part::Number(minor), Part::Number(patch)) if options.include_prerelease => {
            format!("<{}.{}.{}-0", major.text, minor.text, after(patch))
        }
        _ => format!("<={to}"),
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
}

impl<'a> Reader<'a> {
    fn new(options: &'a Options, out: &'a mut Vec<Comparator>) -> Self {
        let start = out.len();
        Self { options, out, start, any: false }
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
        let Part::Number(major) = partial.major else { return Ok(true) };
        let next_major = || Some((after(major)?, 0, 0));
        let Part::Number(minor) = partial.minor else {
            return self.span(major, None, None, "", next_major());
        };
        let next_minor = || Some((major.value, after(minor)?, 0));
        let end = match partial.patch {
            _ if !major.is_zero() => next_major(),
            Part::Number(patch) if minor.is_zero() => {
                after(patch).map(|patch| (major.value, minor.value, patch))
            }
            _ => next_minor(),
        };
        self.span(major, Some(minor), partial.patch.number(), partial.pre, end)
    }

    /// `~1.2.3`: patches only.
    fn tilde(&mut self, partial: &Partial<'_>) -> Result<bool, Flaw> {
        let Part::Number(major) = partial.major else { return Ok(true) };
        let Part::Number(minor) = partial.minor else {
            return self.span(major, None, None, "", after(major).map(|major| (major, 0, 0)));
        };
        let end = after(minor).map(|minor| (major.value, minor, 0));
        self.span(major, Some(minor), partial.patch.number(), partial.pre, end)
    }

    /// From the least version of what is written to the first prerelease of `end`.
    fn span(
        &mut self,
        major: Number<'_>,
        minor: Option<Number<'_>>,
        patch: Option<Number<'_>>,
        pre: &str,
        end: Option<Triple>,
    ) -> Result<bool, Flaw> {
        self.from(major, minor, patch, pre)?;
        self.push(Operator::Less, end.ok_or(Flaw::Impossible)?, zero())?;
        Ok(false)
    }

    /// `>=` the least version of what is written.
    fn from(
        &mut self,
        major: Number<'_>,
        minor: Option<Number<'_>>,
        patch: Option<Number<'_>>,
        pre: &str,
    ) -> Result<(), Flaw> {
        let full = patch.is_some();
        let every = self.options.include_prerelease;
        let zeros = [Some(major), minor, patch].into_iter().flatten().all(|number| number.is_zero());
        // The least version there is, written just so, is no bound. (A full version is taken as it stands.)
        let least = match (full, every) {
            (true, true) => pre == "0",
            (true, false) => pre.is_empty(),
            (false, _) => true,
        };
        let value = |number: Option<Number<'_>>| number.map_or(0, |number| number.value);
        let triple = (major.value, value(minor), value(patch));
        if zeros && least {
            self.any = true;
            return Ok(());
        }
        let pre = match full {
            true => version::prerelease(pre).ok_or(Flaw::Impossible)?,
            false if every => zero(),
            false => Prerelease::EMPTY,
        };
        self.push(Operator::GreaterEqual, triple, pre)
    }

    /// A token without `^` and `~`: a comparator, or a partial version that stands for a span.
    fn comparator(&mut self, token: &str) -> Result<bool, Flaw> {
        let (operator, rest) = Operator::split(token);
        let partial = partial::read(rest, self.options.loose).ok_or(Flaw::Syntax)?;
        let (Part::Number(major), Part::Number(minor), Part::Number(patch)) =
            (partial.major, partial.minor, partial.patch)
        else {
            return self.partial(operator, &partial);
        };
        self.full(operator, rest, &partial, [major, minor, patch])
    }

    /// An operator and a full version, which strictly may have a `v` in front and nothing else.
    fn full(
        &mut self,
        operator: Operator,
        text: &str,
        partial: &Partial<'_>,
        [major, minor, patch]: [Number<'_>; 3],
    ) -> Result<bool, Flaw> {
        if !self.options.loose && !matches!(partial.prefix, "" | "v") {
            return Err(Flaw::Syntax);
        }
        if text.len() > MAX_VERSION_LENGTH {
            return Err(Flaw::Impossible);
        }
        if operator == Operator::GreaterEqual && partial.prefix.is_empty() {
            self.from(major, Some(minor), Some(patch), partial.pre)?;
        } else {
            let pre = version::prerelease(partial.pre).ok_or(Flaw::Impossible)?;
            self.push(operator, (major.value, minor.value, patch.value), pre)?;
        }
        Ok(false)
    }

    /// An operator and a version with parts left out or wild.
    fn partial(&mut self, operator: Operator, partial: &Partial<'_>) -> Result<bool, Flaw> {
        let Partial { major, minor, patch, .. } = *partial;
        if (major.is_any() && !minor.is_any()) || (minor.is_any() && !patch.is_any()) {
            return Err(Flaw::Syntax);
        }
        let Part::Number(major) = major else {
            if matches!(operator, Operator::Greater | Operator::Less) {
                self.push(Operator::Less, (0, 0, 0), zero())?;
                return Ok(false);
            }
            return Ok(true);
        };
        let minor = minor.number();
        let first = (major.value, minor.map_or(0, |minor| minor.value), 0);
        let end = match minor {
            Some(minor) => after(minor).map(|minor| (major.value, minor, 0)),
            None => after(major).map(|major| (major, 0, 0)),
        };
        let end = || end.ok_or(Flaw::Impossible);
        let least = || if self.options.include_prerelease { zero() } else { Prerelease::EMPTY };
        match operator {
            Operator::Any | Operator::Equal => {
                let end = Some(end()?);
                return self.span(major, minor, None, "", end);
            }
            Operator::GreaterEqual => self.from(major, minor, None, "")?,
            Operator::Greater => self.push(Operator::GreaterEqual, end()?, least())?,
            Operator::Less => self.push(Operator::Less, first, zero())?,
            Operator::LessEqual => self.push(Operator::Less, end()?, zero())?,
        }
        Ok(false)
    }

    /// What node-semver makes of a token with a stray `*`: it takes the first one out, with an operator before it, and
    /// what is left must be a full comparator. So `1.2.3*` is `1.2.3`.
    fn without_star(&mut self, token: &str) -> Result<bool, Flaw> {
        let (before, after) = token.split_once('*').ok_or(Flaw::Syntax)?;
        let before = before.strip_suffix('=').unwrap_or(before);
        let before = before.strip_suffix(['<', '>']).unwrap_or(before);
        let text = format!("{before}{after}");
        let (operator, rest) = Operator::split(&text);
        let partial = partial::read(rest, self.options.loose).ok_or(Flaw::Syntax)?;
        match (partial.major, partial.minor, partial.patch) {
            (Part::Number(major), Part::Number(minor), Part::Number(patch)) => {
                self.full(operator, rest, &partial, [major, minor, patch])
            }
            _ => Err(Flaw::Syntax),
        }
    }

    /// `1.2 - 3.4.5`, both ends included as far as they are written. Whatever is odd about it is left to the slow way.
    fn hyphen(&mut self, from: &str, to: &str) -> Result<(), Flaw> {
        let plain = |partial: &Partial<'_>| partial.prefix.is_empty();
        let read = |text| partial::read(text, self.options.loose).filter(plain).ok_or(Flaw::Syntax);
        let (low, high) = (read(from)?, read(to)?);
        if from.len().max(to.len()) > MAX_VERSION_LENGTH {
            return Err(Flaw::Impossible);
        }
        let every = self.options.include_prerelease;
        if let Part::Number(major) = low.major {
            match (low.minor, low.patch) {
                (Part::Number(minor), Part::Number(patch)) => {
                    let pre = if low.pre.is_empty() && every { "0" } else { low.pre };
                    self.from(major, Some(minor), Some(patch), pre)?;
                }
                (minor, _) => self.from(major, minor.number(), None, "")?,
            }
        } else {
            self.any = true;
        }
        let Part::Number(major) = high.major else {
            self.any = true;
            return Ok(());
        };
        match (high.minor, high.patch) {
            (Part::Any, _) => {
                self.push(Operator::Less, (after(major).ok_or(Flaw::Impossible)?, 0, 0), zero())
            }
            (Part::Number(minor), Part::Any) => {
                let minor = after(minor).ok_or(Flaw::Impossible)?;
                self.push(Operator::Less, (major.value, minor, 0), zero())
            }
            (Part::Number(minor), Part::Number(patch)) if every && high.pre.is_empty() => {
                let patch = after(patch).ok_or(Flaw::Impossible)?;
                self.push(Operator::Less, (major.value, minor.value, patch), zero())
            }
            (Part::Number(minor), Part::Number(patch)) => {
                let pre = version::prerelease(high.pre).ok_or(Flaw::Impossible)?;
                self.push(Operator::LessEqual, (major.value, minor.value, patch.value), pre)
            }
        }
    }

    /// Adds a comparator unless the set has it already.
    fn push(&mut self, operator: Operator, triple: Triple, pre: Prerelease) -> Result<(), Flaw> {
        let (major, minor, patch) = triple;
        if major.max(minor).max(patch) > MAX_NUMBER {
            return Err(Flaw::Impossible);
        }
        let comparator = Comparator::new(operator, triple, pre);
        if !self.out.get(self.start..).unwrap_or_default().contains(&comparator) {
            self.out.push(comparator);
        }
        Ok(())
    }
}

/// The number after this one, if there may be one.
fn after(number: Number<'_>) -> Option<u64> {
    number.value.checked_add(1).filter(|next| *next <= MAX_NUMBER)
}
