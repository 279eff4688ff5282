//! From the arguments to a plan: the steps that most commands begin with.

use super::{Common, Console};
use crate::component::Workspace;
use crate::document::{self, Format};
use crate::plan::{Plan, Policy};
use crate::source::{Configuration, Options, Repository, Sources};
use jiff::Timestamp;
use std::path::Path;

/// What the arguments lead to.
pub(super) struct Found {
    pub repository: Repository,
    pub workspace: Workspace,
    pub configuration: Configuration,
}

/// The repository that the arguments name, its components, and how it is released.
pub(super) fn find(common: &Common, console: &mut Console<'_>) -> crate::Result<Found> {
    console.progress("reading manifests");
    let repository = Repository::open(&common.directory)?;
    let mut configuration = repository.configuration()?;
    if let Some(given) = &common.policy {
        let links = configuration.policy.links.take();
        configuration = Configuration::given(policy(given)?);
        configuration.policy.links = configuration.policy.links.or(links);
    }
    let workspace = repository.workspace_under(&configuration)?;
    console.done();
    for left in &configuration.left {
        console.notice(&format!("{}: {}: {}", left.file, left.key, left.message));
    }
    Ok(Found { repository, workspace, configuration })
}

impl Found {
    /// The plan of what is unreleased.
    pub fn plan(&self, common: &Common, console: &mut Console<'_>) -> crate::Result<Plan> {
        console.progress("reading history");
        let at = common.at.unwrap_or_else(Timestamp::now);
        let planned = self.repository.plan(&self.configuration, &options(common), at)?;
        console.done();
        for notice in &planned.notices {
            console.notice(&notice.message);
        }
        Ok(planned.plan)
    }
}

/// The plan of the repository that the arguments name.
pub(super) fn planned(common: &Common, console: &mut Console<'_>) -> crate::Result<Plan> {
    find(common, console)?.plan(common, console)
}

/// How history is read.
pub(super) fn options(common: &Common) -> Options {
    let options = Options::new().with_first_parent(common.first_parent);
    match common.changes {
        Some(read) => options.with_read(read),
        None => options,
    }
}

/// What tells the changes, by its name.
pub(super) fn sources(text: &str) -> Result<Sources, String> {
    let known = Sources::ALL.into_iter().find(|sources| sources.name() == text);
    known.ok_or_else(|| format!("expected one of {}", Sources::ALL.map(Sources::name).join(", ")))
}

/// A preset by its name, or the policy in a file.
fn policy(given: &str) -> crate::Result<Policy> {
    let path = Path::new(given);
    let format = match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => Format::Json,
        Some("toml") => Format::Toml,
        Some("yaml" | "yml") => Format::Yaml,
        _ => return Policy::preset(given),
    };
    document::parse::<Policy>(&crate::source::text(path)?, format).map_err(|error| error.within(given))
}
