"""The signature tells copies from others, and is the same on every machine."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Document, Header, MediaType, Passage, PassageKind, Provenance
from extractors.signature import Signature, signature, text_signature

_ENGLISH = (
    "The second national plan gives four fifths of its budget to the counties, where schools and police stations deal "
    "with actual cases; the survey of 3,120 users found that 41 per cent told nobody, 38 per cent a friend, 12 per cent"
    " a teacher, and that 9,870 referrals were received in 2024, of which 1,410 led to an investigation within 30 days."
)
_CHINESE = (
    "第二个国家行动计划将五分之四的预算用于各县,学校和派出所在那里处理实际案件,调查发现百分之四十一的儿童没有告诉任何人。"
    * 2
)


def likeness(first: Signature, second: Signature) -> float:
    return sum(map(int.__eq__, first.minhash, second.minhash)) / len(first.minhash)


def of(*texts: str) -> Signature:
    return text_signature([("paragraph", text) for text in texts], "")


def test_a_signature_is_the_same_on_every_machine() -> None:
    found = of(_ENGLISH)
    assert (found.version, found.shingles, found.kinds, found.lengths) == ("1.2", 62, "P", (len(_ENGLISH),))
    assert found.minhash[:3] == (677767551, 2736698128, 2483003457)
    assert len(found.minhash) == 128
    assert len(found.bands) == 40
    assert found.bands[0] == 1296612595


def test_the_same_text_in_other_paragraphs_and_letters_has_the_same_shingles() -> None:
    halves = _ENGLISH.split("; ")
    assert likeness(of(_ENGLISH), of(halves[0].upper() + ";", halves[1])) == 1.0


def test_texts_that_have_much_in_common_are_alike() -> None:
    assert likeness(of(_ENGLISH), of(_ENGLISH.replace("teacher", "parent"))) > 0.7
    assert likeness(of(_ENGLISH), of(_ENGLISH[::-1])) < 0.1


def test_chinese_is_shingled_by_characters() -> None:
    assert of(_CHINESE).shingles > 40
    assert likeness(of(_CHINESE), of(_CHINESE.replace("预算", "经费", 1))) > 0.7


def test_a_short_text_has_no_minhash_and_no_bands() -> None:
    found = of("Yes.")
    assert (found.shingles, found.minhash, found.bands) == (1, (), ())
    assert of().lengths == ()


def test_the_header_block_has_no_part_in_it() -> None:
    header = Header(
        "Document C20/57-E\n3 March 2020\nSource: Kenya\nThe plan of 2 812",
        provenance=(Provenance("symbol", 1, (0, 44), 1.0),),
    )
    texts = ("Document C20/57-E\t3 March 2020", "Source: Kenya", "The plan of 2 812")
    passages = tuple(
        Passage(str(place), 1, place, PassageKind.TABLE_ROW, (), "en", text) for place, text in enumerate(texts, 1)
    )
    document = Document("0" * 64, MediaType.PDF, "en", 1, header, passages, ())
    assert signature(document) == text_signature([("table_row", texts[2])], "")
    assert signature(replace(document, header=Header())).kinds == "TTT"


def test_kinds_that_pdf_and_word_do_not_tell_apart_have_one_letter() -> None:
    kinds = ["heading", "paragraph", "list_item", "caption", "text_box", "table_row", "footnote", "endnote"]
    assert text_signature([(kind, "x") for kind in kinds], "").kinds == "HPPPPTNN"


@given(st.lists(st.tuples(st.sampled_from(["heading", "paragraph", "table_row"]), st.text(max_size=60)), max_size=12))
def test_any_passages_have_a_signature(passages: list[tuple[str, str]]) -> None:
    found = text_signature(passages, "")
    assert found == text_signature(passages, "")
    assert len(found.kinds) == len(found.lengths) <= len(passages)
    assert list(found.figures) == sorted(found.figures)
    assert all(0 <= value < 2**32 for value in (*found.minhash, *found.figures, *found.bands))
