//! Conflicts the slow way: every claim against every other, second by second.

use greenboard::release::conflict::{Claim, ConflictKind, ConflictRules};
use std::collections::BTreeSet;

/// A kind, what it is about, the two releases, and one second in which they meet.
pub type Meeting = (ConflictKind, String, [String; 2], i64);

/// Every second in which two releases take the same.
pub fn meetings(claims: &[Claim], rules: &ConflictRules) -> BTreeSet<Meeting> {
    let mut all = BTreeSet::new();
    for a in claims {
        for b in claims {
            if a.release >= b.release {
                continue;
            }
            let seconds = a.starts_at.as_second().max(b.starts_at.as_second())
                ..a.ends_at.as_second().min(b.ends_at.as_second());
            for second in seconds {
                for (kind, about) in shared(a, b, rules) {
                    all.insert((kind, about, [a.release.clone(), b.release.clone()], second));
                }
            }
        }
    }
    all
}

fn shared(a: &Claim, b: &Claim, rules: &ConflictRules) -> Vec<(ConflictKind, String)> {
    let mut found = Vec::new();
    let plain = [
        (ConflictKind::SameComponent, &a.components, &b.components),
        (ConflictKind::EnvironmentBooked, &a.environments, &b.environments),
        (ConflictKind::SamePerson, &a.people, &b.people),
    ];
    for (kind, ours, theirs) in plain {
        for name in ours.iter().filter(|name| theirs.contains(name)) {
            found.push((kind, name.clone()));
        }
    }
    let parents = |component: &String| rules.parents.get(component).cloned().unwrap_or_default();
    for (ours, theirs) in [(&a.components, &b.components), (&b.components, &a.components)] {
        for child in ours {
            if theirs.iter().any(|other| parents(child).contains(other)) {
                found.push((ConflictKind::RelatedComponent, child.clone()));
            }
        }
    }
    found
}
