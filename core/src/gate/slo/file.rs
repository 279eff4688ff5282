//! An SLO file, as Keptn's lighthouse reads it.

use super::aggregate::Aggregate;
use super::criterion::SloCriterion;
use super::error::SloError;
use crate::Result;
use crate::document::{Document, Fields, Format, Node, Read, Value, names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Service level objectives, and when a whole release meets them.
///
/// ```
/// use greenboard::gate::slo::SloFile;
/// let file = SloFile::parse("
/// comparison:
///   compare_with: single_result
/// objectives:
///   - sli: response_time_p95
///     pass: [{ criteria: ['<=+10%', '<600'] }]
///     weight: 2
/// total_score:
///   pass: 90%
/// ")?;
/// assert_eq!(file.objectives[0].pass[0].criteria[1].to_string(), "<600");
/// assert_eq!(file.objectives[0].weight, 2.0);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloFile {
    /// The version of the file's format.
    #[schemars(default)]
    pub spec_version: String,
    /// What the indicators are narrowed to, for those who measure them.
    #[schemars(default)]
    pub filter: BTreeMap<String, String>,
    /// What values are compared with that have no target of their own.
    #[schemars(default)]
    pub comparison: SloComparison,
    /// The objectives.
    #[schemars(default)]
    pub objectives: Vec<SloObjective>,
    /// The scores to reach; needed as soon as any objective counts.
    pub total_score: Option<TotalScore>,
}

impl SloFile {
    /// Reads Keptn's own file, in YAML or JSON. An objective that is null counts as none.
    ///
    /// # Errors
    /// Those of [`document::parse`](crate::document::parse), with path, line and column; `gate.slo_criterion`.
    pub fn parse(text: &str) -> Result<Self> {
        crate::document::parse(text, Format::of_text(text))
    }

    /// These objectives, none of them compared with anything before.
    pub fn new(objectives: impl IntoIterator<Item = SloObjective>) -> Self {
        Self {
            spec_version: String::new(),
            filter: BTreeMap::new(),
            comparison: SloComparison::default(),
            objectives: objectives.into_iter().collect(),
            total_score: None,
        }
    }

    /// To be compared so.
    #[must_use]
    pub fn with_comparison(mut self, comparison: SloComparison) -> Self {
        self.comparison = comparison;
        self
    }

    /// Passed from this score on, in percent, and with a warning from that one on.
    #[must_use]
    pub fn with_total_score(mut self, pass: f64, warning: Option<f64>) -> Self {
        let text = |percent: f64| format!("{percent}%");
        self.total_score = Some(TotalScore { pass: text(pass), warning: warning.map(text) });
        self
    }
}

/// By hand, because Keptn's own reader takes numbers where texts belong, and null where a list or its item does.
impl Read for SloFile {
    fn read(node: &Node) -> Result<Self> {
        const KEYS: &[&str] = &["spec_version", "filter", "comparison", "objectives", "total_score"];
        let fields = Fields::of(node, Some(Self::SCHEMA), KEYS)?;
        let filter: Option<BTreeMap<String, Loose>> = fields.optional("filter")?;
        let objectives: Option<Vec<Option<SloObjective>>> = fields.optional("objectives")?;
        let comparison: Option<SloComparison> = fields.optional("comparison")?;
        Ok(Self {
            spec_version: fields.optional::<Loose>("spec_version")?.unwrap_or_default().0,
            filter: filter.into_iter().flatten().map(|(key, Loose(value))| (key, value)).collect(),
            comparison: comparison.unwrap_or_default(),
            objectives: objectives.into_iter().flatten().flatten().collect(),
            total_score: fields.optional("total_score")?,
        })
    }
}

impl Document for SloFile {
    const SCHEMA: &'static str = "greenboard/slo_file/1";
}

/// A text, or a number or truth value taken as one.
#[derive(Debug, Clone, Default, PartialEq)]
struct Loose(String);

impl Read for Loose {
    fn read(node: &Node) -> Result<Self> {
        Ok(Self(match &node.value {
            Value::Integer(value) => value.to_string(),
            Value::Float(value) => value.to_string(),
            Value::Bool(value) => value.to_string(),
            _ => node.text()?.to_owned(),
        }))
    }
}

/// What measured values are compared with: which of the evaluations before, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct SloComparison {
    /// One evaluation before, or several; where neither is said, three.
    pub compare_with: Option<CompareWith>,
    /// Which evaluations before count; all, unless said otherwise.
    pub include_result_with_score: IncludeResult,
    /// How many are compared with under `several_results`; 3, unless said otherwise.
    pub number_of_comparison_results: u32,
    /// How their values become one; the mean, unless said otherwise.
    pub aggregate_function: Aggregate,
}

