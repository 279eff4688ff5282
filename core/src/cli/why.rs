//! `greenboard why COMPONENT`

use super::repository::planned;
use super::{Answer, Common, Console};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The component to explain.
    component: String,
    /// Write it as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let why = planned(common, console)?.why(&arguments.component)?;
    let text = if arguments.json { why.to_json()? } else { why.to_string() };
    console.result(&text);
    Ok(Answer::Yes)
}
