//! `greenboard plan`

use super::repository::planned;
use super::{Answer, Common, Console};
use crate::report::{Format, Options, render_with};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// How to write it: json, or one of the reports.
    #[arg(short, long, default_value = "text", value_name = "FORMAT", value_parser = written)]
    format: Written,
    /// The longest that a pull request's text may be, in UTF-16 code units.
    #[arg(long, value_name = "UNITS")]
    limit: Option<usize>,
}

#[derive(Clone, Copy)]
enum Written {
    Json,
    Report(Format),
}

fn written(text: &str) -> crate::Result<Written> {
    if text == "json" { Ok(Written::Json) } else { text.parse().map(Written::Report) }
}

pub(super) fn run(
    common: &Common,
    arguments: &Arguments,
    console: &mut Console<'_>,
) -> crate::Result<Answer> {
    let plan = planned(common, console)?;
    let text = match arguments.format {
        Written::Json => plan.to_json()?,
        Written::Report(format) => {
            let mut options = Options::new();
            options.limit = arguments.limit;
            render_with(&plan, format, &options)
        }
    };
    console.result(&text);
    Ok(Answer::Yes)
}
