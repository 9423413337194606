"""Near-duplicates are found in every script, whatever their digits, case and marks."""

from hypothesis import given
from hypothesis import strategies as st

from models.evaluation.likeness import Likeness, Pair, quotations, similar_pairs

SETTINGS = Likeness(shingle=5, permutations=64, bands=16, rows=4, seed=1306, near=0.6, same=0.8, least=12)
TEXT = "The hotline of the ministry received {} reports of grooming in the last school year, and closed half."


def test_texts_that_differ_in_a_number_case_and_marks_are_the_same() -> None:
    assert similar_pairs([TEXT.format(612), "Lunch.", TEXT.format(914).upper() + "!"], SETTINGS) == (Pair(0, 2, 1.0),)


def test_a_changed_word_leaves_a_near_duplicate_in_any_script() -> None:
    chinese = "刑法典第二百一十八条将制作、传播、持有以及通过网络获取儿童性虐待材料一并入罪，最高可判处有期徒刑十年。"
    for text, other in ((TEXT, TEXT.replace("ministry", "union")), (chinese, chinese.replace("十年", "五年"))):
        (pair,) = similar_pairs([text, other], SETTINGS)
        assert 0.6 <= pair.share < 1.0


def test_short_texts_are_compared_as_a_whole() -> None:
    assert similar_pairs(["Thanks.", "thanks", "Thank you."], SETTINGS) == (Pair(0, 1, 1.0),)


def test_a_phrase_that_stands_in_a_text_is_a_quotation() -> None:
    long = ["Lunch is at noon.", TEXT.format(612), TEXT.format(612)]
    short = ["Reports of “grooming” in the last school year", "reports", "of gaming in the last school year"]
    assert quotations(short, long, least=24) == ((0, 1),)
    assert quotations(["noon", "Lunch"], long, least=3) == ((0, 0), (1, 0))
    assert quotations(["closed half"], [], least=3) == ()


@given(st.lists(st.text(max_size=40), max_size=12))
def test_pairs_are_in_order_and_equal_texts_are_always_found(texts: list[str]) -> None:
    pairs = similar_pairs([*texts, *texts], SETTINGS)
    assert list(pairs) == sorted(pairs, key=lambda one: (one.first, one.second))
    found = {(one.first, one.second) for one in pairs if one.share == 1.0}
    assert {(number, number + len(texts)) for number in range(len(texts))} <= found
