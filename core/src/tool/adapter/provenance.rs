//! Provenance: statements of in-toto on how an artefact was built, in the predicates of SLSA 0.1, 0.2 and 1.

use super::Adapter;
use crate::Result;
use crate::document::{self, Format, Node, Read, reads};
use crate::fact::{self, Fact};
use crate::tool::dsse::{Envelope, Enveloped, SignatureState, enveloped, looks_enveloped};
use crate::tool::take::{Instant, Said, takes};
use crate::tool::{Payload, Reading};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What provenance says: what was built, by whom, from what. Who signed it is said by [`verify`](crate::tool::dsse::verify).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ProvenanceInspection {
    /// Every statement, in order.
    pub statements: Vec<InTotoStatement>,
}

reads!(ProvenanceInspection { statements });

/// One statement of in-toto.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct InTotoStatement {
    /// The type of what the envelope carries; none for a statement without an envelope.
    pub payload_type: Option<String>,
    /// How many signatures the envelope has; none of them is verified here.
    pub signatures: usize,
    /// The version of in-toto's statement, as its address.
    pub statement_type: String,
    /// What the statement is about, as its address; SLSA's provenance begins with `https://slsa.dev/provenance/`.
    pub predicate_type: String,
    /// What was built.
    pub subjects: Vec<InTotoResource>,
    /// Who built it.
    pub builder: Option<String>,
    /// How it was built; SLSA 0.1 calls that `recipe` and says it in `recipe_type`.
    pub build_type: Option<String>,
    /// The type of the recipe (SLSA 0.1).
    pub recipe_type: Option<String>,
    /// Where the description of the build came from (SLSA 0.2).
    pub config_source: Option<InTotoSource>,
    /// What it was built from.
    pub materials: Vec<InTotoResource>,
    /// How many materials there are.
    pub materials_count: usize,
    /// When the build began.
    #[schemars(with = "Option<String>")]
    pub started: Option<Timestamp>,
    /// When the build ended.
    #[schemars(with = "Option<String>")]
    pub finished: Option<Timestamp>,
}

reads!(InTotoStatement {
    payload_type,
    signatures,
    statement_type,
    predicate_type,
    subjects,
    builder,
    build_type,
    recipe_type,
    config_source,
    materials,
    materials_count,
    started,
    finished,
});

/// A thing by its name or address, and its digests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct InTotoResource {
    /// Its name, or its address.
    pub name: String,
    /// Its digests by algorithm, in the statement's words (`sha256`, `sha512`, `gitCommit`).
    pub digest: BTreeMap<String, String>,
}

reads!(InTotoResource { name, digest });

/// Where the description of a build came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct InTotoSource {
    /// The address of the repository.
    pub uri: String,
    /// Its digests by algorithm.
    pub digest: BTreeMap<String, String>,
    /// The file in it.
    pub entry_point: Option<String>,
}

reads!(InTotoSource { uri, digest, entry_point });

/// A statement, and the envelope it came in.
#[derive(Debug)]
pub(super) struct Carried {
    pub(super) statement: Statement,
    pub(super) envelope: Option<Envelope>,
}

#[derive(Debug)]
pub(super) struct Statement {
    kind: String,
    pub(super) predicate_type: String,
    pub(super) subjects: Vec<Resource>,
    pub(super) predicate: Predicate,
}

takes!(Statement {
    kind [required] as "_type",
    predicate_type [required] as "predicateType",
    subjects as "subject",
    predicate,
});

#[derive(Debug, Default)]
pub(super) struct Resource {
    pub(super) name: Said,
    pub(super) uri: Said,
    pub(super) digest: BTreeMap<String, String>,
    entry_point: Said,
}

takes!(Resource { name, uri, digest, entry_point as "entryPoint" });

impl Resource {
    /// Its name, or else its address.
    pub(super) fn called(&self) -> &str {
        self.name.text().or(self.uri.text()).unwrap_or_default()
    }

    /// Its address, or else its name.
    pub(super) fn address(&self) -> &str {
        self.uri.text().or(self.name.text()).unwrap_or_default()
    }
}

/// The predicates of SLSA, 0.1 and 0.2 laid flat, 1 in two parts. What a predicate does not have is left empty, so any other
/// predicate is one that says nothing of a build.
#[derive(Debug, Default)]
pub(super) struct Predicate {
    builder: Builder,
    build_type: Said,
    recipe: Recipe,
    invocation: Invocation,
    materials: Vec<Resource>,
    metadata: Metadata,
    definition: Definition,
    run: Run,
}

takes!(Predicate {
    builder,
    build_type as "buildType",
    recipe,
    invocation,
    materials,
    metadata,
    definition as "buildDefinition",
    run as "runDetails",
});

#[derive(Debug, Default)]
struct Builder {
    id: Said,
}

takes!(Builder { id });

#[derive(Debug, Default)]
struct Recipe {
    kind: Said,
    material: Option<usize>,
}

takes!(Recipe { kind as "type", material as "definedInMaterial" });

#[derive(Debug, Default)]
struct Invocation {
    source: Option<Resource>,
}

takes!(Invocation { source as "configSource" });

#[derive(Debug, Default)]
struct Metadata {
    started: Instant,
    finished: Instant,
    started_on: Instant,
    finished_on: Instant,
}

takes!(Metadata {
    started as "buildStartedOn",
    finished as "buildFinishedOn",
    started_on as "startedOn",
    finished_on as "finishedOn",
});

