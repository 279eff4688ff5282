//! Are we go or no-go? The reports of this project's own tools, what people said, and a gate file: the readiness review, why it is
//! as it is, what would turn it green, and what a word changes.
//!
//! `cargo run --release --example go_no_go`

use greenboard::document::{self, Format};
use greenboard::fact::{Approval, Fact, Facts, Roster, Subject};
use greenboard::gate::{GateSet, LiveBoard, Scope, explain};
use greenboard::report::{self, ReviewFormat, ReviewOptions};
use greenboard::tool::{self, ReadOptions};
use std::error::Error;
use std::path::Path;

/// Which report is of which tool, and about which component.
const REPORTS: [(&str, &str, &str); 4] = [
    ("junit-python.xml", "junit", "greenboard-python"),
    ("junit-node.xml", "junit", "greenboard-node"),
    ("lcov.info", "lcov", "greenboard-node"),
    ("npm-audit.json", "npm_audit", "greenboard-node"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/go_no_go");
    let read = |name: &str| std::fs::read_to_string(data.join(name));
    let at = "2026-11-24T15:00:00Z".parse()?;

    let gates = GateSet::parse(&read("gates.yaml")?)?;
    let mut facts = Facts::new(Roster::new());
    facts.add(document::parse::<Vec<Fact>>(read("facts.json")?, Format::Json)?);
    for (file, tool, component) in REPORTS {
        let subject = Subject::new(component).with_version("0.1.0");
        facts.add(tool::read(read(file)?, tool, &subject, at, &ReadOptions::new())?);
    }

    let scope = Scope::new().with_environment("registry");
    let mut board = LiveBoard::new(gates.clone(), scope.clone(), &facts, at)?;
    print!("{}", report::review(board.board(), ReviewFormat::Text, &ReviewOptions::new()));

    let explanation = explain(&gates, &facts, "greenboard-node", &scope, at)?;
    print!("\n{explanation}");
    println!("\nThe verdict is {}", document::digest_text(explanation.verdict.to_json()?));

    let later = "2026-11-24T15:10:00Z".parse()?;
    let subject = Subject::new("greenboard-node").with_version("0.1.0");
    facts.add([Approval::new("approval-5", subject, "grace", later).into()]);
    println!("\nGrace approves");
    print!("{}", report::changes(&board.update(&facts, later)?, ReviewFormat::Text));
    Ok(())
}
