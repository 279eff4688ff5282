//! Arrow through the PyCapsule interface: columns of PyArrow, pandas, Polars and DuckDB in, row numbers out.
#![allow(unsafe_code)]

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi, to_ffi};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, ArrayRef, UInt32Array, make_array};
use pyo3::exceptions::{PyIndexError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyList, PyTuple};

/// The chunks of a column: an array (`__arrow_c_array__`), a chunked one or a one-column table (`__arrow_c_stream__`).
/// `None` where the object speaks no Arrow.
pub(crate) fn chunks(column: &Bound<'_, PyAny>) -> PyResult<Option<Vec<ArrayRef>>> {
    if column.hasattr("__arrow_c_stream__")? {
        return stream(column).map(Some);
    }
    if column.hasattr("__arrow_c_array__")? {
        return Ok(Some(vec![array(column)?]));
    }
    Ok(None)
}

fn stream(column: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    let capsule = column.call_method0("__arrow_c_stream__")?;
    let pointer = capsule.cast::<PyCapsule>()?.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: a capsule of this name holds a valid ArrowArrayStream; `from_raw` moves it out and marks it released.
    let mut stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
    let (Some(get_schema), Some(get_next)) = (stream.get_schema(), stream.get_next()) else {
        return Err(PyValueError::new_err("the Arrow stream was read before"));
    };
    // arrow-rs reads streams of tables alone; a chunked column is a stream of plain arrays.
    let mut schema = FFI_ArrowSchema::empty();
    // SAFETY: the callbacks of a stream that is not released, on that stream, with somewhere to write to.
    check(unsafe { get_schema(&mut stream, &mut schema) })?;
    let mut chunks = Vec::new();
    loop {
        let mut array = FFI_ArrowArray::empty();
        // SAFETY: as above.
        check(unsafe { get_next(&mut stream, &mut array) })?;
        if array.is_released() {
            return Ok(chunks);
        }
        // SAFETY: the stream's arrays are of the stream's schema.
        let data = unsafe { from_ffi(array, &schema) }.map_err(unreadable)?;
        chunks.push(column_of(make_array(data))?);
    }
}

fn check(code: i32) -> PyResult<()> {
    if code == 0 {
        Ok(())
    } else {
        Err(PyValueError::new_err(format!("the Arrow stream failed with {code}")))
    }
}

/// The one column of a table's chunk; any other array is a column already.
fn column_of(chunk: ArrayRef) -> PyResult<ArrayRef> {
    match chunk.as_struct_opt() {
        None => Ok(chunk),
        Some(table) if table.num_columns() == 1 => Ok(table.column(0).clone()),
        Some(table) => {
            let columns = table.num_columns();
            Err(PyTypeError::new_err(format!("expected one column, not a table of {columns}")))
        }
    }
}

fn array(column: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let pair = column.call_method0("__arrow_c_array__")?;
    let (schema, array) = pair.extract::<(Bound<'_, PyCapsule>, Bound<'_, PyCapsule>)>()?;
    let schema = schema.pointer_checked(Some(c"arrow_schema"))?;
    let array = array.pointer_checked(Some(c"arrow_array"))?;
    // SAFETY: capsules of these names hold a valid ArrowSchema and ArrowArray. The schema is only looked at, its capsule
    // frees it; `from_raw` moves the array out and marks it released; together they describe one array.
    let data = unsafe {
        let schema = &*schema.as_ptr().cast::<FFI_ArrowSchema>();
        from_ffi(FFI_ArrowArray::from_raw(array.as_ptr().cast()), schema).map_err(unreadable)?
    };
    column_of(make_array(data))
}

fn unreadable(error: arrow_schema::ArrowError) -> PyErr {
    PyValueError::new_err(format!("the Arrow data cannot be read: {error}"))
}

/// Row numbers: a sequence of integers, and an Arrow `uint32` array for those who take one.
///
/// >>> import pyarrow as pa
/// >>> column = pa.array(["1.10.0", "1.9.0"])
/// >>> rows = gb.sort_versions(column)
/// >>> rows.to_list(), column.take(pa.array(rows)).to_pylist()
/// ([1, 0], ['1.9.0', '1.10.0'])
#[pyclass(frozen, eq, sequence, module = "greenboard")]
#[derive(PartialEq)]
pub(crate) struct Rows(UInt32Array);

impl Rows {
    pub(crate) fn new(rows: Vec<u32>) -> Self {
        Self(rows.into())
    }
}

#[pymethods]
impl Rows {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<u32> {
        let from =
            if index < 0 { self.0.len().checked_add_signed(index) } else { Some(index.unsigned_abs()) };
        let row = from.and_then(|index| self.0.values().get(index));
        row.copied().ok_or_else(|| PyIndexError::new_err("row out of range"))
    }

    /// The rows as a list.
    fn to_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        PyList::new(py, self.0.values().iter())
    }

    /// The rows as an Arrow array, without a copy.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        // The interface lets a producer answer in its own type where it cannot give the one asked for.
        drop(requested_schema);
        let (array, schema) = to_ffi(&self.0.to_data()).map_err(unreadable)?;
        let schema = PyCapsule::new_with_value(py, schema, c"arrow_schema")?;
        let array = PyCapsule::new_with_value(py, array, c"arrow_array")?;
        PyTuple::new(py, [schema, array])
    }

    fn __repr__(&self) -> String {
        let shown: Vec<_> = self.0.values().iter().take(10).map(u32::to_string).collect();
        let more = if self.0.len() > shown.len() { ", …" } else { "" };
        format!("<Rows [{}{more}] of {}>", shown.join(", "), self.0.len())
    }
}
