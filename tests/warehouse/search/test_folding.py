"""Questions and texts are taken apart and folded alike, one by SQL and the other by Python."""

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.passage_words import search_form, words_of
from warehouse.connection import Connection
from warehouse.sql import scripts

SIGNS = st.sampled_from(
    "abcXYZ éÉèñçœßğ ЁёЙйиИщ أإآٱىةؤئ العربية ًَّ\u0640 ٣٤۵ 中文儿童，。 0123 '’-–—_./()[]\"*\t\n\u00ad\u200f\u0301"
)
WORDS = """
SELECT list_filter(
    list_transform(search_pieces($text), lambda one: search_folded(one)),
    lambda one: regexp_matches(one, '[\\p{L}\\p{N}]')
)
"""


@pytest.fixture(scope="module")
def folding() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        connection.execute(next(script.text for script in scripts("macros") if script.name.endswith("search_folded")))
        yield connection


@given(st.text(SIGNS, max_size=40))
@example("L’âge d'être — ‘Children’s’ ПОЙДЁТ قانونًا الأطفال ０５Ｇ网络")
@example("é e\u0301 й и\u0306 Ａ")
def test_sql_and_python_tell_the_same_words(folding: Connection, text: str) -> None:
    (words,) = folding.execute(WORDS, {"text": text}).fetchall()[0]
    assert words == [search_form(word) for word in words_of(text)]
