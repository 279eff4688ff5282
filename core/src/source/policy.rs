//! How a repository is released, as its own files say.

use super::disk::Disk;
use super::git::Git;
use super::{Changes, Notice, Options, Repository};
use crate::change::Links;
use crate::change::conventional::Mode;
use crate::component::manifest::Files;
use crate::component::{Workspace, workspace_file};
use crate::document::{self, Format, Node, Read, Value};
use crate::plan::config::{self, LeftKey, ReleasePleaseConfig};
use crate::plan::{EditOptions, ExtraFile, ExtraFileKind, Plan, Policy, plan};
use crate::report::{self, Style};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

const CHANGESETS: &str = ".changeset/config.json";
const PRE: &str = ".changeset/pre.json";
const RELEASE_PLEASE: &str = "release-please-config.json";
const VERSIONS: &str = ".release-please-manifest.json";
const CHANGELOG: &str = "CHANGELOG.md";

/// How a repository is released, as its own files say.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Configuration {
    /// The policy; its origins say which file and key each setting comes from.
    pub policy: Policy,
    /// The files that say so, relative to the repository's root; none where no file says anything, and the policy is the
    /// preset `greenboard`.
    pub files: Vec<String>,
    /// What of the files is not followed.
    pub left: Vec<LeftKey>,
    /// The branch that work begins at, where a file says it (changesets' `baseBranch`).
    pub base: Option<String>,
    /// What release-please's files say beside the policy; none where they do not decide.
    pub release_please: Option<ReleasePleaseConfig>,
}

impl Repository {
    /// How this repository is released: by the section `policy` of its `greenboard.yaml`, else by changesets' configuration,
    /// else by release-please's, else by the preset `greenboard`.
    ///
    /// Changelogs point at the host that the git remote `origin` leads to, where it is a known one and the policy names no links.
    ///
    /// Whether changesets decides as its version 2 or 3 does follows from what the root's `package.json` requires of
    /// `@changesets/cli`.
    ///
    /// ```no_run
    /// use greenboard::source::Repository;
    ///
    /// let configuration = Repository::open(".")?.configuration()?;
    /// println!("{:?} decide", configuration.files);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `document.*` and `plan.*` with file and place where a file is broken; `source.io`.
    pub fn configuration(&self) -> crate::Result<Configuration> {
        let mut configuration = self.configured()?;
        if configuration.policy.links.is_none()
            && let Some(links) = self.links()?
        {
            configuration.policy.links = Some(links);
            configuration.policy.origins.insert("links".to_owned(), "git remote origin".to_owned());
        }
        Ok(configuration)
    }

    /// Where the host that the repository was cloned from shows commits and pull requests, as far as it is a known one.
    fn links(&self) -> crate::Result<Option<Links>> {
        if !self.has_history {
            return Ok(None);
        }
        Ok(Git::open(&self.root)?.origin().and_then(|remote| Links::from_remote(&remote)))
    }

    fn configured(&self) -> crate::Result<Configuration> {
        let disk = Disk::new(self.root());
        let decided = |policy, files: &[&str]| Configuration {
            files: files.iter().map(|file| (*file).to_owned()).collect(),
            ..Configuration::given(policy)
        };
        let folder = if self.folder.is_empty() { vec![""] } else { vec![self.folder.as_str(), ""] };
        for folder in folder {
            if let Some((file, policy)) = workspace_file::section(&disk, folder, "policy")? {
                let policy =
                    Policy::read(&policy).map_err(|error| error.under_key("policy").within(&file))?;
                return Ok(decided(policy, &[&file]));
            }
        }
        if let Some(text) = disk.text(CHANGESETS)? {
            let pre = disk.text(PRE)?;
            let read = config::changesets(changesets_version(&disk)?, &text, pre.as_deref())?;
            let files: &[&str] = if pre.is_some() { &[CHANGESETS, PRE] } else { &[CHANGESETS] };
            let base = document::read(text.as_ref(), Format::Json)?.get("baseBranch").and_then(branch);
            let mut left = read.left;
            left.retain(|key| !(base.is_some() && key.key == "baseBranch"));
            return Ok(Configuration { left, base, ..decided(read.policy, files) });
        }
        if let Some(text) = disk.text(RELEASE_PLEASE)? {
            let versions = disk.text(VERSIONS)?;
            let read = config::release_please(&text, versions.as_deref().unwrap_or("{}"))?;
            let files: &[&str] =
                if versions.is_some() { &[RELEASE_PLEASE, VERSIONS] } else { &[RELEASE_PLEASE] };
            let left = read.left.iter().cloned().chain(globs(&read)).collect();
            let policy = read.policy.clone();
            return Ok(Configuration { left, release_please: Some(read), ..decided(policy, files) });
        }
        Ok(decided(Policy::default(), &[]))
    }
}

/// What goes out next of a repository, and what led to it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// How the repository is released.
    pub configuration: Configuration,
    /// What should be known about the history that the changes were read from.
    pub notices: Vec<Notice>,
}

impl Repository {
    /// The components, at the versions that the configuration's own files state.
    ///
    /// # Errors
    /// Those of [`Repository::workspace`] and [`ReleasePleaseConfig::workspace`].
    pub fn workspace_under(&self, configuration: &Configuration) -> crate::Result<Workspace> {
        let found = self.workspace()?;
        match &configuration.release_please {
            Some(config) => config.workspace(&found),
            None => Ok(found),
        }
    }

