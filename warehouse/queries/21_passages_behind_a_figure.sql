-- Which words stand behind a figure, for instance Kenya on cyberbullying?
SELECT e.symbol, e.page, e.paragraph, e.quote, e.score, l.standing, e.text
FROM label_evidence AS e
JOIN family_states AS s ON s.family = e.family
JOIN labels AS l
    ON l.document = e.document AND l.paragraph = e.paragraph AND l.facet = e.facet AND l.concept = e.concept
WHERE s.iso3 = 'KEN' AND e.facet = 'risk' AND e.concept = 'cyberbullying' AND e.in_force
ORDER BY l.standing DESC, e.symbol, e.paragraph, e.quote_start;
