//! Contracts answer as the obvious model does.

use crate::oracle;
use greenboard::gate::contracts::{
    Deployable, Ignored, Matrix, Pact, PactVerification, can_i_deploy, together,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned)
}

fn version() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["1", "2", "3"]).prop_map(str::to_owned)
}

fn matrix() -> impl Strategy<Value = Matrix> {
    let content = prop::option::of(prop::sample::select(vec!["x", "y"]));
    let pact = (name(), version(), name(), content).prop_map(|(consumer, version, provider, content)| {
        let pact = Pact::new(consumer, version, provider);
        content.into_iter().fold(pact, |pact, content| pact.with_content(content))
    });
    let verification = (name(), version(), name(), version(), prop::bool::weighted(0.8)).prop_map(
        |(consumer, version, provider, by, success)| {
            PactVerification::new(consumer, version, provider, by, success)
        },
    );
    let deployed = prop::collection::btree_map(name(), prop::collection::vec(version(), 0..3), 0..4);
    let ignore = prop::collection::vec((name(), prop::option::of(version())), 0..2);
    let pacts = prop::collection::vec(pact, 0..6);
    (pacts, prop::collection::vec(verification, 0..14), deployed, ignore, any::<bool>()).prop_map(
        |(pacts, verifications, deployed, ignore, every_version)| {
            let mut matrix = Matrix::new();
            (matrix.pacts, matrix.verifications, matrix.deployed) = (pacts, verifications, deployed);
            matrix.ignore = ignore.into_iter().map(|(name, version)| Ignored::new(name, version)).collect();
            matrix.every_version = every_version;
            matrix
        },
    )
}

proptest! {
    #[test]
    fn answers_as_the_model_does(matrix in matrix(), component in name(), version in version()) {
        let answer = can_i_deploy(&matrix, &component, &version);
        prop_assert_eq!(answer.deployable, oracle::contracts::can_i_deploy(&matrix, &component, &version));
    }

    /// A set that goes out together holds: with all of it in place, each of it may go.
    #[test]
    fn what_goes_together_may_go(
        matrix in matrix(),
        component in name(),
        candidates in prop::collection::btree_map(name(), version(), 1..4),
    ) {
        if let Some(set) = together(&matrix, &component, &candidates) {
            let mut after = matrix.clone();
            let chosen: BTreeMap<_, _> =
                set.iter().map(|name| (name.clone(), vec![candidates[name].clone()])).collect();
            after.deployed.extend(chosen);
            prop_assert!(set.contains(&component));
            for name in &set {
                prop_assert_eq!(can_i_deploy(&after, name, &candidates[name]).deployable, Deployable::Yes);
            }
        }
    }
}
