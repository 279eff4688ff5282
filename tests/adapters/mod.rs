//! The adapters: how a row of a case file becomes calls of greenboard's public API.
//!
//! One file a family, one line a suite in [`ADAPTERS`]. An adapter translates field names and calls public functions; it
//! never branches on a case's content, so that the same adapter holds for cases nobody here has seen. What the peer decides
//! and we do not is [`Outcome::Unsupported`], with the reason.
//!
//! ```
//! use greenboard::Version;
//! use greenboard_tests::runner::{Case, Fields, Judged, Outcome};
//!
//! fn version_parse(case: &Case) -> Judged {
//!     let version = Version::parse(case.text("input")?);
//!     Ok(Outcome::accepted(case.flag("valid")?, &version))
//! }
//! ```

mod argo_rollouts;
mod cargo;
mod changesets;
mod conventional;
mod conventional_changelog;
mod dsse;
mod gem;
mod go;
pub(crate) mod hex;
mod jcs;
mod kargo;
mod keptn;
mod keptn_lifecycle;
mod ledger;
mod ledger_notes;
mod ledger_open;
mod ledger_tree;
mod lifecycle_conflicts;
mod lifecycle_risk;
mod lifecycle_servicenow;
mod lifecycle_states;
mod lifecycle_timeline;
mod npm;
mod order;
mod pact;
mod pep440;
mod plans_cargo;
mod plans_release_please;
mod release_please;
mod release_plz;
mod semantic_release;
mod vers;
mod windows;

use crate::runner::Adapter;

