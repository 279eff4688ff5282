//! What of a plan is still to do, after a part of it went out.

use super::types::{Entry, Plan};
use crate::component::Unit;
use std::collections::{BTreeSet, HashMap};

/// What of a plan is still to do, where a part of it has gone out: after a publication that broke off, or was made by hand.
///
/// `published` names releases by their registry key, by their tag, or as `component@version`; other names do not matter. The
/// rest keeps its order, in waves counted from 1 again.
///
/// ```
/// use greenboard::change::Change;
/// use greenboard::component::{Component, Ecosystem, Workspace};
/// use greenboard::plan::{Policy, plan, remaining};
/// use greenboard::version::{Bump, Version};
///
/// let of = |name: &str| Component::new(name, Ecosystem::Cargo, name).with_version(Version::parse("1.0.0").unwrap());
/// let change = Change::new("9fceb02", "read arrays").with_bump("core", Bump::Minor).with_bump("cli", Bump::Minor);
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let plan = plan(&Workspace::new([of("core"), of("cli")])?, &[change], &Policy::new(), at)?;
///
/// let rest = remaining(&plan, &["pkg:cargo/core@1.1.0".to_owned()].into());
/// assert_eq!(rest.entries.iter().map(|entry| entry.component.as_str()).collect::<Vec<_>>(), ["cli"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn remaining(plan: &Plan, published: &BTreeSet<String>) -> Plan {
    let is_out = |entry: &Entry| {
        let names = [entry.registry_key.as_ref(), entry.tag.as_ref()];
        names.into_iter().flatten().any(|name| published.contains(name))
            || published.contains(&format!("{}@{}", entry.component, entry.new))
    };
    let left: BTreeSet<&str> =
        plan.entries.iter().filter(|entry| !is_out(entry)).map(|entry| entry.component.as_str()).collect();
    restricted(plan, &left)
}

/// The plan of these components only, in the order that it has.
fn restricted(plan: &Plan, to: &BTreeSet<&str>) -> Plan {
    let waves = plan.waves.iter().map(|wave| {
        let units = wave.iter().map(|unit| {
            let components = unit.components.iter().filter(|name| to.contains(name.as_str()));
            Unit::new(components.cloned())
        });
        units.filter(|unit| !unit.components.is_empty()).collect::<Vec<_>>()
    });
    let waves: Vec<Vec<Unit>> = waves.filter(|wave| !wave.is_empty()).collect();
    let numbered = (1..).zip(&waves).flat_map(|(number, wave)| wave.iter().map(move |unit| (number, unit)));
    let numbered =
        numbered.flat_map(|(number, unit)| unit.components.iter().map(move |name| (name.as_str(), number)));
    let wave_of: HashMap<&str, usize> = numbered.collect();
    let entries = plan.entries.iter().filter_map(|entry| {
        let wave = *wave_of.get(entry.component.as_str())?;
        let after = entry.after.iter().filter(|name| to.contains(name.as_str())).cloned().collect();
        Some(Entry { wave, after, ..entry.clone() })
    });
    let entries = entries.collect();
    Plan { entries, waves, ..plan.clone() }
}

impl Plan {
    /// What of this plan is still to do; see [`remaining`].
    #[must_use]
    pub fn remaining(&self, published: &BTreeSet<String>) -> Self {
        remaining(self, published)
    }
}
