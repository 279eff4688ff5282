//! Several releases seen together: what they take from each other, and what goes out when.

mod booking;
mod view;

pub(crate) use booking::Others;
pub use booking::{BookedItem, ReleaseBooking};
pub use view::{Portfolio, ScheduledRelease, portfolio};
