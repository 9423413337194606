-- Who proposes to change which paragraph of Resolution 179?
SELECT
    delegations, author, provision, proposal, change, words, text_before, text_after, symbol, page, paragraph
FROM resolution_redlines
WHERE resolution = '179'
ORDER BY symbol, paragraph, position;