    /// What goes out next: the components, their unreleased changes, and how the repository is released, all as its own files and
    /// history say.
    ///
    /// Where release-please's files decide, history is read as release-please reads it: messages to the letter, every commit
    /// for the root, and none for paths that exclude its files.
    ///
    /// ```no_run
    /// use greenboard::source::{Options, Repository};
    ///
    /// let repository = Repository::open(".")?;
    /// let planned = repository.plan(&repository.configuration()?, &Options::new(), "2026-11-02T09:00:00Z".parse().unwrap())?;
    /// println!("{}", planned.plan);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Repository::workspace`], [`Repository::changes_with`] and [`plan()`].
    pub fn plan(
        &self,
        configuration: &Configuration,
        options: &Options,
        at: Timestamp,
    ) -> crate::Result<Planned> {
        let workspace = self.workspace_under(configuration)?;
        let config = configuration.release_please.as_ref();
        let strict = config.map(|_| options.clone().with_mode(Mode::Strict));
        let options = strict.as_ref().unwrap_or(options);
        let Changes { changes, notices } = self.changes_of(&workspace, options, config)?;
        let plan = plan(&workspace, &changes, &configuration.policy, at)?;
        Ok(Planned { plan, configuration: configuration.clone(), notices })
    }
}

impl Configuration {
    /// Under a policy that is given, whatever the repository's files say.
    ///
    /// ```
    /// use greenboard::plan::Policy;
    /// use greenboard::source::Configuration;
    /// let configuration = Configuration::given(Policy::preset("cargo")?);
    /// assert!(configuration.files.is_empty());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn given(policy: Policy) -> Self {
        Self { policy, files: Vec::new(), left: Vec::new(), base: None, release_please: None }
    }

    /// What is written of a plan besides manifests, lockfiles and changesets: a section in each component's changelog, and the
    /// files that release-please's configuration says repeat its version.
    ///
    /// A changelog is the `CHANGELOG.md` in the component's folder, or the file that release-please's configuration names.
    ///
    /// # Errors
    /// None as long as the plan is whole.
    pub fn edit_options(&self, plan: &Plan) -> crate::Result<EditOptions> {
        let mut options = EditOptions::new();
        for entry in &plan.entries {
            let configured = self.release_please.as_ref();
            let path = configured.and_then(|config| config.paths.iter().find(|path| path.path == entry.path));
            let changelog = match path {
                Some(path) => path.changelog.clone(),
                None if entry.path.is_empty() => Some(CHANGELOG.to_owned()),
                None => Some(format!("{}/{CHANGELOG}", entry.path)),
            };
            if let Some(changelog) = changelog {
                let style = if self.files.iter().any(|file| file == CHANGESETS) {
                    Style::Changesets
                } else {
                    Style::ReleasePlease
                };
                let section = report::changelog_with(plan, Some(&entry.component), style)?;
                let section = match options.changelogs.remove(&changelog) {
                    Some(before) => format!("{before}\n{section}"),
                    None => format!("# {}\n\n{section}", entry.component),
                };
                options.changelogs.insert(changelog, section);
            }
            for file in path.iter().flat_map(|path| &path.extra_files).filter(|file| !file.glob) {
                let mut extra = ExtraFile::new(&entry.component, &file.path, kind(&file.kind));
                extra.selector.clone_from(&file.selector);
                if let Some(format) = path.and_then(|path| path.date_format.as_ref()) {
                    extra.date_format.clone_from(format);
                }
                options.extra_files.push(extra);
            }
            if let Some(file) = path.and_then(|path| path.version_file.as_ref()) {
                options.extra_files.push(ExtraFile::new(&entry.component, file, ExtraFileKind::Auto));
            }
        }
        Ok(options)
    }
}

/// The name of a branch.
fn branch(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(name) => Some(name.clone()),
        _ => None,
    }
}

/// How release-please's word finds the version in a file.
fn kind(word: &str) -> ExtraFileKind {
    ExtraFileKind::ALL.into_iter().find(|kind| kind.name() == word).unwrap_or(ExtraFileKind::Auto)
}

/// The extra files that are globs, which are not looked for.
fn globs(config: &ReleasePleaseConfig) -> impl Iterator<Item = LeftKey> + '_ {
    let files = config.paths.iter().flat_map(|path| &path.extra_files).filter(|file| file.glob);
    files.map(|file| {
        let message = format!("the glob {:?} is not looked for; name the files one by one", file.path);
        LeftKey::new(RELEASE_PLEASE, "extra-files", message)
    })
}

/// The preset of the version of changesets that the root's `package.json` requires; that of version 2 where it does not say.
fn changesets_version(files: &dyn Files) -> crate::Result<&'static str> {
    const V2: &str = "changesets@2";
    let Some(text) = files.text("package.json")? else { return Ok(V2) };
    // What else may be wrong with it is said by those who read manifests.
    let Ok(package) = document::read(text.as_ref(), Format::Json) else { return Ok(V2) };
    let required = ["devDependencies", "dependencies"]
        .into_iter()
        .find_map(|map| package.get(map)?.get("@changesets/cli"));
    let major = |node: &Node| match &node.value {
        Value::Text(text) => {
            text.trim_start_matches(['^', '~', '=', 'v', '>', ' ']).split('.').next()?.parse().ok()
        }
        _ => None,
    };
    let version: Option<u64> = required.and_then(major);
    Ok(if version >= Some(3) { "changesets@3" } else { V2 })
}
