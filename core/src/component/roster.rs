//! A workspace as facts see it.

use super::types::DependencyKind;
use super::workspace::Workspace;
use crate::fact::{Profile, Roster};

impl Workspace {
    /// The components, and the names that tools have for them, people and environments: what facts are resolved against.
    ///
    /// ```
    /// use greenboard::component::{Component, Ecosystem, Workspace};
    ///
    /// let workspace = Workspace::new([Component::new("payments", Ecosystem::Cargo, "payments").with_owner("shop")])?;
    /// assert_eq!(workspace.roster().components["payments"].owners, ["shop"]);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn roster(&self) -> Roster {
        let mut roster = Roster::new().with_identity(self.identity().clone());
        for component in self.components() {
            let mut profile = Profile::new().with_ecosystem(component.ecosystem.name());
            profile.owners.clone_from(&component.owners);
            profile.tier.clone_from(&component.tier);
            // What is needed only to build or to test is not there when it runs.
            let needed = component
                .dependencies
                .iter()
                .filter(|dependency| !matches!(dependency.kind, DependencyKind::Dev | DependencyKind::Build));
            let mut providers: Vec<String> = needed
                .filter_map(|dependency| Some(self.provider(component, dependency)?.name.clone()))
                .collect();
            providers.sort_unstable();
            providers.dedup();
            profile.providers = providers;
            roster.components.insert(component.name.clone(), profile);
        }
        roster
    }
}
