//! The options of a path, as they are given for it and for the whole file.

use super::keys::Unheard;
use super::types::{ChangelogSection, ConfiguredFile};
use super::{optional, sections};
use crate::change::Levels;
use crate::document::{Node, Read, Value, read_name};
use crate::plan::versioning::{ReleasePlease, Strategy};

macro_rules! releaser {
    ($($field:ident: $type:ty = $key:literal),+ $(,)?) => {
        /// The options of a path: what is given, and nothing where it is left out.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub(super) struct Releaser {
            $(pub $field: Option<$type>),+
        }

        impl Releaser {
            /// Reads what a map gives; `at` is its path.
            pub fn read(node: &Node, at: &str, unheard: &mut Unheard) -> crate::Result<Self> {
                for (key, _) in node.map()? {
                    unheard.note(at, &key.text);
                }
                Ok(Self { $($field: optional(node, $key)?),+ })
            }

            /// What is given here, and for the rest what is given there.
            pub fn over(self, defaults: &Self) -> Self {
                Self { $($field: self.$field.or_else(|| defaults.$field.clone())),+ }
            }
        }
    };
}

releaser! {
    release_type: String = "release-type",
    bump_minor_pre_major: bool = "bump-minor-pre-major",
    bump_patch_for_minor_pre_major: bool = "bump-patch-for-minor-pre-major",
    prerelease: bool = "prerelease",
    prerelease_type: String = "prerelease-type",
    versioning: StrategyName = "versioning",
    changelog_path: String = "changelog-path",
    changelog_sections: Sections = "changelog-sections",
    release_as: String = "release-as",
    skip_github_release: bool = "skip-github-release",
    skip_changelog: bool = "skip-changelog",
    component: String = "component",
    package_name: String = "package-name",
    version_file: String = "version-file",
    extra_files: ExtraFiles = "extra-files",
    include_component_in_tag: bool = "include-component-in-tag",
    include_v_in_tag: bool = "include-v-in-tag",
    tag_separator: String = "tag-separator",
    initial_version: String = "initial-version",
    exclude_paths: Vec<String> = "exclude-paths",
    date_format: String = "date-format",
}

/// A strategy under release-please's name for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StrategyName(Strategy);

const STRATEGIES: [(&str, Strategy); 7] = [
    ("default", Strategy::Default),
    ("prerelease", Strategy::Prerelease),
    ("always-bump-major", Strategy::AlwaysBumpMajor),
    ("always-bump-minor", Strategy::AlwaysBumpMinor),
    ("always-bump-patch", Strategy::AlwaysBumpPatch),
    ("dependency-manifest", Strategy::DependencyManifest),
    ("service-pack", Strategy::ServicePack),
];

impl Read for StrategyName {
    fn read(node: &Node) -> crate::Result<Self> {
        read_name(node, "versioning strategy", STRATEGIES.into_iter()).map(Self)
    }
}

/// The sections of a changelog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sections(pub Vec<ChangelogSection>);

impl Read for Sections {
    fn read(node: &Node) -> crate::Result<Self> {
        let sections = node.list()?.iter().enumerate();
        let read = |(index, node): (usize, &Node)| section(node).map_err(|error| error.under_index(index));
        sections.map(read).collect::<crate::Result<_>>().map(Self)
    }
}

/// A section; keys that this tool does not know are left to those that do, and a hidden one needs no title.
fn section(node: &Node) -> crate::Result<ChangelogSection> {
    let kind: Option<String> = optional(node, "type")?;
    Ok(ChangelogSection {
        kind: kind.ok_or_else(|| node.expected("a section with its \"type\""))?,
        section: optional(node, "section")?.unwrap_or_default(),
        hidden: optional(node, "hidden")?.unwrap_or(false),
    })
}

/// The list of extra files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExtraFiles(pub Vec<ConfiguredFile>);

impl Read for ExtraFiles {
    fn read(node: &Node) -> crate::Result<Self> {
        let files = node.list()?.iter().enumerate();
        let read = |(index, node): (usize, &Node)| extra_file(node).map_err(|error| error.under_index(index));
        files.map(read).collect::<crate::Result<_>>().map(Self)
    }
}

impl Releaser {
    pub fn release_type(&self) -> &str {
        self.release_type.as_deref().unwrap_or("node")
    }

