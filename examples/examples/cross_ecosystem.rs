//! A crate, the Python wheel around it, the service that uses the wheel and the chart that deploys the service: one change of the
//! crate, and what goes out after what, in which ecosystem, and why.
//!
//! `cargo run --example cross_ecosystem`; everything it reads is in `examples/data/cross_ecosystem`.

use greenboard::change::Change;
use greenboard::component::Graph;
use greenboard::document::{self, Format};
use greenboard::plan::{Policy, plan};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/cross_ecosystem");
    let read = |name| std::fs::read_to_string(data.join(name));
    let workspace = greenboard::source::load(&data)?;
    let changes: Vec<Change> = document::parse(read("changes.json")?, Format::Json)?;
    let policy: Policy = document::parse(read("policy.yaml")?, Format::Yaml)?;

    println!("What a change of acme-engine may reach");
    for reached in Graph::new(&workspace).impact("acme-engine")? {
        println!("  {}, {} away, by way of {}", reached.component, reached.distance, reached.via);
    }
    let plan = plan(&workspace, &changes, &policy, "2026-11-20T09:00:00Z".parse()?)?;
    println!("\n{plan}\n\n{}", plan.why("api-chart")?);
    let deployed = workspace.identity().component("jenkins", "api-deploy")?;
    println!("\nThe job api-deploy is of {}", deployed.unwrap_or("nobody"));
    Ok(())
}
