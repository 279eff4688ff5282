//! Provenance that can be trusted.

use super::Judge;
use crate::document::reads;
use crate::fact::{Observation, ProvenanceStatement, Record};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::pattern;
use schemars::JsonSchema;
use serde::Serialize;

/// A builder that is trusted attests how the artefact came to be. One statement has to satisfy all that is asked.
///
/// A statement whose signature nobody checked is pending, and so is the whole where it is not known which artefact goes out; a
/// signature that does not hold, another builder or another source fails.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ProvenanceCriterion {
    /// The builders that are trusted; any, where left out.
    #[schemars(default)]
    pub builders: Vec<TrustedBuilder>,
    /// The repositories that it may be built from, `*` for any characters: `https://github.com/acme/*`. Prefixes such as `git+`,
    /// `.git` at the end and what follows `@` are left out on both sides. Any, where left out.
    #[schemars(default)]
    pub sources: Vec<String>,
    /// The kinds of statement that pass, `*` for any characters; SLSA's provenance of any version, unless said otherwise.
    #[schemars(default = "slsa")]
    pub predicate_types: Vec<String>,
    /// Whether the statement has to be about the artefact that goes out, by digest; true, unless said otherwise.
    #[schemars(default = "yes")]
    pub of_digest: bool,
    /// Whether its signature has to be checked, and to hold; true, unless said otherwise.
    #[schemars(default = "yes")]
    pub verified: bool,
    /// The keys that may have signed it, by the digests of their SubjectPublicKeyInfo; any with which it was checked, where
    /// left out.
    #[schemars(default)]
    pub keys: Vec<String>,
    /// The least build level of SLSA, 1 to 3. A statement is of level 1 where its signature does not hold or was not checked, and
    /// otherwise of the level that its builder is trusted with.
    pub level: Option<u8>,
}

/// A builder that is trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct TrustedBuilder {
    /// Its address, `*` for any characters.
    pub id: String,
    /// The build level of SLSA that it is trusted with; 2, unless said otherwise.
    #[schemars(default = "second")]
    pub level: u8,
}

fn slsa() -> Vec<String> {
    vec![SLSA.to_owned()]
}

fn yes() -> bool {
    true
}

fn second() -> u8 {
    2
}

reads!(TrustedBuilder { id, level = second() });

reads!(ProvenanceCriterion {
    builders = Vec::new(),
    sources = Vec::new(),
    predicate_types = slsa(),
    of_digest = yes(),
    verified = yes(),
    keys = Vec::new(),
    level,
});

const SLSA: &str = "https://slsa.dev/provenance/*";

impl ProvenanceCriterion {
    /// Any builder and any source, so long as the signature holds.
    pub fn new() -> Self {
        Self {
            builders: Vec::new(),
            sources: Vec::new(),
            predicate_types: vec![SLSA.to_owned()],
            of_digest: true,
            verified: true,
            keys: Vec::new(),
            level: None,
        }
    }

    /// With one more builder that is trusted with this level.
    #[must_use]
    pub fn with_builder(mut self, id: impl Into<String>, level: u8) -> Self {
        self.builders.push(TrustedBuilder { id: id.into(), level });
        self
    }

