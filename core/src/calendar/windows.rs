//! The handle: windows ready to be asked.

use super::decision::{Decision, Governing, Occurrence};
use super::error::CalendarError;
use super::spans::Spans;
use super::way::{self, Cover, Search, Way};
use super::window::{Calendar, Compiled, InFlight, Kind, Schedule, Window};
use super::zone::Zone;
use crate::Result;
use crate::document::{Node, Read, Value};
use jiff::Timestamp;

/// Windows ready to be asked, any number of times: of one set, or of several calendars which must all be open.
///
/// ```
/// use greenboard::calendar::{Cron, Length, Window, Windows, Zone};
///
/// let office = Window::allow("office hours")
///     .with_cron(Cron::parse("0 9 * * MON-FRI")?)
///     .with_duration(Length::parse("PT8H")?)
///     .with_zone(Zone::parse("America/New_York")?);
/// let windows = Windows::new(&[office])?;
/// assert!(windows.is_open("2026-07-06T13:00:00Z".parse().unwrap()));
/// let weekend = windows.decide("2026-07-04T13:00:00Z".parse().unwrap());
/// assert_eq!(weekend.next_open.unwrap().to_string(), "2026-07-06T13:00:00Z");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Windows {
    groups: Vec<Group>,
}

impl PartialEq for Windows {
    /// By what the windows say, not by what was made of it.
    fn eq(&self, other: &Self) -> bool {
        fn said(group: &Group) -> (&Option<String>, &Zone, bool, &[Window]) {
            (&group.calendar, &group.zone, group.default_open, &group.windows)
        }
        self.groups.iter().map(said).eq(other.groups.iter().map(said))
    }
}

/// The windows of one calendar.
#[derive(Debug, Clone)]
struct Group {
    calendar: Option<String>,
    zone: Zone,
    windows: Vec<Window>,
    schedules: Vec<Schedule>,
    /// Which of them come again.
    again: Vec<usize>,
    once: Spans,
    allow: Cover,
    /// Those that deny, and let nothing through.
    firm: Cover,
    /// Those that deny, and let through what a person sets off.
    soft: Cover,
    /// Whether it is open where no window says anything.
    default_open: bool,
    /// Whether all windows that allow let through what a person sets off.
    all_overridable: bool,
}

/// At most this many windows that are shut are named.
const MOST_NAMED: usize = 10;

impl Windows {
    /// These windows; without any that allows, the way is open where none denies.
    ///
    /// # Errors
    /// What is wrong with a window: `calendar.invalid_window`, `calendar.rule_too_large`, with its index as path.
    pub fn new(windows: &[Window]) -> Result<Self> {
        let group = Group::new(None, windows, &Zone::utc(), None)?;
        Ok(Self { groups: vec![group] })
    }

    /// Those of several calendars, which must all be open.
    ///
    /// # Errors
    /// As [`new`](Self::new), with the calendar's name and `windows[index]` as path.
    pub fn of<'c>(calendars: impl IntoIterator<Item = &'c Calendar>) -> Result<Self> {
        let group = |calendar: &Calendar| {
            let zone = calendar.zone.clone().unwrap_or_else(Zone::utc);
            let name = Some(calendar.name.clone());
            let group = Group::new(name, &calendar.windows, &zone, calendar.default_open);
            group.map_err(|error| error.under_key("windows").under_key(&calendar.name))
        };
        Ok(Self { groups: calendars.into_iter().map(group).collect::<Result<_>>()? })
    }

    /// Whether automatic work may go out.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.groups.iter().all(|group| group.is_open(at, false))
    }

    /// Whether work that a person sets off may go out.
    pub fn is_open_to_manual(&self, at: Timestamp) -> bool {
        self.groups.iter().all(|group| group.is_open(at, true))
    }

    /// What is to be said of automatic work.
    pub fn decide(&self, at: Timestamp) -> Decision {
        self.decide_for(at, false)
    }

    /// What is to be said of work that a person sets off: it passes where every window that blocks lets it through.
    pub fn decide_manual(&self, at: Timestamp) -> Decision {
        self.decide_for(at, true)
    }

    /// What is to be said of work, set off by a person or not.
    pub fn decide_for(&self, at: Timestamp, manual: bool) -> Decision {
        Self::decide_together(&[self], at, manual)
    }

    /// What several say together: the way is open where all of them are.
    pub(crate) fn decide_together(all: &[&Self], at: Timestamp, manual: bool) -> Decision {
        let groups: Vec<&Group> = all.iter().flat_map(|windows| &windows.groups).collect();
        decide_groups(&groups, at, manual)
    }

    /// When the windows are, from one instant to another: all that overlap it, by start, at most `limit`.
    ///
    /// ```
    /// use greenboard::calendar::{Cron, Length, Window, Windows};
    /// let nightly = Window::deny("backup").with_cron(Cron::parse("0 2 * * *")?).with_duration(Length::parse("1h")?);
    /// let windows = Windows::new(&[nightly])?;
    /// let (from, to) = ("2026-07-01T00:00:00Z".parse().unwrap(), "2026-07-08T00:00:00Z".parse().unwrap());
    /// assert_eq!(windows.occurrences(from, to, 100).len(), 7);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn occurrences(&self, from: Timestamp, to: Timestamp, limit: usize) -> Vec<Occurrence> {
        let mut found = Vec::new();
        for group in &self.groups {
            for (window, schedule) in group.windows.iter().zip(&group.schedules) {
                schedule.overlapping(from, to, limit, |start, end| {
                    found.push(Occurrence { window: window.name.clone(), start, end });
                });
            }
        }
        found.sort_by(|a, b| (a.start, a.end, &a.window).cmp(&(b.start, b.end, &b.window)));
        found.truncate(limit);
        found
    }
}

