//! Things as GeoParquet 1.1: one row a thing, its middle as a WKB point, for DuckDB, QGIS, GeoPandas and Spark.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use serde_json::json;

use super::objects::ObjectRow;

/// Rows that are held at once.
const ROWS_A_GROUP: usize = 100_000;

/// A column of text, or one of numbers that may be missing.
enum Column {
    Text(&'static str, fn(&ObjectRow) -> &str),
    Number(&'static str, fn(&ObjectRow) -> Option<f64>),
}

const COLUMNS: [Column; 14] = [
    Column::Text("receipt", |row| &row.receipt),
    Column::Text("object", |row| &row.object),
    Column::Text("kind", |row| &row.kind),
    Column::Number("x", |row| Some(row.at.x)),
    Column::Number("y", |row| Some(row.at.y)),
    Column::Number("width_m", |row| Some(row.width)),
    Column::Number("depth_m", |row| Some(row.depth)),
    Column::Number("turn_deg", |row| row.turn),
    Column::Number("area_m2", |row| Some(row.area)),
    Column::Text("group", |row| &row.group),
    Column::Text("building", |row| &row.building),
    Column::Text("age", |row| &row.age),
    Column::Text("channel", |row| &row.channel),
    Column::Text("drawn", |row| &row.drawn),
];

/// Writes the rows as they come. `on_earth` says whether they have degrees: the points are then longitude and
/// latitude (OGC:CRS84), else metres on the sheet with no CRS, as GeoParquet says it.
pub fn write<W: Write + Send>(
    rows: impl Iterator<Item = ObjectRow>,
    on_earth: bool,
    to: W,
) -> Result<usize, ParquetError> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(vec![KeyValue::new("geo".to_owned(), geo(on_earth))]))
        .build();
    let mut file = SerializedFileWriter::new(to, Arc::new(schema()?), Arc::new(properties))?;
    let mut count = 0;
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let lot: Vec<ObjectRow> = rows.by_ref().take(ROWS_A_GROUP).collect();
        count += lot.len();
        let mut group = file.next_row_group()?;
        for column in &COLUMNS {
            match column {
                Column::Text(_, of) => texts(&mut group, lot.iter().map(|row| of(row).as_bytes().to_vec()))?,
                Column::Number(_, of) => numbers(&mut group, lot.iter().map(of))?,
            }
        }
        texts(&mut group, lot.iter().map(point))?;
        group.close()?;
    }
    file.close()?;
    Ok(count)
}

fn schema() -> Result<Type, ParquetError> {
    let mut fields = Vec::new();
    for column in &COLUMNS {
        let field = match column {
            Column::Text(name, _) => Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::String)),
            Column::Number(name, _) => {
                Type::primitive_type_builder(name, Physical::DOUBLE).with_repetition(Repetition::OPTIONAL)
            }
        };
        fields.push(Arc::new(field.build()?));
    }
    let geometry = Type::primitive_type_builder("geometry", Physical::BYTE_ARRAY);
    fields.push(Arc::new(geometry.with_repetition(Repetition::REQUIRED).build()?));
    Type::group_type_builder("mulin").with_fields(fields).build()
}

fn geo(on_earth: bool) -> String {
    let mut geometry = json!({ "encoding": "WKB", "geometry_types": ["Point"] });
    if !on_earth {
        // Without the member it would be OGC:CRS84.
        geometry["crs"] = json!(null);
    }
    json!({ "version": "1.1.0", "primary_column": "geometry", "columns": { "geometry": geometry } })
        .to_string()
}

/// A point as well-known binary, little-endian.
fn point(row: &ObjectRow) -> Vec<u8> {
    let (x, y) = row.degrees.unwrap_or((row.at.x, row.at.y));
    let mut bytes = vec![1, 1, 0, 0, 0];
    bytes.extend(x.to_le_bytes());
    bytes.extend(y.to_le_bytes());
    bytes
}

type Group<'a, W> = SerializedRowGroupWriter<'a, W>;

fn texts<W: Write + Send>(
    group: &mut Group<W>,
    values: impl Iterator<Item = Vec<u8>>,
) -> Result<(), ParquetError> {
    let values: Vec<ByteArray> = values.map(ByteArray::from).collect();
    if let Some(mut column) = group.next_column()? {
        column.typed::<ByteArrayType>().write_batch(&values, None, None)?;
        column.close()?;
    }
    Ok(())
}

fn numbers<W: Write + Send>(
    group: &mut Group<W>,
    values: impl Iterator<Item = Option<f64>>,
) -> Result<(), ParquetError> {
    let all: Vec<Option<f64>> = values.collect();
    let present: Vec<f64> = all.iter().flatten().copied().collect();
    let levels: Vec<i16> = all.iter().map(|value| i16::from(value.is_some())).collect();
    if let Some(mut column) = group.next_column()? {
        column
            .typed::<DoubleType>()
            .write_batch(&present, Some(&levels), None)?;
        column.close()?;
    }
    Ok(())
}
