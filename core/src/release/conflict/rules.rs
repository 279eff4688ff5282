//! By which conflicts are found.

use super::claim::Claim;
use super::kind::{ConflictKind, ConflictSeverity};
use crate::Result;
use crate::calendar::{Calendar, Windows};
use crate::document::{Document, Fields, Node, Read, Value, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// By which conflicts are found, and free time is looked for.
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::release::conflict::ConflictRules;
/// let rules: ConflictRules = document::parse("
/// parents: { checkout-web: [checkout] }
/// severities: { same_person: block }
/// calendars:
///   - environments: [production]
///     calendar:
///       name: production
///       windows: [{ name: weekend, kind: deny, cron: 0 0 * * SAT, duration: P2D }]
/// ", Format::Yaml)?;
/// assert_eq!(rules.within_days, 90);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct ConflictRules {
    /// The parents of components: a service of its parts, a platform of what runs on it.
    pub parents: BTreeMap<String, Vec<String>>,
    /// The calendars, and what each is for. All that fit have to be open.
    pub calendars: Vec<ConflictCalendar>,
    /// How much kinds of conflict weigh, where not as usual.
    pub severities: BTreeMap<String, ConflictSeverity>,
    /// How many conflicts are listed at most: 10,000 (ours).
    pub most: u32,
    /// Within how many days free time is looked for: 90 (ServiceNow).
    pub within_days: u32,
    /// How many free slots are suggested at most: 100 (ServiceNow).
    pub choices: u32,
}

impl Default for ConflictRules {
    fn default() -> Self {
        Self {
            parents: BTreeMap::new(),
            calendars: Vec::new(),
            severities: BTreeMap::new(),
            most: 10_000,
            within_days: 90,
            choices: 100,
        }
    }
}

impl Read for ConflictRules {
    fn read(node: &Node) -> Result<Self> {
        const KEYS: &[&str] = &["parents", "calendars", "severities", "most", "within_days", "choices"];
        let fields = Fields::of(node, Some(Self::SCHEMA), KEYS)?;
        let usual = Self::default();
        Ok(Self {
            parents: fields.optional("parents")?.unwrap_or_default(),
            calendars: fields.optional("calendars")?.unwrap_or_default(),
            severities: fields.with("severities", read_severities)?.unwrap_or_default(),
            most: fields.optional("most")?.unwrap_or(usual.most),
            within_days: fields.optional("within_days")?.unwrap_or(usual.within_days),
            choices: fields.optional("choices")?.unwrap_or(usual.choices),
        })
    }
}

impl Document for ConflictRules {
    const SCHEMA: &'static str = "greenboard/conflict_rules/1";
}

/// Severities by kind; a kind that there is not is wrong at its place.
fn read_severities(node: &Node) -> Result<BTreeMap<String, ConflictSeverity>> {
    if node.value == Value::Null {
        return Ok(BTreeMap::new());
    }
    let mut severities = BTreeMap::new();
    for (key, value) in node.map()? {
        let name = Node { value: Value::Text(key.text.clone()), at: key.at };
        let kind = ConflictKind::read(&name).map_err(|error| error.under_key(&key.text))?;
        let severity = Read::read(value).map_err(|error| error.under_key(&key.text))?;
        severities.insert(kind.name().to_owned(), severity);
    }
    Ok(severities)
}

/// A calendar, and what it is for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ConflictCalendar {
    /// The calendar: windows that allow and deny.
    pub calendar: Calendar,
    /// The components that it is for; all, where empty.
    #[schemars(default)]
    pub components: Vec<String>,
    /// The environments that it is for; all, where empty.
    #[schemars(default)]
    pub environments: Vec<String>,
}

reads!(ConflictCalendar { calendar, components = Vec::new(), environments = Vec::new() });

impl ConflictCalendar {
    /// For everything.
    pub fn new(calendar: Calendar) -> Self {
        Self { calendar, components: Vec::new(), environments: Vec::new() }
    }

    /// For these components.
    #[must_use]
    pub fn with_components(mut self, components: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.components = components.into_iter().map(Into::into).collect();
        self
    }

    /// For these environments.
    #[must_use]
    pub fn with_environments(mut self, environments: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.environments = environments.into_iter().map(Into::into).collect();
        self
    }
}

impl ConflictRules {
    /// Without parents and calendars.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more calendar.
    #[must_use]
    pub fn with_calendar(mut self, calendar: ConflictCalendar) -> Self {
        self.calendars.push(calendar);
        self
    }

    /// With one more parent of a component.
    #[must_use]
    pub fn with_parent(mut self, component: impl Into<String>, parent: impl Into<String>) -> Self {
        self.parents.entry(component.into()).or_default().push(parent.into());
        self
    }

    /// With another severity of a kind.
    #[must_use]
    pub fn with_severity(mut self, kind: ConflictKind, severity: ConflictSeverity) -> Self {
        self.severities.insert(kind.name().to_owned(), severity);
        self
    }

    /// Listing at most so many.
    #[must_use]
    pub fn with_most(mut self, most: u32) -> Self {
        self.most = most;
        self
    }

    pub(super) fn severity(&self, kind: ConflictKind) -> ConflictSeverity {
        self.severities.get(kind.name()).copied().unwrap_or_else(|| kind.severity())
    }
}

/// Rules made ready to be asked.
pub(super) struct Ready<'r> {
    pub rules: &'r ConflictRules,
    calendars: Vec<(&'r ConflictCalendar, Windows)>,
    children: BTreeMap<&'r str, Vec<&'r str>>,
}

impl<'r> Ready<'r> {
    pub(super) fn of(rules: &'r ConflictRules) -> Result<Self> {
        let mut calendars = Vec::new();
        for (index, calendar) in rules.calendars.iter().enumerate() {
            let windows = Windows::of([&calendar.calendar]);
            let place = |error: crate::Error| error.under_index(index).under_key("calendars");
            calendars.push((calendar, windows.map_err(place)?));
        }
        let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (child, parents) in &rules.parents {
            for parent in parents {
                children.entry(parent).or_default().push(child);
            }
        }
        Ok(Self { rules, calendars, children })
    }

    pub(super) fn parents_of(&self, component: &str) -> impl Iterator<Item = &'r str> {
        self.rules.parents.get(component).into_iter().flatten().map(String::as_str)
    }

    /// The calendars that a claim has to keep, and whether each is a parent's or child's.
    pub(super) fn calendars_of(&self, claim: &Claim) -> Vec<(&ConflictCalendar, &Windows, bool)> {
        let own: BTreeSet<&str> = claim.components.iter().map(String::as_str).collect();
        let mut related: BTreeSet<&str> = BTreeSet::new();
        for component in &own {
            related.extend(self.parents_of(component));
            related.extend(self.children.get(component).into_iter().flatten().copied());
        }
        let fits = |(calendar, _): &'_ (&'r ConflictCalendar, Windows)| {
            let environment = calendar.environments.is_empty()
                || calendar.environments.iter().any(|name| claim.environments.contains(name));
            let direct = calendar.components.is_empty()
                || calendar.components.iter().any(|name| own.contains(name.as_str()));
            let beside = calendar.components.iter().any(|name| related.contains(name.as_str()));
            (environment && (direct || beside)).then_some(!direct)
        };
        let kept = self.calendars.iter().filter_map(|pair| Some((pair.0, &pair.1, fits(pair)?)));
        kept.collect()
    }
}
