//! release-please's `release-please-config.json` and `.release-please-manifest.json`.

mod apply;
mod keys;
mod plugin;
mod policy;
mod releaser;
mod sections;
mod types;

pub use types::{ChangelogSection, ConfiguredFile, ReleasePleaseConfig, ReleasePleasePath};

use crate::document::{self, Format, Node, Read, Value};
use keys::Unheard;
use plugin::Plugins;
use releaser::Releaser;
use std::collections::BTreeMap;

/// The file of the configuration.
const FILE: &str = "release-please-config.json";

/// What release-please's two files say: a policy, and for each path what its releases are called and written to.
///
/// Components are meant by their paths; [`ReleasePleaseConfig::workspace`] gives those of a workspace the versions of the manifest.
/// Other components are ignored, as by release-please.
///
/// ```
/// use greenboard::component::{Component, Ecosystem, Workspace};
/// use greenboard::plan::{config, plan};
/// use greenboard::change::Change;
/// use greenboard::version::Bump;
///
/// let config = config::release_please(
///     r#"{"release-type": "node", "bump-minor-pre-major": true, "draft": true, "packages": {"packages/a": {}}}"#,
///     r#"{"packages/a": "0.4.0"}"#,
/// )?;
/// assert_eq!(config.paths[0].version.as_deref(), Some("0.4.0"));
/// assert_eq!(config.left[0].key, "draft");
///
/// let found = Workspace::new([Component::new("@acme/a", Ecosystem::Npm, "packages/a")])?;
/// let change = Change::new("9fceb02", "drop the old format").with_breaking("Convert first.").with_bump("@acme/a", Bump::Major);
/// let plan = plan(&config.workspace(&found)?, &[change], &config.policy, "2026-11-02T09:00:00Z".parse().unwrap())?;
/// assert_eq!(plan.entries[0].new.as_str(), "0.5.0");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `document.*` where a text is no JSON, or a value not of the type that release-please expects.
pub fn release_please(config: &str, manifest: &str) -> crate::Result<ReleasePleaseConfig> {
    let node = document::read(config, Format::Json)?;
    let mut unheard = Unheard::default();
    let defaults = Releaser::read(&node, "", &mut unheard)?;
    let top = Top::read(&node)?;
    let plugins = Plugins::read(node.get("plugins"), &mut unheard)?;
    let versions = versions(manifest)?;
    let mut paths = Vec::new();
    if let Some(packages) = node.get("packages") {
        let entries = packages.map().map_err(|error| error.under_key("packages"))?;
        for (key, package) in entries {
            let at = format!("packages[{:?}].", key.text);
            let own = Releaser::read(package, &at, &mut unheard)
                .map_err(|error| error.under_key(&key.text).under_key("packages"))?;
            paths.push((normal(&key.text), own.over(&defaults)));
        }
    }
    let policy = policy::of(&paths, &plugins, &mut unheard)?;
    let paths = paths.into_iter().map(|(path, releaser)| {
        let version = versions.get(&path).cloned();
        let follows = plugins.follows(releaser.release_type());
        types::path(path, releaser, version, follows)
    });
    Ok(ReleasePleaseConfig {
        policy,
        paths: paths.collect(),
        bootstrap_sha: top.bootstrap_sha,
        last_release_sha: top.last_release_sha,
        separate_pull_requests: top.separate_pull_requests,
        left: unheard.into_left(),
    })
}

/// The keys that only the whole file has.
struct Top {
    bootstrap_sha: Option<String>,
    last_release_sha: Option<String>,
    separate_pull_requests: bool,
}

impl Top {
    fn read(node: &Node) -> crate::Result<Self> {
        Ok(Self {
            bootstrap_sha: optional(node, "bootstrap-sha")?,
            last_release_sha: optional(node, "last-release-sha")?,
            separate_pull_requests: optional(node, "separate-pull-requests")?.unwrap_or(false),
        })
    }
}

/// The value under a key, unless it is null.
fn optional<T: Read>(node: &Node, key: &str) -> crate::Result<Option<T>> {
    match node.get(key) {
        None => Ok(None),
        Some(node) if node.value == Value::Null => Ok(None),
        Some(node) => T::read(node).map(Some).map_err(|error| error.under_key(key)),
    }
}

/// The manifest: the version of each path. One of 0.0.0 stands for none.
fn versions(manifest: &str) -> crate::Result<BTreeMap<String, String>> {
    let node = document::read(manifest, Format::Json)?;
    let mut versions = BTreeMap::new();
    for (key, value) in node.map()? {
        let version = String::read(value).map_err(|error| error.under_key(&key.text))?;
        if version != "0.0.0" {
            versions.insert(normal(&key.text), version);
        }
    }
    Ok(versions)
}

/// A path as components have it: `.` is the root.
fn normal(path: &str) -> String {
    let path = path.trim_matches('/');
    let path = path.strip_prefix("./").unwrap_or(path);
    if path == "." { String::new() } else { path.trim_matches('/').to_owned() }
}
