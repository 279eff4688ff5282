//! Many versions at once: lists of texts or versions, or Arrow columns.

use crate::arrow::{Rows, chunks};
use crate::error::Result;
use crate::version::{Requirement, Version};
use arrow_array::ArrayRef;
use greenboard::Scheme;
use greenboard::version::bulk::{self, Invalid};
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyList, PyString};

/// The texts of a call, kept alive while the core reads them without the GIL.
enum Texts<'py> {
    List(Bound<'py, PyList>, Vec<PyBackedStr>),
    Column(Vec<ArrayRef>),
}

impl<'py> Texts<'py> {
    fn of(versions: &Bound<'py, PyAny>) -> PyResult<Self> {
        if let Some(chunks) = chunks(versions)? {
            return Ok(Self::Column(chunks));
        }
        if versions.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err("expected many versions, not one text"));
        }
        let list = match versions.cast::<PyList>() {
            Ok(list) => list.clone(),
            Err(_) => PyList::new(versions.py(), versions.try_iter()?.collect::<PyResult<Vec<_>>>()?)?,
        };
        let texts = list.iter().map(|item| text(&item)).collect::<PyResult<_>>()?;
        Ok(Self::List(list, texts))
    }

    /// Runs the core on the texts, the GIL released.
    fn with<T: Send>(
        &self,
        py: Python<'_>,
        work: impl Fn(&[&str]) -> greenboard::Result<T> + Sync,
    ) -> Result<T> {
        Ok(match self {
            Self::List(_, texts) => py.detach(|| {
                let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
                work(&texts)
            }),
            Self::Column(chunks) => py.detach(|| work(&bulk::arrow::texts(chunks)?)),
        }?)
    }

    /// The answer in the shape of the question: the items themselves for a list, row numbers for a column.
    fn answer(&self, py: Python<'py>, rows: Vec<u32>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Column(_) => Ok(Bound::new(py, Rows::new(rows))?.into_any()),
            Self::List(list, _) => {
                let items = rows.into_iter().map(|row| list.get_item(row as usize));
                Ok(PyList::new(py, items.collect::<PyResult<Vec<_>>>()?)?.into_any())
            }
        }
    }

    fn one(&self, py: Python<'py>, row: Option<u32>) -> PyResult<Bound<'py, PyAny>> {
        match (self, row) {
            (_, None) => Ok(py.None().into_bound(py)),
            (Self::List(list, _), Some(row)) => list.get_item(row as usize),
            (Self::Column(_), Some(row)) => Ok(row.into_pyobject(py)?.into_any()),
        }
    }
}

fn text(item: &Bound<'_, PyAny>) -> PyResult<PyBackedStr> {
    if let Ok(text) = item.cast::<PyString>() {
        return text.clone().try_into();
    }
    match item.cast::<Version>() {
        Ok(version) => PyString::new(item.py(), version.get().0.as_str()).try_into(),
        Err(_) => {
            let name = item.get_type().name()?;
            Err(PyTypeError::new_err(format!("expected a Version or the text of one, not {name}")))
        }
    }
}

/// A requirement, or its text.
fn requirement(given: &Bound<'_, PyAny>, scheme: Option<&str>) -> PyResult<greenboard::Requirement> {
    if let Ok(requirement) = given.cast::<Requirement>() {
        return Ok(requirement.get().0.clone());
    }
    let text: PyBackedStr = given.extract()?;
    let read = || Result::Ok(greenboard::Requirement::parse_as(scheme.unwrap_or("cargo").parse()?, &text)?);
    Ok(read()?)
}

fn invalid(name: &str) -> PyResult<Invalid> {
    match name {
        "refuse" => Ok(Invalid::Refuse),
        "skip" => Ok(Invalid::Skip),
        other => Err(PyTypeError::new_err(format!("invalid must be 'refuse' or 'skip', not {other:?}"))),
    }
}

/// The versions in ascending order; equal precedence is ordered by text.
///
/// A list gives a list of the same items, an Arrow string column the numbers of its rows. A text that is no version of the
/// scheme raises `VersionError` with its row in `path`, or is left out (``invalid="skip"``).
///
/// >>> gb.sort_versions(["1.10", "1.9", "1.9rc1"], scheme="pep440")
/// ['1.9rc1', '1.9', '1.10']
#[pyfunction]
#[pyo3(signature = (versions, *, scheme = "cargo", invalid = "refuse"))]
pub(crate) fn sort_versions<'py>(
    py: Python<'py>,
    versions: &Bound<'py, PyAny>,
    scheme: &str,
    invalid: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let (scheme, invalid) = (scheme_of(scheme)?, self::invalid(invalid)?);
    let texts = Texts::of(versions)?;
    let rows = texts.with(py, |texts| bulk::sort(scheme, texts, invalid))?;
    texts.answer(py, rows)
}

