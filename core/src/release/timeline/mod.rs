//! Dates: planned backward in working days, moved, compared with what was planned first, and counted as projects count them.
//!
//! ```
//! use greenboard::release::timeline::{Day, WorkCalendar, plan_backward};
//!
//! let calendar = WorkCalendar::new().with_holiday(Day::parse("2025-09-01")?);
//! let phases = [("Testing", 15), ("Implementation", 10)];
//! let plan = plan_backward(&phases, Day::parse("2025-09-05")?, &calendar)?;
//! assert_eq!((plan[1].start.to_string(), plan[1].calendar_days), ("2025-08-22".to_owned(), 15));
//! assert_eq!(plan[0].end.to_string(), "2025-08-21");
//! # Ok::<(), greenboard::Error>(())
//! ```

mod backward;
mod cadence;
mod day;
mod delivery;
mod error;
mod freeze;
mod rollup;
mod shift;
mod slip;
mod work;

pub use backward::{PlannedPhase, plan_backward};
pub use cadence::{Cadence, phase_at, week_number};
pub use day::Day;
pub use delivery::{DeliveryPhase, PhaseNeed, furthest_phase};
pub(crate) use error::TimelineError;
pub use freeze::{ExceptionTiming, anywhere_on_earth, churn, exception_timing};
pub use rollup::{ParallelStatus, roll_up};
pub use shift::shift_milestones;
pub use slip::{Slip, slips};
pub use work::WorkCalendar;
