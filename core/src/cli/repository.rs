//! From the arguments to a plan: the steps that most commands begin with.

use super::{Common, Console};
use crate::document::{self, Format};
use crate::plan::{Plan, Policy, plan};
use crate::source::{Options, Repository};
use jiff::Timestamp;
use std::path::Path;

/// The plan of the repository that the arguments name.
pub(super) fn planned(common: &Common, console: &mut Console<'_>) -> crate::Result<Plan> {
    console.progress("reading manifests");
    let repository = Repository::open(&common.directory)?;
    let workspace = repository.workspace()?;
    let policy = policy(common)?;
    console.progress("reading history");
    let options = Options::new().with_first_parent(common.first_parent);
    let found = repository.changes_with(&workspace, &options)?;
    console.progress("planning");
    let plan = plan(&workspace, &found.changes, &policy, common.at.unwrap_or_else(Timestamp::now))?;
    console.done();
    for notice in &found.notices {
        console.notice(&notice.message);
    }
    Ok(plan)
}

/// A preset by its name, or the policy in a file.
fn policy(common: &Common) -> crate::Result<Policy> {
    let Some(given) = &common.policy else { return Ok(Policy::default()) };
    let path = Path::new(given);
    let format = match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => Format::Json,
        Some("toml") => Format::Toml,
        Some("yaml" | "yml") => Format::Yaml,
        _ => return Policy::preset(given),
    };
    document::parse::<Policy>(&crate::source::text(path)?, format).map_err(|error| error.within(given))
}
