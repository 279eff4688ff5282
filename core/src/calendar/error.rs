//! What can be wrong with a calendar.

use crate::error::{Coded, codes};

/// Why a calendar cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum CalendarError {
    #[error("unknown time zone {input:?}; give a name of the IANA database, such as Europe/London")]
    UnknownZone { input: String },
}

codes! { CalendarError {
    CalendarError::UnknownZone { .. } => "calendar.unknown_zone",
} }

impl Coded for CalendarError {
    fn code(&self) -> &'static str {
        self.code_of()
    }
}
