//! Pact's can-i-deploy.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::gate::contracts::{Deployable, Ignored, Matrix, Pact, PactVerification, can_i_deploy};
use serde_json::Value;

/// Pacts, verifications and what runs in the environment; an expected false means "not true".
pub fn deployable(case: &Case) -> Judged {
    let mut matrix = Matrix::new();
    for row in rows(case, "pacts") {
        matrix.pacts.push(Pact::new(text(&row, 0)?, text(&row, 1)?, text(&row, 2)?));
    }
    for row in rows(case, "verifications") {
        let success = row.get(4).and_then(Value::as_bool).unwrap_or(false);
        let [consumer, version, provider, by] =
            [text(&row, 0)?, text(&row, 1)?, text(&row, 2)?, text(&row, 3)?];
        matrix.verifications.push(PactVerification::new(consumer, version, provider, by, success));
    }
    for (component, versions) in case.field("deployed_in_env").as_object().into_iter().flatten() {
        let versions = versions.as_array().into_iter().flatten().filter_map(Value::as_str);
        matrix.deployed.insert(component.clone(), versions.map(str::to_owned).collect());
    }
    for row in rows(case, "ignore") {
        let version = row.get(1).and_then(Value::as_str).map(str::to_owned);
        matrix.ignore.push(Ignored::new(text(&row, 0)?, version));
    }
    let deploy = case.field("deploy").as_array().cloned().unwrap_or_default();
    let answer = can_i_deploy(&matrix, text(&deploy, 0)?, text(&deploy, 1)?);
    Ok(Outcome::equal(case.flag("expect_deployable")?, answer.deployable == Deployable::Yes))
}

fn rows(case: &Case, key: &str) -> Vec<Vec<Value>> {
    let rows = case.field(key).as_array().into_iter().flatten();
    rows.filter_map(|row| row.as_array().cloned()).collect()
}

fn text(row: &[Value], at: usize) -> Result<&str, Trouble> {
    row.get(at).and_then(Value::as_str).ok_or_else(|| Trouble::row(format!("no text at {at}")))
}
