//! What a policy says about components that are not as it takes them to be.

use crate::component::{DependencyKind, Workspace};
use crate::plan::edges::Edges;
use crate::plan::error::PlanError;
use crate::plan::groups::Groups;
use crate::plan::policy::Policy;
use crate::plan::policy::select::Selection;
use crate::plan::preset;
use crate::plan::scope::Scope;
use std::collections::BTreeSet;

/// Whether a policy fits a workspace, as the tool changesets asks of its own configuration before it plans: every selector of
/// groups and of `ignore` selects something, groups do not overlap, and what depends on a component that is left alone is left
/// alone too, unless it is private or depends on it for development only.
///
/// ```
/// use greenboard::component::{Component, Ecosystem, Workspace};
/// use greenboard::plan::{Policy, config};
///
/// let workspace = Workspace::new([Component::new("core", Ecosystem::Npm, "core")])?;
/// let error = config::check(&workspace, &Policy::new().with_ignore("cor")).unwrap_err();
/// assert_eq!(error.code(), "plan.invalid_configuration");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.invalid_configuration` with all that does not fit; `plan.overlapping_groups`, `plan.invalid_selector`.
pub fn check(workspace: &Workspace, policy: &Policy) -> crate::Result<()> {
    let otherwise = preset::default_options();
    let scope = Scope::of(workspace, policy, &otherwise)?;
    Groups::of(workspace, policy, &scope, &mut BTreeSet::new())?;
    let mut problems = Vec::new();
    let selectors = policy.groups.iter().map(|group| ("a group", &group.members));
    for (place, selectors) in selectors.chain([("\"ignore\"", &policy.ignore)]) {
        for selector in selectors.iter().filter(|selector| !selector.starts_with('!')) {
            let selection = Selection::of(std::slice::from_ref(selector))?;
            if !scope.components.iter().any(|component| selection.has(component)) {
                problems.push(format!(
                    "{selector:?} in {place} selects no component; correct it or leave it out"
                ));
            }
        }
    }
    let edges = Edges::of(workspace, &scope);
    for (component, at) in scope.components.iter().zip(0..) {
        if scope.standing(at).is_skipped() || component.private {
            continue;
        }
        let edges = edges.consumer(at).iter().filter(|edge| edge.counts && edge.provider != at);
        let shipped = edges.filter(|edge| edge.dependency.kind != DependencyKind::Dev);
        for edge in shipped.filter(|edge| scope.standing(edge.provider).is_left_alone()) {
            let (name, provider) = (&component.name, scope.name(edge.provider));
            problems.push(format!(
                "{name:?} depends on {provider:?}, which is left alone; leave {name:?} alone too, in \"ignore\""
            ));
        }
    }
    problems.sort();
    problems.dedup();
    if problems.is_empty() { Ok(()) } else { Err(PlanError::InvalidConfiguration { problems }.into()) }
}
