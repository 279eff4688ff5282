//! How much a result weighs, and whether it counts at all.

use super::level;
use crate::Result;
use crate::document::{Node, Value};
use crate::tool::json::{field, items, known, present, text};
use std::collections::HashMap;

/// The levels that a run's invocations give to rules, by invocation and the rule's id or index.
#[derive(Default)]
pub(super) struct Overrides<'n> {
    by_id: HashMap<(i64, &'n str), &'n Node>,
    by_index: HashMap<(i64, i64), &'n Node>,
}

impl<'n> Overrides<'n> {
    pub(super) fn of(run: &'n Node) -> Result<Self> {
        let mut found = Self::default();
        for (number, invocation) in (0..).zip(items(run, "invocations")?) {
            for each in items(invocation, "ruleConfigurationOverrides")? {
                let level =
                    present(each, "configuration").and_then(|configuration| present(configuration, "level"));
                let (Some(descriptor), Some(level)) = (present(each, "descriptor"), level) else { continue };
                if let Some(id) = text(descriptor, "id")? {
                    found.by_id.entry((number, id)).or_insert(level);
                }
                if let Some(index) = field(descriptor, "index")? {
                    found.by_index.entry((number, index)).or_insert(level);
                }
            }
        }
        Ok(found)
    }

    /// The level that the invocation which found a result gives to its rule.
    fn find(&self, result: &Node) -> Result<Option<&'n Node>> {
        if self.by_id.is_empty() && self.by_index.is_empty() {
            return Ok(None);
        }
        let invocation = match present(result, "provenance") {
            Some(provenance) => field(provenance, "invocationIndex")?.unwrap_or(0),
            None => 0,
        };
        let by_index = field(result, "ruleIndex")?.and_then(|index| self.by_index.get(&(invocation, index)));
        let by_id = || {
            Ok::<_, crate::Error>(text(result, "ruleId")?.and_then(|id| self.by_id.get(&(invocation, id))))
        };
        Ok(by_index.map_or_else(by_id, |level| Ok(Some(level)))?.copied())
    }
}

/// What a result's level comes to where it states none: `none` for what is no failure; else what the invocation overrides,
/// else what the rule is configured to, else `warning` (SARIF 2.1.0, §3.27.10).
pub(super) fn effective_level<'n>(
    result: &'n Node,
    rule: Option<&'n Node>,
    overrides: &Overrides<'n>,
) -> Result<&'n str> {
    const KINDS: &[&str] = &["notApplicable", "pass", "fail", "review", "open", "informational"];
    if let Some(stated) = present(result, "level") {
        return level(stated).map_err(|error| error.under_key("level"));
    }
    let kind = match present(result, "kind") {
        Some(node) => node.text().and_then(|kind| known("sarif", "kind", kind, node.at, KINDS)),
        None => Ok("fail"),
    };
    if kind.map_err(|error| error.under_key("kind"))? != "fail" {
        return Ok("none");
    }
    let configured = rule.and_then(|rule| present(rule, "defaultConfiguration"));
    let configured = configured.and_then(|configuration| present(configuration, "level"));
    overrides.find(result)?.or(configured).map_or(Ok("warning"), level)
}

/// Whether somebody has decided that a result does not count. A suppression that is under review or was rejected is no
/// decision.
pub(super) fn is_suppressed(result: &Node) -> Result<bool> {
    const STATUSES: &[&str] = &["accepted", "underReview", "rejected"];
    let suppressions = items(result, "suppressions")?;
    let mut accepted = !suppressions.is_empty();
    for (index, suppression) in suppressions.iter().enumerate() {
        let Some(node) = present(suppression, "status") else { continue };
        let status = match &node.value {
            Value::Text(status) => known("sarif", "status of a suppression", status, node.at, STATUSES),
            _ => node.text(),
        };
        let status =
            status.map_err(|error| error.under_key("status").under_index(index).under_key("suppressions"))?;
        accepted &= status == "accepted";
    }
    Ok(accepted)
}