impl Default for SloComparison {
    /// The comparison of a file that says nothing about it: with one evaluation, whatever its result.
    fn default() -> Self {
        Self {
            compare_with: Some(CompareWith::SingleResult),
            include_result_with_score: IncludeResult::All,
            number_of_comparison_results: 1,
            aggregate_function: Aggregate::Avg,
        }
    }
}

impl SloComparison {
    /// With so many evaluations before, of these results, in one number so.
    pub fn new(results: u32, include: IncludeResult, aggregate: Aggregate) -> Self {
        Self {
            compare_with: Some(CompareWith::SeveralResults),
            include_result_with_score: include,
            number_of_comparison_results: results,
            aggregate_function: aggregate,
        }
    }

    /// How many evaluations before it takes, at most.
    ///
    /// ```
    /// use greenboard::gate::slo::SloComparison;
    /// assert_eq!(SloComparison::default().results(), 1);
    /// ```
    pub fn results(&self) -> usize {
        match self.compare_with {
            Some(CompareWith::SingleResult) => 1,
            Some(CompareWith::SeveralResults) => self.number_of_comparison_results as usize,
            None => 3,
        }
    }
}

impl Read for SloComparison {
    fn read(node: &Node) -> Result<Self> {
        const KEYS: &[&str] = &[
            "compare_with",
            "include_result_with_score",
            "number_of_comparison_results",
            "aggregate_function",
        ];
        let fields = Fields::of(node, None, KEYS)?;
        let number = fields.optional("number_of_comparison_results")?.filter(|number| *number > 0);
        Ok(Self {
            compare_with: fields.with("compare_with", unless_empty)?.flatten(),
            include_result_with_score: fields
                .with("include_result_with_score", unless_empty)?
                .flatten()
                .unwrap_or_default(),
            number_of_comparison_results: number.unwrap_or(3),
            aggregate_function: fields
                .with("aggregate_function", unless_empty)?
                .flatten()
                .unwrap_or_default(),
        })
    }
}

/// A value, or nothing where the text is empty or null: as good as left out, to the peer's reader.
fn unless_empty<T: Read>(node: &Node) -> Result<Option<T>> {
    match &node.value {
        Value::Null => Ok(None),
        Value::Text(text) if text.is_empty() => Ok(None),
        _ => T::read(node).map(Some),
    }
}

/// With how many evaluations a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CompareWith {
    /// The last one.
    SingleResult,
    /// Several.
    SeveralResults,
}

impl CompareWith {
    /// Both.
    pub const ALL: [Self; 2] = [Self::SingleResult, Self::SeveralResults];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SingleResult => "single_result",
            Self::SeveralResults => "several_results",
        }
    }
}

names!(CompareWith: "comparison");

/// Which evaluations count as history, by their results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum IncludeResult {
    /// All.
    #[default]
    All,
    /// Those that passed.
    Pass,
    /// Those that passed, with a warning or without.
    PassOrWarn,
}

impl IncludeResult {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::All, Self::Pass, Self::PassOrWarn];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Pass => "pass",
            Self::PassOrWarn => "pass_or_warn",
        }
    }
}

names!(IncludeResult: "choice of results");

/// One objective: an indicator, and what its value has to meet.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloObjective {
    /// The indicator: the name of a metric.
    pub sli: String,
    /// Its name for people; empty where it has none.
    #[schemars(default)]
    pub display_name: String,
    /// The sets of criteria of which any one passes. Without any the objective is informative: it counts neither for nor against.
    #[schemars(default)]
    pub pass: Vec<CriteriaSet>,
    /// The sets of criteria of which any one makes a miss a warning.
    #[schemars(default)]
    pub warning: Vec<CriteriaSet>,
    /// Its share of the score.
    #[schemars(default = "one")]
    pub weight: f64,
    /// Whether nothing passes once it fails.
    #[schemars(default)]
    pub key_sli: bool,
}

fn one() -> f64 {
    1.0
}

impl SloObjective {
    /// An informative objective over this indicator.
    pub fn new(sli: impl Into<String>) -> Self {
        Self {
            sli: sli.into(),
            display_name: String::new(),
            pass: Vec::new(),
            warning: Vec::new(),
            weight: 1.0,
            key_sli: false,
        }
    }

    /// Passed where these criteria hold together; once more, where those do.
    ///
    /// # Errors
    /// `gate.slo_criterion`.
    pub fn with_pass(mut self, criteria: &[&str]) -> Result<Self> {
        self.pass.push(CriteriaSet::parse(criteria)?);
        Ok(self)
    }

