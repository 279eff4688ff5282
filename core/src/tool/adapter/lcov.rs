//! lcov's tracefiles.

use super::Adapter;
use crate::Result;
use crate::document::{Position, reads, shorten};
use crate::fact::{CoverageReport, Covered, Fact};
use crate::tool::payload::{Notation, Payload};
use crate::tool::{Reading, ToolError, ratio};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashMap;

/// An lcov tracefile: which lines, functions and branches of which files were run.
///
/// The totals are lcov's own (`LF`, `LH` and so on), summed over all files; the counts of `DA` are of the lines themselves, and
/// contradict them where a report was edited or cut.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct LcovInspection {
    /// The source files (`SF`), one for each record of a file.
    pub files: u64,
    /// Lines that could be run, as stated.
    #[serde(rename = "LF")]
    pub lines_found: u64,
    /// Lines that were, as stated.
    #[serde(rename = "LH")]
    pub lines_hit: u64,
    /// `LH` of `LF`, 0–1 to six decimals; none where there are no lines.
    pub line_rate: Option<f64>,
    /// Functions, as stated.
    #[serde(rename = "FNF")]
    pub functions_found: u64,
    /// Functions that were run, as stated.
    #[serde(rename = "FNH")]
    pub functions_hit: u64,
    /// Branches, as stated.
    #[serde(rename = "BRF")]
    pub branches_found: u64,
    /// Branches that were taken, as stated.
    #[serde(rename = "BRH")]
    pub branches_hit: u64,
    /// The `DA` lines.
    #[serde(rename = "DA_lines")]
    pub da_lines: u64,
    /// Those of them with a count above zero.
    #[serde(rename = "DA_hit")]
    pub da_hit: u64,
    /// The records, by the lines that end them.
    pub end_of_record: u64,
}

reads!(LcovInspection {
    files,
    lines_found as "LF",
    lines_hit as "LH",
    line_rate,
    functions_found as "FNF",
    functions_hit as "FNH",
    branches_found as "BRF",
    branches_hit as "BRH",
    da_lines as "DA_lines",
    da_hit as "DA_hit",
    end_of_record,
});

impl Adapter for LcovInspection {
    const REPORT: &'static str = "a tracefile with records that begin with SF:";

    fn recognises(payload: &Payload<'_>) -> bool {
        /// Before the first record there may be comments and the test's name.
        const FEW: usize = 100;
        let text = (payload.notation() == Notation::Lines).then(|| payload.text().ok()).flatten();
        text.is_some_and(|text| text.lines().take(FEW).any(|line| line.trim_start().starts_with("SF:")))
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let mut totals = Self::default();
        let mut open = false;
        for (index, line) in payload.text()?.lines().enumerate() {
            let line = line.trim();
            let count = |value: &str| counted(line, value, index);
            let Some((key, value)) = line.split_once(':') else {
                if line == "end_of_record" {
                    totals.end_of_record += 1;
                    open = false;
                }
                continue;
            };
            match key {
                "SF" => {
                    totals.files += 1;
                    open = true;
                }
                "LF" => totals.lines_found = totals.lines_found.saturating_add(count(value)?),
                "LH" => totals.lines_hit = totals.lines_hit.saturating_add(count(value)?),
                "FNF" => totals.functions_found = totals.functions_found.saturating_add(count(value)?),
                "FNH" => totals.functions_hit = totals.functions_hit.saturating_add(count(value)?),
                "BRF" => totals.branches_found = totals.branches_found.saturating_add(count(value)?),
                "BRH" => totals.branches_hit = totals.branches_hit.saturating_add(count(value)?),
                "DA" => {
                    totals.da_lines += 1;
                    totals.da_hit += u64::from(is_hit(line, value, index)?);
                }
                _ => {}
            }
        }
        if open {
            let reason = "the last record has no end_of_record; the report was cut off".to_owned();
            let at = Position::default();
            return Err(ToolError::Malformed { notation: "tracefile", reason, at }.into());
        }
        totals.line_rate = ratio(totals.lines_hit, totals.lines_found);
        Ok(totals)
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let seen = Seen::of(reading.payload.text()?)?;
        let stated = |hit, found| (found > 0).then(|| Covered::new(hit, found));
        let mut coverage = CoverageReport::new();
        coverage.lines = seen.lines().or(stated(self.lines_hit, self.lines_found));
        coverage.branches = seen.branches().or(stated(self.branches_hit, self.branches_found));
        coverage.functions = stated(self.functions_hit, self.functions_found);
        Ok(vec![reading.evidence(coverage, None)?])
    }
}

/// Each line and branch once, whichever tests ran it: a tracefile that was put together of several has a file in several
/// records.
#[derive(Default)]
struct Seen<'t> {
    lines: HashMap<(&'t str, &'t str), bool>,
    branches: HashMap<(&'t str, &'t str), bool>,
}

impl<'t> Seen<'t> {
    fn of(text: &'t str) -> Result<Self> {
        let mut seen = Self::default();
        let mut file = "";
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            match line.split_once(':') {
                Some(("SF", name)) => file = name,
                Some(("DA", value)) => {
                    let number = value.split(',').next().unwrap_or_default();
                    *seen.lines.entry((file, number)).or_default() |= is_hit(line, value, index)?;
                }
                // BRDA:<line>,<block>,<branch>,<taken>; `-` where the line was never run.
                Some(("BRDA", value)) => {
                    let (branch, taken) = value.rsplit_once(',').unwrap_or((value, "-"));
                    let taken =
                        taken.bytes().any(|byte| matches!(byte, b'1'..=b'9')) && !taken.starts_with('-');
                    *seen.branches.entry((file, branch)).or_default() |= taken;
                }
                _ => {}
            }
        }
        Ok(seen)
    }

    fn lines(&self) -> Option<Covered> {
        covered(&self.lines)
    }

    fn branches(&self) -> Option<Covered> {
        covered(&self.branches)
    }
}

fn covered<K>(seen: &HashMap<K, bool>) -> Option<Covered> {
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let hit = seen.values().filter(|hit| **hit).count();
    (!seen.is_empty()).then(|| Covered::new(count(hit), count(seen.len())))
}

/// Whether a line was run: `DA:<line>,<count>[,<checksum>]`. Counts of some tools are negative or beyond 64 bits where theirs
/// ran over; a negative one is no run.
fn is_hit(line: &str, value: &str, index: usize) -> Result<bool> {
    let count = value.split(',').nth(1).map(str::trim).unwrap_or_default();
    match count.strip_prefix('-').unwrap_or(count) {
        digits if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err(invalid(line, "DA:<line>,<count>", index))
        }
        digits => Ok(!count.starts_with('-') && digits.bytes().any(|byte| byte != b'0')),
    }
}

fn counted(line: &str, value: &str, index: usize) -> Result<u64> {
    value.trim().parse().map_err(|_| invalid(line, "a count", index))
}

fn invalid(line: &str, expected: &'static str, index: usize) -> crate::Error {
    let at = Position { line: u32::try_from(index + 1).unwrap_or(u32::MAX), column: 1 };
    ToolError::InvalidValue { what: "line", input: shorten(line), expected, at }.into()
}
