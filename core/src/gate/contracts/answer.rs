//! The matrix of contracts, joined and read.

use super::types::{ContractAnswer, ContractRow, Deployable, Matrix, Pact};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whether contracts allow this version of a component into the environment.
///
/// See the [module](super) for the rules and an example.
pub fn can_i_deploy(matrix: &Matrix, component: &str, version: &str) -> ContractAnswer {
    let join = Join::of(matrix);
    let mut rows = Vec::new();
    for pact in join.pacts_of(component, version) {
        join.rows(pact, join.live(&pact.provider), &mut rows);
    }
    for consumer in join.consumers.get(component).into_iter().flatten() {
        // What asks something of itself was looked at above.
        if *consumer == component {
            continue;
        }
        for live in join.live(consumer) {
            if let Some(pact) = join.pacts.get(&(*consumer, live)).and_then(|pacts| pacts.get(component)) {
                join.rows(pact, [version].into(), &mut rows);
            }
        }
    }
    rows.sort_unstable();
    let exists = join.exists(component, version);
    let deployable = match exists {
        true => answer(&rows),
        false => Deployable::No,
    };
    ContractAnswer { deployable, exists, rows }
}

fn answer(rows: &[ContractRow]) -> Deployable {
    let mut considered = rows.iter().filter(|row| !row.ignored);
    if considered.clone().any(|row| row.success.is_none()) {
        return Deployable::Unknown;
    }
    if considered.all(|row| row.success == Some(true)) { Deployable::Yes } else { Deployable::No }
}

/// The components to be deployed together with this one, each in the version put forward, so that contracts allow it: this one
/// first among those that are needed. None where no such set is found among `candidates`.
///
/// What stands in the way is taken along where it has a candidate, until nothing does.
///
/// ```
/// use greenboard::gate::contracts::{Matrix, Pact, PactVerification, together};
/// use std::collections::BTreeMap;
///
/// let mut matrix = Matrix::new();
/// matrix.pacts.push(Pact::new("web", "2", "orders"));
/// matrix.verifications.push(PactVerification::new("web", "2", "orders", "8", true));
/// matrix.deployed.insert("orders".into(), vec!["7".into()]);
/// let candidates = BTreeMap::from([("web".to_owned(), "2".to_owned()), ("orders".to_owned(), "8".to_owned())]);
/// assert_eq!(together(&matrix, "web", &candidates).unwrap(), ["orders", "web"]);
/// ```
pub fn together(
    matrix: &Matrix,
    component: &str,
    candidates: &BTreeMap<String, String>,
) -> Option<Vec<String>> {
    let mut matrix = matrix.clone();
    let mut set: BTreeSet<String> = BTreeSet::new();
    let mut next = vec![component.to_owned()];
    while let Some(name) = next.pop() {
        let version = candidates.get(&name)?;
        if set.insert(name.clone()) {
            matrix.deployed.insert(name, vec![version.clone()]);
        }
        if !next.is_empty() {
            continue;
        }
        // All that is wanted so far is in place: what still stands in the way of any of them comes along.
        let mut needed = BTreeSet::new();
        for name in &set {
            let found = can_i_deploy(&matrix, name, candidates.get(name)?);
            if !found.exists {
                return None;
            }
            let wrong = found.rows.iter().filter(|row| !row.ignored && row.success != Some(true));
            for row in wrong {
                let other = if row.consumer == *name { &row.provider } else { &row.consumer };
                if set.contains(other) {
                    return None;
                }
                needed.insert(other.clone());
            }
        }
        next.extend(needed);
    }
    Some(set.into_iter().collect())
}

/// The matrix, to be looked up in.
struct Join<'m> {
    matrix: &'m Matrix,
    /// The last pact of a consumer's version with each provider.
    pacts: HashMap<(&'m str, &'m str), BTreeMap<&'m str, &'m Pact>>,
    /// Who has pacts with a provider.
    consumers: HashMap<&'m str, BTreeSet<&'m str>>,
    /// The last verification of a content, by the provider's version.
    verified: HashMap<Content<'m>, BTreeMap<&'m str, bool>>,
}

/// What a consumer asks of a provider: content, or the version where none is given.
type Content<'m> = (&'m str, &'m str, Result<&'m str, &'m str>);

impl<'m> Join<'m> {
    fn of(matrix: &'m Matrix) -> Self {
        let mut join =
            Self { matrix, pacts: HashMap::new(), consumers: HashMap::new(), verified: HashMap::new() };
        for pact in &matrix.pacts {
            join.pacts.entry((&pact.consumer, &pact.version)).or_default().insert(&pact.provider, pact);
            join.consumers.entry(&pact.provider).or_default().insert(&pact.consumer);
        }
        for verification in &matrix.verifications {
            let (consumer, version) = (verification.consumer.as_str(), verification.version.as_str());
            let provider = verification.provider.as_str();
            let pact = join.pacts.get(&(consumer, version)).and_then(|pacts| pacts.get(provider));
            let content = match pact {
                Some(pact) => content(pact),
                None => (consumer, provider, Err(version)),
            };
            let by = join.verified.entry(content).or_default();
            by.insert(&verification.provider_version, verification.success);
        }
        join
    }

    fn pacts_of(&self, consumer: &'m str, version: &'m str) -> impl Iterator<Item = &'m Pact> {
        self.pacts.get(&(consumer, version)).into_iter().flat_map(|pacts| pacts.values().copied())
    }

    fn live(&self, component: &str) -> BTreeSet<&'m str> {
        self.matrix.deployed.get(component).into_iter().flatten().map(String::as_str).collect()
    }

    /// The rows of a pact with the provider's versions in question.
    fn rows(&self, pact: &'m Pact, versions: BTreeSet<&str>, rows: &mut Vec<ContractRow>) {
        let verified = self.verified.get(&content(pact));
        let found = |version: &str| verified.and_then(|verified| verified.get(version).copied());
        let before = rows.len();
        for version in &versions {
            let success = found(version);
            if success.is_some() || self.matrix.every_version {
                rows.push(self.row(pact, Some(version), success));
            }
        }
        if rows.len() == before {
            rows.push(self.row(pact, None, None));
        }
    }

    fn row(&self, pact: &Pact, provider_version: Option<&str>, success: Option<bool>) -> ContractRow {
        let is = |component: &str, version: Option<&str>| {
            self.matrix.ignore.iter().any(|ignored| {
                ignored.component == component
                    && (ignored.version.is_none() || ignored.version.as_deref() == version)
            })
        };
        ContractRow {
            consumer: pact.consumer.clone(),
            consumer_version: pact.version.clone(),
            provider: pact.provider.clone(),
            provider_version: provider_version.map(str::to_owned),
            success,
            ignored: is(&pact.consumer, Some(&pact.version)) || is(&pact.provider, provider_version),
        }
    }

    /// Whether a version was heard of.
    fn exists(&self, component: &str, version: &str) -> bool {
        let matrix = self.matrix;
        self.pacts.contains_key(&(component, version))
            || matrix.deployed.get(component).is_some_and(|versions| versions.iter().any(|v| v == version))
            || matrix.verifications.iter().any(|verification| {
                (verification.provider == component && verification.provider_version == version)
                    || (verification.consumer == component && verification.version == version)
            })
    }
}

fn content(pact: &Pact) -> Content<'_> {
    let content = pact.content.as_deref().ok_or(pact.version.as_str());
    (&pact.consumer, &pact.provider, content)
}
