//! Whole numbers of any size: Maven, Go, RubyGems and Debian set no limit to the numbers in a version.

use super::bump::Step;
use std::cmp::Ordering;
use std::fmt;

/// A whole number of any size. Leading zeros are no part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Number {
    /// Up to 2^64 − 1.
    Small(u64),
    /// Larger than that, in decimal digits.
    Big(Box<str>),
}

impl Number {
    pub(crate) const ZERO: Self = Self::Small(0);

    /// Reads decimal digits; anything else counts as zero, so callers scan first.
    pub(crate) fn of(digits: &str) -> Self {
        let digits = digits.trim_start_matches('0');
        match digits.parse() {
            Ok(small) => Self::Small(small),
            Err(_) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
                Self::Big(digits.into())
            }
            Err(_) => Self::ZERO,
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    /// One more.
    pub(crate) fn next(&self) -> Self {
        match self {
            Self::Small(n) => match n.checked_add(1) {
                Some(next) => Self::Small(next),
                None => Self::of("18446744073709551616"),
            },
            Self::Big(digits) => {
                let kept = digits.trim_end_matches('9');
                let nines = digits.len() - kept.len();
                let raised = match kept.as_bytes().split_last() {
                    None => "1".to_owned(),
                    Some((last, _)) => format!("{}{}", &kept[..kept.len() - 1], char::from(last + 1)),
                };
                Self::Big((raised + &"0".repeat(nines)).into())
            }
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) => a.cmp(b),
            (Self::Small(_), Self::Big(_)) => Ordering::Less,
            (Self::Big(_), Self::Small(_)) => Ordering::Greater,
            (Self::Big(a), Self::Big(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Small(n) => n.fmt(f),
            Self::Big(digits) => f.write_str(digits),
        }
    }
}

/// The numbers that `text` begins with, dots between them, and what follows.
pub(crate) fn leading(text: &str) -> (Vec<Number>, &str) {
    let (mut numbers, mut rest) = (Vec::new(), text);
    loop {
        let next = if numbers.is_empty() { rest } else { rest.strip_prefix('.').unwrap_or("") };
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return (numbers, rest);
        }
        let (number, after) = next.split_at(digits);
        numbers.push(Number::of(number));
        rest = after;
    }
}

/// Which of the numbers a step raises: 0 for major, 1 for minor, 2 for patch.
pub(crate) fn position(step: Step) -> usize {
    match step {
        Step::Major | Step::Premajor => 0,
        Step::Minor | Step::Preminor => 1,
        Step::Patch | Step::Prepatch | Step::Prerelease | Step::Release => 2,
    }
}

/// Raises one number and sets those after it to zero, as many as there were.
pub(crate) fn raise(numbers: &mut Vec<Number>, position: usize) {
    if numbers.len() <= position {
        numbers.resize(position + 1, Number::ZERO);
    }
    for (at, number) in numbers.iter_mut().enumerate().skip(position) {
        *number = if at == position { number.next() } else { Number::ZERO };
    }
}

/// Whether a prerelease of these numbers leads to what the step asks for, so that the step completes it.
pub(crate) fn leads_to(numbers: &[Number], step: Step) -> bool {
    numbers.iter().skip(position(step) + 1).all(Number::is_zero)
}

/// The numbers with dots between them.
pub(crate) fn dotted(numbers: &[Number]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

/// The first of major, minor and patch in which two lists differ, missing numbers being zero; 2 where it is none of them.
pub(crate) fn first_difference(a: &[Number], b: &[Number]) -> usize {
    let number = |numbers: &[Number], at: usize| numbers.get(at).cloned().unwrap_or(Number::ZERO);
    (0..2).find(|at| number(a, *at) != number(b, *at)).unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_limit() {
        let max = Number::of("18446744073709551615");
        let next = max.next();
        assert_eq!(next.to_string(), "18446744073709551616");
        assert!(max < next && next < next.next());
        assert_eq!(Number::of("00099999999999999999999").next().to_string(), "100000000000000000000");
        assert_eq!(Number::of("20000000000000000000").next().to_string(), "20000000000000000001");
        assert!(Number::of("99999999999999999999") < Number::of("100000000000000000000"));
        assert_eq!(Number::of("000"), Number::ZERO);
    }
}
