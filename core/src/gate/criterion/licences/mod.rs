//! Licences of what a component is made of.

mod rule;

pub(crate) use rule::Terms;

use super::Judge;
use crate::document::{Key, Node, Value, names, reads};
use crate::fact::{Observation, Purl, Record, SbomPackage};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use hashbrown::HashMap;
use jiff::Timestamp;
use rule::Answer;
use schemars::JsonSchema;
use serde::Serialize;

/// Everything that a component is made of is under a licence that is allowed, by the newest bill of materials.
///
/// Licences are SPDX expressions: of `A OR B` one has to be allowed, of `A AND B` both. A licence with an exception is allowed
/// where the licence itself is, for an exception only permits more; one "or later" where that very version is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct LicencesCriterion {
    /// The licences that pass, by SPDX id (`MIT`, `Apache-2.0 WITH LLVM-exception`, `LicenseRef-Acme`), `*` for any characters;
    /// any that is not denied, where left out.
    #[schemars(default)]
    pub allow: Vec<String>,
    /// The licences that never pass, likewise. What `allow` lists with its exception passes all the same.
    #[schemars(default)]
    pub deny: Vec<String>,
    /// What a package without a licence comes to: `fail`, unless said otherwise.
    #[schemars(default = "fails")]
    pub missing: LicenceRule,
    /// What a text comes to that is no SPDX expression, and that neither list holds as it is: `fail`, unless said otherwise.
    #[schemars(default = "fails")]
    pub unknown: LicenceRule,
    /// Packages that pass whatever their licence is, until a day.
    #[schemars(default)]
    pub exceptions: Vec<LicenceException>,
}

fn fails() -> LicenceRule {
    LicenceRule::Fail
}

reads!(LicencesCriterion {
    allow = Vec::new(),
    deny = Vec::new(),
    missing = fails(),
    unknown = fails(),
    exceptions = Vec::new(),
});

/// What a package comes to of whose licence nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LicenceRule {
    /// It passes.
    Pass,
    /// It is a warning.
    Warn,
    /// It does not pass.
    Fail,
}

names!(LicenceRule: "licence rule");

impl LicenceRule {
    /// All of them, the mildest first.
    pub const ALL: &'static [Self] = &[Self::Pass, Self::Warn, Self::Fail];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }

    const fn outcome(self) -> Outcome {
        match self {
            Self::Pass => Outcome::Pass,
            Self::Warn => Outcome::Warn,
            Self::Fail => Outcome::Fail,
        }
    }
}

/// A package that passes whatever its licence is, until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct LicenceException {
    /// The package, by package URL or name.
    pub package: String,
    /// Why it passes.
    pub reason: String,
    /// From when on it does not; for ever, where left out.
    #[schemars(with = "Option<String>")]
    pub until: Option<Timestamp>,
}

reads!(LicenceException { package, reason, until });

impl LicencesCriterion {
    /// Any licence passes.
    pub fn new() -> Self {
        Self {
            allow: Vec::new(),
            deny: Vec::new(),
            missing: LicenceRule::Fail,
            unknown: LicenceRule::Fail,
            exceptions: Vec::new(),
        }
    }

    /// With one more licence that passes.
    #[must_use]
    pub fn with_allowed(mut self, licence: impl Into<String>) -> Self {
        self.allow.push(licence.into());
        self
    }

    /// With one more licence that never passes.
    #[must_use]
    pub fn with_denied(mut self, licence: impl Into<String>) -> Self {
        self.deny.push(licence.into());
        self
    }

    /// What each package comes to: those that do not pass, and how many were excepted.
    fn assess<'a>(&self, packages: &'a [SbomPackage], at: Timestamp) -> Assessed<'a> {
        let terms = Terms::new(&self.allow, &self.deny);
        // Thousands of packages are under a handful of licences.
        let mut known: HashMap<&str, Answer> = HashMap::new();
        let mut assessed =
            Assessed { worst: Outcome::Pass, wrong: Vec::new(), excepted: 0, lapsed: Vec::new() };
        for package in packages {
            let (outcome, why) = match package.licence.as_deref() {
                None => (self.missing.outcome(), "states no licence"),
                Some(text) => match known.entry(text).or_insert_with(|| terms.answer(text)) {
                    Answer::Allowed => continue,
                    Answer::Denied => (Outcome::Fail, "is not allowed"),
                    Answer::Unknown => (self.unknown.outcome(), "is no SPDX expression"),
                },
            };
            if outcome == Outcome::Pass {
                continue;
            }
            if let Some(exception) = self.exceptions.iter().find(|exception| exception.means(package)) {
                if exception.until.is_none_or(|until| until > at) {
                    assessed.excepted += 1;
                    continue;
                }
                assessed.lapsed.push(exception.package.clone());
            }
            assessed.worst = assessed.worst.max(outcome);
            assessed.wrong.push(Wrong { package, outcome, why });
        }
        assessed
    }
}

