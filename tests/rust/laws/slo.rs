//! Laws of service level objectives: a slow model says the same, percentiles lie between the values, better values score no less.

use super::oracle::slo as slow;
use greenboard::document;
use greenboard::gate::slo::{self, Aggregate, SliValue, SloCriterion, SloEvaluation, SloFile, SloOperator};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

fn number() -> impl Strategy<Value = f64> {
    (-40..200_i32).prop_map(|tenths| f64::from(tenths) / 4.0)
}

fn criterion() -> impl Strategy<Value = String> {
    (select(vec!["<", "<=", "=", ">=", ">"]), select(vec!["", "+", "-"]), 0..80_u32, select(vec!["", "%"]))
        .prop_map(|(sign, by, number, percent)| format!("{sign}{by}{}{percent}", f64::from(number) / 4.0))
}

fn sets() -> impl Strategy<Value = Value> {
    vec(vec(criterion(), 1..3).prop_map(|criteria| json!({ "criteria": criteria })), 0..3)
        .prop_map(Value::from)
}

fn objective() -> impl Strategy<Value = Value> {
    (select(vec!["a", "b", "c", "d"]), sets(), sets(), 1..5_u32, any::<bool>()).prop_map(
        |(sli, pass, warning, weight, key)| {
            json!({ "sli": sli, "pass": pass, "warning": warning, "weight": weight, "key_sli": key })
        },
    )
}

fn file() -> impl Strategy<Value = Value> {
    (
        vec(objective(), 0..5),
        select(vec!["avg", "p50", "p90", "p95"]),
        select(vec!["all", "pass", "pass_or_warn"]),
        1..4_u32,
    )
        .prop_map(|(objectives, aggregate, include, results)| {
            json!({
                "objectives": objectives,
                "comparison": {
                    "compare_with": "several_results", "number_of_comparison_results": results,
                    "include_result_with_score": include, "aggregate_function": aggregate,
                },
                "total_score": { "pass": "80%", "warning": "50%" },
            })
        })
}

fn values() -> impl Strategy<Value = Vec<SliValue>> {
    let value = (select(vec!["a", "b", "c"]), number(), 0..8_u8).prop_map(|(name, value, failed)| {
        if failed == 0 { SliValue::failed(name, "timeout") } else { SliValue::new(name, value) }
    });
    vec(value, 0..4)
}

proptest! {
    #[test]
    fn a_slow_model_scores_the_same(file in file(), rounds in vec(values(), 1..5)) {
        let known: SloFile = document::parse(file.to_string(), document::Format::Json).unwrap();
        let mut newest_first: Vec<SloEvaluation> = Vec::new();
        for values in rounds {
            let before = slo::history(&known, &newest_first);
            let got = slo::evaluate(&known, &values, &before).unwrap();
            let (score, result, statuses) = slow::evaluate(&file, &values, &newest_first);
            prop_assert_eq!(got.result.name(), result);
            prop_assert!((got.score - score).abs() < 1e-9, "{} and {score}", got.score);
            let got_statuses: Vec<&str> = got.indicator_results.iter().map(|result| result.status.name()).collect();
            prop_assert_eq!(got_statuses, statuses);
            newest_first.insert(0, got);
        }
    }

    #[test]
    fn percentiles_lie_between_and_grow(values in vec(number(), 1..20), p in 0.0..1.0_f64, q in 0.0..1.0_f64) {
        let at = |p| slo::percentile(&values, p).unwrap();
        let (low, high) = (values.iter().copied().fold(f64::MAX, f64::min), values.iter().copied().fold(f64::MIN, f64::max));
        prop_assert!((low..=high).contains(&at(p)));
        prop_assert!(at(p.min(q)) <= at(p.max(q)) + 1e-9);
        let mut turned = values.clone();
        turned.reverse();
        prop_assert_eq!(slo::percentile(&turned, p), slo::percentile(&values, p));
        for aggregate in Aggregate::ALL {
            prop_assert!(aggregate.of(&values).is_some_and(|value| value >= low - 1e-9 && value <= high + 1e-9));
        }
        prop_assert_eq!(slo::percentile(&[], p), None);
    }

    #[test]
    fn criteria_print_as_they_read(text in criterion(), noise in "\\PC{0,20}") {
        let read = SloCriterion::parse(&text).unwrap();
        prop_assert_eq!(SloCriterion::parse(&read.to_string()).unwrap(), read);
        prop_assert_eq!(SloCriterion::parse(&format!(" {} ", text.replace('=', "= "))).unwrap(), read);
        let _ = SloCriterion::parse(&noise);
        let _ = SloCriterion::parse(&format!("<{noise}"));
    }

    /// Under `<` and `<=` a lower value never scores less.
    #[test]
    fn lower_is_no_worse(limits in vec((0..40_u32, 0..40_u32), 1..4), values in vec(number(), 4), less in 0.0..20.0_f64) {
        let objectives: Vec<Value> = limits.iter().enumerate().map(|(index, (pass, more))| json!({
            "sli": format!("m{index}"), "pass": [{ "criteria": [format!("<={pass}")] }],
            "warning": [{ "criteria": [format!("<{}", pass + more)] }],
        })).collect();
        let file = json!({ "objectives": objectives, "total_score": { "pass": "90%", "warning": "60%" } });
        let file: SloFile = document::parse(file.to_string(), document::Format::Json).unwrap();
        let scored = |less: f64| {
            let values: Vec<SliValue> =
                values.iter().enumerate().map(|(index, value)| SliValue::new(format!("m{index}"), value - less)).collect();
            slo::evaluate(&file, &values, &[]).unwrap().score
        };
        prop_assert!(scored(less) >= scored(0.0));
    }

    #[test]
    fn operators_are_those_of_numbers(a in number(), b in number()) {
        prop_assert_eq!(SloOperator::Less.holds(a, b), !SloOperator::GreaterOrEqual.holds(a, b));
        prop_assert_eq!(SloOperator::LessOrEqual.holds(a, b), !SloOperator::Greater.holds(a, b));
        prop_assert_eq!(SloOperator::Equal.holds(a, b), a == b);
    }
}
