//! Laws of measurements over time: a model that follows the rules line by line says the same; runs are as bad as their worst
//! metric.

use greenboard::gate::measurement::{
    self, MeasuredMetric, MeasuredResult, MeasurementPhase as Phase, MetricResult,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn phases() -> impl Strategy<Value = Vec<Phase>> {
    let completed =
        vec(select(vec![Phase::Successful, Phase::Failed, Phase::Inconclusive, Phase::Error]), 0..12);
    (completed, any::<bool>()).prop_map(|(mut phases, running)| {
        if running {
            phases.push(Phase::Running);
        }
        phases
    })
}

fn metric() -> impl Strategy<Value = MeasuredMetric> {
    (any::<bool>(), 0..6_u32, -1..3_i64, 0..3_i64, 0..5_i64, 0..4_i64).prop_map(
        |(interval, count, failures, inconclusive, errors, successes)| {
            let mut metric = MeasuredMetric::new("m")
                .with_count(count)
                .with_failure_limit(failures)
                .with_inconclusive_limit(inconclusive)
                .with_consecutive_error_limit(errors)
                .with_consecutive_success_limit(successes);
            metric.interval = interval.then(|| "60s".to_owned());
            metric
        },
    )
}

/// The rules, one after the other, over the measurements themselves.
fn slow(metric: &MeasuredMetric, phases: &[Phase], terminating: bool) -> Phase {
    let many = |wanted: Phase| phases.iter().filter(|phase| **phase == wanted).count() as i64;
    let at_end = |wanted: Phase| {
        let completed: Vec<&Phase> = phases.iter().filter(|phase| **phase != Phase::Running).collect();
        completed.iter().rev().take_while(|phase| ***phase == wanted).count() as i64
    };
    if phases.is_empty() {
        return if terminating { Phase::Successful } else { Phase::Pending };
    }
    if phases.last() == Some(&Phase::Running) {
        return Phase::Running;
    }
    let mut phase = None;
    if metric.failure_limit != -1 && many(Phase::Failed) > metric.failure_limit {
        phase = Some(Phase::Failed);
    }
    if many(Phase::Inconclusive) > metric.inconclusive_limit {
        phase = Some(Phase::Inconclusive);
    }
    if at_end(Phase::Error) > metric.consecutive_error_limit {
        phase = Some(Phase::Error);
    }
    if let Some(phase) = phase {
        return phase;
    }
    let success_limit = metric.consecutive_success_limit;
    if success_limit > 0 && at_end(Phase::Successful) >= success_limit {
        return Phase::Successful;
    }
    let wanted = match (metric.count, &metric.interval) {
        (Some(count), _) if count > 0 => Some(i64::from(count)),
        (_, None) => Some(1),
        _ => None,
    };
    let counted = phases.len() as i64 - many(Phase::Error);
    if wanted.is_some_and(|wanted| counted >= wanted) {
        return match (success_limit > 0, metric.failure_limit != -1) {
            (true, true) => Phase::Inconclusive,
            (true, false) => Phase::Failed,
            _ => Phase::Successful,
        };
    }
    if terminating { Phase::Successful } else { Phase::Running }
}

proptest! {
    #[test]
    fn a_slow_model_assesses_the_same(metric in metric(), phases in phases(), terminating in any::<bool>()) {
        let result = MetricResult::of(phases.iter().copied());
        prop_assert_eq!(measurement::assess(&metric, &result, terminating), slow(&metric, &phases, terminating));
    }

    /// A measurement more that went well never turns a metric that stands well to one that went badly.
    #[test]
    fn what_went_well_does_no_harm(metric in metric(), phases in phases()) {
        let assess = |phases: &[Phase]| measurement::assess(&metric, &MetricResult::of(phases.iter().copied()), false);
        let mut more = phases.clone();
        more.push(Phase::Successful);
        if metric.consecutive_success_limit == 0 && assess(&phases) == Phase::Successful {
            prop_assert_eq!(assess(&more), Phase::Successful);
        }
    }

    #[test]
    fn a_run_is_as_bad_as_its_worst(of in vec((metric(), phases(), any::<bool>()), 1..5), terminate in any::<bool>()) {
        let run: Vec<MeasuredResult> = of.iter().map(|(metric, phases, dry)| {
            MeasuredResult::new(metric.clone(), Some(MetricResult::of(phases.iter().copied()))).with_dry_run(*dry)
        }).collect();
        let got = measurement::assess_run(&run, terminate);
        let phases: Vec<Phase> = of.iter().map(|(metric, phases, _)| slow(metric, phases, terminate)).collect();
        prop_assert_eq!(&got.phases, &phases.iter().copied().map(Some).collect::<Vec<_>>());
        let counting = || phases.iter().zip(&of).filter(|(_, (_, _, dry))| !dry).map(|(phase, _)| *phase);
        let all_done = phases.iter().all(|phase| phase.is_completed());
        let worst = counting().filter(|phase| phase.is_completed()).max().unwrap_or(Phase::Successful);
        let expected = if terminate || all_done { worst } else { Phase::Running };
        prop_assert_eq!(got.phase, expected);
        prop_assert_eq!(got.summary.count as usize, counting().count());
    }
}
