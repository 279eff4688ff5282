//! What has no manifest: services, schemas, environments, and what vendors release. `greenboard.yaml` declares them
//! ([`workspace_file`](crate::component::workspace_file)).

use super::Rules;
use super::files::Files;
use super::problems::Problems;
use crate::component::workspace_file::NAMES;
use crate::component::{Component, Dependency, DependencyKind};
use crate::version::Scheme;

/// What belongs to no ecosystem, as one.
pub(super) enum Generic {}

impl Rules for Generic {
    const MANIFEST: &'static str = NAMES[0];
    const ROOTS: &'static [&'static str] = &NAMES;
    const SCHEME: Scheme = Scheme::Cargo;

    /// The file says something of the components of every ecosystem, and so is read when they are there.
    fn read(_: &dyn Files, _: &str, _: &mut Problems) -> Vec<Component> {
        Vec::new()
    }

    fn orders_publication(dependency: &Dependency) -> bool {
        dependency.kind != DependencyKind::Dev
    }
}
