//! `greenboard apply`

use super::repository::find;
use super::{Answer, Common, Console};
use crate::document;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Write nothing; show what would change as a unified diff.
    #[arg(long)]
    dry_run: bool,
    /// Leave changelogs alone.
    #[arg(long)]
    no_changelog: bool,
    /// Write what became of it as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let found = find(common, console)?;
    let plan = found.plan(common, console)?;
    let mut options = found.configuration.edit_options(&plan)?;
    if arguments.no_changelog {
        options.changelogs.clear();
    }
    console.progress("editing");
    let edits = found.repository.edits(&plan, &options)?;
    let applied = match arguments.dry_run {
        true => found.repository.dry_run(&edits)?,
        false => found.repository.apply(&edits)?,
    };
    console.done();
    for warning in &applied.warnings {
        console.notice(&format!("{}: {}", warning.path, warning.message));
    }
    if arguments.json {
        console.result(&document::to_json(&applied)?);
    } else if arguments.dry_run {
        console.result(&applied.diff);
    } else if applied.changed.is_empty() {
        console.result("Nothing to change.");
    } else {
        console.result(&applied.changed.join("\n"));
    }
    Ok(Answer::Yes)
}
