//! Whether something has been long enough where it was before, as Kargo asks of its freight.

use crate::document::{names, reads};
use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// In how many of the stages before it something must have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Availability {
    /// In one of them.
    #[default]
    OneOf,
    /// In all of them.
    All,
}

impl Availability {
    /// Both.
    pub const ALL: [Self; 2] = [Self::OneOf, Self::All];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneOf => "one_of",
            Self::All => "all",
        }
    }
}

names!(Availability: "availability");

/// What a stage takes, and from where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FreightRequest {
    /// Where it comes from in the first place.
    pub origin: String,
    /// Whether it may come from there straight away.
    #[schemars(default)]
    pub direct: bool,
    /// The stages it must have been in.
    #[schemars(default)]
    pub upstream_stages: Vec<String>,
    /// How long it must have been there, in seconds; none for any time.
    pub required_soak_seconds: Option<i64>,
    /// Whether in one of them or in all.
    #[schemars(default)]
    pub availability: Availability,
}

impl FreightRequest {
    /// What comes from there, once it was in one of these stages.
    pub fn new(origin: impl Into<String>, upstream_stages: Vec<String>) -> Self {
        Self {
            origin: origin.into(),
            direct: false,
            upstream_stages,
            required_soak_seconds: None,
            availability: Availability::OneOf,
        }
    }
}

reads!(FreightRequest {
    origin,
    direct = false,
    upstream_stages = Vec::new(),
    required_soak_seconds = None,
    availability = Availability::OneOf,
});

/// Something on its way through the stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Freight {
    /// Where it comes from; none where nobody knows.
    pub origin: Option<String>,
    /// The stages it was verified in, each with the longest time that it stayed, in seconds; none where it stays for the first
    /// time or nobody knows.
    #[schemars(default)]
    pub verified_in: BTreeMap<String, Option<i64>>,
    /// The stages that somebody approved it for, whatever it went through.
    #[schemars(default)]
    pub approved_for: Vec<String>,
    /// Whether it belongs to the project of the stage.
    #[schemars(default = "yes")]
    pub same_project: bool,
}

fn yes() -> bool {
    true
}

impl Freight {
    /// Something that comes from there and has been nowhere yet.
    pub fn new(origin: impl Into<String>) -> Self {
        Self {
            origin: Some(origin.into()),
            verified_in: BTreeMap::new(),
            approved_for: Vec::new(),
            same_project: true,
        }
    }

    /// Verified in this stage, where it stayed so long.
    #[must_use]
    pub fn with_verified(mut self, stage: impl Into<String>, stayed: Option<SignedDuration>) -> Self {
        self.verified_in.insert(stage.into(), stayed.map(|stayed| stayed.as_secs()));
        self
    }

    /// Approved for this stage.
    #[must_use]
    pub fn with_approved(mut self, stage: impl Into<String>) -> Self {
        self.approved_for.push(stage.into());
        self
    }
}

reads!(Freight {
    origin = None,
    verified_in = BTreeMap::new(),
    approved_for = Vec::new(),
    same_project = true,
});

/// Whether a stage may take something.
///
/// An approval for the stage is enough. Else a request for its origin must be met: it may come straight from there, or was
/// verified in one of the stages before, or in all of them, and stayed there as long as asked.
///
/// ```
/// use greenboard::gate::soak::{Freight, FreightRequest, is_available};
///
/// let mut request = FreightRequest::new("images", vec!["test".to_owned()]);
/// request.required_soak_seconds = Some(3600);
/// let freight = Freight::new("images").with_verified("test", Some("30m".parse().unwrap()));
/// assert!(!is_available("production", &[request.clone()], &freight));
/// assert!(is_available("production", &[request], &freight.with_approved("production")));
/// ```
pub fn is_available(stage: &str, requests: &[FreightRequest], freight: &Freight) -> bool {
    if !freight.same_project {
        return false;
    }
    if freight.approved_for.iter().any(|approved| approved == stage) {
        return true;
    }
    let of_origin = requests.iter().filter(|request| Some(&request.origin) == freight.origin.as_ref());
    of_origin.into_iter().any(|request| {
        let soaked = |upstream: &String| {
            freight.verified_in.get(upstream).is_some_and(|stayed| {
                request.required_soak_seconds.is_none_or(|required| stayed.unwrap_or(0) >= required)
            })
        };
        request.direct
            || match request.availability {
                Availability::OneOf => request.upstream_stages.iter().any(soaked),
                // Of no stages before it nothing has been in all.
                Availability::All => {
                    !request.upstream_stages.is_empty() && request.upstream_stages.iter().all(soaked)
                }
            }
    })
}