#[derive(Debug, Default)]
struct Definition {
    build_type: Said,
    parameters: Option<Node>,
    dependencies: Vec<Resource>,
}

takes!(Definition {
    build_type as "buildType",
    parameters as "externalParameters",
    dependencies as "resolvedDependencies",
});

#[derive(Debug, Default)]
struct Run {
    builder: Builder,
    metadata: Metadata,
}

takes!(Run { builder, metadata });

impl Predicate {
    /// Who built it.
    pub(super) fn builder(&self) -> Option<&str> {
        self.run.builder.id.text().or(self.builder.id.text())
    }

    /// How it was built.
    pub(super) fn build_type(&self) -> Option<&str> {
        self.definition.build_type.text().or(self.build_type.text())
    }

    /// What it was built from.
    pub(super) fn materials(&self) -> &[Resource] {
        if self.definition.dependencies.is_empty() { &self.materials } else { &self.definition.dependencies }
    }

    /// The repository that the build was described in: as SLSA 0.2 and GitHub's workflows state it, otherwise the material that
    /// the recipe names, or the first.
    pub(super) fn source(&self) -> Option<&str> {
        let stated = self.invocation.source.as_ref().and_then(|source| source.uri.text());
        let parameters = self.definition.parameters.as_ref();
        let workflow = parameters
            .and_then(|parameters| parameters.get("workflow")?.get("repository"))
            .and_then(|repository| repository.text().ok());
        let material = self.materials().get(self.recipe.material.unwrap_or(0)).map(Resource::address);
        stated.or(workflow).or(material)
    }

    pub(super) fn started(&self) -> Option<Timestamp> {
        self.run.metadata.started_on.0.or(self.metadata.started.0)
    }

    pub(super) fn finished(&self) -> Option<Timestamp> {
        self.run.metadata.finished_on.0.or(self.metadata.finished.0)
    }
}

/// The statements that a payload carries: always those that are signed, never a copy beside an envelope.
pub(super) fn statements(payload: &Payload<'_>) -> Result<Vec<Carried>> {
    let carried = |one: Enveloped| match one {
        Enveloped::Signed(envelope) => {
            let node = document::read(&envelope.payload, Format::Json);
            // What is in base64 has no place in the text.
            let statement = node.and_then(|node| Statement::read(&node)).map_err(crate::Error::without_place);
            let statement = statement.map_err(|error| error.under_key("payload"))?;
            Ok(Carried { statement, envelope: Some(envelope) })
        }
        Enveloped::Bare(node) => Ok(Carried { statement: Statement::read(&node)?, envelope: None }),
    };
    enveloped(payload)?.into_iter().map(carried).collect()
}

impl Adapter for ProvenanceInspection {
    const REPORT: &'static str = "a statement of in-toto, in a DSSE envelope or a bundle with one";

    fn recognises(payload: &Payload<'_>) -> bool {
        looks_enveloped(payload)
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        Ok(Self { statements: statements(payload)?.iter().map(stated).collect() })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let key = reading.options.key.as_ref();
        let fact = |carried: &Carried| {
            let Carried { statement, envelope } = carried;
            let predicate = &statement.predicate;
            let digests = statement.subjects.iter().flat_map(|subject| &subject.digest);
            let mut attested = fact::ProvenanceStatement::new()
                .with_predicate_type(&statement.predicate_type)
                .with_subjects(digests.map(|(algorithm, hex)| format!("{algorithm}:{hex}")));
            attested.builder = predicate.builder().map(str::to_owned);
            attested.build_type = predicate.build_type().map(str::to_owned);
            attested.source_uri = predicate.source().map(str::to_owned);
            // What stands there without an envelope was signed by nobody.
            let unsigned = if key.is_some() { SignatureState::Invalid } else { SignatureState::Unverified };
            let state = envelope.as_ref().map_or(unsigned, |envelope| envelope.state(key));
            attested.verified = match state {
                SignatureState::Verified => Some(true),
                SignatureState::Unverified => None,
                SignatureState::Invalid => Some(false),
            };
            attested.key = key.map(|key| key.id());
            reading.evidence(attested, predicate.finished().or(predicate.started()))
        };
        statements(reading.payload)?.iter().map(fact).collect()
    }
}

fn stated(carried: &Carried) -> InTotoStatement {
    let Carried { statement, envelope } = carried;
    let predicate = &statement.predicate;
    let resource = |name: &str, digest: &BTreeMap<_, _>| InTotoResource {
        name: name.to_owned(),
        digest: digest.clone(),
    };
    let source = predicate.invocation.source.as_ref().map(|source| InTotoSource {
        uri: source.address().to_owned(),
        digest: source.digest.clone(),
        entry_point: source.entry_point.0.clone(),
    });
    InTotoStatement {
        payload_type: envelope.as_ref().map(|envelope| envelope.payload_type.clone()),
        signatures: envelope.as_ref().map_or(0, |envelope| envelope.signatures.len()),
        statement_type: statement.kind.clone(),
        predicate_type: statement.predicate_type.clone(),
        subjects: statement.subjects.iter().map(|one| resource(one.called(), &one.digest)).collect(),
        builder: predicate.builder().map(str::to_owned),
        build_type: predicate.build_type().map(str::to_owned),
        recipe_type: predicate.recipe.kind.0.clone(),
        config_source: source,
        materials: predicate.materials().iter().map(|one| resource(one.address(), &one.digest)).collect(),
        materials_count: predicate.materials().len(),
        started: predicate.started(),
        finished: predicate.finished(),
    }
}
