//! Whether enough of a role said yes.

use super::part::{ApprovalQuorum, ApprovalStep};

impl ApprovalStep {
    /// Whether so many of so many who are in the role are enough.
    ///
    /// A share is exact: two of three are under 67 %, and nobody is never enough. Without a share, `percent` is all.
    ///
    /// ```
    /// use greenboard::release::{ApprovalQuorum, ApprovalStep};
    /// let step = ApprovalStep::new("authorise", "board").with_quorum(ApprovalQuorum::Percent).with_percent(66.0);
    /// assert!(step.is_met(2, 3) && !step.is_met(1, 3));
    /// ```
    pub fn is_met(&self, approved: usize, members: usize) -> bool {
        let enough = match self.quorum {
            ApprovalQuorum::First => true,
            ApprovalQuorum::All => approved >= members,
            ApprovalQuorum::Percent => {
                approved as f64 * 100.0 >= self.percent.unwrap_or(100.0) * members as f64
            }
        };
        approved > 0 && enough
    }
}
