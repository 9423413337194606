-- What changed since the 19th meeting?
-- By delegation and risk theme: new, changed (with which frameworks, levels, purposes) or dropped.
SELECT
    c.delegation, c.name AS risk, c.change, c.added, c.gone, c.families_since, c.families_since_trusted,
    c.symbol_before, c.paragraph_before, c.symbol_since, c.paragraph_since, p.text
FROM positions_since('CWG-COP-19') AS c
JOIN passages AS p
    ON p.document = coalesce(c.document_since, c.document_before)
    AND p.paragraph = coalesce(c.paragraph_since, c.paragraph_before)
ORDER BY c.delegation, c.change, risk;
