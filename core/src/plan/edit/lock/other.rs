//! Lockfiles that hold digests of what they lock, so that only their own tool can move them along.

use super::super::desk::Desk;
use super::Released;

/// Yarn resolves a changed requirement anew; versions of the workspace's own packages it does not hold.
pub(super) fn yarn(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    warn(desk, file, released, "yarn install --mode=update-lockfile");
    Ok(())
}

pub(super) fn poetry(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    warn(desk, file, released, "poetry lock");
    Ok(())
}

pub(super) fn go(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    warn(desk, file, released, "go mod tidy once the new tags are pushed");
    Ok(())
}

pub(super) fn helm(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    warn(desk, file, released, "helm dependency update");
    Ok(())
}

fn warn(desk: &mut Desk<'_>, file: &str, released: &Released<'_>, command: &str) {
    if !released.updates.is_empty() {
        desk.warn(file, format!("requirements changed; run {command} to move the lockfile along"));
    }
}
