//! What it depends on is there.

use super::{Beyond, Judge};
use crate::document::{names, reads};
use crate::fact::Observation;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::contracts::{
    ContractRow, Deployable, Ignored, Matrix, Pact, PactVerification, can_i_deploy, together,
};
use crate::gate::deployed;
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use crate::version::{Requirement, Scheme, Version};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What it depends on runs in the environment: its providers, at versions that do, and contracts that hold on both sides. A
/// contract that nobody verified is pending.
///
/// Providers are those that the workspace says it needs at run time, and those that are named here. Contracts are evidence of the
/// kinds `contract` (of a consumer) and `verification` (of a consumer, by a provider's version); they are asked as Pact's
/// can-i-deploy asks them, against every version that runs in the environment.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct DependenciesCriterion {
    /// Providers, besides those that the workspace says it needs.
    pub providers: Vec<String>,
    /// The scheme of the `versions`.
    #[schemars(with = "String")]
    pub scheme: Scheme,
    /// What versions of providers do: each that runs in the environment has to.
    #[schemars(with = "BTreeMap<String, String>")]
    pub versions: BTreeMap<String, Requirement>,
    /// Whether contracts are asked about.
    pub contracts: ContractRule,
    /// Providers and consumers that are left out.
    pub except: Vec<String>,
    /// Whether providers need not run in the environment that never ran there: for the first deployment of both.
    pub first_deployment: bool,
    /// Whether of a component only the newest deployment counts as running, for logs that do not say when one ends.
    pub latest_only: bool,
}

reads!(DependenciesCriterion {
    providers = Vec::new(),
    scheme: Scheme = Scheme::default(),
    versions under scheme = BTreeMap::new(),
    contracts = ContractRule::default(),
    except = Vec::new(),
    first_deployment = false,
    latest_only = false,
});

/// Whether contracts are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ContractRule {
    /// Those that there are.
    #[default]
    Known,
    /// There has to be one.
    Required,
    /// No.
    Ignored,
}

names!(ContractRule: "contract rule");

impl ContractRule {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Known, Self::Required, Self::Ignored];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Required => "required",
            Self::Ignored => "ignored",
        }
    }
}

impl Default for DependenciesCriterion {
    fn default() -> Self {
        Self::new()
    }
}

impl DependenciesCriterion {
    /// What the workspace says, at any version, and the contracts that there are.
    pub fn new() -> Self {
        Self {
            providers: Vec::new(),
            scheme: Scheme::default(),
            versions: BTreeMap::new(),
            contracts: ContractRule::default(),
            except: Vec::new(),
            first_deployment: false,
            latest_only: false,
        }
    }

    /// Needing one more provider.
    #[must_use]
    pub fn with_provider(mut self, provider: impl Into<String>) -> Self {
        self.providers.push(provider.into());
        self
    }

    /// Asking about contracts so.
    #[must_use]
    pub fn with_contracts(mut self, contracts: ContractRule) -> Self {
        self.contracts = contracts;
        self
    }

    fn needed<'c>(&'c self, case: &Case<'c>) -> BTreeSet<&'c str> {
        let own = case.target.profile.map(|profile| profile.providers.as_slice()).unwrap_or_default();
        let all = own.iter().chain(&self.providers).chain(self.versions.keys());
        all.map(String::as_str).filter(|name| !self.is_out(name) && *name != case.target.component).collect()
    }

    fn is_out(&self, name: &str) -> bool {
        self.except.iter().any(|except| except == name)
    }

    /// Why a provider does not do.
    fn problem(&self, case: &Case<'_>, provider: &str, environment: &str) -> Option<Problem> {
        let live = deployed::live(case.facts, provider, environment, case.at, self.latest_only);
        if live.is_empty() {
            let first = self.first_deployment && !deployed::ever(case.facts, provider, environment, case.at);
            return (!first).then(|| Problem {
                outcome: Outcome::Pending,
                reason: format!("{provider} does not run in {environment}"),
                action: format!("Deploy {provider} to {environment}."),
                owner: provider.to_owned(),
            });
        }
        let requirement = self.versions.get(provider)?;
        live.into_iter().find_map(|text| {
            let version = Version::parse_as(self.scheme, text);
            let met = version.and_then(|version| requirement.matches(&version));
            let outcome = match met {
                Ok(true) => return None,
                Ok(false) => Outcome::Fail,
                Err(_) => Outcome::Pending,
            };
            Some(Problem {
                outcome,
                reason: format!("{provider} {text} runs in {environment}, where {requirement} is needed"),
                action: format!("Deploy {provider} at {requirement} to {environment}."),
                owner: provider.to_owned(),
            })
        })
    }
}

