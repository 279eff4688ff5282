//! What tasks side by side come to, as Digital.ai has it.

/// How a task, or several of them, stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParallelStatus {
    /// Not begun.
    Planned,
    /// Under way.
    InProgress,
    /// Something failed, and something else is still under way.
    Failing,
    /// Something failed, and nothing is under way.
    Failed,
    /// Done, or passed over.
    Completed,
    /// Given up.
    Aborted,
}

impl ParallelStatus {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Planned, Self::InProgress, Self::Failing, Self::Failed, Self::Completed, Self::Aborted];

    /// Its name there.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "PLANNED",
            Self::InProgress => "IN_PROGRESS",
            Self::Failing => "FAILING",
            Self::Failed => "FAILED",
            Self::Completed => "COMPLETED",
            Self::Aborted => "ABORTED",
        }
    }
}

/// What tasks side by side come to: a failure waits for those under way before all of it has failed.
///
/// ```
/// use greenboard::release::timeline::{ParallelStatus, roll_up};
/// assert_eq!(roll_up(&[ParallelStatus::Failed, ParallelStatus::InProgress]), ParallelStatus::Failing);
/// assert_eq!(roll_up(&[ParallelStatus::Failed, ParallelStatus::Completed]), ParallelStatus::Failed);
/// ```
pub fn roll_up(tasks: &[ParallelStatus]) -> ParallelStatus {
    use ParallelStatus::{Aborted, Completed, Failed, Failing, InProgress, Planned};
    let any = |status: ParallelStatus| tasks.contains(&status);
    let all = |status: ParallelStatus| !tasks.is_empty() && tasks.iter().all(|task| *task == status);
    if any(Failing) || (any(Failed) && any(InProgress)) {
        Failing
    } else if any(Failed) {
        Failed
    } else if all(Completed) {
        Completed
    } else if tasks.is_empty() || all(Planned) {
        Planned
    } else if tasks.iter().all(|task| matches!(task, Completed | Aborted)) {
        Aborted
    } else {
        InProgress
    }
}
