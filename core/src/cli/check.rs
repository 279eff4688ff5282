//! `greenboard check`

use super::repository::{find, options};
use super::{Answer, Common, Console};
use crate::document;
use crate::plan::Coverage;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The branch, tag or commit that this work began at; changesets' `baseBranch`, or else `main`, where it is left out.
    #[arg(long, value_name = "REVISION")]
    base: Option<String>,
    /// Ask for private components too.
    #[arg(long)]
    private: bool,
    /// Write what is found as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let found = find(common, console)?;
    console.progress("comparing");
    let mut coverage = Coverage::new().with_private(arguments.private);
    coverage.ignore.clone_from(&found.configuration.policy.ignore);
    let base = arguments.base.as_deref().or(found.configuration.base.as_deref()).unwrap_or("main");
    let uncovered = found.repository.uncovered(base, &found.workspace, &options(common), &coverage)?;
    console.done();
    if arguments.json {
        console.result(&document::to_json(&uncovered)?);
    } else if uncovered.is_empty() {
        console.result("Everything that was touched is covered.");
    } else {
        let line = |name: &str, files: usize| {
            let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
            format!("{name} was touched ({files}), and no change asks for its release")
        };
        let lines: Vec<String> =
            uncovered.iter().map(|found| line(&found.component, found.files.len())).collect();
        console.result(&lines.join("\n"));
    }
    Ok(if uncovered.is_empty() { Answer::Yes } else { Answer::No })
}
