//! A bill of materials that says enough.

use super::Judge;
use crate::document::reads;
use crate::fact::{Observation, Record, Sbom, SbomPackage};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// There is a bill of materials of what goes out, and it says enough: the newest.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SbomCriterion {
    /// The formats that pass, each with the least version of it: `{cyclonedx: "1.4", spdx: "2.3"}`; any, where left out.
    #[schemars(default)]
    pub formats: BTreeMap<String, String>,
    /// Whether the bill has to be of the very artefact that goes out, by digest.
    #[schemars(default)]
    pub of_digest: bool,
    /// Whether the bill has to be of the very version that goes out.
    #[schemars(default)]
    pub of_version: bool,
    /// The least number of packages in it; 1, unless said otherwise.
    #[schemars(default = "one")]
    pub minimum_packages: u64,
    /// The least share of its packages that state their version, 0 to 1.
    pub with_version: Option<f64>,
    /// The least share of its packages that state a package URL, 0 to 1.
    pub with_purl: Option<f64>,
    /// The least share of its packages that state a licence, 0 to 1.
    pub with_licence: Option<f64>,
    /// Whether it has to say what depends on what.
    #[schemars(default)]
    pub dependencies: bool,
}

fn one() -> u64 {
    1
}

reads!(SbomCriterion {
    formats = BTreeMap::new(),
    of_digest = false,
    of_version = false,
    minimum_packages = one(),
    with_version,
    with_purl,
    with_licence,
    dependencies = false,
});

impl SbomCriterion {
    /// Any bill with a package in it.
    pub fn new() -> Self {
        Self {
            formats: BTreeMap::new(),
            of_digest: false,
            of_version: false,
            minimum_packages: 1,
            with_version: None,
            with_purl: None,
            with_licence: None,
            dependencies: false,
        }
    }

    /// Of the very artefact that goes out.
    #[must_use]
    pub fn of_digest(mut self) -> Self {
        self.of_digest = true;
        self
    }

    /// What the bill does not say that it has to; nothing where it says enough.
    fn lacks(&self, bill: &Sbom) -> Vec<String> {
        let mut lacks = Vec::new();
        if !self.formats.is_empty() {
            match (self.formats.get(&bill.format), &bill.spec_version) {
                (None, _) => lacks.push(format!("it is in {}", bill.format)),
                (Some(least), Some(version)) if dotted(version, least) != Ordering::Less => {}
                (Some(least), version) => {
                    let version = version.as_deref().unwrap_or("of no stated version");
                    lacks.push(format!("it is in {} {version}, before {least}", bill.format));
                }
            }
        }
        let count = bill.packages.len();
        if u64::try_from(count).unwrap_or(u64::MAX) < self.minimum_packages {
            lacks.push(format!("it lists {count} packages"));
        }
        type Has = fn(&SbomPackage) -> bool;
        let parts: [(&str, Option<f64>, Has); 3] = [
            ("a version", self.with_version, |package| package.version.is_some()),
            ("a package URL", self.with_purl, |package| package.purl.is_some()),
            ("a licence", self.with_licence, |package| package.licence.is_some()),
        ];
        for (what, least, has) in parts {
            let Some(least) = least else { continue };
            let having = bill.packages.iter().filter(|package| has(package)).count();
            if count > 0 && (having as f64) < least * count as f64 {
                lacks.push(format!("{having} of {count} packages state {what}"));
            }
        }
        if self.dependencies && bill.dependencies == 0 {
            lacks.push("it does not say what depends on what".to_owned());
        }
        lacks
    }
}

impl Default for SbomCriterion {
    fn default() -> Self {
        Self::new()
    }
}

/// The order of versions of numbers between dots.
fn dotted(a: &str, b: &str) -> Ordering {
    let numbers = |text: &str| -> Vec<u64> {
        let parts = text.split('.').map(|part| part.parse().unwrap_or(0));
        let mut numbers: Vec<u64> = parts.collect();
        while numbers.last() == Some(&0) {
            numbers.pop();
        }
        numbers
    };
    numbers(a).cmp(&numbers(b))
}

fn bill(record: &Record) -> Option<&Sbom> {
    match &record.evidence.value {
        Observation::Sbom(bill) => Some(bill),
        _ => None,
    }
}

impl Judge for SbomCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::kind("sbom")]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let target = case.target;
        if self.of_digest && target.digest.is_none() {
            return case.judged(Outcome::Pending, || {
                Detail::new("it is not known which artefact goes out")
                    .action("State the digest of the candidate.")
            });
        }
        if self.of_version && target.versions.is_empty() {
            return case.judged(Outcome::Pending, || {
                Detail::new("it is not known which version goes out")
                    .action("State the version of the candidate.")
            });
        }
        // Evidence about another artefact or version never counts; here, that about none in particular does not either.
        let is_of = |record: &&Record| {
            (!self.of_digest || record.digest != 0) && (!self.of_version || record.version != 0)
        };
        let newest = case.standing(0).filter(is_of).max_by_key(|record| record.observed_at);
        let Some((record, bill)) = newest.and_then(|record| Some((record, bill(record)?))) else {
            return case.missing(0);
        };
        let lacks = self.lacks(bill);
        let outcome = if lacks.is_empty() { Outcome::Pass } else { Outcome::Fail };
        case.judged(outcome, || {
            let count = bill.packages.len();
            let version = bill.spec_version.as_deref().unwrap_or_default();
            let said = format!(
                "a bill in {} lists {count} packages",
                format!("{} {version}", bill.format).trim_end()
            );
            if lacks.is_empty() {
                return Detail::new(said).observed(count as f64).on(record);
            }
            Detail::new(format!("{said}: {}", lacks.join("; ")))
                .observed(count as f64)
                .on(record)
                .action("Make a bill of materials that says what is missing.")
        })
    }

    fn expected(&self) -> String {
        let mut parts = Vec::new();
        let formats = self.formats.iter().map(|(format, least)| format!("{format} {least}"));
        let formats = formats.collect::<Vec<_>>().join(" or ");
        parts.push(if formats.is_empty() {
            "a bill of materials".to_owned()
        } else {
            format!("a bill in {formats} or later")
        });
        if self.of_digest {
            parts.push("of the artefact that goes out".to_owned());
        }
        if self.of_version {
            parts.push("of the version that goes out".to_owned());
        }
        parts.push(format!("with at least {} packages", self.minimum_packages));
        let shares = [
            ("a version", self.with_version),
            ("a package URL", self.with_purl),
            ("a licence", self.with_licence),
        ];
        for (what, share) in shares {
            parts.extend(share.map(|share| format!("{}% of them with {what}", share * 100.0)));
        }
        if self.dependencies {
            parts.push("with dependencies".to_owned());
        }
        parts.join(", ")
    }
}
