//! Licence expressions: what brute force over all choices says.

use greenboard::fact::{Candidate, Evidence, Fact, Facts, Roster, Sbom, SbomPackage, Subject};
use greenboard::gate::{Criterion, Gate, GateFile, GateSet, LicencesCriterion, Outcome, Scope, evaluate};
use proptest::prelude::*;
use proptest::sample::subsequence;

const LICENCES: &[&str] = &["MIT", "Apache-2.0", "BSD-3-Clause", "MPL-2.0", "GPL-3.0-only"];

/// An expression as a tree.
#[derive(Debug, Clone)]
enum Tree {
    Licence(&'static str),
    All(Box<Tree>, Box<Tree>),
    Any(Box<Tree>, Box<Tree>),
}

impl Tree {
    fn text(&self) -> String {
        match self {
            Self::Licence(id) => (*id).to_owned(),
            Self::All(a, b) => format!("({} AND {})", a.text(), b.text()),
            Self::Any(a, b) => format!("({} OR {})", a.text(), b.text()),
        }
    }

    /// Every choice that the expression leaves: the licences that then hold together.
    fn choices(&self) -> Vec<Vec<&'static str>> {
        match self {
            Self::Licence(id) => vec![vec![id]],
            Self::Any(a, b) => [a.choices(), b.choices()].concat(),
            Self::All(a, b) => {
                let (a, b) = (a.choices(), b.choices());
                a.iter().flat_map(|a| b.iter().map(move |b| [a.clone(), b.clone()].concat())).collect()
            }
        }
    }
}

fn tree() -> impl Strategy<Value = Tree> {
    prop::sample::select(LICENCES).prop_map(Tree::Licence).prop_recursive(3, 12, 2, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            pair.clone().prop_map(|(a, b)| Tree::All(Box::new(a), Box::new(b))),
            pair.prop_map(|(a, b)| Tree::Any(Box::new(a), Box::new(b))),
        ]
    })
}

fn judge(criterion: LicencesCriterion, licences: &[String]) -> Outcome {
    let at = "2026-11-02T12:00:00Z".parse().unwrap();
    let packages = licences.iter().map(|licence| SbomPackage::new("left").with_licence(licence));
    let bill = Sbom::new("spdx").with_packages(packages);
    let mut file = GateFile::default();
    file.gates.push(Gate::new("licences").with_criterion(Criterion::new("it", criterion)));
    let mut facts = Facts::new(Roster::new());
    let evidence: Fact = Evidence::new("bill", Subject::new("shop"), bill.into(), at).into();
    facts.add([Candidate::new("shop").into(), evidence]);
    evaluate(&GateSet::new(file).unwrap(), &facts, "shop", &Scope::new(), at).unwrap().findings[0].outcome
}

proptest! {
    #[test]
    fn an_expression_passes_where_a_choice_does(
        tree in tree(),
        allow in subsequence(LICENCES.to_vec(), 0..4),
        deny in subsequence(LICENCES.to_vec(), 0..3),
    ) {
        let passes = |id: &&str| !deny.contains(id) && (allow.is_empty() || allow.contains(id));
        let expected = tree.choices().iter().any(|choice| choice.iter().all(passes));
        let mut criterion = LicencesCriterion::new();
        criterion.allow = allow.iter().map(|id| (*id).to_owned()).collect();
        criterion.deny = deny.iter().map(|id| (*id).to_owned()).collect();
        let outcome = judge(criterion, &[tree.text()]);
        prop_assert_eq!(outcome, if expected { Outcome::Pass } else { Outcome::Fail }, "{}", tree.text());
    }

    #[test]
    fn one_package_that_does_not_pass_is_enough(
        trees in prop::collection::vec(tree(), 1..5),
        deny in subsequence(LICENCES.to_vec(), 1..3),
    ) {
        let texts: Vec<String> = trees.iter().map(Tree::text).collect();
        let criterion = || {
            let mut criterion = LicencesCriterion::new();
            criterion.deny = deny.iter().map(|id| (*id).to_owned()).collect();
            criterion
        };
        let each = texts.iter().map(|text| judge(criterion(), std::slice::from_ref(text))).max();
        prop_assert_eq!(Some(judge(criterion(), &texts)), each);
    }

    #[test]
    fn any_text_is_an_answer(text in "\\PC{0,40}") {
        let outcome = judge(LicencesCriterion::new().with_allowed("MIT"), &[text]);
        prop_assert!(matches!(outcome, Outcome::Pass | Outcome::Fail));
    }
}