    /// A warning where these criteria hold together and it is not passed.
    ///
    /// # Errors
    /// `gate.slo_criterion`.
    pub fn with_warning(mut self, criteria: &[&str]) -> Result<Self> {
        self.warning.push(CriteriaSet::parse(criteria)?);
        Ok(self)
    }

    /// With this share of the score.
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = weight;
        self
    }

    /// One without which nothing passes, or not.
    #[must_use]
    pub fn with_key(mut self, key: bool) -> Self {
        self.key_sli = key;
        self
    }
}

impl Read for SloObjective {
    fn read(node: &Node) -> Result<Self> {
        const KEYS: &[&str] = &["sli", "displayName", "display_name", "pass", "warning", "weight", "key_sli"];
        let fields = Fields::of(node, None, KEYS)?;
        let sets = |key| {
            let sets: Option<Vec<Option<CriteriaSet>>> = fields.optional(key)?;
            Ok::<Vec<CriteriaSet>, crate::Error>(sets.into_iter().flatten().flatten().collect())
        };
        let name = match fields.optional::<Loose>("display_name")? {
            None => fields.optional::<Loose>("displayName")?,
            name => name,
        };
        let weight = fields.optional::<f64>("weight")?.filter(|weight| *weight != 0.0);
        Ok(Self {
            sli: fields.required::<Loose>("sli")?.0,
            display_name: name.unwrap_or_default().0,
            pass: sets("pass")?,
            warning: sets("warning")?,
            weight: weight.unwrap_or(1.0),
            key_sli: fields.optional("key_sli")?.unwrap_or_default(),
        })
    }
}

/// Criteria that hold only together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct CriteriaSet {
    /// The criteria, as they are written.
    pub criteria: Vec<CriterionText>,
}

impl CriteriaSet {
    /// These criteria.
    ///
    /// # Errors
    /// `gate.slo_criterion`.
    pub fn parse(criteria: &[&str]) -> Result<Self> {
        let criteria = criteria.iter().map(|text| CriterionText::parse(text)).collect::<Result<_>>()?;
        Ok(Self { criteria })
    }
}

reads!(CriteriaSet { criteria = Vec::new() });

/// A criterion with the text that it was read from, which is what documents hold.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionText {
    text: String,
    criterion: SloCriterion,
}

impl CriterionText {
    /// Reads it.
    ///
    /// # Errors
    /// `gate.slo_criterion`.
    pub fn parse(text: &str) -> Result<Self> {
        Ok(Self { text: text.to_owned(), criterion: SloCriterion::parse(text)? })
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it says.
    pub fn criterion(&self) -> &SloCriterion {
        &self.criterion
    }
}

impl std::fmt::Display for CriterionText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl Read for CriterionText {
    fn read(node: &Node) -> Result<Self> {
        node.parsed(Self::parse)
    }
}

impl Serialize for CriterionText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl JsonSchema for CriterionText {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CriterionText".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string"
        })
    }
}

/// The scores from which the whole is passed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct TotalScore {
    /// The score to pass, in percent, such as `90%`.
    #[schemars(default)]
    pub pass: String,
    /// The score from which a miss is a warning; none for no warnings.
    pub warning: Option<String>,
}

impl TotalScore {
    /// The score to pass, in percent.
    ///
    /// # Errors
    /// `gate.slo_no_total_score` where it is empty; `gate.slo_percentage`.
    pub fn pass_percent(&self) -> Result<f64> {
        if self.pass.is_empty() {
            return Err(SloError::NoTotalScore.into());
        }
        percentage("pass", &self.pass)
    }

    /// The score from which a miss is a warning, in percent; none for no warnings.
    ///
    /// # Errors
    /// `gate.slo_percentage`.
    pub fn warning_percent(&self) -> Result<Option<f64>> {
        let stated = self.warning.as_deref().filter(|text| !text.is_empty());
        stated.map(|text| percentage("warning", text)).transpose()
    }
}

fn percentage(key: &'static str, text: &str) -> Result<f64> {
    let number = text.strip_suffix('%').unwrap_or(text);
    let value: Option<f64> = number.parse().ok().filter(|value: &f64| value.is_finite());
    value.ok_or_else(|| SloError::Percentage { key, input: crate::gate::cel::quoted(text) }.into())
}

impl Read for TotalScore {
    fn read(node: &Node) -> Result<Self> {
        let fields = Fields::of(node, None, &["pass", "warning"])?;
        let text = |key| Ok::<_, crate::Error>(fields.optional::<Loose>(key)?.map(|Loose(text)| text));
        Ok(Self { pass: text("pass")?.unwrap_or_default(), warning: text("warning")? })
    }
}