/// Every suite that is judged: its path in the data's layout, without extension, and its adapter. `path/suite#group` names
/// one group of a file; without `#` the adapter judges all of them ([`Case::group`](crate::runner::Case::group) says which).
pub const ADAPTERS: &[(&str, Adapter)] = &[
    ("cases/ledger/dsse#envelopes", dsse::envelope),
    ("cases/ledger/dsse#pae", dsse::pae),
    ("cases/gates/argocd_sync_windows", windows::argocd),
    ("cases/gates/freeze_dst", windows::freeze_dst),
    ("cases/gates/gitops_promoter_windows", windows::gitops_promoter),
    ("cases/gates/argo_evaluate", argo_rollouts::evaluate),
    ("cases/gates/argo_metric_assessment", argo_rollouts::metric_assessment),
    ("cases/gates/kargo_freight_availability", kargo::freight_availability),
    ("cases/gates/keptn_aggregate", keptn::aggregate),
    ("cases/gates/keptn_compare", keptn::compare),
    ("cases/gates/keptn_comparison", keptn::comparison),
    ("cases/gates/keptn_criteria_parse", keptn::criteria_parse),
    ("cases/gates/keptn_criteria_set", keptn::criteria_set),
    ("cases/gates/keptn_lifecycle_analysis", keptn_lifecycle::analysis),
    ("cases/gates/keptn_lifecycle_objective", keptn_lifecycle::objectives),
    ("cases/gates/keptn_lifecycle_operator", keptn_lifecycle::operators),
    ("cases/gates/keptn_lifecycle_target", keptn_lifecycle::targets),
    ("cases/gates/keptn_objectives", keptn::objectives),
    ("cases/gates/keptn_score", keptn::score),
    ("cases/gates/keptn_single_criteria", keptn::single_criteria),
    ("cases/gates/keptn_slo_file", keptn::slo_file),
    ("cases/gates/pact_can_i_deploy", pact::deployable),
    ("cases/ledger/ledger#open_cases", ledger_open::open),
    ("cases/ledger/jcs#accept", jcs::accept),
    ("cases/ledger/jcs#ledger_policy", jcs::ledger_policy),
    ("cases/ledger/jcs#reject", jcs::reject),
    ("cases/ledger/jcs_numbers", jcs::number),
    ("cases/ledger/jcs_numbers#appendix_b.reject", jcs::number_reject),
    ("cases/lifecycle/conflicts_and_windows#argocd_windows", lifecycle_conflicts::argocd),
    ("cases/lifecycle/conflicts_and_windows#buildmaster_window", lifecycle_conflicts::buildmaster),
    ("cases/lifecycle/conflicts_and_windows#interval_half_open", lifecycle_conflicts::half_open),
    ("cases/lifecycle/conflicts_and_windows#teamdynamix_mask", lifecycle_conflicts::teamdynamix),
    ("lifecycle/state_machine", lifecycle_states::cell),
    ("cases/lifecycle/backward_plan_working_days", lifecycle_timeline::backward),
    ("cases/lifecycle/chromium_milestones#stable_dates_two_week", lifecycle_timeline::chromium),
    ("cases/lifecycle/digitalai_release", lifecycle_timeline::digitalai),
    ("cases/lifecycle/firefox_trains", lifecycle_timeline::firefox),
    ("cases/lifecycle/kubernetes_cycles#aoe_to_utc", lifecycle_timeline::aoe),
    ("cases/lifecycle/kubernetes_cycles#week_number", lifecycle_timeline::week),
    ("cases/lifecycle/kubernetes_exceptions", lifecycle_timeline::exceptions),
    ("cases/lifecycle/node_lts", lifecycle_timeline::node),
    ("cases/lifecycle/octopus_lifecycles", lifecycle_timeline::octopus),
    ("cases/lifecycle/python_cycle", lifecycle_timeline::python),
    ("cases/lifecycle/rust_trains#date_to_versions", lifecycle_timeline::rust_versions),
    ("cases/lifecycle/rust_trains#version_to_dates", lifecycle_timeline::rust_dates),
    ("cases/lifecycle/kubernetes_go_nogo", lifecycle_conflicts::go_nogo),
    ("cases/lifecycle/risk_scoring#max_rule", lifecycle_risk::max_rule),
    ("cases/lifecycle/risk_scoring#register", lifecycle_risk::register),
    ("cases/lifecycle/risk_scoring#stage", lifecycle_risk::stage),
    ("cases/lifecycle/risk_scoring#success_score", lifecycle_risk::success_score),
    ("cases/lifecycle/risk_scoring#timeline", lifecycle_risk::timeline),
    ("cases/lifecycle/servicenow_change_states", lifecycle_servicenow::change_states),
    ("cases/lifecycle/servicenow_release_states#approval_wait_for", lifecycle_servicenow::approval_wait_for),
    (
        "cases/lifecycle/servicenow_release_states#policy_aggregation",
        lifecycle_servicenow::policy_aggregation,
    ),
    ("cases/ledger/checksums#crc32c", ledger::crc32c),
    ("cases/ledger/checksums#sha256", ledger::sha256),
    ("cases/ledger/ledger#chain", ledger::chain),
    ("cases/ledger/ledger#payload", ledger::payload),
    ("cases/ledger/ledger#timestamps", ledger::timestamp),
    ("cases/ledger/merkle#consistency", ledger_tree::consistency),
    ("cases/ledger/merkle#hashes", ledger_tree::hash),
    ("cases/ledger/merkle#inclusion", ledger_tree::inclusion),
    ("cases/ledger/notes#checkpoints", ledger_notes::checkpoint),
    ("cases/ledger/notes#notes", ledger_notes::note),
    ("cases/ledger/notes#sign", ledger_notes::sign),
    ("cases/ledger/notes#signed_checkpoints", ledger_notes::signed_checkpoint),
    ("cases/ledger/notes#tlog_proofs", ledger_notes::log_proof),
    ("cases/ledger/notes#vkeys", ledger_notes::key),
    ("cases/version/branch_ranges", semantic_release::branch_ranges),
    ("cases/version/cargo_req_equal", cargo::req_equal),
    ("cases/version/cargo_req_matches", cargo::req_matches),
    ("cases/version/cargo_req_syntax", cargo::req_syntax),
    ("cases/version/cargo_version_compare", cargo::version_compare),
    ("cases/version/cargo_version_parse", cargo::version_parse),
    ("cases/version/cc_cross_parser_corpus", conventional::cross_parser_corpus),
    ("cases/version/cc_footer_git_conventional", conventional::git_conventional_footer),
    ("cases/version/cc_parser_conventional_changelog", conventional_changelog::parser),
    ("cases/version/cc_parser_git_conventional", conventional::git_conventional),
    ("cases/version/changesets_plan_v2", changesets::plan_v2),
    ("cases/version/changesets_plan_v3", changesets::plan_v3),
    ("cases/version/debian_compare", order::debian),
    ("cases/version/depsdev_canon", vers::depsdev_canon),
    ("cases/version/depsdev_compare", vers::depsdev_compare),
    ("cases/version/gem_compare", order::gem),
    ("cases/version/gem_misc", gem::misc),
    ("cases/version/gem_requirement", gem::requirement),
    ("cases/version/go_semver", go::semver),
    ("cases/version/maven_compare", order::maven),
    ("cases/version/npm_clean", npm::clean),
    ("cases/version/npm_coerce", npm::coerce),
    ("cases/version/npm_compare", npm::compare),
    ("cases/version/npm_compare_build", npm::compare_build),
    ("cases/version/npm_diff", npm::diff),
    ("cases/version/npm_inc", npm::inc),
    ("cases/version/npm_max_min_satisfying", npm::max_min_satisfying),
    ("cases/version/npm_min_version", npm::min_version),
    ("cases/version/npm_parse", npm::parse),
    ("cases/version/npm_range_canonical", npm::range_canonical),
    ("cases/version/npm_range_intersects", npm::range_intersects),
    ("cases/version/npm_range_outside", npm::range_outside),
    ("cases/version/npm_range_satisfies", npm::range_satisfies),
    ("cases/version/npm_range_subset", npm::range_subset),
    ("cases/version/npm_simplify", npm::simplify),
    ("cases/version/npm_truncate", npm::truncate),
    ("cases/version/nuget_compare", order::nuget),
    ("cases/version/pep440_contains", pep440::contains),
    ("cases/version/pep440_filter", pep440::filter),
    ("cases/version/pep440_normalize", pep440::normalize),
    ("cases/version/pep440_order", pep440::order),
    ("cases/version/pep440_parse", pep440::parse),
    ("cases/version/pep440_set_relations", pep440::set_relations),
    ("cases/version/pep440_specifier_syntax", pep440::specifier_syntax),
    ("cases/version/pep440_unsatisfiable", pep440::unsatisfiable),
    ("cases/version/release_please_commit_split", conventional_changelog::commit_split),
    ("cases/version/revert_filter", conventional_changelog::revert_filter),
    ("cases/version/release_please_bump", release_please::bump),
    ("cases/version/release_plz_next_version", release_plz::next_version),
    ("cases/version/semantic_release_next_version", semantic_release::next_version),
    ("cases/version/vers_containment", vers::containment),
    ("cases/version/vers_from_native", vers::from_native),
    ("cases/version/vers_parse", vers::parse),
    ("plans/cargo", plans_cargo::versions),
    ("plans/release-please", plans_release_please::releases),
    ("plans/changesets", changesets::decisions),
];

/// The adapter of a suite, or of one of its groups.
pub(crate) fn of(suite: &str, group: Option<&str>) -> Option<Adapter> {
    let named = |name: &str| ADAPTERS.iter().find(|(suite, _)| *suite == name).map(|(_, adapter)| *adapter);
    group.and_then(|group| named(&format!("{suite}#{group}"))).or_else(|| named(suite))
}
