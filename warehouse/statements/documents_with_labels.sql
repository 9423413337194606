-- Parameter labels: facet and concept of each, parted by a tab.
SELECT DISTINCT document FROM raw.suggestions WHERE list_contains($labels, facet::VARCHAR || chr(9) || concept)
