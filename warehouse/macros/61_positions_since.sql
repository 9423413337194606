-- Grain: one row per delegation and risk theme whose position changed after a meeting, among the meetings of its body.
-- Before is the last meeting up to the named one, itself included, at which the delegation raised the theme; since is all
-- meetings after it. Dropped is what it raised the last time that it came, and not since, though it came again: who has
-- not contributed since has dropped nothing.
CREATE OR REPLACE MACRO positions_since(last_meeting) AS TABLE
WITH since AS MATERIALIZED (
    FROM meeting_named(last_meeting)
),
came AS (
    SELECT
        c.delegation, coalesce(c.meeting_number > s.number, c.first_day > s.first_day, false) AS later,
        max({'number': c.meeting_number, 'first_day': c.first_day}) AS place
    FROM contributions AS c
    JOIN since AS s ON s.body = c.body
    WHERE c.meeting IS NOT NULL
    GROUP BY ALL
),
raised AS (
    SELECT
        p.*, {'number': p.meeting_number, 'first_day': p.first_day} AS place,
        coalesce(p.meeting_number > s.number, p.first_day > s.first_day, false) AS later,
        list_concat(p.frameworks, p.levels, p.purposes) AS aspects
    FROM positions AS p
    JOIN since AS s ON s.body = p.body
),
before AS (
    SELECT * FROM raised WHERE NOT later
    QUALIFY row_number() OVER (PARTITION BY delegation, theme ORDER BY place DESC) = 1
),
after AS (
    SELECT
        delegation, any_value(iso3) AS iso3, theme, any_value(name) AS name,
        list(meeting ORDER BY place) AS meetings, list_distinct(flatten(list(aspects))) AS aspects,
        sum(families)::BIGINT AS families, sum(families_trusted)::BIGINT AS families_trusted,
        arg_max({'document': document, 'symbol': symbol, 'paragraph': paragraph}, place) AS best
    FROM raised
    WHERE later
    GROUP BY delegation, theme
)
SELECT
    coalesce(a.delegation, b.delegation) AS delegation, coalesce(a.iso3, b.iso3) AS iso3,
    coalesce(a.theme, b.theme) AS theme, coalesce(a.name, b.name) AS name,
    CASE WHEN b.theme IS NULL THEN 'new' WHEN a.theme IS NULL THEN 'dropped' ELSE 'changed' END AS change,
    list_sort(list_filter(coalesce(a.aspects, []), lambda one: NOT list_contains(coalesce(b.aspects, []), one))) AS added,
    list_sort(list_filter(coalesce(b.aspects, []), lambda one: NOT list_contains(coalesce(a.aspects, []), one))) AS gone,
    b.meeting AS meeting_before, coalesce(a.meetings, []) AS meetings_since,
    coalesce(b.families, 0) AS families_before, coalesce(b.families_trusted, 0) AS families_before_trusted,
    coalesce(a.families, 0) AS families_since, coalesce(a.families_trusted, 0) AS families_since_trusted,
    b.symbol AS symbol_before, b.document AS document_before, b.paragraph AS paragraph_before,
    a.best.symbol AS symbol_since, a.best.document AS document_since, a.best.paragraph AS paragraph_since
FROM after AS a
FULL JOIN before AS b ON b.delegation = a.delegation AND b.theme = a.theme
LEFT JOIN came AS k ON k.delegation = b.delegation AND NOT k.later
WHERE CASE
    WHEN b.theme IS NULL THEN true
    WHEN a.theme IS NULL THEN
        b.place = k.place AND b.delegation IN (SELECT delegation FROM came WHERE later)
    ELSE list_sort(a.aspects) <> list_sort(b.aspects)
END;
COMMENT ON MACRO TABLE positions_since IS 'What changed after a meeting, by delegation and risk theme: new (never raised before), changed (raised with other frameworks, levels or purposes than the last time: added, gone) or dropped (raised the last time, not since, though the delegation contributed again). The meeting is written as 19, 19th, CWG-COP-19 or CWG-COP 19th meeting. Its columns give the families before and since, those with a label that counts without review, and for each side the passage that says it most surely; the view passages has its text.';
