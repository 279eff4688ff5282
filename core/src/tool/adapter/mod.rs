//! One file a tool: how its report is recognised and what it says.

mod cargo_audit;
mod cobertura;
mod cyclonedx;
mod grype;
mod icalendar;
mod junit;
mod lcov;
mod npm_audit;
mod openvex;
mod osv;
mod provenance;
mod sarif;
mod sonarqube;
mod spdx;
mod trivy;

pub use cargo_audit::CargoAuditInspection;
pub use cobertura::CoberturaInspection;
pub use cyclonedx::CycloneDxInspection;
pub use grype::GrypeInspection;
pub use icalendar::{IcalendarEvent, IcalendarInspection};
pub use junit::JUnitInspection;
pub use lcov::LcovInspection;
pub use npm_audit::{FixAvailable, NpmAuditFormat, NpmAuditInspection};
pub use openvex::{OpenVexInspection, OpenVexStatement};
pub use osv::OsvInspection;
pub use provenance::{InTotoResource, InTotoSource, InTotoStatement, ProvenanceInspection};
pub use sarif::{SarifInspection, SarifRun};
pub use sonarqube::SonarQubeInspection;
pub use spdx::SpdxInspection;
pub use trivy::{TrivyInspection, TrivyShape};

use super::payload::Payload;
use super::{ReadOptions, Reading, TOOLS, ToolError};
use crate::Result;
use crate::document::nearest;
use crate::fact::{Fact, Subject};
use crate::registry::registry;
use jiff::Timestamp;

/// How one tool's reports are read. Implemented by the struct of what [`inspect`](super::inspect) says of one.
pub(super) trait Adapter: Sized {
    /// What its report is, for an error: `JUnit XML`, `an lcov tracefile`.
    const REPORT: &'static str;

    /// Whether the text has the outermost form of such a report. Cheap, and no promise that the rest of it can be read.
    fn recognises(payload: &Payload<'_>) -> bool;

    /// What a report says that has been recognised.
    fn inspect(payload: &Payload<'_>) -> Result<Self>;

    /// What the report means for its subject. None at all where it says nothing, so that what asks for it stays pending.
    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>>;
}

/// The table of tools, and what is done with one that is known by its name only.
macro_rules! tools {
    (
        @by_name $(#[$doc:meta])+
        $registry:ident as $name:literal { $($variant:ident($($of:ident)::+) = $kind:literal),+ $(,)? }
    ) => {
        impl $registry {
            /// The tools whose form the payload has.
            pub(super) fn recognised(payload: &Payload<'_>) -> Vec<&'static str> {
                let mut tools = Vec::new();
                $(if <$($of)::+ as Adapter>::recognises(payload) {
                    tools.push($kind);
                })+
                tools
            }

            /// What the payload says, read as this tool's.
            pub(super) fn inspect(payload: &Payload<'_>, tool: &str) -> Result<Self> {
                match tool {
                    $($kind => inspected::<$($of)::+>(payload, $kind).map(Self::$variant),)+
                    unknown => Err(unknown_tool(unknown)),
                }
            }

            /// What the payload means for a subject, read as this tool's.
            pub(super) fn facts(
                payload: &Payload<'_>,
                tool: &str,
                subject: &Subject,
                at: Timestamp,
                options: &ReadOptions,
            ) -> Result<Vec<Fact>> {
                let inspection = Self::inspect(payload, tool)?;
                let reading = Reading { payload, tool: inspection.kind(), subject, at, options };
                match &inspection {
                    $(Self::$variant(of) => of.facts(&reading),)+
                }
            }
        }
    };
    ($($table:tt)+) => {
        registry! { $($table)+ }
        tools!(@by_name $($table)+);
    };
}

tools! {
    /// What a tool's report says.
    ///
    /// ```
    /// use greenboard::tool::{self, Inspection};
    /// let report = tool::inspect(b"SF:a.c\nDA:1,1\nend_of_record\n", "lcov")?;
    /// assert_eq!(report.kind(), "lcov");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    Inspection as "tool" {
        JUnit(junit::JUnitInspection) = "junit",
        Lcov(lcov::LcovInspection) = "lcov",
        Cobertura(cobertura::CoberturaInspection) = "cobertura",
        SonarQube(sonarqube::SonarQubeInspection) = "sonarqube",
        Sarif(sarif::SarifInspection) = "sarif",
        CycloneDx(cyclonedx::CycloneDxInspection) = "cyclonedx",
        Spdx(spdx::SpdxInspection) = "spdx",
        OpenVex(openvex::OpenVexInspection) = "openvex",
        Osv(osv::OsvInspection) = "osv",
        Trivy(trivy::TrivyInspection) = "trivy",
        Grype(grype::GrypeInspection) = "grype",
        NpmAudit(npm_audit::NpmAuditInspection) = "npm_audit",
        CargoAudit(cargo_audit::CargoAuditInspection) = "cargo_audit",
        Provenance(provenance::ProvenanceInspection) = "provenance",
        Icalendar(icalendar::IcalendarInspection) = "icalendar",
    }
}

/// What a payload says, where it has the tool's form.
fn inspected<A: Adapter>(payload: &Payload<'_>, tool: &'static str) -> Result<A> {
    if payload.is_blank() {
        return Err(ToolError::Empty { tool }.into());
    }
    if !A::recognises(payload) {
        payload.readable()?;
        let found = payload.described();
        let tools = Inspection::recognised(payload);
        return Err(ToolError::Unrecognised { tool, report: A::REPORT, found, tools }.into());
    }
    A::inspect(payload)
}

fn unknown_tool(input: &str) -> crate::Error {
    ToolError::Unknown { input: input.to_owned(), nearest: nearest(input, TOOLS) }.into()
}
