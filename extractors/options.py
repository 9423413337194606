"""How to read: which optional programs there are and how far one file may go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask for; over it is LimitExceeded."""

    pages: int = 5_000
    megapixels: float = 150.0
    """Of one rendered page or image."""
    unpacked_megabytes: int = 1_000
    """Of all parts of a Word file together."""
    ocr_seconds_per_page: float = 60.0
    conversion_seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class Options:
    """Paths of the optional programs (None: not installed), folders for their work, and limits."""

    tesseract: Path | None = None
    soffice: Path | None = None
    ocr_cache: Path | None = None
    """Folder for OCR results by page-image hash and languages; None keeps none."""
    limits: Limits = field(default_factory=Limits)
    aliases: Path | None = None
    """File with further names of States and organisations; see `extractors.header.names.load_names`."""

    @property
    def programs(self) -> Mapping[str, Path | None]:
        """Give the optional programs by the names that ProgramMissing uses."""
        return {"tesseract": self.tesseract, "libreoffice": self.soffice}
