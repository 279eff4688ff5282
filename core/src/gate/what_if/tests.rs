//! The solver beside all sets of steps, tried one by one.

use super::solve::{Need, Solver, millionths};
use crate::gate::remedy::{Remedy, RemedyStep};
use proptest::collection::vec;
use proptest::prelude::*;

/// The most steps that are tried in all sets.
const MOST: usize = 12;

fn remedy() -> impl Strategy<Value = Remedy> {
    let step = (0..5_u8).prop_map(|cost| {
        Remedy::Step(RemedyStep { action: "Do it.".to_owned(), owner: None, cost: Some(f64::from(cost)) })
    });
    let leaf = prop_oneof![6 => step, 1 => Just(Remedy::Never)];
    leaf.prop_recursive(3, 14, 4, |inner| {
        let many = || vec(inner.clone(), 1..4);
        let weighted = (vec((0..4_u8, inner.clone()), 1..4), 0..8_u8).prop_map(|(steps, needed)| {
            let steps = steps.into_iter().map(|(weight, step)| (f64::from(weight), step)).collect();
            Remedy::Weighted { needed: f64::from(needed), steps }
        });
        prop_oneof![
            many().prop_map(Remedy::All),
            (many(), 0..4_usize).prop_map(|(parts, count)| Remedy::AtLeast(count, parts)),
            weighted,
        ]
    })
}

/// Whether a set of steps, as bits in the order of the tree, is enough.
fn is_met(remedy: &Remedy, done: u32, next: &mut u32) -> bool {
    let mut each =
        |parts: &[Remedy]| -> Vec<bool> { parts.iter().map(|part| is_met(part, done, next)).collect() };
    match remedy {
        Remedy::Step(_) => {
            *next += 1;
            done >> (*next - 1) & 1 == 1
        }
        Remedy::All(parts) => each(parts).into_iter().all(|met| met),
        Remedy::AtLeast(count, parts) => each(parts).into_iter().filter(|met| *met).count() >= *count,
        Remedy::Weighted { needed, steps } => {
            let met = steps.iter().map(|(weight, step)| if is_met(step, done, next) { *weight } else { 0.0 });
            met.sum::<f64>() >= *needed
        }
        Remedy::Never => false,
    }
}

fn costs(remedy: &Remedy, costs: &mut Vec<f64>) {
    match remedy {
        Remedy::Step(step) => costs.push(step.cost.unwrap_or_default()),
        Remedy::All(parts) | Remedy::AtLeast(_, parts) => {
            parts.iter().for_each(|part| self::costs(part, costs))
        }
        Remedy::Weighted { steps, .. } => steps.iter().for_each(|(_, step)| self::costs(step, costs)),
        Remedy::Never => {}
    }
}

/// The minimal sets that are enough, by cost, size and order.
fn all(remedy: &Remedy) -> Vec<(u64, usize, Vec<u32>)> {
    let mut costs = Vec::new();
    self::costs(remedy, &mut costs);
    let count = costs.len();
    let enough: Vec<u32> = (0..1_u32 << count).filter(|done| is_met(remedy, *done, &mut 0)).collect();
    let is_minimal = |done: &&u32| {
        (0..count).all(|step| *done >> step & 1 == 0 || !is_met(remedy, *done & !(1 << step), &mut 0))
    };
    let told = |done: &u32| {
        let steps: Vec<u32> = (0..count as u32).filter(|step| done >> step & 1 == 1).collect();
        let cost = steps.iter().map(|step| millionths(costs[*step as usize])).sum();
        (cost, steps.len(), steps)
    };
    let mut found: Vec<_> = enough.iter().filter(is_minimal).map(told).collect();
    found.sort();
    found
}

proptest! {
    #[test]
    fn the_best_ways_are_those_of_trying_all(remedy in remedy(), most in 1..5_usize) {
        let mut costs = Vec::new();
        self::costs(&remedy, &mut costs);
        prop_assume!(costs.len() <= MOST);
        let mut solver = Solver::new(most);
        let ways = solver.solve(&Need::Remedy { finding: 0, remedy: &remedy, cost: 1.0 });
        prop_assert!(solver.exhaustive);
        let found: Vec<_> = ways.into_iter().map(|way| (way.cost, way.steps.len(), way.steps)).collect();
        prop_assert_eq!(found, all(&remedy).into_iter().take(most).collect::<Vec<_>>());
    }
}
