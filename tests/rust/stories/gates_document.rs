//! `docs/gates.md`: every gate file and every list of facts in it is one.

use greenboard::document::{self, Format};
use greenboard::fact::Fact;
use greenboard::gate::GateSet;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The texts of all fences of a language.
fn fences(language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/gates.md");
    let text = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let fence = format!("\n```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned()).collect()
}

#[test]
fn every_gate_file_is_read_and_every_kind_has_one() {
    let texts = fences("yaml");
    let named: BTreeMap<String, String> = texts
        .iter()
        .filter_map(|text| Some((text.lines().next()?.strip_prefix("# ")?.to_owned(), text.clone())))
        .collect();
    let mut kinds = BTreeSet::new();
    for (at, text) in texts.iter().enumerate() {
        let name = text.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or("gates.yaml");
        let mut files = named.clone();
        files.insert(name.to_owned(), text.clone());
        let gates = GateSet::of(name, &files).unwrap_or_else(|error| panic!("fence {at}: {error}\n{text}"));
        for gate in gates.gates() {
            kinds.extend(gate.criteria.iter().map(|criterion| criterion.check.kind().to_owned()));
        }
    }
    let catalogue = greenboard::catalogue::catalogue();
    let all = catalogue.iter().find(|registry| registry.name == "criterion").unwrap();
    let all: BTreeSet<String> = all.kinds.iter().map(|kind| kind.kind.clone()).collect();
    assert_eq!(kinds, all);
}

#[test]
fn every_list_of_facts_is_read() {
    let texts = fences("json");
    assert!(texts.len() >= 2);
    for text in texts {
        let facts: greenboard::Result<Vec<Fact>> = document::parse(&text, Format::Json);
        assert!(facts.is_ok(), "{facts:?}\n{text}");
    }
}
