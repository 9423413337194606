"""Hand-made documents to search, and how they are asked for."""

from collections.abc import Mapping

from extractors.document import Document, Header, MediaType, Passage, PassageKind, Source
from tests.warehouse.made import entry
from warehouse.connection import Connection
from warehouse.load import load_batch

TEXTS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Age assurance is a duty of every service; assurance of age protects children.",
        "The policies on online grooming were adopted by WHO and ITU.",
        "A policy that no child reads: age-appropriate design, and the child's best interests.",
        "Sextortion and sextorted teenagers.",
    ),
    "fr": ("L’âge des élèves à l'école détermine la règle.", "Une politique d'éducation numérique."),
    "es": ("La protección de los niños frente a los abusos.", "Políticas de protección en la educación."),
    "ru": ("Закон о защите детей от кибербуллинга.", "Российские школы борются с кибербуллингом."),
    "ar": ("تعمل الحكومة على حماية الأطفال.", "والحكومة مسؤولة، وبحماية القانون قانونًا."),
    "zh": ("儿童在线保护由政府负责。", "网络欺凌和儿童隐私。", "年龄保证与5G网络。"),
}


def made(name: str, texts: Mapping[str, tuple[str, ...]] | tuple[str, ...], language: str = "en") -> Document:
    """Make a document whose hash begins with its name, with passages in several languages or one."""
    sha256 = name.ljust(64, "0")
    by_language = texts if isinstance(texts, Mapping) else {language: texts}
    flat = [(one, text) for one, some in by_language.items() for text in some]
    return Document(
        sha256,
        MediaType.PDF,
        language,
        1,
        Header(f"C/{name}", symbol=f"C/{name}-E", title=f"On {name}", sources=(Source("France", "FRA"),)),
        tuple(
            Passage(f"{name}-{place}", 1, place, PassageKind.PARAGRAPH, ("1 Introduction",), one, text)
            for place, (one, text) in enumerate(flat, 1)
        ),
        (),
    )


def put(connection: Connection, *documents: Document) -> None:
    """Load documents in one batch."""
    load_batch(connection, [entry(one) for one in documents])


def found(connection: Connection, query: str | None, language: str | None = None) -> list[str]:
    """Give the ids of the passages that are found, best first."""
    rows = connection.execute(
        "SELECT passage FROM search($query, language := $language)", {"query": query, "language": language}
    ).fetchall()
    return [row[0] for row in rows]