struct Problem {
    outcome: Outcome,
    reason: String,
    action: String,
    owner: String,
}

/// What contracts come to.
struct Contracts {
    problems: Vec<Problem>,
    /// How many were looked at.
    rows: usize,
    /// The components that could go out together with this one.
    together: Option<Vec<String>>,
}

impl DependenciesCriterion {
    fn contracts(&self, case: &Case<'_>, environment: &str) -> Contracts {
        let nothing = |problems| Contracts { problems, rows: 0, together: None };
        let Some(version) = version(case) else {
            let unknown = Problem {
                outcome: Outcome::Pending,
                reason: "nobody said which version it is, and contracts are of versions".to_owned(),
                action: "Say which version goes out.".to_owned(),
                owner: case.target.component.to_owned(),
            };
            let asked = self.contracts == ContractRule::Required || has_contracts(case);
            return nothing(if asked { vec![unknown] } else { Vec::new() });
        };
        let matrix = self.matrix(case, environment);
        let answer = can_i_deploy(&matrix, case.target.component, version);
        let rows = answer.rows.iter().filter(|row| !row.ignored).count();
        let wrong = answer.rows.iter().filter(|row| !row.ignored && row.success != Some(true));
        let mut problems: Vec<Problem> = wrong.map(|row| told(row, environment)).collect();
        if rows == 0 && self.contracts == ContractRule::Required {
            problems.push(Problem {
                outcome: Outcome::Pending,
                reason: "it has no contracts".to_owned(),
                action: "Provide its contracts, and what verifies them.".to_owned(),
                owner: case.target.component.to_owned(),
            });
        }
        let tangled = rows > 0 && answer.deployable != Deployable::Yes;
        let together = if tangled { self.together(case, &matrix) } else { None };
        Contracts { problems, rows, together }
    }

    /// The contracts around the component: its own with its providers, and its consumers' with it.
    fn matrix(&self, case: &Case<'_>, environment: &str) -> Matrix {
        let mut matrix = Matrix { every_version: true, ..Matrix::new() };
        let mut named = BTreeSet::from([case.target.component]);
        for consumer in case.facts.consumers_of(case.target.component) {
            named.insert(consumer);
        }
        let own = case.target.held.into_iter().flat_map(|held| held.evidence.iter());
        for record in own {
            if let Observation::Contract(contract) = &record.evidence.value {
                named.insert(&contract.provider);
            }
        }
        for name in &named {
            take_contracts(case, name, &mut matrix);
            let live = deployed::live(case.facts, name, environment, case.at, self.latest_only);
            if live.is_empty()
                && self.first_deployment
                && !deployed::ever(case.facts, name, environment, case.at)
            {
                matrix.ignore.push(Ignored::new(*name, None));
            }
            matrix.deployed.insert((*name).to_owned(), live.into_iter().map(str::to_owned).collect());
        }
        matrix.ignore.retain(|ignored| ignored.component != case.target.component);
        matrix.ignore.extend(self.except.iter().map(|name| Ignored::new(name, None)));
        matrix
    }

    /// The components that could go out with this one, in the versions that are put forward.
    fn together(&self, case: &Case<'_>, matrix: &Matrix) -> Option<Vec<String>> {
        let names = matrix.deployed.keys().filter(|name| !self.is_out(name));
        let candidates: BTreeMap<String, String> = names
            .filter_map(|name| {
                let candidate = case.facts.of(name)?.candidate(case.at)?;
                Some((name.clone(), candidate.version.clone()?))
            })
            .collect();
        together(matrix, case.target.component, &candidates).filter(|set| set.len() > 1)
    }
}

/// The version that goes out.
fn version<'a>(case: &Case<'a>) -> Option<&'a str> {
    case.target.candidate.and_then(|candidate| candidate.version.as_deref())
}

fn has_contracts(case: &Case<'_>) -> bool {
    case.facts
        .topic("contract", None)
        .is_some_and(|topic| case.target.held.is_some_and(|held| !held.evidence(topic).is_empty()))
        || case.facts.consumers_of(case.target.component).next().is_some()
}