fn decide_groups(groups: &[&Group], at: Timestamp, manual: bool) -> Decision {
    let mut search = Search::from(at);
    let mut ways: Vec<Way<'_>> = groups.iter().map(|group| group.way(manual)).collect();
    let open = groups.iter().all(|group| group.is_open(at, manual));
    let (next_open, next_close) = if open {
        let close = way::closed_from(&mut ways, at, &mut search);
        (close.and_then(|close| way::open_from(&mut ways, close, &mut search)), close)
    } else {
        let open = way::open_from(&mut ways, at, &mut search);
        (open, open.and_then(|open| way::closed_from(&mut ways, open, &mut search)))
    };
    let horizon = search.horizon;
    let (mut by, mut blocked_by) = (Vec::new(), Vec::new());
    for group in groups {
        let (allowing, blocking) = group.governing(at, horizon);
        by.extend(allowing);
        blocked_by.extend(blocking);
    }
    let blocked = !blocked_by.is_empty();
    let strictest = |windows: &[Governing]| windows.iter().map(|governing| governing.in_flight).max();
    let in_flight = if open {
        let closing = |close: Timestamp| {
            let at_close = groups.iter().flat_map(|group| group.governing(close, close).1);
            strictest(&at_close.collect::<Vec<_>>()).unwrap_or_default()
        };
        next_close.map(closing)
    } else {
        Some(strictest(&blocked_by).unwrap_or(InFlight::Finish))
    };
    Decision {
        at,
        manual,
        open,
        overridden: open && blocked,
        by: if open && blocked { Vec::new() } else { by },
        blocked_by,
        next_open,
        next_close,
        in_flight,
        horizon,
    }
}

impl Group {
    fn new(
        calendar: Option<String>,
        windows: &[Window],
        zone: &Zone,
        default_open: Option<bool>,
    ) -> Result<Self> {
        check_counts(windows)?;
        let compile = |(index, window): (usize, &Window)| -> Result<Schedule> {
            let compiled = window.compile(zone).map_err(|error| error.under_index(index));
            compiled.map(|Compiled { schedule }| schedule)
        };
        let schedules = windows.iter().enumerate().map(compile).collect::<Result<Vec<_>>>()?;
        let cover = |belongs: &dyn Fn(&Window) -> bool| {
            let (mut once, mut again) = (Vec::new(), Vec::new());
            for (index, schedule) in schedules.iter().enumerate() {
                match schedule {
                    _ if !windows.get(index).is_some_and(belongs) => {}
                    Schedule::Once(start, end) => once.push((*start, *end, index)),
                    Schedule::Again { .. } => again.push(schedule.clone()),
                }
            }
            Cover { once: Spans::new(once), again }
        };
        let allow = cover(&|window| window.kind == Kind::Allow);
        let firm = cover(&|window| window.kind == Kind::Deny && !window.manual_override);
        let soft = cover(&|window| window.kind == Kind::Deny && window.manual_override);
        let again = |(index, schedule): (usize, &Schedule)| {
            matches!(schedule, Schedule::Again { .. }).then_some(index)
        };
        let once = |(index, schedule): (usize, &Schedule)| match schedule {
            Schedule::Once(start, end) => Some((*start, *end, index)),
            Schedule::Again { .. } => None,
        };
        let mut allowing = windows.iter().filter(|window| window.kind == Kind::Allow).peekable();
        Ok(Self {
            calendar,
            zone: zone.clone(),
            windows: windows.to_vec(),
            again: schedules.iter().enumerate().filter_map(again).collect(),
            once: Spans::new(schedules.iter().enumerate().filter_map(once).collect()),
            default_open: default_open.unwrap_or(allow.is_empty()),
            all_overridable: allowing.peek().is_some() && allowing.all(|window| window.manual_override),
            schedules,
            allow,
            firm,
            soft,
        })
    }

