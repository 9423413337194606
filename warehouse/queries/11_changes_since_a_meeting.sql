-- What changed since the 19th meeting?
-- By delegation and risk theme: new, changed (with which frameworks, levels, purposes) or dropped.
SELECT
    delegation, name AS risk, change, added, gone, families_since, families_since_trusted,
    symbol_before, paragraph_before, symbol_since, paragraph_since, coalesce(text_since, text_before) AS text
FROM positions_since('CWG-COP-19')
ORDER BY delegation, change, risk;
