//! The controls, one a file.

mod c01_change_recorded;
mod c02_authorised_to_build;
mod c03_approved_before_production;
mod c04_four_eyes;
mod c05_approval_still_fits;
mod c06_approver_had_authority;
mod c07_tested;
mod c08_security_checked;
mod c09_impact_assessed;
mod c10_way_back;
mod c11_path_kept;
mod c12_same_artifact;
mod c13_freeze_kept;
mod c14_window_kept;
mod c15_emergency_reviewed;
mod c16_emergency_is_rare;
mod c17_nothing_unrecorded;
mod c18_verified_after;
mod c19_learned;
mod c20_deploy_right_separated;
mod c21_trail_whole;
mod c22_signature_means_something;
mod c23_exceptions_end;
mod c24_people_told;
mod c25_records_updated;

use super::compliance::Control;

/// Every control, in the order of their ids.
pub(super) const CONTROLS: &[Control] = &[
    c01_change_recorded::CONTROL,
    c02_authorised_to_build::CONTROL,
    c03_approved_before_production::CONTROL,
    c04_four_eyes::CONTROL,
    c05_approval_still_fits::CONTROL,
    c06_approver_had_authority::CONTROL,
    c07_tested::CONTROL,
    c08_security_checked::CONTROL,
    c09_impact_assessed::CONTROL,
    c10_way_back::CONTROL,
    c11_path_kept::CONTROL,
    c12_same_artifact::CONTROL,
    c13_freeze_kept::CONTROL,
    c14_window_kept::CONTROL,
    c15_emergency_reviewed::CONTROL,
    c16_emergency_is_rare::CONTROL,
    c17_nothing_unrecorded::CONTROL,
    c18_verified_after::CONTROL,
    c19_learned::CONTROL,
    c20_deploy_right_separated::CONTROL,
    c21_trail_whole::CONTROL,
    c22_signature_means_something::CONTROL,
    c23_exceptions_end::CONTROL,
    c24_people_told::CONTROL,
    c25_records_updated::CONTROL,
];
