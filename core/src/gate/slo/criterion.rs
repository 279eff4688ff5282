//! One criterion of an objective: `<500`, `<=+10%`, `>-8`.

use super::error::SloError;
use crate::Result;
use crate::document::{Node, Read, names};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// How a value is compared with its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub enum SloOperator {
    /// Below the target.
    #[serde(rename = "<")]
    Less,
    /// At most the target.
    #[serde(rename = "<=")]
    LessOrEqual,
    /// The target itself.
    #[serde(rename = "=")]
    Equal,
    /// At least the target.
    #[serde(rename = ">=")]
    GreaterOrEqual,
    /// Above the target.
    #[serde(rename = ">")]
    Greater,
}

impl SloOperator {
    /// Every operator, longer signs before those that they begin with.
    pub const ALL: [Self; 5] =
        [Self::LessOrEqual, Self::Less, Self::Equal, Self::GreaterOrEqual, Self::Greater];

    /// The sign.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Equal => "=",
            Self::GreaterOrEqual => ">=",
            Self::Greater => ">",
        }
    }

    /// Whether the value keeps to the target; nothing does with a value that is no number.
    ///
    /// ```
    /// use greenboard::gate::slo::SloOperator;
    /// assert!(SloOperator::GreaterOrEqual.holds(10.0, 10.0));
    /// assert!(!SloOperator::Greater.holds(10.0, 10.0));
    /// ```
    pub fn holds(self, value: f64, target: f64) -> bool {
        match self {
            Self::Less => value < target,
            Self::LessOrEqual => value <= target,
            Self::Equal => value == target,
            Self::GreaterOrEqual => value >= target,
            Self::Greater => value > target,
        }
    }
}

names!(SloOperator: "operator");

impl fmt::Display for SloOperator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A criterion, read: an operator, and a number that is the target itself or its distance from what was measured before.
///
/// ```
/// use greenboard::gate::slo::{SloCriterion, SloOperator};
/// let criterion = SloCriterion::parse("<= +10 %")?;
/// assert_eq!(criterion.operator, SloOperator::LessOrEqual);
/// assert!(criterion.percent && criterion.is_comparison && criterion.increase);
/// assert_eq!(criterion.to_string(), "<=+10%");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloCriterion {
    /// The operator.
    pub operator: SloOperator,
    /// The number, without its sign.
    pub value: f64,
    /// Whether the number is a percentage of what was measured before.
    pub percent: bool,
    /// Whether the target is relative to what was measured before: there is a sign, or a `%`.
    pub is_comparison: bool,
    /// Whether the number is added to what was measured before, and not taken off; of a percentage without a sign it is.
    pub increase: bool,
}

impl SloCriterion {
    /// Reads `operator[sign]number[%]`; spaces count nothing. The number is what Keptn reads: decimal, perhaps with an
    /// exponent.
    ///
    /// # Errors
    /// `gate.slo_criterion`, with the column.
    pub fn parse(text: &str) -> Result<Self> {
        let refused =
            |reason: &'static str| SloError::Criterion { input: crate::gate::cel::quoted(text), reason };
        let written: String = text.chars().filter(|c| *c != ' ').collect();
        let operator = SloOperator::ALL.into_iter().find(|operator| written.starts_with(operator.name()));
        let Some(operator) = operator else {
            return Err(refused("it begins with none of <, <=, =, >= and >").into());
        };
        let rest = written.get(operator.name().len()..).unwrap_or_default();
        let (rest, percent) = rest.strip_suffix('%').map_or((rest, false), |rest| (rest, true));
        let (rest, sign) = match rest.as_bytes().first() {
            Some(b'-') => (rest.get(1..).unwrap_or_default(), Some(false)),
            Some(b'+') => (rest.get(1..).unwrap_or_default(), Some(true)),
            _ => (rest, None),
        };
        let Some(value) = number(rest) else {
            return Err(refused("what follows the operator is no number").into());
        };
        Ok(Self {
            operator,
            value,
            percent,
            is_comparison: percent || sign.is_some(),
            increase: sign.unwrap_or(percent),
        })
    }

    /// The target, where `before` is what was measured before, in one number; none where one is needed and not there.
    ///
    /// ```
    /// use greenboard::gate::slo::SloCriterion;
    /// assert_eq!(SloCriterion::parse("<=-10%")?.target(Some(50.0)), Some(45.0));
    /// assert_eq!(SloCriterion::parse("<=+10%")?.target(None), None);
    /// assert_eq!(SloCriterion::parse("<200")?.target(None), Some(200.0));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn target(&self, before: Option<f64>) -> Option<f64> {
        if !self.is_comparison {
            return Some(self.value);
        }
        let signed = if self.increase { self.value } else { -self.value };
        before.map(|before| if self.percent { before * (100.0 + signed) / 100.0 } else { before + signed })
    }
}

/// A number as Go's `ParseFloat` reads it in decimal, without the words for infinity and for what is no number: they would
/// make a target that everything keeps to.
fn number(text: &str) -> Option<f64> {
    let decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
    let value: f64 = text.chars().all(decimal).then(|| text.parse().ok())??;
    value.is_finite().then_some(value)
}

impl fmt::Display for SloCriterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match (self.is_comparison, self.increase) {
            (false, _) => "",
            (true, true) => "+",
            (true, false) => "-",
        };
        write!(f, "{}{sign}{}{}", self.operator, self.value, if self.percent { "%" } else { "" })
    }
}

/// As the text that it is written as.
impl Read for SloCriterion {
    fn read(node: &Node) -> Result<Self> {
        node.parsed(Self::parse)
    }
}

/// Reads a criterion; see [`SloCriterion::parse`].
///
/// ```
/// let criterion = greenboard::gate::slo::parse_criterion(">-8%")?;
/// assert_eq!((criterion.value, criterion.increase), (8.0, false));
///
/// let error = greenboard::gate::slo::parse_criterion("~10").unwrap_err();
/// assert_eq!(error.code(), "gate.slo_criterion");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `gate.slo_criterion`.
pub fn parse_criterion(text: &str) -> Result<SloCriterion> {
    SloCriterion::parse(text)
}
