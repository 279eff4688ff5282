//! What VEX says of a vulnerability that was found.

use super::found::Found;
use crate::fact::{Observation, Purl, VexProduct, VexStatement};
use crate::gate::case::Case;
use hashbrown::HashMap;
use jiff::Timestamp;

/// The statements about a subject, by the names of vulnerabilities.
#[derive(Default)]
pub(super) struct Said<'a> {
    statements: Vec<(&'a VexStatement, Timestamp)>,
    by_name: HashMap<&'a str, Vec<usize>>,
    subject: Names<'a>,
    evidence: Vec<&'a str>,
}

/// What the subject is called.
#[derive(Default)]
struct Names<'a> {
    component: &'a str,
    versions: Vec<&'a str>,
    digest: Option<&'a str>,
    identity: Option<&'a crate::fact::Identity>,
}

impl<'a> Said<'a> {
    /// All statements that count for a case.
    pub(super) fn of(case: &Case<'a>) -> Self {
        let mut said = Self { subject: Names::of(case), ..Self::default() };
        for record in case.evidence(1) {
            let Observation::Vex(vex) = &record.evidence.value else { continue };
            said.evidence.push(&record.evidence.id);
            for statement in &vex.statements {
                let at = statement.at.unwrap_or(record.observed_at);
                // What is dated later than the instant that is asked about has not been said yet.
                if at > case.at {
                    continue;
                }
                for name in std::iter::once(&statement.vulnerability).chain(&statement.aliases) {
                    said.by_name.entry(name).or_default().push(said.statements.len());
                }
                said.statements.push((statement, at));
            }
        }
        said
    }

    /// The statement that holds for a vulnerability: of all that are about it, this subject and its package, the latest; of
    /// several at one instant the worst, for nothing is cleared by halves.
    pub(super) fn about(&self, found: &Found<'_>) -> Option<&'a VexStatement> {
        let numbers = found.names.iter().filter_map(|name| self.by_name.get(name)).flatten();
        let statements = numbers.filter_map(|number| self.statements.get(*number));
        let meant = statements.filter(|(statement, _)| self.means(statement, found));
        meant.max_by_key(|(statement, at)| (*at, statement.status)).map(|(statement, _)| *statement)
    }

    /// The evidence that statements come from, by id.
    pub(super) fn evidence(&self) -> impl Iterator<Item = &'a str> {
        self.evidence.iter().copied()
    }

    fn means(&self, statement: &VexStatement, found: &Found<'_>) -> bool {
        statement.products.is_empty()
            || statement.products.iter().any(|product| self.is_meant(product, found))
    }

    fn is_meant(&self, product: &VexProduct, found: &Found<'_>) -> bool {
        let named = product.ids.iter().any(|id| found.is_package(id) || self.subject.is(id));
        named && (product.parts.is_empty() || product.parts.iter().any(|part| found.is_package(part)))
    }
}

impl<'a> Names<'a> {
    fn of(case: &Case<'a>) -> Self {
        let candidate = case.target.candidate;
        let versions = candidate.map(|candidate| [&candidate.version, &candidate.tag, &candidate.commit]);
        Self {
            component: case.target.component,
            versions: versions.into_iter().flatten().flatten().map(String::as_str).collect(),
            digest: candidate.and_then(|candidate| candidate.digest.as_deref()),
            identity: Some(&case.facts.roster().identity),
        }
    }

    /// Whether a text names the subject: the component by its name or one that is mapped to it for `vex`, its artefact by
    /// digest. A version, where one is stated, has to be the subject's.
    fn is(&self, text: &str) -> bool {
        if text == self.component || self.digest == Some(text) || self.is_mapped(text) {
            return true;
        }
        let Some(mut purl) = Purl::parse(text) else { return false };
        let version = purl.version.take();
        if version.is_some() && version.as_deref() == self.digest {
            return true;
        }
        let named = purl.name == self.component
            || purl.full_name() == self.component
            || self.is_mapped(&purl.to_string());
        named && version.is_none_or(|version| self.versions.contains(&version.as_str()))
    }

    fn is_mapped(&self, text: &str) -> bool {
        let mapped = self.identity.and_then(|identity| identity.component("vex", text).ok().flatten());
        mapped == Some(self.component)
    }
}
