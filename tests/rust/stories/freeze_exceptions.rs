//! Kubernetes' exceptions from its freezes, as waivers.
//!
//! The data is not part of the repository. `GREENBOARD_DATA` names the folder; without it this test says that it skipped.

use greenboard::fact::{Candidate, Fact, Facts, Roster, Waiver};
use greenboard::gate::{GateSet, Outcome, Scope, Signal, evaluate};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// The start of a day that is written as people write days; none where no day can be read.
fn day(text: Option<&str>) -> Option<Timestamp> {
    let text = text?.trim();
    let formats = ["%Y-%m-%d", "%Y/%m/%d", "%B %d, %Y", "%d %B %Y", "%a %B %d, %Y"];
    let date = formats.iter().find_map(|format| Date::strptime(format, text).ok())?;
    TimeZone::UTC.to_timestamp(date.to_datetime(Time::midnight())).ok()
}

/// An exception as a waiver of its freeze, granted when it was reviewed and for so many days after; none where nobody granted it,
/// or nobody said when.
fn waiver(index: usize, row: &Value, days: Option<i64>) -> Option<Waiver> {
    let text = |key: &str| row[key].as_str().map(str::to_owned);
    if !row["status"].as_str()?.eq_ignore_ascii_case("approved") {
        return None;
    }
    let granted_at = day(row["date_reviewed"].as_str())?;
    let id = format!("exception-{index}");
    let waiver = Waiver::new(id, text("freeze")?, text("item")?, "release-team", granted_at)
        .with_component("kubernetes")
        .with_version(text("release")?);
    Some(match days {
        Some(days) => waiver.with_expires_at(granted_at + (days * 24).hours()),
        None => waiver,
    })
}

fn gates() -> GateSet {
    GateSet::parse(
        "
gates:
  - name: freeze
    criteria:
      - {name: enhancementFreeze, kind: checklist, list: enhancements_closed}
      - {name: codeFreeze, kind: checklist, list: code_closed}
      - {name: docsFreeze, kind: checklist, list: docs_closed}
",
    )
    .unwrap()
}

#[test]
fn exceptions_are_waivers_that_expire() {
    let Some(data) = std::env::var_os("GREENBOARD_DATA").filter(|data| !data.is_empty()) else {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: the shared data; set GREENBOARD_DATA to list Kubernetes' exceptions"
        );
        return;
    };
    let text =
        std::fs::read_to_string(Path::new(&data).join("facts/kubernetes_freeze_exceptions.json")).unwrap();
    let rows = serde_json::from_str::<Value>(&text).unwrap()["exceptions"].as_array().unwrap().clone();
    assert_eq!(rows.len(), 173);
    let undated = rows.iter().filter(|row| day(row["date_reviewed"].as_str()).is_none()).count();
    assert_eq!(undated, 7, "nobody wrote down when these were reviewed");

    let waivers: Vec<Waiver> =
        rows.iter().enumerate().filter_map(|(index, row)| waiver(index, row, Some(7))).collect();
    assert_eq!(waivers.len(), 131);
    let mut freezes: BTreeMap<&str, usize> = BTreeMap::new();
    for waiver in &waivers {
        *freezes.entry(&waiver.criterion).or_default() += 1;
    }
    let freezes: Vec<_> = freezes.into_iter().collect();
    assert_eq!(
        freezes,
        [("codeFreeze", 65), ("docsFreeze", 1), ("enhancementFreeze", 41), ("unspecified", 24)]
    );

    let mut facts = Facts::new(Roster::new());
    let added = facts.add(waivers.iter().cloned().map(Fact::from));
    assert_eq!((added.added, added.absorbed, added.contradictory.len()), (131, 0, 0));
    assert_eq!(facts.of_kind("waiver").len(), 131);

    // Of each exception of a named freeze: waived on the day it was granted, and no longer a week later, which is said.
    let (mut waived, mut expired) = (0, 0);
    let gates = gates();
    for waiver in waivers.iter().filter(|waiver| waiver.criterion != "unspecified") {
        let mut facts = facts.clone();
        let version = waiver.version.clone().unwrap();
        facts.add([Candidate::new("kubernetes").with_version(version).into()]);
        let outcome = |at: Timestamp| {
            let verdict = evaluate(&gates, &facts, "kubernetes", &Scope::new(), at).unwrap();
            assert_ne!(verdict.verdict, Signal::Go);
            let mut findings = verdict.findings.into_iter();
            let finding = findings.find(|finding| finding.criterion == waiver.criterion).unwrap();
            (finding.outcome, finding.reason)
        };
        waived += usize::from(outcome(waiver.granted_at).0 == Outcome::Waived);
        let (after, reason) = outcome(waiver.granted_at + (400 * 24).hours());
        expired += usize::from(after == Outcome::Pending && reason.contains("expired at"));
    }
    assert_eq!((waived, expired), (107, 107));
}
