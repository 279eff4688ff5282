//! What several policies come to, as ServiceNow adds them up.

use crate::document::names;
use schemars::JsonSchema;
use serde::Serialize;

/// What a policy, or several of them, came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PolicyStatus {
    /// It holds.
    Compliant,
    /// It is passed over by an exception.
    CompliantWithException,
    /// It does not hold.
    NonCompliant,
    /// It did not run.
    NotRun,
}

names!(PolicyStatus: "policy status");

impl PolicyStatus {
    /// All of them: of several, the last one here wins.
    pub const ALL: &'static [Self] =
        &[Self::Compliant, Self::CompliantWithException, Self::NonCompliant, Self::NotRun];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Compliant => "compliant",
            Self::CompliantWithException => "compliant_with_exception",
            Self::NonCompliant => "non_compliant",
            Self::NotRun => "not_run",
        }
    }

    /// What several come to: nothing is known before all of them ran. Of none, none ran.
    ///
    /// ```
    /// use greenboard::release::PolicyStatus;
    /// let all = [PolicyStatus::Compliant, PolicyStatus::NonCompliant, PolicyStatus::NotRun];
    /// assert_eq!(PolicyStatus::of_all(all), PolicyStatus::NotRun);
    /// ```
    pub fn of_all(statuses: impl IntoIterator<Item = Self>) -> Self {
        statuses.into_iter().max().unwrap_or(Self::NotRun)
    }
}