    /// With one more repository that it may be built from.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.sources.push(source.into());
        self
    }

    /// The worst that a statement lacks, and why.
    fn assess(&self, statement: &ProvenanceStatement, digest: Option<&str>) -> (Outcome, Vec<String>) {
        let mut worst = Outcome::Pass;
        let mut lacks = Vec::new();
        let mut lack = |outcome: Outcome, why: String| {
            worst = worst.max(outcome);
            lacks.push(why);
        };
        let said = |text: &Option<String>| text.as_deref().unwrap_or("nobody").to_owned();
        let kind = statement.predicate_type.as_deref().unwrap_or_default();
        if !self.predicate_types.iter().any(|wanted| pattern::matches(wanted, kind)) {
            lack(Outcome::Fail, format!("it is of the kind {kind:?}"));
        }
        if self.of_digest && !digest.is_some_and(|digest| statement.subjects.iter().any(|one| one == digest))
        {
            lack(Outcome::Fail, "it is about another artefact".to_owned());
        }
        let builder = self.builder(statement);
        if !self.builders.is_empty() && builder.is_none() {
            lack(Outcome::Fail, format!("it was built by {}", said(&statement.builder)));
        }
        let source = statement.source_uri.as_deref().map(repository);
        let allowed =
            |source: &str| self.sources.iter().any(|one| pattern::matches(&repository(one), source));
        if !self.sources.is_empty() && !source.as_deref().is_some_and(allowed) {
            let source = source.unwrap_or_else(|| "an unknown source".to_owned());
            lack(Outcome::Fail, format!("it was built from {source}"));
        }
        match statement.verified {
            Some(true) => {
                let key = statement.key.as_deref();
                if !self.keys.is_empty() && !key.is_some_and(|key| self.keys.iter().any(|one| one == key)) {
                    lack(Outcome::Fail, "it was signed with another key".to_owned());
                }
            }
            // A signature that was found wanting is never passed over.
            Some(false) => lack(Outcome::Fail, "its signature does not hold".to_owned()),
            None if self.verified || !self.keys.is_empty() => {
                lack(Outcome::Pending, "nobody checked its signature".to_owned());
            }
            None => {}
        }
        if let Some(least) = self.level {
            let level =
                if statement.verified == Some(true) { builder.map_or(2, |builder| builder.level) } else { 1 };
            if level < least {
                lack(Outcome::Fail, format!("it is of build level {level}"));
            }
        }
        (worst, lacks)
    }

    fn builder(&self, statement: &ProvenanceStatement) -> Option<&TrustedBuilder> {
        let id = statement.builder.as_deref()?;
        // The most that any entry trusts it with.
        self.builders.iter().filter(|one| pattern::matches(&one.id, id)).max_by_key(|one| one.level)
    }
}

impl Default for ProvenanceCriterion {
    fn default() -> Self {
        Self::new()
    }
}

/// The repository of an address: `git+https://github.com/acme/shop.git@refs/tags/v1` is `github.com/acme/shop`.
fn repository(uri: &str) -> String {
    let uri = uri.strip_prefix("git+").unwrap_or(uri);
    let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    let rest = rest.split(['#', '?']).next().unwrap_or_default();
    // What stands before the first `/` may hold a user.
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let path = path.split_once('@').map_or(path, |(path, _)| path);
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    if path.is_empty() { host.to_ascii_lowercase() } else { format!("{}/{path}", host.to_ascii_lowercase()) }
}

fn statement(record: &Record) -> Option<&ProvenanceStatement> {
    match &record.evidence.value {
        Observation::Provenance(statement) => Some(statement),
        _ => None,
    }
}

impl Judge for ProvenanceCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::kind("provenance")]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let statements = || case.evidence(0).filter_map(|record| Some((record, statement(record)?)));
        if statements().next().is_none() {
            return case.missing(0);
        }
        let digest = case.target.candidate.and_then(|candidate| candidate.digest.as_deref());
        if self.of_digest && digest.is_none() {
            return case.judged(Outcome::Pending, || {
                Detail::new("it is not known which artefact goes out")
                    .action("State the digest of the candidate.")
            });
        }
        // The best statement decides; of several alike the newest.
        let assessed = statements().map(|(record, statement)| (record, self.assess(statement, digest)));
        let best = assessed.reduce(|best, next| {
            if (next.1.0, next.1.1.len()) < (best.1.0, best.1.1.len()) { next } else { best }
        });
        let Some((record, (outcome, lacks))) = best else { return case.missing(0) };
        case.judged(outcome, || {
            let said = statement(record);
            let builder = said.and_then(|said| said.builder.as_deref()).unwrap_or("an unknown builder");
            let detail = if lacks.is_empty() {
                Detail::new(format!("{builder} attests it"))
            } else {
                Detail::new(format!("no statement passes; the nearest is by {builder}: {}", lacks.join("; ")))
            };
            let detail = detail.on(record);
            match outcome {
                Outcome::Pass => detail,
                Outcome::Pending => {
                    detail.action("Check the signature of the provenance with the builder's key.")
                }
                _ => detail.action(
                    "Build the artefact with a builder that is trusted, from a source that is allowed.",
                ),
            }
        })
    }

    fn expected(&self) -> String {
        let mut parts = vec!["provenance".to_owned()];
        let builders: Vec<&str> = self.builders.iter().map(|builder| builder.id.as_str()).collect();
        if !builders.is_empty() {
            parts.push(format!("by {}", builders.join(" or ")));
        }
        if !self.sources.is_empty() {
            parts.push(format!("from {}", self.sources.join(" or ")));
        }
        if self.verified {
            parts.push("signed".to_owned());
        }
        parts.extend(self.level.map(|level| format!("of build level {level}")));
        parts.join(", ")
    }
}
