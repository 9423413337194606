"""A decision finds its passage again after the document was read anew, or it is told why not; never a wrong one."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.anchoring import (
    AMBIGUOUS,
    DOUBTFUL,
    JOINED,
    MISSING,
    SPLIT,
    Anchor,
    Place,
    PlacementKind,
    anchor_of,
    place,
)
from warehouse.running_text import Paragraph, RunningText, span_in_text, words_of

LAW = "Kenya adopted a law against the grooming of children in 2023, and courts apply it."
PLAN = "The second national plan of action names online safety as one of its five goals."
HELP = "A helpline answers children who were blackmailed with pictures of themselves."
TEXTS = ("Introduction", PLAN, LAW, HELP, "Conclusion")
QUOTE = (LAW.index("grooming"), LAW.index("grooming") + len("grooming"))


def read(*texts: str, reader: str = "a") -> RunningText:
    """Passages whose ids follow from their texts, as a reader makes them."""
    seen: list[str] = []
    made = []
    for number, text in enumerate(texts, 1):
        seen.append(text)
        made.append(Paragraph(number, f"{reader}-{hash(text)}-{seen.count(text)}", text))
    return RunningText(tuple(made))


def law_anchor(*quotes: tuple[int, int]) -> Anchor:
    return anchor_of(read(*TEXTS), 2, quotes)


def found(anchor: Anchor, *texts: str, parts: bool = False) -> list[tuple[int, str]]:
    now = read(*texts)
    return [
        (one.paragraph, "|".join(texts[one.paragraph - 1][slice(*span)] for span in one.evidence))
        for one in place(anchor, now, parts=parts).places
    ]


def test_in_the_same_text_it_stays_where_it_is() -> None:
    assert place(law_anchor(QUOTE), read(*TEXTS), parts=False).places == (Place(3, (QUOTE,), PlacementKind.SAME, 1.0),)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (LAW, "grooming"),
        (LAW.replace(" ", "\n"), "grooming"),
        (LAW.replace("grooming", "groom-\ning"), "groom-\ning"),
        (LAW.replace("grooming", "groo\u00adming"), "groo\u00adming"),
        (LAW.replace("grooming", "Ｇrooming").replace("2023,", "2023,¹"), "Ｇrooming"),
        (LAW.replace("against", "againt").replace("apply", "applv"), "grooming"),
        ("1. " + LAW.rstrip("."), "grooming"),
    ],
)
def test_whatever_the_reader_mends_it_finds_its_words(text: str, quote: str) -> None:
    assert found(law_anchor(QUOTE), "A new line", *TEXTS[:2], text, *TEXTS[3:]) == [(4, quote)]


def test_what_was_accepted_follows_the_words_that_it_rests_on() -> None:
    first, second = LAW[: LAW.index(" in 2023")], LAW[LAW.index(" in 2023") :]
    assert found(law_anchor(QUOTE), PLAN, first, second, HELP) == [(2, "grooming")]
    late = LAW.index("courts"), LAW.index("courts") + 6
    assert found(law_anchor(late), PLAN, first, second, HELP) == [(3, "courts")]
    assert found(law_anchor(), PLAN, f"{PLAN} {LAW}", HELP) == [(2, LAW.rstrip("."))]
    assert found(law_anchor(QUOTE), PLAN, f"{PLAN} {LAW}", HELP) == [(2, "grooming")]


def test_what_was_rejected_holds_for_every_part_and_for_nothing_more() -> None:
    halves = LAW[:40], LAW[40:]
    assert [number for number, _ in found(law_anchor(), PLAN, *halves, HELP, parts=True)] == [2, 3]
    assert [number for number, _ in found(law_anchor(), PLAN, LAW[:40], "Yes", LAW[40:], HELP, parts=True)] == [2, 4]
    assert place(law_anchor(), read(PLAN, f"{LAW} {HELP}"), parts=True).reason == JOINED


@pytest.mark.parametrize(
    ("anchor", "texts", "reason"),
    [
        (law_anchor(), (PLAN, HELP), MISSING),
        (law_anchor(), (PLAN, LAW[:40], LAW[40:], HELP), SPLIT),
        (law_anchor((0, 5), (QUOTE[0], QUOTE[1])), (PLAN, LAW[:30], LAW[30:], HELP), SPLIT),
        (law_anchor(), (*TEXTS, "Annex", LAW, "End"), ""),
        (law_anchor(), (LAW, LAW), AMBIGUOUS),
        (law_anchor(), (PLAN, LAW.replace("Kenya", "Malawi").replace("2023", "2019"), HELP), MISSING),
        (law_anchor(), (HELP, LAW.replace("against", "againt"), PLAN), MISSING),
        (law_anchor(), (PLAN, "".join(each if at % 5 else "l" for at, each in enumerate(LAW)), HELP), MISSING),
        (law_anchor(), (PLAN, LAW.replace("Kenya ", ""), HELP), MISSING),
        (law_anchor(), (PLAN, LAW.replace("of children", "of all children"), HELP), ""),
        (law_anchor(), (PLAN, LAW.replace("of children", "of young children"), HELP), MISSING),
        (anchor_of(read("Yes", PLAN, HELP), 0), (PLAN, "Yes", HELP), DOUBTFUL),
        (anchor_of(read("Kenya", LAW.replace("Kenya", "Malawi")), 0), (LAW,), DOUBTFUL),
        (anchor_of(read("No", "Yes", "Introduction"), 0), ("No", "Introduction"), DOUBTFUL),
        (anchor_of(read("a", "—", "b"), 1), ("a", "b", "—"), MISSING),
    ],
)
def test_where_it_cannot_be_sure_it_says_why(anchor: Anchor, texts: Sequence[str], reason: str) -> None:
    assert place(anchor, read(*texts), parts=False).reason == reason


def test_of_passages_that_are_alike_only_the_very_one_is_found() -> None:
    rows = [f"{name}: the law on grooming was adopted by parliament." for name in ("Chad", "Mali", "Togo", "Peru")]
    anchor = anchor_of(read("Table", *rows, "End"), 2)
    assert anchor.alike == 4
    assert found(anchor, "Table", rows[0], *rows[2:], "End") == []
    assert found(anchor, rows[2], rows[1], rows[0]) == [(2, rows[1])]
    near = [f"{name}: the law on grooming was adopted by parliament." for name in ("Oman", "Iran", "Iraq", "Irak")]
    assert found(anchor_of(read("Table", *near, "End"), 2), "Table", near[0], *near[2:], "End") == []


def test_of_words_that_stand_several_times_only_those_in_the_same_surroundings_are_found() -> None:
    first = ("Is there a law on the grooming of children?", "Yes", "Please explain why")
    second = ("Is there a law on the grooming of our children?", "Yes", "Please explain why")
    anchor = anchor_of(read(*first, *second), 4)
    assert anchor.copies == 2
    assert found(anchor, *first, "Note", *(each.replace("law", "la-\nw") for each in second)) == [(6, "Yes")]
    assert found(anchor, *first, "Is there a helpline?", "Yes", "Thank you") == []
    assert found(anchor_of(read(*["Yes"] * 25), 12), *["Yes"] * 23) == []
    assert found(anchor_of(read(*TEXTS, "Annex", LAW, "End"), 2), *TEXTS[:2], HELP, "Annex", LAW, "End") == []


Letters = list[tuple[str, int]]
"""A passage as characters, each with the number of the passage that it came from; negative or 0: it is new."""
PHRASES = (
    *TEXTS,
    "Yes",
    "No",
    "Kenya",
    LAW.replace("Kenya", "Malawi"),
    "预防网络诱拐的法律于2023年通过。",
    "قانون مكافحة استدراج الأطفال",
    "—",
)
Edit = Callable[[list[Letters], int, int], None]


def delete(passages: list[Letters], index: int, at: int) -> None:
    del passages[index]


def insert(passages: list[Letters], index: int, at: int) -> None:
    passages.insert(index, [(each, -1 - at % len(PHRASES)) for each in PHRASES[at % len(PHRASES)]])


def split(passages: list[Letters], index: int, at: int) -> None:
    cut = at % (len(passages[index]) + 1)
    passages[index : index + 1] = [part for part in (passages[index][:cut], passages[index][cut:]) if part]


def join(passages: list[Letters], index: int, at: int) -> None:
    if index + 1 < len(passages):
        passages[index : index + 2] = [[*passages[index], (" ", 0), *passages[index + 1]]]


def swap(passages: list[Letters], index: int, at: int) -> None:
    other = at % len(passages)
    passages[index], passages[other] = passages[other], passages[index]


def hyphenate(passages: list[Letters], index: int, at: int) -> None:
    cut = at % (len(passages[index]) + 1)
    passages[index][cut:cut] = [("-", 0), ("\n", 0)]


def mend(passages: list[Letters], index: int, at: int) -> None:
    cut = at % (len(passages[index]) + 1)
    passages[index][cut : cut + at % 3] = [("l", 0)] * (at % 2)


EDITS = (delete, insert, split, join, swap, hyphenate, mend)
STEPS = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 40), st.integers(0, 400)), max_size=8)


@settings(max_examples=400, deadline=None)
@given(
    texts=st.lists(st.sampled_from(PHRASES), min_size=1, max_size=9),
    chosen=st.integers(0, 8),
    quote=st.none() | st.tuples(st.integers(0, 60), st.integers(1, 20)),
    parts=st.booleans(),
    steps=STEPS,
)
def test_over_all_edits_it_finds_the_right_passage_or_none(
    texts: list[str], chosen: int, quote: tuple[int, int] | None, parts: bool, steps: list[tuple[Edit, int, int]]
) -> None:
    before = read(*texts)
    index = chosen % len(texts)
    length = len(texts[index])
    quotes = [] if quote is None else [(quote[0] % length, min(length, quote[0] % length + quote[1]))]
    anchor = anchor_of(before, index, quotes)
    assert place(anchor, before, parts=parts).places[0].paragraph == index + 1
    passages = [[(each, number) for each in text] for number, text in enumerate(texts, 1)]
    for edit, where, at in steps:
        if passages:
            edit(passages, where % len(passages), at)
    after = read(*("".join(each for each, _ in one) for one in passages))
    for one in place(anchor, after, parts=parts).places:
        assert is_right(anchor, texts, passages, one, number=index + 1, parts=parts)


def is_right(
    anchor: Anchor, texts: Sequence[str], now: Sequence[Letters], one: Place, *, number: int, parts: bool
) -> bool:
    """Tell whether a passage comes from that which was decided on, or cannot be told from it by its words."""
    letters = now[one.paragraph - 1]
    if parts:
        judged = letters
    else:
        judged = [letters[at] for span in one.evidence for at in range(*span)] if anchor.quotes else letters
    words = [origin for each, origin in judged if words_of(each)]
    whole = len(words_of(anchor.text))
    copies = {-1 - at for at, phrase in enumerate(PHRASES) if phrase == anchor.text and whole >= 40}
    own = sum(origin == number or origin in copies for origin in words)
    stems = own * 2 >= (len(words) if parts or anchor.quotes else whole)
    return stems or is_copy_in_its_place(texts, number, now, one.paragraph)


def is_copy_in_its_place(texts: Sequence[str], number: int, now: Sequence[Letters], place: int) -> bool:
    """Tell whether it has all the words that were decided on, and is long or stands between the same neighbours."""
    words = words_of(texts[number - 1])
    if words not in "".join(words_of(each) for one in now for each, _ in one):
        return False
    then = [[(each, origin) for each in text] for origin, text in enumerate(texts, 1)]
    origins = [[texts[origin - 1] for origin in neighbours(*each)] for each in ((then, number), (now, place))]
    return len(words) >= 40 or origins[0] == origins[1] or around(then, number, 0) in around(now, place, len(words))


def neighbours(passages: Sequence[Letters], place: int) -> tuple[int, ...]:
    before = [origin for one in passages[: place - 1] for each, origin in one if origin > 0 and words_of(each)]
    after = [origin for one in passages[place:] for each, origin in one if origin > 0 and words_of(each)]
    return *before[-1:], *after[:1]


def around(passages: Sequence[Letters], place: int, more: int) -> str:
    """Give the letters of a passage with some before and after it, or a sign that there are none."""
    texts = [words_of("".join(each for each, _ in one)) for one in passages]
    before, after = "".join(texts[: place - 1]), "".join(texts[place:])
    first, last = "<" * (more > 0 or not before), ">" * (more > 0 or not after)
    return f"{first}{before}"[-12 - more :] + texts[place - 1] + f"{after}{last}"[: 12 + more]


@given(st.text(max_size=30), st.data())
def test_offsets_are_told_from_the_words_to_the_text(text: str, data: st.DataObject) -> None:
    words = words_of(text)
    assert words == "".join(map(words_of, text))
    if words:
        start = data.draw(st.integers(0, len(words) - 1))
        end = data.draw(st.integers(start + 1, len(words)))
        a, b = span_in_text(text, (start, end))
        lengths = [len(words_of(text[:at])) for at in range(len(text) + 1)]
        assert lengths[a] <= start < lengths[a + 1]
        assert lengths[b - 1] < end <= lengths[b]
