//! Arrow string columns as the input of the bulk functions, without copying the texts (feature `arrow`).
//!
//! A null is read as an empty text, which no scheme takes for a version: [`Invalid`](super::Invalid) decides about it.
//!
//! ```
//! use arrow_array::{ArrayRef, StringArray};
//! use greenboard::version::{Scheme, bulk};
//! use std::sync::Arc;
//!
//! let column: ArrayRef = Arc::new(StringArray::from(vec![Some("1.10.0"), None, Some("1.9.0")]));
//! let texts = bulk::arrow::texts([&column])?;
//! assert_eq!(bulk::sort(Scheme::Npm, &texts, bulk::Invalid::Skip)?, [2, 0]);
//! # Ok::<(), greenboard::Error>(())
//! ```

use crate::version::error::VersionError;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_ipc::reader::StreamReader;
use arrow_schema::DataType;
use std::io::Cursor;

/// The texts of a string column in chunks: Utf8, LargeUtf8, Utf8View, or a dictionary of one of them.
pub fn texts<'a>(chunks: impl IntoIterator<Item = &'a ArrayRef>) -> crate::Result<Vec<&'a str>> {
    let mut texts = Vec::new();
    for chunk in chunks {
        append(chunk.as_ref(), &mut texts)?;
    }
    Ok(texts)
}

/// The chunks of one column in an Arrow IPC stream: the named one, or the only one there is.
pub fn ipc_column(bytes: &[u8], name: Option<&str>) -> crate::Result<Vec<ArrayRef>> {
    let reader = StreamReader::try_new(Cursor::new(bytes), None).map_err(|error| stream(&error))?;
    let schema = reader.schema();
    let index = match name {
        Some(name) => schema.index_of(name).map_err(|error| stream(&error))?,
        None if schema.fields().len() == 1 => 0,
        None => {
            let names: Vec<_> = schema.fields().iter().map(|field| field.name().as_str()).collect();
            let reason = format!("it has {} columns; name one of {}", names.len(), names.join(", "));
            return Err(VersionError::Column { reason }.into());
        }
    };
    reader.map(|batch| Ok(batch.map_err(|error| stream(&error))?.column(index).clone())).collect()
}

fn stream(error: &arrow_schema::ArrowError) -> VersionError {
    VersionError::Column { reason: error.to_string() }
}

fn append<'a>(array: &'a dyn Array, texts: &mut Vec<&'a str>) -> crate::Result<()> {
    match array.data_type() {
        DataType::Utf8 => texts.extend(array.as_string::<i32>().iter().map(Option::unwrap_or_default)),
        DataType::LargeUtf8 => texts.extend(array.as_string::<i64>().iter().map(Option::unwrap_or_default)),
        DataType::Utf8View => texts.extend(array.as_string_view().iter().map(Option::unwrap_or_default)),
        DataType::Dictionary(_, values) if !matches!(**values, DataType::Dictionary(..)) => {
            let dictionary = array.as_any_dictionary();
            let mut values = Vec::with_capacity(dictionary.values().len());
            append(dictionary.values().as_ref(), &mut values)?;
            // Arrow has no keys to give for a dictionary without values: every row of one is null.
            let keys = if values.is_empty() { vec![0; array.len()] } else { dictionary.normalized_keys() };
            texts.extend(keys.iter().enumerate().map(|(row, key)| {
                let value = if array.is_null(row) { None } else { values.get(*key) };
                value.copied().unwrap_or_default()
            }));
        }
        other => {
            let reason = format!("its type is {other}; expected a string column");
            return Err(VersionError::Column { reason }.into());
        }
    }
    Ok(())
}
