//! The day of a release, from plan to review, on one ledger: what was decided is recorded, what is refused says why, and whoever
//! comes later goes on from the ledger, in whatever language.
//!
//! `cargo run --release --example release_day [LEDGER [before|after]]` keeps the ledger in a folder, and does only the part before
//! or after the decision to go.

use greenboard::document::{self, Format};
use greenboard::fact::{Facts, Roster};
use greenboard::gate::GateSet;
use greenboard::ledger::store::{File, FileOptions, Store};
use greenboard::ledger::{self, Actor, Expect, Held};
use greenboard::release::audit::{AuditOptions, export_audit};
use greenboard::release::control::{ControlContext, ControlOutcome, ControlPolicy};
use greenboard::release::{Context, Desk, Envelope, Refusal, Roles};
use greenboard::report::{self, ReviewFormat};
use std::error::Error;
use std::path::{Path, PathBuf};

const BEGAN: &str = "2026-11-02T08:55:00Z";
const LATER: &str = "2026-11-10T10:00:00Z";

fn read(name: &str) -> std::io::Result<String> {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/release_day").join(name))
}

/// Gives every command of a part, and tells what came of it.
fn act(desk: &mut Desk<File>, part: &str) -> Result<(), Box<dyn Error>> {
    let steps: Vec<Envelope> = document::parse(read(&format!("{part}.json"))?, Format::Json)?;
    for step in steps {
        let said = format!("{} {}: {}", step.at, step.actor.id, step.command.kind());
        match desk.act("shop-2.1", &step, step.at) {
            Ok(done) => {
                let kinds: Vec<&str> = done.events.iter().map(|event| event.what.kind()).collect();
                println!("{said} → {}", kinds.join(", "));
            }
            Err(error) => {
                let refusal = Refusal::of(&error).ok_or(error)?;
                println!("{said} is refused");
                for reason in refusal.reasons {
                    println!("  {}: {}", reason.code.name(), reason.message);
                }
            }
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (given, part) = (arguments.next().map(PathBuf::from), arguments.next());
    let temporary = std::env::temp_dir().join(format!("greenboard-release-day-{}", std::process::id()));
    let folder = given.clone().unwrap_or_else(|| temporary.clone());

    let ledger = File::open(&folder, FileOptions::new())?;
    if ledger.is_empty()? {
        let began = BEGAN.parse()?;
        let genesis = ledger::genesis("example.com/shop", [0; 16], Actor::service("ci"), began);
        ledger.append(&[genesis], &Expect::Empty, began)?;
    }
    let roles: Roles = document::parse(read("roles.yaml")?, Format::Yaml)?;
    let gates = GateSet::parse(&read("gates.yaml")?)?;
    let context = Context::new(gates, roles.clone(), Facts::new(Roster::new()))?;
    let mut desk = Desk::open(ledger, context)?;
    if part.as_deref() != Some("after") {
        act(&mut desk, "before")?;
    }
    if part.as_deref() != Some("before") {
        act(&mut desk, "after")?;
        tell(&desk, roles)?;
    }
    if given.is_none() {
        std::fs::remove_dir_all(temporary)?;
    }
    Ok(())
}

/// How it went, and what an auditor finds.
fn tell(desk: &Desk<File>, roles: Roles) -> Result<(), Box<dyn Error>> {
    let later = LATER.parse()?;
    let state = desk.state("shop-2.1").ok_or("there is no such release")?;
    print!("\n{}", report::release(state, later, ReviewFormat::Text));

    let controls = ControlContext::new(ControlPolicy::default()).with_roles(roles);
    let entries = desk.ledger().entries(None, usize::MAX)?;
    let audit = export_audit(&entries, &AuditOptions::new().with_controls(controls), later)?;
    let (size, backed, applicable) = (audit.size, audit.backed, audit.applicable);
    println!("\nThe audit of {size} entries: evidence backs {backed} of {applicable} controls");
    for control in audit.controls.iter().filter(|control| control.result == ControlOutcome::Fail) {
        println!("  {}: {}", control.control, control.findings.join("; "));
    }
    println!("Its digest is {}", audit.digest);
    let head = desk.ledger().verify(&Held::new())?.head.ok_or("the ledger is empty")?;
    println!("The ledger ends with {}", head.hash);
    Ok(())
}
