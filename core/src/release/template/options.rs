//! What the rules of the lifecycle leave open: numbers without a source of their own, each an option.

use crate::calendar::Length;
use crate::document::reads;
use crate::gate::Ratio;
use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::Serialize;

/// What the rules of the lifecycle leave open.
///
/// Days are working days where it says so. Defaults marked *ours* have no source but judgement; the others are what the tools and
/// projects do that they are named after.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct TemplateOptions {
    /// Working days within which an approval is owed: 3 (ours).
    pub approval_days: u32,
    /// After which share of those days the approver is reminded: 0.5 (ours). At the end it is escalated.
    pub approval_remind: f64,
    /// After which multiple of those days the request expires: 1.5 (ours).
    pub approval_expire: f64,
    /// How long an approval holds; until what it is for changes, where left out.
    pub approval_validity: Option<Length>,
    /// Working days within which an emergency is approved in retrospect: 5 (ours).
    pub retro_days: u32,
    /// How long a release is watched, where it is not as long as the stage that monitors.
    pub observation: Option<Length>,
    /// Working days within which the review is due: 10 (ours).
    pub review_due_days: u32,
    /// Days after a freeze within which an exception may be asked for: 3 (Kubernetes).
    pub exception_window_days: u32,
    /// Days within which an exception is decided: 1 (Kubernetes' median).
    pub exception_decision_days: u32,
    /// The share of items, added and removed after the scope freeze, of those at it, above which a release needs attention:
    /// 0.1 (ours).
    pub churn_limit: Ratio,
    /// Days after which a hold is to be reviewed, where it says no date: 7 (ours).
    pub hold_review_days: u32,
    /// Days before its expiry at which a waiver is owed a decision: 7 (ours).
    pub waiver_notice_days: u32,
    /// Days before a task is due at which its assignee is reminded: 2 (ServiceNow).
    pub task_reminder_days: u32,
    /// Days before the target at which readiness is owed: 1 (ServiceNow).
    pub readiness_days: u32,
    /// How long after a deployment it has to be verified: an hour (ours).
    pub verification: Length,
    /// How long a decision to go holds: 24 hours (ours).
    pub go_validity: Length,
    /// Days of notice before a new target: none (ours; Node gives 14).
    pub notice_days: u32,
    /// After how many failed releases the template is suspended; never, where none (continuous: 2, ours).
    pub suspend_after_failures: Option<u32>,
    /// Within how many days those failures count: 30 (ours).
    pub suspend_within_days: u32,
}

impl Default for TemplateOptions {
    fn default() -> Self {
        Self {
            approval_days: 3,
            approval_remind: 0.5,
            approval_expire: 1.5,
            approval_validity: None,
            retro_days: 5,
            observation: None,
            review_due_days: 10,
            exception_window_days: 3,
            exception_decision_days: 1,
            churn_limit: Ratio::TENTH,
            hold_review_days: 7,
            waiver_notice_days: 7,
            task_reminder_days: 2,
            readiness_days: 1,
            verification: Length::of(SignedDuration::from_hours(1)),
            go_validity: Length::of(SignedDuration::from_hours(24)),
            notice_days: 0,
            suspend_after_failures: None,
            suspend_within_days: 30,
        }
    }
}

reads!(TemplateOptions {
    approval_days,
    approval_remind,
    approval_expire,
    approval_validity,
    retro_days,
    observation,
    review_due_days,
    exception_window_days,
    exception_decision_days,
    churn_limit,
    hold_review_days,
    waiver_notice_days,
    task_reminder_days,
    readiness_days,
    verification,
    go_validity,
    notice_days,
    suspend_after_failures,
    suspend_within_days,
    ..
});

/// The most days that an option counts: a hundred years.
const MOST_DAYS: u32 = 36_525;

impl TemplateOptions {
    /// The key at fault, and what is wrong with it.
    pub(super) fn problem(&self) -> Option<(&'static str, &'static str)> {
        let days = [
            ("approval_days", self.approval_days),
            ("retro_days", self.retro_days),
            ("review_due_days", self.review_due_days),
            ("exception_window_days", self.exception_window_days),
            ("exception_decision_days", self.exception_decision_days),
            ("hold_review_days", self.hold_review_days),
            ("waiver_notice_days", self.waiver_notice_days),
            ("task_reminder_days", self.task_reminder_days),
            ("readiness_days", self.readiness_days),
            ("notice_days", self.notice_days),
            ("suspend_within_days", self.suspend_within_days),
        ];
        if let Some((key, _)) = days.into_iter().find(|(_, days)| *days > MOST_DAYS) {
            return Some((key, "it counts more than a hundred years of days; give fewer"));
        }
        if !(0.0..=1.0).contains(&self.approval_remind) {
            return Some(("approval_remind", "the share at which to remind has to be from 0 to 1"));
        }
        if !(1.0..=100.0).contains(&self.approval_expire) {
            return Some(("approval_expire", "the multiple at which to expire has to be from 1 to 100"));
        }
        None
    }
}
