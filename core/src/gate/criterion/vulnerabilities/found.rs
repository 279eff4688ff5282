//! What several scanners found, each vulnerability of a package once.

use crate::fact::{Observation, Purl, Record, VexStatus, Vulnerability, VulnerabilitySeverity};
use crate::gate::case::Case;
use hashbrown::{HashMap, HashSet};
use jiff::Timestamp;
use std::borrow::Cow;

/// A vulnerability of one package, under all names that the scanners have for it.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// The name that it is shown under: that of the first report.
    pub name: &'a str,
    /// All its names, that one included.
    pub names: Vec<&'a str>,
    /// As the first report says it that says it.
    pub package: Option<&'a str>,
    pub purl: Option<Purl>,
    pub version: Option<&'a str>,
    /// The worst that any report states.
    pub severity: VulnerabilitySeverity,
    pub cvss: Option<f64>,
    pub fixed_in: Vec<&'a str>,
    /// The earliest that any report states.
    pub published_at: Option<Timestamp>,
    /// The worst that any report states.
    pub status: Option<VexStatus>,
    pub justification: Option<&'a str>,
    /// Whether all reports that have it were told to pass over it.
    pub suppressed: bool,
}

/// The newest report of each tool on each target of each subject.
pub(super) fn newest<'a>(case: &Case<'a>, look: usize) -> Vec<&'a Record> {
    let mut seen = HashSet::new();
    // Newest first within each target, for that is the evidence's name.
    case.standing(look)
        .filter(|record| {
            let evidence = &record.evidence;
            seen.insert((&evidence.source.tool, evidence.value.name(), &evidence.subject))
        })
        .collect()
}

/// What the reports found, in their order, each vulnerability of a package once under all its names.
pub(super) fn merged<'a>(reports: &[&'a Record]) -> Vec<Found<'a>> {
    let all: Vec<&Vulnerability> = reports
        .iter()
        .filter_map(|record| match &record.evidence.value {
            Observation::Vulnerabilities(report) => Some(&report.findings),
            _ => None,
        })
        .flatten()
        .collect();
    let purls: Vec<Option<Purl>> = all.iter().map(|one| purl(one)).collect();
    let mut groups = Groups::new(all.len());
    let mut first: HashMap<(Cow<'_, str>, Option<&str>, &str), usize> = HashMap::new();
    for (index, (one, purl)) in all.iter().zip(&purls).enumerate() {
        // What is in no package is a weakness of the code itself: one rule may be broken in many places.
        let Some(package) = one.package.as_deref() else { continue };
        let name = purl.as_ref().map_or(Cow::Borrowed(package), Purl::full_name);
        let version = purl.as_ref().and_then(|purl| purl.version.as_deref()).or(one.version.as_deref());
        for alias in names(one) {
            let before = *first.entry((name.clone(), version, alias)).or_insert(index);
            groups.join(before, index);
        }
    }
    drop(first);
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut place: HashMap<usize, usize> = HashMap::new();
    for ((index, one), purl) in all.into_iter().enumerate().zip(purls) {
        let group = groups.of(index);
        match place.get(&group).and_then(|at| found.get_mut(*at)) {
            Some(known) => known.also(one, purl),
            None => {
                place.insert(group, found.len());
                found.push(Found::of(one, purl));
            }
        }
    }
    found
}

fn names(one: &Vulnerability) -> impl Iterator<Item = &str> {
    std::iter::once(one.id.as_str()).chain(one.aliases.iter().map(String::as_str))
}

/// The package as a package URL, with its version.
fn purl(one: &Vulnerability) -> Option<Purl> {
    let mut purl = Purl::parse(one.package.as_deref()?)?;
    purl.version = purl.version.or_else(|| one.version.clone());
    Some(purl)
}

impl<'a> Found<'a> {
    fn of(one: &'a Vulnerability, purl: Option<Purl>) -> Self {
        let mut found = Self {
            name: &one.id,
            names: Vec::new(),
            package: None,
            purl: None,
            version: None,
            severity: VulnerabilitySeverity::Unknown,
            cvss: None,
            fixed_in: Vec::new(),
            published_at: None,
            status: None,
            justification: None,
            suppressed: true,
        };
        found.also(one, purl);
        found
    }

    fn also(&mut self, one: &'a Vulnerability, purl: Option<Purl>) {
        for name in names(one) {
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
        for version in &one.fixed_in {
            if !self.fixed_in.contains(&version.as_str()) {
                self.fixed_in.push(version);
            }
        }
        self.package = self.package.or(one.package.as_deref());
        self.purl = self.purl.take().or(purl);
        self.version = self.version.or(one.version.as_deref());
        self.severity = self.severity.max(one.severity);
        self.cvss = self.cvss.max_of(one.cvss);
        self.published_at = [self.published_at, one.published_at].into_iter().flatten().min();
        self.status = self.status.max(one.status);
        self.justification = self.justification.or(one.justification.as_deref());
        self.suppressed &= one.suppressed;
    }

    /// Whether a text is a name of the package: its package URL or one that covers it, or what its ecosystem calls it.
    pub(super) fn is_package(&self, text: &str) -> bool {
        let Some(general) = Purl::parse(text) else {
            let full = self.purl.as_ref().map(Purl::full_name);
            return self.package == Some(text) || full.as_deref() == Some(text);
        };
        match &self.purl {
            Some(purl) => general.covers(purl),
            // A bare name is of no particular ecosystem; its version has to be the same all the more.
            None => {
                self.package == Some(general.full_name().as_ref())
                    && (general.version.is_none() || general.version.as_deref() == self.version)
            }
        }
    }
}

/// The greater of two scores, of which either may be missing.
trait MaxOf {
    fn max_of(self, other: Self) -> Self;
}

impl MaxOf for Option<f64> {
    fn max_of(self, other: Self) -> Self {
        match (self, other) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        }
    }
}

/// Which findings are one vulnerability: sets of indices that are joined, each known by its first member.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn of(&mut self, index: usize) -> usize {
        let mut root = index;
        while let Some(parent) = self.0.get(root).copied().filter(|parent| *parent != root) {
            root = parent;
        }
        let mut at = index;
        while at != root {
            let Some(parent) = self.0.get_mut(at) else { break };
            at = std::mem::replace(parent, root);
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        let (first, later) = (a.min(b), a.max(b));
        if let Some(parent) = self.0.get_mut(later) {
            *parent = first;
        }
    }
}
