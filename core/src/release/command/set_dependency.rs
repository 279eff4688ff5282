//! Says how something stands that it waits for.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::DependencySet;
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER, ReleaseDependency, SCHEDULER};
use crate::release::planning::check_dependency;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says how something stands that it waits for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SetDependencyCommand {
    /// What it waits for.
    pub dependency: ReleaseDependency,
}

reads!(SetDependencyCommand { dependency });

impl SetDependencyCommand {
    /// With nothing said beyond this.
    pub fn new(dependency: ReleaseDependency) -> Self {
        Self { dependency }
    }
}

impl Decide for SetDependencyCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, PRODUCT_OWNER, SCHEDULER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(
            status,
            ReleaseStatus::Draft | ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready
        )
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        check_dependency(deciding, &state.release.id, &self.dependency);
        if state.release.dependencies.contains(&self.dependency) {
            return;
        }
        deciding.emit(DependencySet::new(self.dependency.clone()));
    }
}