/// The versions that meet the requirement, in the order given. `scheme` is that of a requirement given as text.
///
/// >>> gb.filter_versions(["1.10.0", "2.0.0", "1.9.0"], "^1.9", scheme="npm")
/// ['1.10.0', '1.9.0']
#[pyfunction]
#[pyo3(signature = (versions, requirement, *, scheme = None, invalid = "refuse"))]
pub(crate) fn filter_versions<'py>(
    py: Python<'py>,
    versions: &Bound<'py, PyAny>,
    requirement: &Bound<'py, PyAny>,
    scheme: Option<&str>,
    invalid: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let (requirement, invalid) = (self::requirement(requirement, scheme)?, self::invalid(invalid)?);
    let texts = Texts::of(versions)?;
    let rows = texts.with(py, |texts| bulk::filter(&requirement, texts, invalid))?;
    texts.answer(py, rows)
}

/// The greatest version that meets the requirement (its row number for a column), or None.
///
/// >>> gb.max_satisfying(["1.10.0", "2.0.0", "1.9.0"], "^1.9", scheme="npm")
/// '1.10.0'
#[pyfunction]
#[pyo3(signature = (versions, requirement, *, scheme = None, invalid = "refuse"))]
pub(crate) fn max_satisfying<'py>(
    py: Python<'py>,
    versions: &Bound<'py, PyAny>,
    requirement: &Bound<'py, PyAny>,
    scheme: Option<&str>,
    invalid: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let (requirement, invalid) = (self::requirement(requirement, scheme)?, self::invalid(invalid)?);
    let texts = Texts::of(versions)?;
    let row = texts.with(py, |texts| bulk::max_satisfying(&requirement, texts, invalid))?;
    texts.one(py, row)
}

/// The least version that meets the requirement (its row number for a column), or None.
///
/// >>> gb.min_satisfying(["1.10.0", "2.0.0", "1.9.0"], "^1.9", scheme="npm")
/// '1.9.0'
#[pyfunction]
#[pyo3(signature = (versions, requirement, *, scheme = None, invalid = "refuse"))]
pub(crate) fn min_satisfying<'py>(
    py: Python<'py>,
    versions: &Bound<'py, PyAny>,
    requirement: &Bound<'py, PyAny>,
    scheme: Option<&str>,
    invalid: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let (requirement, invalid) = (self::requirement(requirement, scheme)?, self::invalid(invalid)?);
    let texts = Texts::of(versions)?;
    let row = texts.with(py, |texts| bulk::min_satisfying(&requirement, texts, invalid))?;
    texts.one(py, row)
}

/// Every requirement against every version.
///
/// >>> gb.match_matrix(["^1.9", "~1.10.0"], ["1.9.0", "1.10.0"], scheme="npm").matches(0)
/// [0, 1]
#[pyfunction]
#[pyo3(signature = (requirements, versions, *, scheme = "cargo", invalid = "refuse"))]
pub(crate) fn match_matrix(
    py: Python<'_>,
    requirements: Vec<Bound<'_, PyAny>>,
    versions: &Bound<'_, PyAny>,
    scheme: &str,
    invalid: &str,
) -> PyResult<Matrix> {
    let invalid = self::invalid(invalid)?;
    let requirements = requirements.iter().map(|one| requirement(one, Some(scheme)));
    let requirements = requirements.collect::<PyResult<Vec<_>>>()?;
    let scheme = scheme_of(scheme)?;
    let texts = Texts::of(versions)?;
    let matrix = texts.with(py, |texts| bulk::matrix(scheme, &requirements, texts, invalid))?;
    Ok(Matrix(matrix))
}

fn scheme_of(name: &str) -> Result<Scheme> {
    Ok(name.parse()?)
}

/// Which requirement (row) is met by which version (column), a bit each: ``matrix[requirement, version]``.
///
/// >>> matrix = gb.match_matrix(["^1.9", "~1.10.0"], ["1.9.0", "1.10.0"], scheme="npm")
/// >>> matrix.shape, matrix[1, 0], matrix.count(0)
/// ((2, 2), False, 2)
#[pyclass(frozen, eq, module = "greenboard")]
#[derive(PartialEq)]
pub(crate) struct Matrix(bulk::Matrix);

#[pymethods]
impl Matrix {
    /// How many requirements and how many versions.
    #[getter]
    fn shape(&self) -> (usize, usize) {
        (self.0.requirements(), self.0.versions())
    }

    fn __getitem__(&self, cell: (usize, usize)) -> PyResult<bool> {
        let (requirement, version) = cell;
        self.check(requirement)?;
        if version >= self.0.versions() {
            return Err(PyIndexError::new_err(format!("no version {version} of {}", self.0.versions())));
        }
        Ok(self.0.get(requirement, version))
    }

    /// How many versions meet the requirement in this row.
    fn count(&self, requirement: usize) -> PyResult<usize> {
        self.check(requirement)?;
        Ok(self.0.count(requirement))
    }

    /// The numbers of the versions that meet the requirement in this row, ascending.
    fn matches(&self, requirement: usize) -> PyResult<Vec<usize>> {
        self.check(requirement)?;
        Ok(self.0.matches(requirement).collect())
    }

    fn __repr__(&self) -> String {
        format!("<Matrix of {} requirements and {} versions>", self.0.requirements(), self.0.versions())
    }
}

impl Matrix {
    fn check(&self, requirement: usize) -> PyResult<()> {
        if requirement < self.0.requirements() {
            return Ok(());
        }
        Err(PyIndexError::new_err(format!("no requirement {requirement} of {}", self.0.requirements())))
    }
}
