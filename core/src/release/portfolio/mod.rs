//! Several releases seen together: what they take from each other, and what goes out when.

mod booking;

pub(crate) use booking::Others;
pub use booking::{BookedItem, ReleaseBooking};
