INSERT INTO raw.label_decisions (
    document, facet, concept, concept_name, taxonomy, verdict, suggested_score, suggested_threshold, suggested_model,
    language, passage, paragraph, text, prefix, suffix, quotes, copies, alike, decided_by, decided_at, why
)
VALUES (
    $document, $facet, $concept, $concept_name, $taxonomy, $verdict, $score, $threshold, $model, $language, $passage,
    $paragraph, $text, $prefix, $suffix, $quotes::STRUCT("start" INTEGER, "end" INTEGER)[], $copies, $alike, $by, now(),
    $why
)
RETURNING id;
