"""The data of the header block: what stands around its fields, as patterns."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extractors.header.folding import normalise, without_accents


@dataclass(frozen=True, slots=True)
class BlockPatterns:
    """The patterns of block.toml."""

    before_symbol: re.Pattern[str]
    document_label: re.Pattern[str]
    after_symbol: re.Pattern[str]
    furniture_symbol: re.Pattern[str]
    revision_kinds: tuple[tuple[str, re.Pattern[str]], ...]
    agenda: tuple[re.Pattern[str], ...]
    any_agenda: re.Pattern[str]
    """One pattern for all of `agenda`, without the number."""
    agenda_number: re.Pattern[str]
    source_lines: tuple[re.Pattern[str], ...]
    lines_of_known: tuple[re.Pattern[str], ...]
    any_source_line: re.Pattern[str]
    """One pattern for all of both, without the name."""
    reply: re.Pattern[str]
    report: re.Pattern[str]
    body: re.Pattern[str]
    groups: re.Pattern[str]
    groups_behind: re.Pattern[str]
    compliments: re.Pattern[str]
    salutation: re.Pattern[str]
    addressee: re.Pattern[str]
    questionnaire: re.Pattern[str]
    annex: re.Pattern[str]
    minutes: re.Pattern[str]
    held: re.Pattern[str]
    to_whom: re.Pattern[str]
    occasions: re.Pattern[str]
    slogans: re.Pattern[str]
    letter_subject: re.Pattern[str]
    address: re.Pattern[str]
    organisations: re.Pattern[str]
    organisations_end: re.Pattern[str]
    """Words at the end of names that are written with capitals."""
    institutions: re.Pattern[str]
    units: re.Pattern[str]
    not_titles: frozenset[str]
    headings: re.Pattern[str]
    """How a heading of the text begins: with a figure."""
    references: re.Pattern[str]
    continues: re.Pattern[str]
    """How a line begins that goes on, in scripts without capitals."""
    drafts: re.Pattern[str]
    placeholder: re.Pattern[str]
    bookmarks: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def block_patterns() -> BlockPatterns:
    """Read the patterns."""
    data = tomllib.loads((resources.files(__package__) / "block.toml").read_text("utf-8"))
    number = data["agenda"]["number"]
    agenda = [pattern.replace("{number}", number) for pattern in data["agenda"]["patterns"]]
    return BlockPatterns(
        before_symbol=re.compile(data["before_symbol"], re.IGNORECASE),
        document_label=re.compile(data["document_label"]),
        after_symbol=re.compile(data["after_symbol"]),
        furniture_symbol=re.compile(data["furniture_symbol"]),
        revision_kinds=tuple((kind, re.compile(words)) for kind, words in data["revision_kinds"].items()),
        agenda=tuple(map(re.compile, agenda)),
        any_agenda=re.compile("|".join(pattern.replace("(?P<n>", "(?:") for pattern in agenda)),
        agenda_number=re.compile(number),
        source_lines=tuple(re.compile(without_accents(pattern)) for pattern in data["source"]["lines"]),
        lines_of_known=tuple(re.compile(without_accents(pattern)) for pattern in data["source"]["lines_of_known"]),
        any_source_line=re.compile(
            "|".join(
                without_accents(each).replace("(?P<by>", "(?:")
                for each in (*data["source"]["lines"], *data["source"]["lines_of_known"])
            )
        ),
        reply=re.compile(data["reply"]["words"]),
        body=re.compile(data["body"]["words"], re.IGNORECASE),
        report=re.compile(data["reports"]["lines"]),
        groups=re.compile("|".join(data["source"]["groups"])),
        groups_behind=re.compile(f"{data['source']['groups_behind']}|{data['source']['groups_zh']}$"),
        compliments=re.compile(data["letter"]["compliments"], re.IGNORECASE),
        salutation=re.compile(data["letter"]["salutation"], re.IGNORECASE),
        addressee=re.compile(data["letter"]["addressee"], re.IGNORECASE),
        questionnaire=re.compile(data["questionnaire"]["title"], re.IGNORECASE),
        annex=re.compile(data["questionnaire"]["annex"], re.IGNORECASE),
        minutes=re.compile(data["minutes"]["title"], re.IGNORECASE),
        held=re.compile(data["minutes"]["held"], re.IGNORECASE),
        occasions=re.compile(data["submission"]["occasions"], re.IGNORECASE),
        slogans=re.compile(data["letter"]["slogans"]),
        to_whom=re.compile(data["submission"]["to"], re.IGNORECASE),
        address=re.compile(data["letter"]["address"], re.IGNORECASE),
        letter_subject=re.compile(data["letter"]["subject"]),
        organisations=re.compile("|".join(data["organisation"]["names"])),
        organisations_end=re.compile(data["organisation"]["ends"], re.IGNORECASE),
        institutions=re.compile("|".join(data["organisation"]["institutions"]), re.IGNORECASE),
        units=re.compile(data["organisation"]["units"], re.IGNORECASE),
        not_titles=frozenset(normalise(heading) for heading in data["title"]["none"]),
        headings=re.compile(data["title"]["headings"]),
        references=re.compile(data["title"]["references"]),
        continues=re.compile(data["title"]["continues"]),
        drafts=re.compile(data["source"]["drafts"], re.IGNORECASE),
        placeholder=re.compile(data["placeholder"]["value"]),
        bookmarks=tuple((field, tuple(names)) for field, names in data["bookmarks"].items()),
    )
