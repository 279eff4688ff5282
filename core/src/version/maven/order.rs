//! Maven's order: `ComparableVersion` as Maven 4 has it, which 3.9 differs from only where its own order has cycles.
//!
//! A version is split at `.`, `-` and between digits and letters. A hyphen, and a change from digits to letters, opens a
//! list that holds all that follows; since a list is always the last element of the one around it, a version is kept flat,
//! each item saying whether it opens a list, and compared from left to right without recursion.

use crate::version::number::Number;
use std::cmp::Ordering;

/// A part of a version.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Item {
    /// Whether it is the first of a list of its own.
    opens: bool,
    pub(super) value: Value,
}

/// What a part says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Value {
    Number(Number),
    Word(Word),
    /// A word with a number of its own: `rc1`, `rc-1`.
    Numbered(Word, Number),
}

/// A qualifier; the derived order is Maven's. Unknown words come after all known ones, by alphabet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Word {
    Alpha,
    Beta,
    Milestone,
    Rc,
    Snapshot,
    /// `ga`, `final` or `release`: as good as no qualifier.
    Release,
    Sp,
    Other(Utf16),
}

/// A text in the order of Java's strings: by UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Utf16(Box<str>);

impl PartialOrd for Utf16 {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Utf16 {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.encode_utf16().cmp(other.0.encode_utf16())
    }
}

impl Word {
    fn of(text: &str, numbered: bool) -> Self {
        match text {
            "a" if numbered => Self::Alpha,
            "b" if numbered => Self::Beta,
            "m" if numbered => Self::Milestone,
            "alpha" => Self::Alpha,
            "beta" => Self::Beta,
            "milestone" => Self::Milestone,
            "rc" | "cr" => Self::Rc,
            "snapshot" => Self::Snapshot,
            "ga" | "final" | "release" => Self::Release,
            "sp" => Self::Sp,
            _ => Self::Other(Utf16(text.into())),
        }
    }

    /// Whether a version with it comes before the one without.
    pub(super) fn leads_to_release(&self) -> bool {
        *self < Self::Release
    }
}

impl Value {
    /// The order against the end of the other version, which is worth 0 and no qualifier.
    fn against_nothing(&self) -> Ordering {
        match self {
            Self::Number(number) => number.cmp(&Number::ZERO),
            Self::Word(word) => word.cmp(&Word::Release),
            Self::Numbered(word, number) => word.cmp(&Word::Release).then_with(|| number.cmp(&Number::ZERO)),
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Number(_), _) => Ordering::Greater,
            (_, Self::Number(_)) => Ordering::Less,
            (Self::Word(a), Self::Word(b)) => a.cmp(b),
            (Self::Numbered(a, m), Self::Numbered(b, n)) => a.cmp(b).then_with(|| m.cmp(n)),
            (Self::Numbered(a, n), Self::Word(b)) => a.cmp(b).then_with(|| more_than_bare(a, n)),
            (Self::Word(a), Self::Numbered(b, n)) => a.cmp(b).then_with(|| more_than_bare(b, n).reverse()),
        }
    }
}

/// The order of a numbered word against the same word alone.
fn more_than_bare(word: &Word, number: &Number) -> Ordering {
    if *word == Word::Release { number.cmp(&Number::ZERO) } else { Ordering::Greater }
}

/// The order of two versions.
pub(super) fn compare(a: &[Item], b: &[Item]) -> Ordering {
    let common = a.iter().zip(b).enumerate();
    for (at, (left, right)) in common {
        let rest = |items: &[Item]| against_nothing(items.get(at + 1..).unwrap_or_default());
        let order = left.value.compare(&right.value);
        match (left.opens, right.opens) {
            // A list comes before a number, and is else compared by its first item and, to nothing, by its others.
            (true, false) if matches!(right.value, Value::Number(_)) => return Ordering::Less,
            (false, true) if matches!(left.value, Value::Number(_)) => return Ordering::Greater,
            (true, false) => return order.then_with(|| rest(a)).then_with(|| rest(b).reverse()),
            (false, true) => return order.then_with(|| rest(b).reverse()).then_with(|| rest(a)),
            _ if order.is_ne() => return order,
            _ => {}
        }
    }
    let rest = |items: &[Item], from: usize| against_nothing(items.get(from..).unwrap_or_default());
    rest(a, b.len()).then_with(|| rest(b, a.len()).reverse())
}

