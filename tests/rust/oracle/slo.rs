//! Scoring written as its rules are told, over plain JSON.

use greenboard::gate::slo::{SliValue, SloEvaluation};
use serde_json::Value;

/// The score, the result, and the status of every objective.
pub fn evaluate(
    file: &Value,
    values: &[SliValue],
    newest_first: &[SloEvaluation],
) -> (f64, &'static str, Vec<&'static str>) {
    let comparison = &file["comparison"];
    let include = comparison["include_result_with_score"].as_str().unwrap();
    let counts = |result: &str| match include {
        "pass" => result == "pass",
        "pass_or_warn" => result != "fail",
        _ => true,
    };
    let before: Vec<&SloEvaluation> = newest_first
        .iter()
        .filter(|evaluation| counts(evaluation.result.name()))
        .take(comparison["number_of_comparison_results"].as_u64().unwrap() as usize)
        .collect();
    let objectives = file["objectives"].as_array().unwrap();
    let (mut achieved, mut possible, mut key_failed, mut statuses) = (0.0, 0.0, false, Vec::new());
    for objective in objectives {
        let name = objective["sli"].as_str().unwrap();
        let weight = objective["weight"].as_f64().unwrap();
        let value = values.iter().find(|value| value.metric == name).filter(|value| value.success);
        let mut history = Vec::new();
        for evaluation in &before {
            for result in &evaluation.indicator_results {
                if result.value.metric == name && result.value.success {
                    history.push(result.value.value);
                }
            }
        }
        let before = one(&history, comparison["aggregate_function"].as_str().unwrap());
        let any = |sets: &Value| {
            let holds = |criterion: &Value| {
                value.is_some_and(|value| meets(value.value, criterion.as_str().unwrap(), before))
            };
            sets.as_array().unwrap().iter().any(|set| set["criteria"].as_array().unwrap().iter().all(holds))
        };
        let asks = !objective["pass"].as_array().unwrap().is_empty();
        let (status, score) = if !asks {
            ("info", 0.0)
        } else if any(&objective["pass"]) {
            ("pass", weight)
        } else if any(&objective["warning"]) {
            ("warning", weight / 2.0)
        } else {
            ("fail", 0.0)
        };
        if asks {
            possible += weight;
        }
        achieved += score;
        key_failed |= status == "fail" && objective["key_sli"] == true;
        statuses.push(status);
    }
    if objectives.is_empty() {
        return (0.0, "fail", statuses);
    }
    if possible == 0.0 {
        return (100.0, "pass", statuses);
    }
    let score = 100.0 * achieved / possible;
    let result = match score {
        _ if key_failed => "fail",
        score if score >= 80.0 => "pass",
        score if score >= 50.0 => "warning",
        _ => "fail",
    };
    (score, result, statuses)
}

fn one(values: &[f64], aggregate: &str) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).unwrap());
    let n = sorted.len();
    let p = match aggregate {
        "avg" => return Some(sorted.iter().sum::<f64>() / n as f64),
        "p50" => 0.5,
        "p90" => 0.9,
        _ => 0.95,
    };
    let position = p * (n as f64 + 1.0);
    Some(if position < 1.0 {
        sorted[0]
    } else if position >= n as f64 {
        sorted[n - 1]
    } else {
        let below = sorted[position as usize - 1];
        below + (position - position.floor()) * (sorted[position as usize] - below)
    })
}

fn meets(value: f64, criterion: &str, before: Option<f64>) -> bool {
    let digits = criterion.find(|c: char| !"<>=".contains(c)).unwrap();
    let (sign, rest) = criterion.split_at(digits);
    let percent = rest.ends_with('%');
    let relative = percent || rest.starts_with(['+', '-']);
    let number: f64 = rest.trim_end_matches('%').parse().unwrap();
    let target = match (relative, before) {
        (false, _) => number,
        // No history passes.
        (true, None) => return true,
        (true, Some(before)) if percent => before * (100.0 + number) / 100.0,
        (true, Some(before)) => before + number,
    };
    match sign {
        "<" => value < target,
        "<=" => value <= target,
        "=" => value == target,
        ">=" => value >= target,
        _ => value > target,
    }
}