impl Default for LicencesCriterion {
    fn default() -> Self {
        Self::new()
    }
}

impl LicenceException {
    fn means(&self, package: &SbomPackage) -> bool {
        if self.package == package.name {
            return true;
        }
        let purl = package.purl.as_deref().and_then(Purl::parse);
        match (Purl::parse(&self.package), purl) {
            (Some(general), Some(purl)) => general.covers(&purl),
            (None, Some(purl)) => purl.full_name() == self.package,
            _ => false,
        }
    }
}

struct Assessed<'a> {
    worst: Outcome,
    wrong: Vec<Wrong<'a>>,
    excepted: usize,
    lapsed: Vec<String>,
}

/// A package that does not pass.
struct Wrong<'a> {
    package: &'a SbomPackage,
    outcome: Outcome,
    why: &'static str,
}

/// The most packages that are named one by one.
const NAMED: usize = 10;

impl Judge for LicencesCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::kind("sbom")]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(record) = case.latest(0) else { return case.missing(0) };
        let Observation::Sbom(bill) = &record.evidence.value else { return case.missing(0) };
        if bill.packages.is_empty() {
            return case.judged(Outcome::Pending, || {
                Detail::new("the bill of materials lists no packages")
                    .on(record)
                    .action("Make a bill of materials.")
            });
        }
        let assessed = self.assess(&bill.packages, case.at);
        case.judged(assessed.worst, || detail(&assessed, bill.packages.len(), record))
    }

    fn expected(&self) -> String {
        let allow = (!self.allow.is_empty()).then(|| format!("licences {}", self.allow.join(", ")));
        let deny = (!self.deny.is_empty()).then(|| format!("not {}", self.deny.join(", ")));
        let parts: Vec<String> = allow.into_iter().chain(deny).collect();
        if parts.is_empty() { "licences stated".to_owned() } else { parts.join("; ") }
    }

    fn cost(&self) -> f64 {
        5.0
    }
}

fn detail(assessed: &Assessed<'_>, count: usize, record: &Record) -> Detail {
    let Assessed { wrong, excepted, lapsed, .. } = assessed;
    let mut reason = if wrong.is_empty() {
        format!("the licences of {count} packages pass")
    } else {
        format!("the licences of {} of {count} packages do not pass", wrong.len())
    };
    if *excepted > 0 {
        reason.push_str(&format!("; {excepted} excepted"));
    }
    if !lapsed.is_empty() {
        reason.push_str(&format!("; no longer excepted: {}", lapsed.join(", ")));
    }
    let text = |text: &str| Node::new(Value::Text(text.to_owned()));
    let key = |name: &str| Key { text: name.to_owned(), at: Default::default() };
    let shown = wrong.iter().take(NAMED).map(|Wrong { package, outcome, why }| {
        let mut entries = vec![(key("package"), text(package.purl.as_deref().unwrap_or(&package.name)))];
        entries.extend(package.licence.as_deref().map(|licence| (key("licence"), text(licence))));
        entries.push((key("why"), text(why)));
        entries.push((key("outcome"), text(outcome.name())));
        Node::new(Value::Map(entries))
    });
    let detail = Detail::new(reason).observed_value(Value::List(shown.collect())).on(record);
    match wrong.first() {
        Some(Wrong { package, why, .. }) => {
            let licence =
                package.licence.as_deref().map(|licence| format!(" ({licence})")).unwrap_or_default();
            detail.action(format!(
                "Replace {}{licence}, which {why}, or make an exception for it.",
                package.name
            ))
        }
        None => detail,
    }
}
