//! Branches that releases are made from, by semantic-release's rules: which versions each may release, and the next one.
//!
//! Three kinds: *release* branches (one to three: `main`, then perhaps `next` and `next-major`), *maintenance* branches for
//! what was released before (named or given a range such as `1.x` or `1.4.x`), and *prerelease* branches. What is tagged on each bounds
//! the others, so that no version is ever released twice or out of order.

mod check;
mod error;
mod next;
mod range;
mod types;

pub use check::{check_branch, check_merge};
pub(crate) use error::BranchError;
pub use next::{last_release, next_on_branch};
pub use range::branches;
pub use types::{Branch, BranchKind, BranchRange, Channel, Identifier, Tag};
