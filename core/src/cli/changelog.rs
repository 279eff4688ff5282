//! `greenboard changelog [COMPONENT]`

use super::repository::planned;
use super::{Answer, Common, Console};
use crate::report::{Layout, Style, changelog_with};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The component; the release as a whole where it is left out.
    component: Option<String>,
    /// How it is laid out: standard, keep_a_changelog, release_please or changesets.
    #[arg(long, default_value = "standard", value_name = "STYLE")]
    style: Style,
    /// A file with a template of your own, in the language of Jinja.
    #[arg(long, value_name = "FILE", conflicts_with = "style")]
    template: Option<PathBuf>,
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let template = arguments.template.as_deref().map(crate::source::text).transpose()?;
    let layout = match &template {
        Some(template) => Layout::Template(template),
        None => Layout::Style(arguments.style),
    };
    let plan = planned(common, console)?;
    console.result(&changelog_with(&plan, arguments.component.as_deref(), layout)?);
    Ok(Answer::Yes)
}
