//! Python face of greenboard: parse, call, return. What it means is decided in the core.

mod arrow;
mod board;
mod branch;
mod bulk;
mod catalogue;
mod change;
mod cli;
mod component;
mod config;
mod document;
mod edit;
mod error;
mod fact;
mod gate;
mod ledger;
mod ledger_proof;
mod ledger_store;
mod measurement;
mod npm;
mod pep440;
mod plan;
mod release;
mod release_planning;
mod release_view;
mod report;
mod slo;
mod soak;
mod source;
mod tool;
mod version;
mod windows;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::arrow::Rows;
    #[pymodule_export]
    use super::board::LiveBoard;
    #[pymodule_export]
    use super::branch::{
        branches, check_branch, check_merge, graduate, last_release, next_on_branch, next_prerelease,
    };
    #[pymodule_export]
    use super::bulk::{Matrix, filter_versions, match_matrix, max_satisfying, min_satisfying, sort_versions};
    #[pymodule_export]
    use super::catalogue::{catalogue, error_codes, schemas};
    #[pymodule_export]
    use super::change::{
        backports, cancel_reverts, changeset_text, commit_changes, enrich, merge_duplicates,
        override_commits, parse_commit, read_changeset, read_changesets, uncovered,
    };
    #[pymodule_export]
    use super::cli::main;
    #[pymodule_export]
    use super::component::{Graph, identify, read_manifests, read_repositories};
    #[pymodule_export]
    use super::config::{config_release_please, config_touched, config_workspace};
    #[pymodule_export]
    use super::document::{canonical_json, digest, digest_text};
    #[pymodule_export]
    use super::edit::{applied, diff, edits};
    #[pymodule_export]
    use super::fact::{Facts, can_i_deploy, deploy_together};
    #[pymodule_export]
    use super::gate::{
        GateSet, by_owner, diff_boards, diff_verdicts, evaluate, explain, review, review_text, signals,
        what_would_turn_it_green,
    };
    #[pymodule_export]
    use super::ledger::{
        Drafts, LedgerVerifier, ledger_contended, ledger_entry_hash, ledger_genesis, ledger_import,
        ledger_sql,
    };
    #[pymodule_export]
    use super::ledger_proof::{
        LedgerTree, checkpoint_cosigned, checkpoint_note, checkpoint_open, ledger_check_consistency,
        ledger_check_inclusion, ledger_payload_digest, log_proof_text, log_proof_verify, note_key, note_of,
        note_signature, note_verify,
    };
    #[pymodule_export]
    use super::ledger_store::Ledger;
    #[pymodule_export]
    use super::measurement::{
        measurement_assess, measurement_assess_run, measurement_count, measurement_evaluate_result,
        measurement_limits,
    };
    #[pymodule_export]
    use super::npm::{
        npm_clean, npm_coerce, npm_diff, npm_inc, npm_intersects, npm_min_version, npm_outside, npm_range,
        npm_satisfies, npm_simplify, npm_subset, npm_truncate,
    };
    #[pymodule_export]
    use super::pep440::{
        pep440_contains, pep440_filter, pep440_is_disjoint, pep440_is_equivalent, pep440_is_subset,
        pep440_is_unsatisfiable, pep440_parts,
    };
    #[pymodule_export]
    use super::plan::{changesets_policy, check_policy, plan, plan_table, remaining, split, why, why_text};
    #[pymodule_export]
    use super::release::{
        ReleaseContext, Releases, release_decide, release_draft, release_event, release_fold,
    };
    #[pymodule_export]
    use super::release_planning::{
        change_request_advance, conflicts_find, conflicts_free_slots, dates_plan_backward, risk_assess,
        template_builtin, template_read,
    };
    #[pymodule_export]
    use super::release_view::{
        release_audit, release_compliance, release_diff, release_due, release_portfolio, release_render,
        release_replay,
    };
    #[pymodule_export]
    use super::report::{changelog, render};
    #[pymodule_export]
    use super::slo::{
        slo_analyse, slo_evaluate, slo_history, slo_parse_analysis, slo_parse_criterion, slo_parse_file,
        slo_percentile, slo_score,
    };
    #[pymodule_export]
    use super::soak::soak_is_available;
    #[pymodule_export]
    use super::source::{Repository, load};
    #[pymodule_export]
    use super::tool::{tool_detect, tool_inspect, tool_read, tool_verify};
    #[pymodule_export]
    use super::version::{Requirement, Version};
    #[pymodule_export]
    use super::windows::{windows_decide, windows_occurrences, windows_parse_icalendar};
}
