//! Many versions at once: texts joined by NUL, or a column of an Arrow IPC stream.

use crate::error::raise;
use crate::version::Requirement;
use greenboard::Scheme;
use greenboard::version::bulk::{self, Invalid};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// Texts on their way to the core. One long text crosses an order of magnitude faster than many short ones.
#[napi(object)]
pub struct Texts {
    /// The texts, joined by NUL, which no version contains.
    pub joined: Option<String>,
    /// How many there are: an empty text is either none or one.
    pub count: u32,
    /// An Arrow IPC stream instead.
    pub ipc: Option<Uint8Array>,
    /// Which of its columns.
    pub column: Option<String>,
}

/// What is asked, of which scheme, and whether texts that are none are left out.
#[napi(object)]
pub struct Question {
    /// `sort`, `filter`, `max` or `min`.
    pub kind: String,
    /// The scheme's name.
    pub scheme: String,
    /// Whether to leave out what is no version.
    pub skip: bool,
}

/// A question about texts, owned, so that it can be answered on any thread.
struct Work<J> {
    texts: Texts,
    invalid: Invalid,
    job: J,
}

impl<J> Work<J> {
    fn with<T>(&self, answer: impl Fn(&[&str], Invalid) -> greenboard::Result<T>) -> Result<T> {
        let answered = match (&self.texts.ipc, &self.texts.joined) {
            (Some(bytes), _) => {
                let chunks = bulk::arrow::ipc_column(bytes, self.texts.column.as_deref()).map_err(raise)?;
                bulk::arrow::texts(&chunks).and_then(|texts| answer(&texts, self.invalid))
            }
            (None, Some(_)) if self.texts.count == 0 => answer(&[], self.invalid),
            (None, joined) => {
                let texts: Vec<&str> = joined.as_deref().unwrap_or_default().split('\0').collect();
                answer(&texts, self.invalid)
            }
        };
        answered.map_err(raise)
    }
}

enum RowsJob {
    Sort(Scheme),
    Filter(greenboard::Requirement),
    Max(greenboard::Requirement),
    Min(greenboard::Requirement),
}

impl Work<RowsJob> {
    fn rows(texts: Texts, question: Question, requirement: Option<&Requirement>) -> Result<Self> {
        let asked = |requirement: Option<&Requirement>| {
            let given = requirement.map(|requirement| requirement.0.clone());
            given.ok_or_else(|| Error::new(Status::InvalidArg, "expected a Requirement"))
        };
        let job = match question.kind.as_str() {
            "filter" => RowsJob::Filter(asked(requirement)?),
            "max" => RowsJob::Max(asked(requirement)?),
            "min" => RowsJob::Min(asked(requirement)?),
            _ => RowsJob::Sort(question.scheme.parse().map_err(raise)?),
        };
        Ok(Self { texts, invalid: invalid(question.skip), job })
    }

    fn run(&self) -> Result<Vec<u32>> {
        self.with(|texts, invalid| match &self.job {
            RowsJob::Sort(scheme) => bulk::sort(*scheme, texts, invalid),
            RowsJob::Filter(requirement) => bulk::filter(requirement, texts, invalid),
            RowsJob::Max(requirement) => {
                Ok(bulk::max_satisfying(requirement, texts, invalid)?.into_iter().collect())
            }
            RowsJob::Min(requirement) => {
                Ok(bulk::min_satisfying(requirement, texts, invalid)?.into_iter().collect())
            }
        })
    }
}

fn invalid(skip: bool) -> Invalid {
    if skip { Invalid::Skip } else { Invalid::Refuse }
}

/// Answers with row numbers, on this thread.
#[napi]
pub fn rows_sync(texts: Texts, question: Question, requirement: Option<&Requirement>) -> Result<Uint32Array> {
    Ok(Work::rows(texts, question, requirement)?.run()?.into())
}

/// Answers with row numbers, off the main thread.
#[napi(ts_return_type = "Promise<Uint32Array>")]
pub fn rows(
    texts: Texts,
    question: Question,
    requirement: Option<&Requirement>,
) -> Result<AsyncTask<RowsTask>> {
    Ok(AsyncTask::new(RowsTask(Work::rows(texts, question, requirement)?)))
}

/// The work behind [`rows`].
pub struct RowsTask(Work<RowsJob>);

impl Task for RowsTask {
    type Output = Vec<u32>;
    type JsValue = Uint32Array;

    fn compute(&mut self) -> Result<Vec<u32>> {
        self.0.run()
    }

    fn resolve(&mut self, _: Env, rows: Vec<u32>) -> Result<Uint32Array> {
        Ok(rows.into())
    }
}

type MatrixJob = (Scheme, Vec<greenboard::Requirement>);

impl Work<MatrixJob> {
    fn matrix(texts: Texts, question: &Question, requirements: &[String]) -> Result<Self> {
        let scheme: Scheme = question.scheme.parse().map_err(raise)?;
        let requirements = requirements.iter().enumerate().map(|(row, text)| {
            let requirement = greenboard::Requirement::parse_as(scheme, text);
            requirement.map_err(|error| raise(error.within(&format!("requirements[{row}]"))))
        });
        let requirements = requirements.collect::<Result<_>>()?;
        Ok(Self { texts, invalid: invalid(question.skip), job: (scheme, requirements) })
    }

    fn run(&self) -> Result<bulk::Matrix> {
        let (scheme, requirements) = &self.job;
        self.with(|texts, invalid| bulk::matrix(*scheme, requirements, texts, invalid))
    }
}

/// Every requirement against every version, on this thread.
#[napi]
pub fn matrix_sync(texts: Texts, question: Question, requirements: Vec<String>) -> Result<Matrix> {
    Work::matrix(texts, &question, &requirements)?.run().map(Matrix)
}

/// Every requirement against every version, off the main thread.
#[napi(ts_return_type = "Promise<Matrix>")]
pub fn matrix(texts: Texts, question: Question, requirements: Vec<String>) -> Result<AsyncTask<MatrixTask>> {
    Ok(AsyncTask::new(MatrixTask(Work::matrix(texts, &question, &requirements)?)))
}

/// The work behind [`matrix`].
pub struct MatrixTask(Work<MatrixJob>);

impl Task for MatrixTask {
    type Output = bulk::Matrix;
    type JsValue = Matrix;

    fn compute(&mut self) -> Result<bulk::Matrix> {
        self.0.run()
    }

    fn resolve(&mut self, _: Env, matrix: bulk::Matrix) -> Result<Matrix> {
        Ok(Matrix(matrix))
    }
}

/// The handle of a matrix.
#[napi(js_name = "Matrix")]
pub struct Matrix(bulk::Matrix);

#[napi]
impl Matrix {
    /// How many requirements.
    #[napi]
    pub fn requirements(&self) -> u32 {
        self.0.requirements() as u32
    }

    /// How many versions.
    #[napi]
    pub fn versions(&self) -> u32 {
        self.0.versions() as u32
    }

    /// Whether a pair matches; false beyond the ends.
    #[napi]
    pub fn get(&self, requirement: u32, version: u32) -> bool {
        self.0.get(requirement as usize, version as usize)
    }

    /// How many versions meet a requirement.
    #[napi]
    pub fn count(&self, requirement: u32) -> u32 {
        self.0.count(requirement as usize) as u32
    }

    /// Which versions meet a requirement.
    #[napi]
    pub fn matches(&self, requirement: u32) -> Uint32Array {
        self.0.matches(requirement as usize).map(|version| version as u32).collect::<Vec<_>>().into()
    }
}
