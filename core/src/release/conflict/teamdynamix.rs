//! TeamDynamix' conflicts: a set of flags in one number.

use super::kind::ConflictKind;

/// A conflict as TeamDynamix counts it.
///
/// ```
/// use greenboard::release::conflict::{ConflictKind, TeamDynamixConflict};
/// let found = TeamDynamixConflict::of_mask(5);
/// assert_eq!(found.iter().map(|flag| flag.name()).collect::<Vec<_>>(), ["OutsideMaintenanceWindow", "ExistingActivity"]);
/// assert_eq!(found[0].kind(), ConflictKind::OutsideWindow);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TeamDynamixConflict {
    /// Outside of the windows that allow.
    OutsideMaintenanceWindow,
    /// In a window that denies.
    DuringBlackoutWindow,
    /// Another activity on the same thing.
    ExistingActivity,
    /// Outside of the windows of something below it.
    OutsideChildMaintenanceWindow,
    /// Another activity on something below it.
    ExistingChildActivity,
    /// Another activity on something above it.
    ExistingParentActivity,
}

impl TeamDynamixConflict {
    /// All of them, by their flag.
    pub const ALL: &'static [Self] = &[
        Self::OutsideMaintenanceWindow,
        Self::DuringBlackoutWindow,
        Self::ExistingActivity,
        Self::OutsideChildMaintenanceWindow,
        Self::ExistingChildActivity,
        Self::ExistingParentActivity,
    ];

    /// Those in a number; flags beyond them are passed over.
    pub fn of_mask(mask: u32) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|flag| mask & flag.flag() != 0).collect()
    }

    /// Its flag.
    pub const fn flag(self) -> u32 {
        match self {
            Self::OutsideMaintenanceWindow => 1,
            Self::DuringBlackoutWindow => 2,
            Self::ExistingActivity => 4,
            Self::OutsideChildMaintenanceWindow => 8,
            Self::ExistingChildActivity => 16,
            Self::ExistingParentActivity => 32,
        }
    }

    /// Its name there.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OutsideMaintenanceWindow => "OutsideMaintenanceWindow",
            Self::DuringBlackoutWindow => "DuringBlackoutWindow",
            Self::ExistingActivity => "ExistingActivity",
            Self::OutsideChildMaintenanceWindow => "OutsideChildMaintenanceWindow",
            Self::ExistingChildActivity => "ExistingChildActivity",
            Self::ExistingParentActivity => "ExistingParentActivity",
        }
    }

    /// What it is here.
    pub const fn kind(self) -> ConflictKind {
        match self {
            Self::OutsideMaintenanceWindow => ConflictKind::OutsideWindow,
            Self::DuringBlackoutWindow => ConflictKind::Freeze,
            Self::ExistingActivity => ConflictKind::SameComponent,
            Self::OutsideChildMaintenanceWindow => ConflictKind::RelatedOutsideWindow,
            Self::ExistingChildActivity | Self::ExistingParentActivity => ConflictKind::RelatedComponent,
        }
    }
}
