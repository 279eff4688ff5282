//! Why a component is released: one kind of reason a file.

mod change;
mod dependency;
mod fixed;
mod linked;
mod r#override;
mod pre_exit;

pub use change::ChangeCause;
pub(crate) use change::short_id;
pub use dependency::DependencyCause;
pub use fixed::FixedCause;
pub use linked::LinkedCause;
pub use r#override::OverrideCause;
pub use pre_exit::PreExitCause;

use crate::registry::registry;
use crate::version::Bump;
use std::fmt;

registry! {
    /// One reason for a release.
    ///
    /// ```
    /// use greenboard::document::{self, Format};
    /// use greenboard::plan::Cause;
    ///
    /// let text = r#"{"kind": "change", "id": "9fceb02", "bump": "minor", "description": "read arrays"}"#;
    /// let cause: Cause = document::parse(text, Format::Json)?;
    /// assert_eq!(cause.to_string(), "9fceb02 read arrays (minor)");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    Cause as "cause" {
        Change(change::ChangeCause) = "change",
        Dependency(dependency::DependencyCause) = "dependency",
        Fixed(fixed::FixedCause) = "fixed",
        Linked(linked::LinkedCause) = "linked",
        PreExit(pre_exit::PreExitCause) = "pre_exit",
        Override(r#override::OverrideCause) = "override",
    }
}

impl Cause {
    /// What it asks for.
    pub fn bump(&self) -> Bump {
        match self {
            Self::Change(cause) => cause.bump,
            Self::Dependency(cause) => cause.bump,
            Self::Fixed(cause) => cause.bump,
            Self::Linked(cause) => cause.bump,
            Self::PreExit(cause) => cause.bump,
            Self::Override(cause) => cause.bump,
        }
    }

    /// The component whose release this is due to; none for a reason that lies in the component itself.
    pub fn provider(&self) -> Option<&str> {
        match self {
            Self::Change(_) | Self::PreExit(_) | Self::Override(_) => None,
            Self::Dependency(cause) => Some(&cause.component),
            Self::Fixed(cause) => Some(&cause.component),
            Self::Linked(cause) => Some(&cause.component),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Change(cause) => cause.fmt(f),
            Self::Dependency(cause) => cause.fmt(f),
            Self::Fixed(cause) => cause.fmt(f),
            Self::Linked(cause) => cause.fmt(f),
            Self::PreExit(cause) => cause.fmt(f),
            Self::Override(cause) => cause.fmt(f),
        }
    }
}
