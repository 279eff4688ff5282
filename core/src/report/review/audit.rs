//! What is said of an audit.

use super::controls::{signal, table};
use super::format::ReviewFormat;
use super::owed::words;
use super::page::{Cell, List, Page, Table};
use crate::gate::Signal;
use crate::release::audit::{Audit, AuditLine};
use crate::report::counted;
use jiff::SignedDuration;

/// An audit, for people: of what, what the controls say, who did what on which evidence, what was recorded late. The document is
/// what is checked; this is how it reads.
///
/// ```
/// use greenboard::ledger::{self, Actor};
/// use greenboard::release::audit::{AuditOptions, export_audit};
/// use greenboard::report::{self, ReviewFormat};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let sealed = ledger::seal(&[ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at)], None, at)?;
/// let audit = export_audit(&sealed.entries, &AuditOptions::new(), at)?;
/// let text = report::audit(&audit, ReviewFormat::Text);
/// assert!(text.starts_with("Audit of example.com/releases: evidence backs 0 of 0 controls\n"), "{text}");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn audit(audit: &Audit, format: ReviewFormat) -> String {
    let mut page = Page::default();
    let worst = audit.controls.iter().map(|result| signal(result.result)).max().unwrap_or(Signal::Go);
    let backed = format!("evidence backs {} of {} controls", audit.backed, audit.applicable);
    page.headed(format!("Audit of {}", audit.origin), backed, worst);
    page.note(covered(audit));
    page.list(bound(audit));
    for release in audit.scope.releases.iter().map(Some).chain([None]) {
        let of = |of: &Option<String>| of.as_ref() == release;
        let own = || audit.controls.iter().filter(|result| of(&result.release));
        if own().next().is_some() {
            page.note(release.map_or("What is about all of them:", String::as_str));
        }
        page.table(table(own()));
    }
    page.table(lines(&audit.lines));
    page.list(late(audit));
    format.write(&page)
}

/// Of what it is, and as of when.
fn covered(audit: &Audit) -> String {
    let releases = counted(audit.scope.releases.len(), "release", "releases");
    let size = usize::try_from(audit.size).unwrap_or(usize::MAX);
    let entries = counted(size, "entry", "entries");
    let period = match (audit.scope.from, audit.scope.until) {
        (None, None) => String::new(),
        (from, until) => {
            let from = from.map(|from| format!(" from {from}")).unwrap_or_default();
            let until = until.map(|until| format!(" until {until}")).unwrap_or_default();
            format!(", of what happened{from}{until}")
        }
    };
    format!("At {}, {releases} on a ledger of {entries}{period}.", audit.at)
}

/// What binds it: whoever holds one of these from elsewhere can check the rest.
fn bound(audit: &Audit) -> List {
    let mut list = List::of("Bound by");
    list.item(Some("root"), audit.root.to_string());
    list.item(Some("last entry"), format!("{}:{}", audit.head.seq, audit.head.hash));
    list.item(Some("digest"), audit.digest.clone());
    let given = |given: &Option<String>| if given.is_some() { "comes along" } else { "none" };
    list.item(Some("checkpoint"), given(&audit.checkpoint));
    list.item(Some("signature"), given(&audit.signature));
    list
}

fn lines(lines: &[AuditLine]) -> Table {
    let mut table = Table::of(&["entry", "when", "release", "what", "who", "evidence"]).with_wide("evidence");
    let row = |line: &AuditLine| -> Vec<Cell> {
        vec![
            line.seq.to_string().into(),
            line.at.to_string().into(),
            line.release.as_str().into(),
            words(&line.what).into(),
            format!("{} ({})", line.who, line.as_kind.name()).into(),
            line.evidence.join(", ").into(),
        ]
    };
    table.rows = lines.iter().map(row).collect();
    table
}

fn late(audit: &Audit) -> List {
    let mut list = List::of("Recorded late");
    for entry in &audit.late {
        let reason = entry.reason.as_deref().unwrap_or("nobody says why");
        let after = SignedDuration::from_secs(entry.seconds);
        list.item(Some(&entry.event), format!("entry {}, {after:#} after it happened: {reason}", entry.seq));
    }
    list
}
