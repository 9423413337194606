"""The stage that gives a document's passages their labels."""

from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path

from extractors.document import Document, PassageKind
from extractors.language.detection import detect_document
from models.context import judge
from models.labels import PassageText, Suggestion
from models.linear import load_model
from models.matches import Matches, PassageMatcher, joined
from models.parts import parts
from models.pipeline import RULES_ONLY
from models.rules import load_rules
from models.scheme import LANGUAGES, Taxonomy, load_taxonomy
from models.scoring import Findings, Scorer
from models.succession import Succession, load_succession
from models.trained_member import Judgement


class Classifier:
    """Labels passages in the six languages; a language's pipeline is built when it is first needed."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        *,
        rules_only: bool = False,
        succession: Succession | None = None,
        model: Path | None = None,
    ) -> None:
        self.taxonomy = taxonomy
        self._rules = load_rules()
        self._leave_out = RULES_ONLY if rules_only else ()
        self._succession = succession or Succession()
        self._model = model
        trained = None if rules_only else load_model(model)
        self.version = f"rules-{taxonomy.version}" + (f"+{trained.version}" if trained else "")
        thresholds = trained.thresholds if trained else None
        self._scorer = Scorer(taxonomy, self._rules, self.version, thresholds, self._succession)
        self._is_calibrated = True
        self._matchers: dict[str, PassageMatcher] = {}

    @classmethod
    def load(cls, taxonomy: Path | None = None, model: Path | None = None) -> "Classifier":
        """Load the classifier for a taxonomy and the folder of a trained model, by default those of Rapporteur.

        Raises ClassificationError where one of them cannot be used.
        """
        return cls(load_taxonomy(taxonomy), succession=load_succession(taxonomy), model=model)

    def languages(self, passages: Sequence[PassageText]) -> tuple[str, ...]:
        """Give each passage's language: as stated, else told from its text and document; `und` where neither tells."""
        told = iter(detect_document([one.text for one in passages if not _stated(one)])[1])
        return tuple(_stated(one) or next(told) for one in passages)

    def classify_passages(self, passages: Sequence[PassageText]) -> tuple[tuple[Suggestion, ...], ...]:
        """Label the passages of one document, given in sequence, since they are each other's context.

        A heading is context only. A passage in a language outside the six gets no label, and noise is `other`.
        """
        languages = self.languages(passages)
        found = [self._match(passage, language) for passage, language in zip(passages, languages, strict=True)]
        known = [one for one in found if one is not None and not one.is_noise]
        share = sum(one.mentions_children for one in known) / max(1, len(known))
        asked = [one for one in known if one.opinions]
        judgements = iter(self._judge(asked))
        return tuple(
            self._suggested(passage, one, share, judgements) for passage, one in zip(passages, found, strict=True)
        )

    def without_calibration(self) -> "Classifier":
        """Give the same classifier with the model's probabilities as they were before calibration."""
        made = copy(self)
        made._is_calibrated = False
        return made

    def _judge(self, asked: Sequence[Matches]) -> tuple[Judgement, ...]:
        own, headings = [one.opinions for one in asked], [one.heading_opinions for one in asked]
        return judge(own, headings, is_calibrated=self._is_calibrated)

    def _suggested(
        self, passage: PassageText, found: Matches | None, share: float, judgements: Iterator[Judgement]
    ) -> tuple[Suggestion, ...]:
        if found is None:
            return ()
        if found.is_noise:
            return self._scorer.suggest(Findings(passage.id, (), (), about_children=False))
        judgement = next(judgements) if found.opinions else None
        about_children = found.mentions_children or share >= self._rules.document_share
        return self._scorer.suggest(Findings(passage.id, found.hits, found.heading_hits, about_children, judgement))

    def _match(self, passage: PassageText, language: str) -> Matches | None:
        """Match a passage, of which each part may be in another language; None where none is in one of the six."""
        if passage.kind is PassageKind.HEADING or not passage.text.strip():
            return None
        found = [
            self._matcher(one.language)
            .match(passage.text[one.start : one.end], passage.heading_path if one.language == language else ())
            .moved(one.start)
            for one in parts(passage.text, language)
            if one.language in LANGUAGES
        ]
        return joined(found) if found else None

    def _matcher(self, language: str) -> PassageMatcher:
        if language not in self._matchers:
            self._matchers[language] = PassageMatcher(
                language,
                self.taxonomy,
                self._rules,
                self._leave_out,
                succession=self._succession,
                model=self._model,
            )
        return self._matchers[language]


def classify(document: Document, classifier: Classifier) -> tuple[Suggestion, ...]:
    """Give the suggestions for all passages of a document."""
    passages = [PassageText(one.id, one.text, one.language, one.heading_path, one.kind) for one in document.passages]
    return tuple(suggestion for some in classifier.classify_passages(passages) for suggestion in some)


def _stated(passage: PassageText) -> str | None:
    """Give the stated language without script and region: `en` for `en-GB`, None where none is stated."""
    code = (passage.language or "und").casefold().replace("_", "-").partition("-")[0]
    return code if code != "und" else None
