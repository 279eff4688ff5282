//! Kargo's stages, as its own tests have them.

use crate::runner::{Case, Fields, Judged, Outcome};
use greenboard::gate::soak::{Availability, Freight, FreightRequest, is_available};

/// Whether a stage may take freight.
pub fn freight_availability(case: &Case) -> Judged {
    let input = case.field("input");
    let mut requests = Vec::new();
    for row in input.list("requests")? {
        let stages = row.texts("upstream_stages")?.into_iter().map(str::to_owned).collect();
        let mut request = FreightRequest::new(row.text("origin")?, stages);
        request.direct = row.flag("direct")?;
        request.required_soak_seconds = row.field("required_soak_s").as_i64();
        request.availability =
            if row.text("availability")? == "All" { Availability::All } else { Availability::OneOf };
        requests.push(request);
    }
    let row = input.field("freight");
    let stage = input.text("stage")?;
    let mut freight = Freight::new(row.optional_text("origin")?.unwrap_or_default());
    if row.optional_text("origin")?.is_none() {
        freight.origin = None;
    }
    freight.same_project = input.flag("same_project")?;
    for (stage, soaked) in row.field("verified_in_longest_soak_s").as_object().into_iter().flatten() {
        freight.verified_in.insert(stage.clone(), soaked.as_i64());
    }
    if row.flag("approved_for_stage")? {
        freight = freight.with_approved(stage);
    }
    Ok(Outcome::equal(case.flag("expect")?, is_available(stage, &requests, &freight)))
}