/// What a component asks of others, and what was verified of that, oldest first.
fn take_contracts(case: &Case<'_>, consumer: &str, matrix: &mut Matrix) {
    let Some(held) = case.facts.of(consumer) else { return };
    let known = |text: &str| {
        let called = held.candidates.iter().find(|candidate| candidate.is_called(text));
        called.and_then(|candidate| candidate.version.clone()).unwrap_or_else(|| text.to_owned())
    };
    let provider_version = |provider: &str, text: &str| {
        let held = case.facts.of(provider);
        let called = held.and_then(|held| held.candidates.iter().find(|candidate| candidate.is_called(text)));
        called.and_then(|candidate| candidate.version.clone()).unwrap_or_else(|| text.to_owned())
    };
    let mut records: Vec<_> = held
        .evidence
        .iter()
        .filter(|record| record.observed_at <= case.at && record.expires_at > case.at)
        .filter(|record| {
            matches!(record.evidence.value, Observation::Contract(_) | Observation::Verification(_))
        })
        .collect();
    records.sort_by(|a, b| (a.observed_at, &a.evidence.id).cmp(&(b.observed_at, &b.evidence.id)));
    for record in records {
        let Some(version) = record.evidence.subject.version.as_deref().map(known) else { continue };
        match &record.evidence.value {
            Observation::Contract(contract) => {
                let pact = Pact::new(consumer, version, &contract.provider);
                matrix.pacts.push(Pact { content: contract.content.clone(), ..pact });
            }
            Observation::Verification(verification) => {
                let (provider, success) = (&verification.provider, verification.success);
                let by = provider_version(provider, &verification.provider_version);
                matrix.verifications.push(PactVerification::new(consumer, version, provider, by, success));
            }
            _ => {}
        }
    }
}

fn told(row: &ContractRow, environment: &str) -> Problem {
    let consumer = format!("{} {}", row.consumer, row.consumer_version);
    let (provider, owner) = (&row.provider, row.provider.clone());
    match (&row.provider_version, row.success) {
        (Some(version), Some(_)) => Problem {
            outcome: Outcome::Fail,
            reason: format!("{provider} {version} does not keep its contract with {consumer}"),
            action: format!("Make {provider} keep its contract with {consumer}."),
            owner,
        },
        (Some(version), None) => Problem {
            outcome: Outcome::Pending,
            reason: format!("nobody verified the contract of {consumer} with {provider} {version}"),
            action: format!("Verify the contract of {consumer} with {provider} {version}."),
            owner,
        },
        (None, _) => Problem {
            outcome: Outcome::Pending,
            reason: format!(
                "no version of {provider} in {environment} has a contract with {consumer} verified"
            ),
            action: format!("Verify the contract of {consumer} with {provider}, and deploy that."),
            owner,
        },
    }
}

impl Judge for DependenciesCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        Vec::new()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(environment) = case.environment_name() else {
            return case.judged(Outcome::Pending, || {
                Detail::new("no environment is asked about").action("Say which environment it goes to.")
            });
        };
        let needed = self.needed(case);
        let mut problems: Vec<Problem> =
            needed.iter().filter_map(|provider| self.problem(case, provider, environment)).collect();
        let contracts = match self.contracts {
            ContractRule::Ignored => Contracts { problems: Vec::new(), rows: 0, together: None },
            _ => self.contracts(case, environment),
        };
        problems.extend(contracts.problems);
        let Some(outcome) = problems.iter().map(|problem| problem.outcome).max() else {
            return case.judged(Outcome::Pass, || {
                let rows = contracts.rows;
                Detail::new(format!("{} providers run in {environment}, {rows} contracts hold", needed.len()))
            });
        };
        case.judged(outcome, || {
            let reasons: BTreeSet<&str> = problems.iter().map(|problem| problem.reason.as_str()).collect();
            let reasons: Vec<&str> = reasons.into_iter().collect();
            let steps = problems
                .iter()
                .map(|problem| Remedy::step_of(problem.owner.as_str(), problem.action.as_str()));
            let steps = Remedy::All(steps.collect());
            let detail = Detail::new(reasons.join("; "));
            match &contracts.together {
                Some(set) => {
                    let action = format!("Deploy {} together.", set.join(" and "));
                    Detail {
                        reason: format!("{}; {} could go together", detail.reason, set.join(" and ")),
                        ..detail
                    }
                    .action(action)
                    .remedy(steps)
                }
                None => {
                    let actions: BTreeSet<&str> =
                        problems.iter().take(3).map(|problem| problem.action.as_str()).collect();
                    let actions: Vec<&str> = actions.into_iter().collect();
                    detail.action(actions.join(" ")).remedy(steps)
                }
            }
        })
    }

    fn looks_beyond(&self) -> Beyond {
        Beyond::All
    }

    fn copies_peer(&self) -> bool {
        true
    }

    fn expected(&self) -> String {
        let mut said = vec!["its providers run there".to_owned()];
        said.extend(
            self.versions.iter().map(|(provider, requirement)| format!("{provider} at {requirement}")),
        );
        if self.contracts != ContractRule::Ignored {
            said.push("contracts hold".to_owned());
        }
        said.join(", ")
    }

    fn cost(&self) -> f64 {
        5.0
    }
}
