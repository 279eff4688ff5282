//! How much of the code is run by tests.

use super::Judge;
use crate::document::reads;
use crate::fact::{CoverageReport, Covered, Observation, Record};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::ratio::Ratio;
use schemars::JsonSchema;
use serde::Serialize;
use smallvec::SmallVec;

/// So much of the code is run by tests, of the newest report.
///
/// A part that the report says nothing of, or has nothing of, leaves this pending. New lines that are too few to be judged are
/// left out; where nothing else is asked, this does not apply. Monotone: more that is covered never makes it worse.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct CoverageCriterion {
    /// The least part of all lines.
    pub lines: Option<Ratio>,
    /// The least part of all branches.
    pub branches: Option<Ratio>,
    /// The least part of all functions.
    pub functions: Option<Ratio>,
    /// The least part of the lines that are new.
    pub new_lines: Option<Ratio>,
    /// With fewer new lines than this, `new_lines` does not apply.
    pub smallest_change: u64,
}

reads!(CoverageCriterion { lines, branches, functions, new_lines, smallest_change = 20 });

impl Default for CoverageCriterion {
    fn default() -> Self {
        Self { lines: None, branches: None, functions: None, new_lines: None, smallest_change: 20 }
    }
}

impl CoverageCriterion {
    /// That there is a report, whatever it says.
    pub fn new() -> Self {
        Self::default()
    }

    /// At least this part of all lines.
    #[must_use]
    pub fn with_lines(mut self, least: Ratio) -> Self {
        self.lines = Some(least);
        self
    }

    /// At least this part of all branches.
    #[must_use]
    pub fn with_branches(mut self, least: Ratio) -> Self {
        self.branches = Some(least);
        self
    }

    /// At least this part of all functions.
    #[must_use]
    pub fn with_functions(mut self, least: Ratio) -> Self {
        self.functions = Some(least);
        self
    }

    /// At least this part of the lines that are new.
    #[must_use]
    pub fn with_new_lines(mut self, least: Ratio) -> Self {
        self.new_lines = Some(least);
        self
    }

    /// With fewer new lines than this left out.
    #[must_use]
    pub fn with_smallest_change(mut self, lines: u64) -> Self {
        self.smallest_change = lines;
        self
    }

    /// What is asked of which part.
    fn parts(&self) -> impl Iterator<Item = (Part, Ratio)> {
        let asked = [
            (Part::Lines, self.lines),
            (Part::Branches, self.branches),
            (Part::Functions, self.functions),
            (Part::NewLines, self.new_lines),
        ];
        asked.into_iter().filter_map(|(part, least)| Some((part, least?)))
    }

    fn outcome(&self, part: Part, least: Ratio, report: &CoverageReport) -> Outcome {
        match part.of(report) {
            Some(covered) if part == Part::NewLines && covered.total < self.smallest_change => {
                Outcome::Skipped
            }
            // A report that cannot be is none.
            Some(covered) if covered.covered > covered.total => Outcome::Pending,
            // None of none: no new lines is an answer, no lines at all is not.
            Some(covered) if covered.total == 0 && part == Part::NewLines => Outcome::Skipped,
            Some(covered) => match Ratio::of(covered.covered, covered.total) {
                Some(ratio) if ratio >= least => Outcome::Pass,
                Some(_) => Outcome::Fail,
                None => Outcome::Pending,
            },
            None => Outcome::Pending,
        }
    }
}

/// A part of the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Lines,
    Branches,
    Functions,
    NewLines,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Branches => "branches",
            Self::Functions => "functions",
            Self::NewLines => "new lines",
        }
    }

    fn of(self, report: &CoverageReport) -> Option<Covered> {
        match self {
            Self::Lines => report.lines,
            Self::Branches => report.branches,
            Self::Functions => report.functions,
            Self::NewLines => report.new_lines,
        }
    }
}

impl Judge for CoverageCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::kind("coverage")]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(record) = case.latest(0) else { return case.missing(0) };
        let Observation::Coverage(report) = &record.evidence.value else { return case.missing(0) };
        let outcomes: SmallVec<[Outcome; 4]> =
            self.parts().map(|(part, least)| self.outcome(part, least, report)).collect();
        // Left out is neither good nor bad beside what is judged, and all there is where nothing else is.
        let outcome = match outcomes.iter().filter(|outcome| **outcome != Outcome::Skipped).max() {
            Some(worst) => *worst,
            None if outcomes.is_empty() => Outcome::Pass,
            None => Outcome::Skipped,
        };
        case.judged(outcome, || self.detail(outcome, record, report))
    }

    fn expected(&self) -> String {
        let parts: Vec<String> =
            self.parts().map(|(part, least)| format!("{least} of {}", part.name())).collect();
        match parts.as_slice() {
            [] => "coverage reported".to_owned(),
            parts => format!("at least {} covered", parts.join(", ")),
        }
    }

    fn cost(&self) -> f64 {
        5.0
    }
}

impl CoverageCriterion {
    fn detail(&self, worst: Outcome, record: &Record, report: &CoverageReport) -> Detail {
        let say = |(part, least): (Part, Ratio)| {
            let name = part.name();
            match (part.of(report), self.outcome(part, least, report)) {
                (None, _) => format!("the report says nothing of {name}"),
                (Some(covered), Outcome::Skipped) => {
                    format!("{} {name} are too few to be judged ({})", covered.total, self.smallest_change)
                }
                (Some(covered), _) if covered.covered > covered.total => {
                    format!(
                        "the report says that {} of {} {name} are covered, which cannot be",
                        covered.covered, covered.total
                    )
                }
                (Some(covered), _) => match Ratio::of(covered.covered, covered.total) {
                    Some(ratio) => {
                        format!("{ratio} of {name} covered ({} of {})", covered.covered, covered.total)
                    }
                    None => format!("there are no {name}"),
                },
            }
        };
        let said: Vec<String> = self.parts().map(say).collect();
        let detail = match said.as_slice() {
            [] => Detail::new("coverage is reported"),
            said => Detail::new(said.join("; ")),
        };
        let first = self.parts().next().map_or(Part::Lines, |(part, _)| part).of(report);
        let detail = match first.and_then(|covered| Ratio::of(covered.covered, covered.total)) {
            Some(ratio) => detail.observed(ratio.get()),
            None => detail,
        };
        match worst {
            Outcome::Fail => detail.on(record).action("Cover more of the code, and measure it again."),
            Outcome::Pending => detail.on(record).action("Measure what is asked for, and report it."),
            _ => detail.on(record),
        }
    }
}