    /// What its releases are called, as far as the files say.
    pub fn stated_name(&self) -> Option<String> {
        let package = self.package_name.as_deref().map(|name| match self.release_type() {
            "node" | "node-librarian" | "expo" => without_scope(name),
            _ => name,
        });
        let name = self.component.as_deref().filter(|name| !name.is_empty()).or(package);
        name.filter(|name| !name.is_empty()).map(str::to_owned)
    }

    /// How its releases are tagged.
    pub fn tag(&self) -> String {
        let v = if self.include_v_in_tag.unwrap_or(true) { "v" } else { "" };
        let stated = self.stated_name();
        // The types that look into their manifest for a name.
        let name = match self.release_type() {
            "node" | "node-librarian" | "expo" => "{unscoped}",
            "rust" | "helm" | "dart" | "sfdx" | "salesforce" => "{package}",
            _ => "",
        };
        let name = stated.as_deref().unwrap_or(name);
        if name.is_empty() || !self.include_component_in_tag.unwrap_or(true) {
            return format!("{v}{{version}}");
        }
        let separator = self.tag_separator.as_deref().unwrap_or("-");
        format!("{name}{separator}{v}{{version}}")
    }

    pub fn sections(&self) -> Vec<ChangelogSection> {
        match &self.changelog_sections {
            Some(Sections(sections)) => sections.clone(),
            None => sections::usual(self.release_type()),
        }
    }

    pub fn levels(&self) -> Levels {
        sections::levels(&self.sections())
    }

    /// How its version moves.
    pub fn versioning(&self) -> ReleasePlease {
        let by_type = match self.release_type() {
            "java-backport" => Some(Strategy::AlwaysBumpPatch),
            "java-bom" => Some(Strategy::DependencyManifest),
            "java-lts" => Some(Strategy::ServicePack),
            _ => None,
        };
        let given = self.versioning.map(|name| name.0);
        let strategy = by_type.or(given).unwrap_or_default();
        ReleasePlease::new()
            .with_strategy(strategy)
            .with_bump_minor_pre_major(self.bump_minor_pre_major.unwrap_or(false))
            .with_bump_patch_for_minor_pre_major(self.bump_patch_for_minor_pre_major.unwrap_or(false))
            .with_prerelease(self.prerelease.unwrap_or(false))
            .with_prerelease_type(self.prerelease_type.clone())
            .with_initial_version(self.initial_version.as_deref().unwrap_or(self.first()))
            .with_release_as(self.release_as.clone().filter(|version| !version.is_empty()))
    }

    /// The first version of a type, where none is configured.
    fn first(&self) -> &'static str {
        match self.release_type() {
            "go-yoshi"
            | "java-backport"
            | "java-bom"
            | "java-lts"
            | "java-yoshi"
            | "java-yoshi-mono-repo"
            | "krm-blueprint"
            | "python"
            | "python-librarian"
            | "r"
            | "rust"
            | "terraform-module" => "0.1.0",
            _ => "1.0.0",
        }
    }
}

fn without_scope(name: &str) -> &str {
    let scoped = name.strip_prefix('@').and_then(|name| name.split_once('/'));
    scoped.map_or(name, |(_, name)| name)
}

/// An entry of `extra-files`; a text is a file whose extension and markers say where the version is.
fn extra_file(node: &Node) -> crate::Result<ConfiguredFile> {
    if let Value::Text(path) = &node.value {
        let (path, kind) = (path.clone(), "auto".to_owned());
        return Ok(ConfiguredFile { path, glob: false, kind, selector: None });
    }
    let kinds = ["generic", "json", "yaml", "toml", "xml", "pom"].map(|kind| (kind, kind));
    let kind = match node.get("type") {
        Some(node) => read_name(node, "type of extra file", kinds.into_iter())
            .map_err(|error| error.under_key("type"))?
            .to_owned(),
        None => "generic".to_owned(),
    };
    let path = match node.get("path") {
        Some(path) => String::read(path).map_err(|error| error.under_key("path"))?,
        None => return Err(node.expected("an extra file with a \"path\"")),
    };
    let selector = match kind.as_str() {
        "json" | "yaml" | "toml" => optional(node, "jsonpath")?,
        "xml" => optional(node, "xpath")?,
        _ => None,
    };
    Ok(ConfiguredFile { path, glob: optional(node, "glob")?.unwrap_or(false), kind, selector })
}