fn against_nothing(items: &[Item]) -> Ordering {
    items
        .iter()
        .map(|item| item.value.against_nothing())
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// The items of a version's text.
pub(super) fn items(text: &str) -> Vec<Item> {
    let mut reader = Reader { lists: vec![Vec::new()], digits: false, numbered: false };
    let text = text.to_lowercase();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let token = text.get(start..at).unwrap_or("");
        match c {
            '.' => {
                reader.add(token);
                start = at + 1;
            }
            '-' => {
                let digit_next = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
                if !token.is_empty() && !reader.digits && digit_next {
                    // `rc-1` is read as `rc1`.
                    reader.numbered = true;
                    continue;
                }
                reader.add(token);
                start = at + 1;
                reader.open();
            }
            '0'..='9' => {
                if !reader.digits && !token.is_empty() {
                    reader.numbered = true;
                    reader.open();
                }
                reader.digits = true;
            }
            _ => {
                if reader.digits && !token.is_empty() {
                    reader.add(token);
                    start = at;
                    reader.open();
                }
                reader.digits = false;
            }
        }
    }
    if let Some(token) = text.get(start..).filter(|token| !token.is_empty()) {
        if !reader.digits {
            // `1.x` is read as `1-x`.
            reader.open();
        }
        reader.add(token);
    }
    flatten(reader.lists)
}

/// What has been read: the lists, each inside the one before it, and what the present token is.
struct Reader {
    lists: Vec<Vec<Value>>,
    /// Whether the last letter or digit was a digit; separators leave it as it is.
    digits: bool,
    /// Whether the present token is a word with a number.
    numbered: bool,
}

impl Reader {
    /// Adds a token to the innermost list; an empty one counts as zero.
    fn add(&mut self, token: &str) {
        let value = match token {
            "" => Value::Number(Number::ZERO),
            _ if self.numbered => {
                let digits = token.find(|c: char| c.is_ascii_digit()).unwrap_or(token.len());
                let (word, number) = token.split_at(digits);
                Value::Numbered(Word::of(&word.replace('-', ""), true), Number::of(number))
            }
            _ if self.digits => Value::Number(Number::of(token)),
            _ => Value::Word(Word::of(token, false)),
        };
        self.numbered = false;
        if let Some(list) = self.lists.last_mut() {
            list.push(value);
        }
    }

    /// Opens a list, unless the innermost has nothing in it yet.
    fn open(&mut self) {
        if self.lists.last().is_some_and(|list| !list.is_empty()) {
            self.lists.push(Vec::new());
        }
    }
}

/// Drops the zeros that say nothing, those at the end of a list and those before a word, and the lists that this empties.
fn flatten(lists: Vec<Vec<Value>>) -> Vec<Item> {
    let mut kept: Vec<Vec<Value>> = Vec::with_capacity(lists.len());
    for list in lists.into_iter().rev() {
        let mut reversed: Vec<Value> = Vec::with_capacity(list.len());
        for value in list.into_iter().rev() {
            let next = reversed.last().or_else(|| kept.last().and_then(|inner| inner.first()));
            let says_nothing = match next {
                None | Some(Value::Word(_)) => true,
                // In one list, a numbered word does not swallow the zero before it.
                Some(Value::Numbered(..)) => reversed.is_empty(),
                Some(Value::Number(_)) => false,
            };
            if value != Value::Number(Number::ZERO) || !says_nothing {
                reversed.push(value);
            }
        }
        if !reversed.is_empty() {
            reversed.reverse();
            kept.push(reversed);
        }
    }
    let lists = kept.into_iter().rev().enumerate();
    lists
        .flat_map(|(depth, list)| {
            list.into_iter().enumerate().map(move |(at, value)| Item { opens: depth > 0 && at == 0, value })
        })
        .collect()
}