    /// For manual work, a denial that it may override is as good as something that allows it; and where everything that allows
    /// may be overridden, nothing is needed to allow it.
    fn way(&self, manual: bool) -> Way<'_> {
        match (manual, self.default_open) {
            (false, true) => Way::new(None, [&self.firm, &self.soft]),
            (false, false) => Way::new(Some(vec![&self.allow]), [&self.firm, &self.soft]),
            (true, open) if open || self.all_overridable => Way::new(None, [&self.firm]),
            (true, _) => Way::new(Some(vec![&self.allow, &self.soft]), [&self.firm]),
        }
    }

    fn is_open(&self, at: Timestamp, manual: bool) -> bool {
        if self.firm.covers(at) {
            return false;
        }
        if self.soft.covers(at) {
            return manual;
        }
        self.default_open || self.allow.covers(at) || (manual && self.all_overridable)
    }

    /// The windows that allow work at an instant, and those that block it.
    fn governing(&self, at: Timestamp, horizon: Timestamp) -> (Vec<Governing>, Vec<Governing>) {
        let again =
            self.again.iter().filter_map(|index| Some((*index, self.schedules.get(*index)?.covering(at)?)));
        let mut active: Vec<(usize, Timestamp)> = self.once.covering(at).chain(again).collect();
        active.sort_unstable();
        let of_kind = |kind: Kind| -> Vec<Governing> {
            let of_kind = |(index, until): &(usize, Timestamp)| {
                let window = self.windows.get(*index).filter(|window| window.kind == kind)?;
                Some(self.named(window, (*until < Timestamp::MAX).then_some(*until)))
            };
            active.iter().filter_map(of_kind).collect()
        };
        let (allowing, denying) = (of_kind(Kind::Allow), of_kind(Kind::Deny));
        if !denying.is_empty() || !allowing.is_empty() || self.default_open {
            return (allowing, denying);
        }
        let allow = self.windows.iter().zip(&self.schedules).filter(|(window, _)| window.kind == Kind::Allow);
        let shut = allow.take(MOST_NAMED);
        let shut = shut.map(|(window, schedule)| self.named(window, schedule.start_after(at, horizon)));
        (allowing, shut.collect())
    }

    fn named(&self, window: &Window, until: Option<Timestamp>) -> Governing {
        Governing {
            calendar: self.calendar.clone(),
            window: window.name.clone(),
            kind: window.kind,
            until,
            manual_override: window.manual_override,
            in_flight: window.in_flight,
            reason: window.reason.clone(),
        }
    }
}

/// Counting is the one thing that takes as long as a rule says: all of it together is bounded.
fn check_counts(windows: &[Window]) -> Result<()> {
    const MOST: u32 = 1_000_000;
    /// What looking for the first of them takes, in counts.
    const EACH: u32 = 100;
    let counts = windows.iter().filter_map(|window| window.rule.as_ref()?.count?.checked_add(EACH));
    let count = counts.fold(0u32, u32::saturating_add);
    if count > MOST { Err(CalendarError::RuleTooLarge { count, limit: MOST }.into()) } else { Ok(()) }
}

impl Read for Windows {
    /// A calendar, a list of calendars, or a list of windows.
    fn read(node: &Node) -> Result<Self> {
        let is_calendar = |node: &Node| node.get("kind").is_none();
        match &node.value {
            Value::List(items) if items.is_empty() || !items.iter().all(is_calendar) => {
                Self::new(&Vec::<Window>::read(node)?)
            }
            Value::List(_) => Self::of(&Vec::<Calendar>::read(node)?),
            _ => Self::of([&Calendar::read(node)?]),
        }
    }
}

/// What windows say of automatic work at an instant. Whoever asks more than once makes [`Windows`] of them first.
///
/// # Errors
/// As [`Windows::new`].
pub fn decide(windows: &[Window], at: Timestamp) -> Result<Decision> {
    Ok(Windows::new(windows)?.decide(at))
}

impl Calendar {
    /// What it says of automatic work at an instant. Whoever asks more than once makes [`Windows`] of it first.
    ///
    /// # Errors
    /// As [`Windows::of`].
    pub fn decide(&self, at: Timestamp) -> Result<Decision> {
        Ok(Windows::of([self])?.decide(at))
    }
}
