//! Who may break the glass, and what is to be made up for afterwards.

use crate::document::reads;
use crate::gate::age::Age;
use schemars::JsonSchema;
use serde::Serialize;

/// Who may pass gates over in an emergency, and by when they have to account for it.
///
/// ```
/// use greenboard::gate::GateFile;
/// use greenboard::document::{self, Format};
///
/// let file: GateFile = document::parse("
/// break_glass: {roles: [incident_commander], retrospective_within: 5 days}
/// groups: {incident_commander: [ada, grace]}
/// ", Format::Yaml)?;
/// assert_eq!(file.break_glass.unwrap().roles, ["incident_commander"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct BreakGlassRule {
    /// The roles in which somebody may. Where a group is called like one of them, its members are in it and nobody else.
    pub roles: Vec<String>,
    /// How soon somebody else has to have looked at it afterwards: an approval of the step `retrospective`, or a checklist of
    /// that name. The duty does not lapse; where this is left out it is not overdue either.
    #[schemars(with = "Option<String>")]
    pub retrospective_within: Option<Age>,
}

reads!(BreakGlassRule { roles = Vec::new(), retrospective_within });
