//! Approvals of a release: which steps it goes through, who may take them, who did, and whether that still counts.

mod asking;
mod four_eyes;
mod given;
mod standing;
mod steps;
mod voiding;

pub(crate) use asking::{check_approver, check_role, check_signature, step_to_approve, step_to_reject};
pub(crate) use four_eyes::{Part, is_same_person, part_of};
pub use given::{ApprovalSignature, ApprovalStanding, GivenApproval, GoDecision};
pub(crate) use standing::{counting, expired, is_enough, is_satisfied, missing, missing_after_the_fact};
pub(crate) use steps::{change_type, next_step, steps_of};
pub(crate) use voiding::{void_all, void_of_window, void_what_lapsed, withdraw_go};
