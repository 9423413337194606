"""Values as a person reads them in a spreadsheet: nested ones as text, instants with their zone, no formulas."""

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet program could run, with the apostrophes that a text may have had before."""
_MARK = "'"
_SEPARATORS = ("; ", ", ", " ")
"""Between the parts of a value: outermost first."""
_INSTANT = "%Y-%m-%d %H:%M:%S%z"
_PLAIN = (
    pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal, pa.types.is_boolean, pa.types.is_date,
    pa.types.is_null,
)  # fmt: skip
"""Types that spreadsheets know."""


def readable(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Write all that is neither number, date nor yes or no as text: `a; b` for a list, `name: value` for a field."""
    columns = [_as_text(column) for column in batch.columns]
    return pa.record_batch(columns, names=batch.schema.names)


def without_formulas(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Put an apostrophe before each text that a spreadsheet program could run, so that it is shown and not run."""
    columns = [_marked(column) if pa.types.is_string(column.type) else column for column in batch.columns]
    return pa.record_batch(columns, names=batch.schema.names)


def text_of(value: object, depth: int = 0) -> str | None:
    """Write one value as text; None where it is empty."""
    separator = _SEPARATORS[min(depth, len(_SEPARATORS) - 1)]
    match value:
        case None:
            return None
        case bool():
            return str(value).lower()
        case Mapping():
            parts = ((name, text_of(part, depth + 1)) for name, part in value.items())
            return separator.join(f"{name}: {text}" for name, text in parts if text)
        case [*parts]:
            return separator.join(text for part in parts if (text := text_of(part, depth + 1)))
        case _:
            return str(value)


def _as_text(column: pa.Array) -> pa.Array:
    kind = column.type
    if pa.types.is_string(kind) or any(test(kind) for test in _PLAIN):
        return column
    if pa.types.is_dictionary(kind):
        return _as_text(column.dictionary_decode())
    if pa.types.is_timestamp(kind) and kind.tz:
        # Whole seconds: strftime writes those of a finer unit with all their digits.
        return pc.strftime(pc.floor_temporal(column, unit="second").cast(pa.timestamp("s", "UTC")), _INSTANT)
    if pa.types.is_list(kind) and pa.types.is_string(kind.value_type) and not _has_gaps(column.flatten()):
        return pc.binary_join(column, _SEPARATORS[0])  # as below, in a hundredth of the time
    return pa.array([text_of(value) for value in column.to_pylist(maps_as_pydicts="lossy")], pa.string())


def _has_gaps(texts: pa.Array) -> bool:
    return bool(texts.null_count or pc.any(pc.equal(pc.binary_length(texts), 0)).as_py())


def _marked(column: pa.Array) -> pa.Array:
    marked = pc.binary_join_element_wise(pa.scalar(_MARK), column, pa.scalar(""))
    return pc.if_else(pc.match_substring_regex(column, f"^(?:{FORMULA.pattern})"), marked, column)
