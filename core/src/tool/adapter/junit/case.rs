//! One test case: what it came to, and how long it took.

use crate::Result;
use crate::document::shorten;
use crate::tool::ToolError;
use crate::tool::xml::{Element, Reader};

/// What a test case came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    Failed,
    Errored,
    Skipped,
}

/// What stands in a test case's tag and what the elements inside it say.
#[derive(Default)]
pub(super) struct Case {
    pub name: String,
    /// Seconds.
    pub time: f64,
    stated: Stated,
    failed: bool,
    errored: bool,
    skipped: bool,
    pub flaky: bool,
    pub rerun: bool,
}

impl Case {
    /// Of its tag.
    pub(super) fn of(tag: &Element<'_>) -> Result<Self> {
        let text = |name| Ok::<_, crate::Error>(tag.get(name)?.unwrap_or_default());
        let stated = Stated::of(&text("status")?, tag).and(Stated::of(&text("result")?, tag));
        Ok(Self {
            name: format!("{}::{}", text("classname")?, text("name")?),
            time: seconds(&text("time")?).unwrap_or(0.0),
            stated,
            ..Self::default()
        })
    }

    /// Takes note of an element directly inside it.
    pub(super) fn note(&mut self, element: &str) {
        match element {
            "failure" => self.failed = true,
            "error" => self.errored = true,
            "skipped" | "disabled" | "ignored" => self.skipped = true,
            "flakyFailure" | "flakyError" => self.flaky = true,
            "rerunFailure" | "rerunError" => self.rerun = true,
            _ => {}
        }
    }

    /// What it came to. Several results are the worst of them: a failure is what the test is about, an error beside it comes
    /// of clearing up. An element inside says more than an attribute, but for a failure that only the attribute knows of.
    ///
    /// # Errors
    /// `tool.unknown_status` where all there is is a word that nobody knows.
    pub(super) fn outcome(&self, reader: &Reader<'_>) -> Result<Outcome> {
        Ok(match &self.stated {
            _ if self.failed => Outcome::Failed,
            _ if self.errored => Outcome::Errored,
            Stated::As(outcome @ (Outcome::Failed | Outcome::Errored)) => *outcome,
            _ if self.skipped => Outcome::Skipped,
            // Run again, and nothing says that it passed then.
            Stated::Nothing if self.rerun => Outcome::Failed,
            Stated::Nothing => Outcome::Passed,
            Stated::As(outcome) => *outcome,
            Stated::Unknown(input, from) => {
                let known = STATUSES.iter().map(|(known, _)| *known).collect();
                let (what, input, at) = ("status of a test case", input.clone(), reader.place(*from));
                return Err(ToolError::UnknownStatus { tool: "junit", what, input, known, at }.into());
            }
        })
    }
}

/// What the attributes `status` and `result` say, of which JUnit itself knows none.
#[derive(Default)]
enum Stated {
    /// Nothing, or only that the case ran.
    #[default]
    Nothing,
    As(Outcome),
    /// The word, and where its element begins, in bytes.
    Unknown(String, usize),
}

impl Stated {
    fn of(text: &str, tag: &Element<'_>) -> Self {
        let word: String =
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        match STATUSES.iter().find(|(known, _)| *known == word) {
            _ if word.is_empty() => Self::Nothing,
            Some((_, outcome)) => outcome.map_or(Self::Nothing, Self::As),
            None => Self::Unknown(shorten(text), tag.from()),
        }
    }

    /// Both: googletest says `status="run"` beside `result="skipped"`.
    fn and(self, other: Self) -> Self {
        let rank = |stated: &Self| match stated {
            Self::Nothing => 0,
            Self::As(Outcome::Passed) => 1,
            Self::As(Outcome::Skipped) => 2,
            Self::Unknown(..) => 3,
            Self::As(Outcome::Errored) => 4,
            Self::As(Outcome::Failed) => 5,
        };
        if rank(&other) > rank(&self) { other } else { self }
    }
}

/// The words of googletest, CTest, Bazel, behave, Cucumber and others, in lower case and without what is between words.
const STATUSES: &[(&str, Option<Outcome>)] = &[
    ("passed", Some(Outcome::Passed)),
    ("pass", Some(Outcome::Passed)),
    ("success", Some(Outcome::Passed)),
    ("successful", Some(Outcome::Passed)),
    ("ok", Some(Outcome::Passed)),
    // That it ran, whatever it came to.
    ("run", None),
    ("completed", None),
    ("executed", None),
    ("finished", None),
    ("failed", Some(Outcome::Failed)),
    ("fail", Some(Outcome::Failed)),
    ("failure", Some(Outcome::Failed)),
    ("errored", Some(Outcome::Errored)),
    ("error", Some(Outcome::Errored)),
    ("broken", Some(Outcome::Errored)),
    ("aborted", Some(Outcome::Errored)),
    ("interrupted", Some(Outcome::Errored)),
    ("timeout", Some(Outcome::Errored)),
    ("timedout", Some(Outcome::Errored)),
    ("undefined", Some(Outcome::Errored)),
    ("ambiguous", Some(Outcome::Errored)),
    ("skipped", Some(Outcome::Skipped)),
    ("skip", Some(Outcome::Skipped)),
    ("disabled", Some(Outcome::Skipped)),
    ("ignored", Some(Outcome::Skipped)),
    ("suppressed", Some(Outcome::Skipped)),
    ("notrun", Some(Outcome::Skipped)),
    ("pending", Some(Outcome::Skipped)),
    ("todo", Some(Outcome::Skipped)),
    ("untested", Some(Outcome::Skipped)),
    ("blocked", Some(Outcome::Skipped)),
    ("inconclusive", Some(Outcome::Skipped)),
    ("incomplete", Some(Outcome::Skipped)),
];

/// A time in seconds: `0.016`, `1,426.5` and `1,426` (thousands), `0,016` (a decimal comma), `1e-05`, `12s`; none where it is
/// no number.
pub(super) fn seconds(text: &str) -> Option<f64> {
    let text = text.trim();
    let text = text.strip_suffix('s').unwrap_or(text).trim_end();
    let number = match (text.rfind(','), text.rfind('.')) {
        (None, _) => text.to_owned(),
        (Some(comma), Some(point)) if comma > point => text.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => text.replace(',', ""),
        (Some(_), None) if in_thousands(text) => text.replace(',', ""),
        (Some(_), None) => text.replace(',', "."),
    };
    // Not `inf` and `nan`, which Rust reads as numbers.
    let number = number.parse().ok()?;
    f64::is_finite(number).then_some(number)
}

/// Whether the commas of a text part its digits in threes.
fn in_thousands(text: &str) -> bool {
    let mut groups = text.trim_start_matches(['-', '+']).split(',');
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && digits(group))
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn times() {
        for (text, expected) in [
            ("0.016", Some(0.016)),
            ("1,426", Some(1426.0)),
            ("1,426.5", Some(1426.5)),
            ("1,234,567.25", Some(1_234_567.25)),
            ("1.426,5", Some(1426.5)),
            ("0,016", Some(0.016)),
            ("12,5", Some(12.5)),
            ("-345345", Some(-345_345.0)),
            ("-1,426", Some(-1426.0)),
            (" 2s ", Some(2.0)),
            ("1e-05", Some(0.00001)),
            ("", None),
            ("NaN", None),
            ("soon", None),
        ] {
            assert_eq!(seconds(text), expected, "{text:?}");
        }
    }
}
