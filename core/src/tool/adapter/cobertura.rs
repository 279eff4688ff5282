//! Cobertura's XML, as coverage.py, coverlet and many others write it.

use super::Adapter;
use crate::Result;
use crate::document::{reads, shorten};
use crate::fact::{CoverageReport, Covered, Fact};
use crate::tool::payload::Payload;
use crate::tool::time::instant;
use crate::tool::xml::{Element, Event, Reader};
use crate::tool::{Reading, ToolError, ratio};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A Cobertura report: which lines of which classes were run.
///
/// A line stands in it twice, under its method and under its class; the counts are of those under classes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CoberturaInspection {
    /// What the outermost element says of the whole, as written: `line-rate`, `branch-rate`, `lines-covered`, `lines-valid`,
    /// `branches-covered`, `branches-valid`, `timestamp`, `version`; none where it does not say. The rates are rounded.
    pub attrs: BTreeMap<String, Option<String>>,
    /// The packages.
    pub packages: u64,
    /// The classes.
    pub classes: u64,
    /// The lines directly under classes.
    pub class_lines: u64,
    /// Those of them that were run.
    pub class_lines_hit: u64,
    /// `class_lines_hit` of `class_lines`, 0–1 to six decimals; none where there are no such lines.
    pub computed_line_rate: Option<f64>,
    /// All lines, under methods and under classes.
    pub line_elements_total: u64,
    /// The branches of the lines directly under classes (`condition-coverage="50% (1/2)"`).
    pub class_branches: u64,
    /// Those of them that were taken.
    pub class_branches_hit: u64,
}

reads!(CoberturaInspection {
    attrs,
    packages,
    classes,
    class_lines,
    class_lines_hit,
    computed_line_rate,
    line_elements_total,
    class_branches,
    class_branches_hit,
});

/// What the outermost element may say.
const ATTRIBUTES: [&str; 8] = [
    "line-rate",
    "branch-rate",
    "lines-covered",
    "lines-valid",
    "branches-covered",
    "branches-valid",
    "timestamp",
    "version",
];

impl Adapter for CoberturaInspection {
    const REPORT: &'static str = "XML with the root <coverage> that has a line-rate, packages or sources";

    fn recognises(payload: &Payload<'_>) -> bool {
        // Clover's root has the same name.
        payload.xml_root().is_some_and(|root| {
            let child = root.child.as_deref();
            root.name == "coverage"
                && (root.get("line-rate").is_some() || matches!(child, Some("packages" | "sources")))
        })
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let root = payload.root()?;
        let attribute = |name: &str| (name.to_owned(), root.get(name).map(str::to_owned));
        let mut report = Self { attrs: ATTRIBUTES.map(attribute).into(), ..Self::default() };
        let mut reader = Reader::new(payload.text()?);
        // Whether each open element is a method, or lies in one.
        let mut in_method: Vec<bool> = Vec::new();
        while let Some(event) = reader.next()? {
            match event {
                Event::Open(element) => {
                    let inside = in_method.last() == Some(&true);
                    match element.name() {
                        "package" => report.packages += 1,
                        "class" => report.classes += 1,
                        "line" => report.count(&element, inside)?,
                        _ => {}
                    }
                    in_method.push(inside || element.name() == "method");
                }
                Event::Close => {
                    in_method.pop();
                }
            }
        }
        report.computed_line_rate = ratio(report.class_lines_hit, report.class_lines);
        Ok(report)
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let stated = |covered: &str, valid: &str| {
            let count = |name: &str| self.attrs.get(name)?.as_deref()?.trim().parse::<f64>().ok();
            // Some tools write counts as `1.0`.
            let (covered, valid) = (count(covered)? as u64, count(valid)? as u64);
            (valid > 0).then(|| Covered::new(covered.min(valid), valid))
        };
        let counted = |hit, all| (all > 0).then(|| Covered::new(hit, all));
        let mut coverage = CoverageReport::new();
        coverage.lines =
            counted(self.class_lines_hit, self.class_lines).or(stated("lines-covered", "lines-valid"));
        coverage.branches = counted(self.class_branches_hit, self.class_branches)
            .or(stated("branches-covered", "branches-valid"));
        let at = self.attrs.get("timestamp").and_then(Option::as_deref).and_then(instant);
        Ok(vec![reading.evidence(coverage, at)?])
    }
}

impl CoberturaInspection {
    fn count(&mut self, line: &Element<'_>, in_method: bool) -> Result<()> {
        self.line_elements_total += 1;
        if in_method {
            return Ok(());
        }
        self.class_lines += 1;
        self.class_lines_hit += u64::from(is_hit(line)?);
        if let Some((taken, all)) = line.get("condition-coverage")?.as_deref().and_then(branches) {
            self.class_branches = self.class_branches.saturating_add(all);
            self.class_branches_hit = self.class_branches_hit.saturating_add(taken.min(all));
        }
        Ok(())
    }
}

/// Whether a line was run. Counts of some tools are beyond 64 bits or have a fraction.
fn is_hit(line: &Element<'_>) -> Result<bool> {
    let hits = line.get("hits")?.unwrap_or_default();
    match hits.trim().parse::<f64>() {
        Ok(count) if count.is_finite() => Ok(count > 0.0),
        _ => {
            let (what, input) = ("hits of a line", shorten(&hits));
            Err(ToolError::InvalidValue { what, input, expected: "a count", at: line.at() }.into())
        }
    }
}

/// The branches in `50% (1/2)`: those taken, and all.
fn branches(text: &str) -> Option<(u64, u64)> {
    let (_, counts) = text.split_once('(')?;
    let (taken, all) = counts.split_once(')')?.0.split_once('/')?;
    Some((taken.trim().parse().ok()?, all.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::branches;

    #[test]
    fn branches_of_a_line() {
        assert_eq!(branches("50% (1/2)"), Some((1, 2)));
        assert_eq!(branches("100%"), None);
        assert_eq!(branches("(a/b)"), None);
    }
}
