//! A policy of one's own.

use super::Judge;
use crate::document::{Value, reads};
use crate::fact::Observation;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::cel::{Context, Library, expression};
use crate::gate::outcome::Outcome;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

expression! {
    /// A policy: CEL over `facts`, `release`, `component` and `now`.
    PolicyExpression, &["facts", "release", "component", "now"], Library::Standard
}

/// An expression in CEL holds (see `gate::cel`): a policy that no other kind covers.
///
/// - `facts`: the evidence that counts, the newest of each name, with its `id`, `observed_at` and `source`. Of a kind that has
///   names by name (`facts.metric.error_rate.value`), test results as a list (`facts.tests`), of every other kind itself
///   (`facts.coverage.lines`); besides, as lists, `facts.approvals`, `facts.deployments`, `facts.change_requests`,
///   `facts.work_items` and `facts.checklists`.
/// - `release`: `stage`, `environment`, and of what is to go out `version`, `tag`, `commit`, `digest`, `previous`, `authors`,
///   `requested_by`, `change_type`, `change_request` and `scope`.
/// - `component`: `name`, `owners`, `tier`, `ecosystem` and `providers`.
/// - `now`: the instant that is asked about.
///
/// An expression without a value, such as one over evidence that is missing, is pending.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CelCriterion {
    /// What has to hold.
    pub expression: PolicyExpression,
    /// What makes it a warning where it does not hold; none for no warnings.
    pub warning: Option<PolicyExpression>,
    /// What it asks for, in words.
    pub message: Option<String>,
    /// What to do where it does not hold, in a sentence.
    pub action: Option<String>,
}

reads!(CelCriterion { expression, warning, message, action });

impl CelCriterion {
    /// This has to hold.
    ///
    /// # Errors
    /// As [`Program::compile`](crate::gate::cel::Program::compile).
    pub fn new(expression: &str) -> crate::Result<Self> {
        let expression = PolicyExpression::parse(expression)?;
        Ok(Self { expression, warning: None, message: None, action: None })
    }

    /// The kinds of facts that it asks for; all, where it may look at any.
    fn asks_for(&self, kind: &str) -> bool {
        [Some(&self.expression), self.warning.as_ref()]
            .into_iter()
            .flatten()
            .any(|expression| expression.fields_of("facts").is_none_or(|fields| fields.contains(&kind)))
    }

    /// The kinds of evidence that it looks at.
    fn kinds(&self) -> impl Iterator<Item = &'static str> {
        Observation::KINDS.iter().copied().filter(|kind| self.asks_for(kind))
    }
}

/// Kinds of evidence of which every one has a name.
const NAMED: &[&str] = &["metric", "measurements", "contract", "verification", "custom"];

impl Judge for CelCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        self.kinds().map(Looks::kind).collect()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let mut ids = Vec::new();
        let facts = self.facts(case, &mut ids);
        let (release, component) = (release(case), component(case));
        let context = Context::new()
            .with("facts", &facts)
            .with("release", &release)
            .with("component", &component)
            .with_instant("now", case.at);
        let warns = || self.warning.as_ref().map_or(Ok(false), |warning| warning.test(&context));
        let tested = self.expression.test(&context).and_then(|holds| {
            Ok(match holds {
                true => Outcome::Pass,
                false if warns()? => Outcome::Warn,
                false => Outcome::Fail,
            })
        });
        let outcome = tested.as_ref().copied().unwrap_or(Outcome::Pending);
        case.judged(outcome, || {
            let holds = if outcome == Outcome::Pass { "holds" } else { "does not hold" };
            let what = self.message.as_deref().unwrap_or_else(|| self.expression.source());
            let detail = match &tested {
                Ok(_) => Detail::new(format!("{what}: {holds}"))
                    .observed_value(Value::Bool(outcome == Outcome::Pass)),
                Err(error) => Detail::new(error.to_string()),
            };
            let detail = ids.into_iter().fold(detail, |detail, id| detail.on_fact(id));
            match (&tested, &self.action) {
                (Ok(Outcome::Pass), _) => detail,
                (_, Some(action)) => detail.action(action),
                (Ok(_), None) => detail.action(format!("Make it hold: {what}.")),
                (Err(_), None) => {
                    detail.action("Provide the facts that the expression asks for, or correct it.")
                }
            }
        })
    }

    fn expected(&self) -> String {
        self.message.clone().unwrap_or_else(|| self.expression.source().to_owned())
    }
}

impl CelCriterion {
    fn facts(&self, case: &Case<'_>, ids: &mut Vec<String>) -> Json {
        let mut facts = Map::new();
        for (look, kind) in self.kinds().enumerate() {
            let (mut named, mut listed) = (Map::new(), Vec::new());
            let mut last = None;
            for record in case.evidence(look) {
                // The newest of each name comes first.
                if last == Some(record.name) {
                    continue;
                }
                last = Some(record.name);
                ids.push(record.evidence.id.clone());
                let evidence = &record.evidence;
                let mut told = serde_json::to_value(&evidence.value).unwrap_or_default();
                if let Some(told) = told.as_object_mut() {
                    told.insert("id".to_owned(), json!(evidence.id));
                    told.insert("observed_at".to_owned(), json!(evidence.observed_at.to_string()));
                    told.insert("source".to_owned(), json!(evidence.source));
                }
                match evidence.value.name() {
                    Some(name) if NAMED.contains(&kind) => {
                        named.insert(name.to_owned(), told);
                    }
                    _ => listed.push(told),
                }
            }
            let told = match kind {
                kind if NAMED.contains(&kind) => Some(Json::Object(named)),
                "tests" => Some(Json::Array(listed)),
                _ => listed.into_iter().next(),
            };
            facts.extend(told.map(|told| (kind.to_owned(), told)));
        }
        if let Some(held) = case.target.held {
            let lists = [
                ("approvals", json_of(self.asks_for("approvals"), &held.approvals)),
                ("deployments", json_of(self.asks_for("deployments"), &held.deployments)),
                ("change_requests", json_of(self.asks_for("change_requests"), &held.change_requests)),
                ("work_items", json_of(self.asks_for("work_items"), &held.work_items)),
                ("checklists", json_of(self.asks_for("checklists"), &held.checklists)),
            ];
            facts.extend(lists.into_iter().filter_map(|(name, list)| Some((name.to_owned(), list?))));
        }
        Json::Object(facts)
    }
}

fn json_of<T: Serialize>(asked: bool, list: &[Arc<T>]) -> Option<Json> {
    asked.then(|| list.iter().map(|fact| serde_json::to_value(&**fact).unwrap_or_default()).collect())
}

fn release(case: &Case<'_>) -> Json {
    let target = case.target;
    let mut release = target
        .candidate
        .and_then(|candidate| serde_json::to_value(candidate).ok())
        .unwrap_or_else(|| json!({}));
    if let Some(release) = release.as_object_mut() {
        release.insert("stage".to_owned(), json!(target.stage));
        release.insert("environment".to_owned(), json!(target.environment));
    }
    release
}

fn component(case: &Case<'_>) -> Json {
    let profile = case.target.profile;
    json!({
        "name": case.target.component,
        "owners": profile.map(|profile| profile.owners.as_slice()).unwrap_or_default(),
        "tier": profile.and_then(|profile| profile.tier.as_deref()),
        "ecosystem": profile.and_then(|profile| profile.ecosystem.as_deref()),
        "providers": profile.map(|profile| profile.providers.as_slice()).unwrap_or_default(),
    })
}
