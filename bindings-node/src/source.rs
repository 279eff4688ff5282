//! Repositories on disk.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use crate::plan::instant;
use greenboard::component::Workspace;
use greenboard::document::{emit, to_json};
use greenboard::plan::EditOptions;
use greenboard::source::{self, Applicable, Configuration, Options};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::Arc;

/// The handle of a repository.
#[napi(js_name = "Repository")]
pub struct Repository(Arc<source::Repository>);

#[napi]
impl Repository {
    /// The repository that `dir` lies in.
    #[napi(constructor)]
    pub fn new(dir: String) -> Result<Self> {
        source::Repository::open(dir).map(|repository| Self(Arc::new(repository))).map_err(raise)
    }

    /// The top of the work tree.
    #[napi]
    pub fn root(&self) -> String {
        self.0.root().display().to_string()
    }

    /// The components, as JSON.
    #[napi]
    pub fn workspace_sync(&self) -> Result<String> {
        workspace(&self.0).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn workspace(&self) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || workspace(&repository))
    }

    /// The unreleased changes and the notices about them, as JSON; of the repository's own workspace where none is given.
    #[napi]
    pub fn changes_sync(&self, workspace: Option<Given>, options: Given) -> Result<String> {
        changes(&self.0, workspace, &options).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn changes(&self, workspace: Option<Given>, options: Given) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || changes(&repository, workspace, &options))
    }

    /// How the repository is released, as its own files say, as JSON.
    #[napi]
    pub fn configuration_sync(&self) -> Result<String> {
        configuration(&self.0).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn configuration(&self) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || configuration(&repository))
    }

    /// What goes out next and what led to it, as JSON; under the repository's own policy where none is given.
    #[napi]
    pub fn plan_sync(&self, policy: Option<Given>, options: Given, at: String) -> Result<String> {
        plan(&self.0, policy, &options, at).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn plan(&self, policy: Option<Given>, options: Given, at: String) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || plan(&repository, policy, &options, at))
    }

    /// What the head has brought since it left `base`, as JSON.
    #[napi]
    pub fn since_sync(&self, base: String, workspace: Option<Given>, options: Given) -> Result<String> {
        since(&self.0, &base, workspace, &options).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn since(&self, base: String, workspace: Option<Given>, options: Given) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || since(&repository, &base, workspace, &options))
    }

    /// The components that the head has touched since it left `base`, and whose release nothing asks for, as JSON.
    #[napi]
    pub fn uncovered_sync(
        &self,
        base: String,
        workspace: Option<Given>,
        options: Given,
        coverage: Given,
    ) -> Result<String> {
        uncovered(&self.0, &base, workspace, &options, &coverage).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn uncovered(
        &self,
        base: String,
        workspace: Option<Given>,
        options: Given,
        coverage: Given,
    ) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || uncovered(&repository, &base, workspace, &options, &coverage))
    }

    /// What each of two lines of development has and the other has not, as JSON.
    #[napi]
    pub fn divergence_sync(&self, main: String, line: String) -> Result<String> {
        divergence(&self.0, &main, &line).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn divergence(&self, main: String, line: String) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || divergence(&repository, &main, &line))
    }
}

#[napi]
impl Repository {
    /// What a plan changes in the files of the work tree, as JSON.
    #[napi]
    pub fn edits_sync(&self, plan: Given, options: Option<Given>) -> Result<String> {
        edits(&self.0, &plan, options).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn edits(&self, plan: Given, options: Option<Given>) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || edits(&repository, &plan, options))
    }

    /// Writes a plan or edits, or tries it out, and gives what became of it as JSON.
    #[napi]
    pub fn apply_sync(&self, plan: Given, options: Option<Given>, dry_run: bool) -> Result<String> {
        apply(&self.0, &plan, options, dry_run).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn apply(&self, plan: Given, options: Option<Given>, dry_run: bool) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || apply(&repository, &plan, options, dry_run))
    }

    /// Brings a run that was stopped half-way to its end, and gives the files it still had to write, as JSON.
    #[napi]
    pub fn recover_sync(&self) -> Result<String> {
        recover(&self.0).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn recover(&self) -> AsyncTask<Background> {
        let repository = Arc::clone(&self.0);
        background(move || recover(&repository))
    }
}

fn configuration(repository: &source::Repository) -> greenboard::Result<String> {
    to_json(&repository.configuration()?)
}

fn plan(
    repository: &source::Repository,
    policy: Option<Given>,
    options: &Given,
    at: String,
) -> greenboard::Result<String> {
    let configuration = match policy {
        Some(given) => Configuration::given(given.read("policy")?),
        None => repository.configuration()?,
    };
    to_json(&repository.plan(&configuration, &options.read("options")?, instant(at)?)?)
}

fn edits(
    repository: &source::Repository,
    plan: &Given,
    options: Option<Given>,
) -> greenboard::Result<String> {
    let plan = Applicable::Plan(Box::new(plan.read("plan")?));
    plan.edits(repository, edit_options(options)?.as_ref())?.to_json()
}

fn apply(
    repository: &source::Repository,
    plan: &Given,
    options: Option<Given>,
    dry_run: bool,
) -> greenboard::Result<String> {
    let options = edit_options(options)?;
    let edits = plan.read::<Applicable>("plan")?.edits(repository, options.as_ref())?;
    to_json(&if dry_run { repository.dry_run(&edits)? } else { repository.apply(&edits)? })
}

fn edit_options(options: Option<Given>) -> greenboard::Result<Option<EditOptions>> {
    options.map(|given| given.read("options")).transpose()
}

fn recover(repository: &source::Repository) -> greenboard::Result<String> {
    to_json(&repository.recover()?)
}

fn workspace(repository: &source::Repository) -> greenboard::Result<String> {
    emit(&repository.workspace()?)
}

fn or_own(repository: &source::Repository, workspace: Option<Given>) -> greenboard::Result<Workspace> {
    workspace.map_or_else(|| repository.workspace(), |given| given.read("workspace"))
}

fn changes(
    repository: &source::Repository,
    workspace: Option<Given>,
    options: &Given,
) -> greenboard::Result<String> {
    let options: Options = options.read("options")?;
    to_json(&repository.changes_with(&or_own(repository, workspace)?, &options)?)
}

fn since(
    repository: &source::Repository,
    base: &str,
    workspace: Option<Given>,
    options: &Given,
) -> greenboard::Result<String> {
    let options: Options = options.read("options")?;
    to_json(&repository.since(base, &or_own(repository, workspace)?, &options)?)
}

fn uncovered(
    repository: &source::Repository,
    base: &str,
    workspace: Option<Given>,
    options: &Given,
    coverage: &Given,
) -> greenboard::Result<String> {
    let (options, coverage) = (options.read("options")?, coverage.read("coverage")?);
    to_json(&repository.uncovered(base, &or_own(repository, workspace)?, &options, &coverage)?)
}

fn divergence(repository: &source::Repository, main: &str, line: &str) -> greenboard::Result<String> {
    emit(&repository.divergence(main, line)?)
}
