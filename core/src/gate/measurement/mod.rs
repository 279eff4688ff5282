//! Measurements over time as Argo Rollouts assesses them.
