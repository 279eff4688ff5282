//! Whose a commit is, by the files that it touches.

use crate::component::{Owners, Workspace};
use crate::plan::config::ReleasePleaseConfig;
use std::collections::{BTreeMap, BTreeSet};

/// What tells whose a commit is.
pub(super) enum Whose<'w> {
    /// The nearest component's folder.
    Nearest(Owners<'w>),
    /// release-please's paths: the root has every commit, and paths leave files out.
    Configured {
        config: &'w ReleasePleaseConfig,
        /// The components of each path.
        components: BTreeMap<&'w str, Vec<&'w str>>,
    },
}

impl<'w> Whose<'w> {
    pub fn new(workspace: &'w Workspace, config: Option<&'w ReleasePleaseConfig>) -> Self {
        let Some(config) = config else { return Self::Nearest(Owners::new(workspace)) };
        let mut components: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for component in workspace.components().filter(|component| !component.external) {
            components.entry(&component.path).or_default().push(&component.name);
        }
        Self::Configured { config, components }
    }

    /// The components that a commit of these files concerns.
    pub fn commit(&self, files: &[&str]) -> BTreeSet<String> {
        match self {
            Self::Nearest(owners) => {
                owners.of(files.iter().copied()).into_iter().map(str::to_owned).collect()
            }
            Self::Configured { config, components } => config
                .touched(files.iter().copied())
                .into_iter()
                .flat_map(|path| components.get(path).into_iter().flatten())
                .map(|name| (*name).to_owned())
                .collect(),
        }
    }
}
