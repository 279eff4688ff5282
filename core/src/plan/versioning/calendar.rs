//! Versions that say when.

use crate::document::reads;
use crate::plan::error::PlanError;
use crate::version::calver::Pattern;
use crate::version::{Bump, Scheme, Step, Version};
use jiff::Timestamp;
use jiff::tz::Offset;
use schemars::JsonSchema;
use serde::Serialize;

/// The version names the date of the release, under a pattern such as `YYYY.0M.MICRO`.
///
/// ```
/// use greenboard::plan::versioning::Calendar;
/// assert_eq!(Calendar::new("YYYY.0M.MICRO").pattern, "YYYY.0M.MICRO");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Calendar {
    /// The parts of a version, such as `YYYY`, `0M` and `MICRO`, with what stands between them.
    pub pattern: String,
}

impl Calendar {
    /// Under this pattern.
    pub fn new(pattern: impl Into<String>) -> Self {
        Self { pattern: pattern.into() }
    }

    /// The version of the day, UTC, in the component's own scheme. An old version that does not follow the pattern is left
    /// behind, as long as the new one comes after it.
    pub(super) fn next(
        &self,
        scheme: Scheme,
        old: Option<&Version>,
        bump: Bump,
        at: Timestamp,
    ) -> crate::Result<Version> {
        let step = match bump {
            Bump::Major => Step::Major,
            Bump::Minor => Step::Minor,
            Bump::Patch => Step::Patch,
            Bump::None => {
                return old.map_or_else(|| self.on(scheme, None, Step::Patch, at), |old| Ok(old.clone()));
            }
        };
        let next = self.on(scheme, old, step, at)?;
        match old {
            Some(old) if next.precedence(old)?.is_le() => {
                Err(PlanError::NoLaterVersion { old: old.to_string(), new: next.to_string() }.into())
            }
            _ => Ok(next),
        }
    }

    fn on(&self, scheme: Scheme, old: Option<&Version>, step: Step, at: Timestamp) -> crate::Result<Version> {
        let pattern = Pattern::parse(&self.pattern)?;
        let old = old.and_then(|old| pattern.read(old.as_str()).ok());
        let next = pattern.next(old.as_ref(), Offset::UTC.to_datetime(at).date(), step)?;
        Version::parse_as(scheme, next.as_str())
    }
}

reads!(Calendar { pattern });
