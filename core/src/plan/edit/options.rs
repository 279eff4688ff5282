//! What else is to be written besides manifests: what a plan does not know by itself.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What [`edits`](super::edits) writes besides versions, requirements and lockfiles.
///
/// ```
/// use greenboard::plan::{EditOptions, ExtraFile, ExtraFileKind};
///
/// let options = EditOptions::new()
///     .with_extra_file(ExtraFile::new("core", "src/version.py", ExtraFileKind::Generic))
///     .with_changelog("CHANGELOG.md", "## 1.1.0\n\n- lanes");
/// assert_eq!(options.extra_files[0].component, "core");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct EditOptions {
    /// Files that repeat a component's version.
    pub extra_files: Vec<ExtraFile>,
    /// The section of each changelog, by the changelog's path. A section may begin with a title (`# name`), which is
    /// written only where the changelog is new.
    pub changelogs: BTreeMap<String, String>,
    /// The changesets that the plan was made of and that are used up by it, by id. Those that the plan's causes name are
    /// known without.
    pub changesets: Vec<String>,
    /// The folder of the changesets: `.changeset`.
    pub changeset_folder: String,
    /// The file in which release-please keeps the versions: `.release-please-manifest.json`. Where it is there, the versions
    /// in it are moved along.
    pub release_please_manifest: String,
    /// Whether lockfiles are moved along: yes.
    pub lockfiles: bool,
}

impl Default for EditOptions {
    fn default() -> Self {
        Self {
            extra_files: Vec::new(),
            changelogs: BTreeMap::new(),
            changesets: Vec::new(),
            changeset_folder: ".changeset".to_owned(),
            release_please_manifest: ".release-please-manifest.json".to_owned(),
            lockfiles: true,
        }
    }
}

reads!(EditOptions as "greenboard/edit_options/1" {
    extra_files,
    changelogs,
    changesets,
    changeset_folder,
    release_please_manifest,
    lockfiles,
    ..
});

impl EditOptions {
    /// Manifests and lockfiles, and nothing else.
    pub fn new() -> Self {
        Self::default()
    }
    /// With one more file that repeats a version.
    #[must_use]
    pub fn with_extra_file(mut self, file: ExtraFile) -> Self {
        self.extra_files.push(file);
        self
    }
    /// With the section that goes into this changelog.
    #[must_use]
    pub fn with_changelog(mut self, path: impl Into<String>, section: impl Into<String>) -> Self {
        self.changelogs.insert(path.into(), section.into());
        self
    }
    /// With one more changeset that is used up.
    #[must_use]
    pub fn with_changeset(mut self, id: impl Into<String>) -> Self {
        self.changesets.push(id.into());
        self
    }
    /// With lockfiles moved along, or left to their tools.
    #[must_use]
    pub fn with_lockfiles(mut self, lockfiles: bool) -> Self {
        self.lockfiles = lockfiles;
        self
    }
}

/// A file that repeats a component's version (release-please's `extra-files`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ExtraFile {
    /// The component whose version it repeats.
    pub component: String,
    /// The file, relative to the repository's root.
    pub path: String,
    /// How the version is found in it.
    #[schemars(default = "ExtraFileKind::auto")]
    pub kind: ExtraFileKind,
    /// The JSONPath (`json`, `yaml`, `toml`) or XPath (`xml`) that leads to it; for `json`, `yaml` and `toml` `$.version`
    /// unless said otherwise, for `xml` `/*/version`.
    pub selector: Option<String>,
    /// How `x-release-please-date` writes the day of the plan: `%Y`, `%m` and `%d`, and anything else as it is.
    #[schemars(with = "Option<String>")]
    pub date_format: String,
}

reads!(ExtraFile {
    component,
    path,
    kind = ExtraFileKind::Auto,
    selector = None,
    date_format = ExtraFile::DATE_FORMAT.to_owned(),
});

impl ExtraFile {
    /// How dates are written unless said otherwise.
    pub const DATE_FORMAT: &str = "%Y-%m-%d";

    /// A file without a selector.
    pub fn new(component: impl Into<String>, path: impl Into<String>, kind: ExtraFileKind) -> Self {
        let (component, path) = (component.into(), path.into());
        Self { component, path, kind, selector: None, date_format: Self::DATE_FORMAT.to_owned() }
    }
    /// With the path that leads to the version.
    #[must_use]
    pub fn with_selector(mut self, selector: impl Into<String>) -> Self {
        self.selector = Some(selector.into());
        self
    }
    /// With another way to write dates.
    #[must_use]
    pub fn with_date_format(mut self, format: impl Into<String>) -> Self {
        self.date_format = format.into();
        self
    }
}

/// How a version is found in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExtraFileKind {
    /// By the file's extension: the version of a JSON, YAML, TOML or XML file, and the markers of any.
    Auto,
    /// On the lines with a marker: `x-release-please-version`, `-major`, `-minor`, `-patch`, `-date`, `-version-date`, and
    /// between `x-release-please-start-version` and `x-release-please-end`.
    Generic,
    /// In the values that a JSONPath selects; the first version in each is replaced.
    Json,
    /// In the values that a JSONPath selects, in every document of the file; each is replaced as a whole.
    Yaml,
    /// In the values that a JSONPath selects; each is replaced as a whole.
    Toml,
    /// In the elements and attributes that an XPath selects; each is replaced as a whole, but for elements that hold others.
    Xml,
    /// In a Maven `pom.xml`: the project's version, or its parent's where it has none.
    Pom,
    /// As the whole text: `version.txt`.
    Text,
}

impl ExtraFileKind {
    /// Every kind.
    pub const ALL: [Self; 8] =
        [Self::Auto, Self::Generic, Self::Json, Self::Yaml, Self::Toml, Self::Xml, Self::Pom, Self::Text];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Generic => "generic",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Toml => "toml",
            Self::Xml => "xml",
            Self::Pom => "pom",
            Self::Text => "text",
        }
    }

    /// What a file is unless said otherwise.
    fn auto() -> Self {
        Self::Auto
    }
}

names!(ExtraFileKind: "kind of extra file");
