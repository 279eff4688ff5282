//! Every finding in full.

use super::words::{criterion, observed, outcome, plain, reason, said, subject, worst_first};
use crate::gate::{Explanation, Verdict};
use crate::report::ReviewFormat;
use std::fmt::{self, Write};

/// Every finding of a verdict in full, worst first: the criterion and what it expects, what was observed and on which evidence,
/// what to do next and who does it.
///
/// ```
/// use greenboard::fact::{Evidence, Facts, Metric, Roster, Subject};
/// use greenboard::gate::{GateSet, Scope, evaluate};
/// use greenboard::report;
///
/// let gates = GateSet::parse("
/// gates:
///   - name: quality
///     owner: ada
///     criteria:
///       - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
/// ")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Evidence::new("e1", Subject::new("payments"), Metric::new("error_rate", 0.2).into(), at).into()]);
/// let verdict = evaluate(&gates, &facts, "payments", &Scope::new(), at)?;
/// assert_eq!(report::findings(&verdict), "\
/// payments: no-go
///
/// quality / errors: fail
///   why       error_rate is 0.2
///   observed  0.2
///   expected  error_rate at most 0.01
///   evidence  e1
///   next      Bring error_rate to at most 0.01 and measure it again.
///   owner     ada
/// ");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn findings(verdict: &Verdict) -> String {
    let mut out = format!("{}: {}\n", plain(&subject(verdict)), said(verdict.verdict));
    for finding in worst_first(verdict) {
        let _ =
            writeln!(out, "\n{} / {}: {}", plain(&finding.gate), plain(criterion(finding)), outcome(finding));
        let mut line = |name: &str, text: Option<String>| {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                let _ = writeln!(out, "  {name:<8}  {text}");
            }
        };
        line("why", Some(plain(reason(finding))));
        line("observed", observed(finding));
        line("expected", Some(plain(&finding.expected)));
        line("evidence", Some(plain(&finding.evidence.join(", "))));
        line("waiver", finding.waiver.as_deref().map(plain));
        line("emergency", finding.emergency.as_deref().map(plain));
        line("next", finding.next_action.as_deref().map(plain));
        line("owner", finding.owner.as_deref().map(plain));
    }
    out
}

impl fmt::Display for Explanation {
    /// Every finding in full, and what would turn it green.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&findings(&self.verdict))?;
        match self.verdict.verdict {
            crate::gate::Signal::Go => Ok(()),
            _ => write!(f, "\n{}", ReviewFormat::Text.write(&super::ways::below(&self.ways))),
        }
    }
}
