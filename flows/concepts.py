"""The taxonomy's concepts as the warehouse keeps them."""

from models.scheme import Taxonomy
from warehouse.concepts import ConceptRow


def concept_rows(taxonomy: Taxonomy) -> tuple[ConceptRow, ...]:
    """Give one row for each concept, in the taxonomy's order."""
    return tuple(
        ConceptRow(concept.facet, concept.id, concept.name, concept.group, concept.definition)
        for concept in taxonomy.concepts
    )
