"""A notebook for whoever opens a snapshot for the first time: `marimo edit docs/explore.py`."""

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="What members say about child online protection")


@app.cell
def _():
    from pathlib import Path

    import altair as alt
    import duckdb
    import marimo as mo

    return Path, alt, duckdb, mo


@app.cell
def _(Path, duckdb, mo):
    # Another file: marimo edit docs/explore.py -- --snapshot PATH
    snapshot = Path(mo.cli_args().get("snapshot") or "workspace/published/contributions.duckdb")
    mo.stop(not snapshot.exists(), mo.md(f"There is no snapshot at `{snapshot}` yet; `rapporteur run` makes it."))
    database = duckdb.connect(snapshot, read_only=True)

    def ask(sql, **values):
        """Give the answer to a question as a table of polars."""
        return database.sql(sql, params=values or None).pl()

    return ask, database


@app.cell
def _(ask, mo):
    made = ask("FROM snapshot").row(0, named=True)
    families = ask("SELECT count(*) AS n FROM documents").item()
    mo.md(
        f"""
        # What members say about child online protection

        **{families} documents** ({made["documents"]} with their language versions and revisions, {made["passages"]:,}
        passages), as of run {made["run"]}, published {made["published_at"]:%d %B %Y, %H:%M}. Taxonomy
        {", ".join(made["taxonomy_versions"]) or "none"}. Quote this with every figure.

        A document with its language versions, revisions and copies counts once. Each figure is two figures: *trusted*
        are documents with at least one label that counts without review, *undecided* those whose labels wait for a
        person. The truth lies between trusted and both together.
        """
    )
    return


@app.cell
def _(mo):
    mo.md("## Which risk themes are raised most?")
    return


@app.cell
def _(alt, ask):
    themes = ask(
        """
        SELECT
            name AS theme, if(trusted, 'trusted', 'undecided') AS standing, count(*) AS documents,
            (sum(count(*)) OVER (PARTITION BY name))::BIGINT AS every
        FROM family_concepts
        WHERE facet = 'risk'
        GROUP BY name, trusted
        """
    )
    (
        alt.Chart(themes)
        .mark_bar()
        .encode(
            x=alt.X("documents:Q", title="Documents"),
            y=alt.Y(
                "theme:N",
                title=None,
                sort=alt.EncodingSortField(field="every", op="max", order="descending"),
                axis=alt.Axis(labelLimit=320),
            ),
            color=alt.Color("standing:N", title=None, scale=alt.Scale(range=["#1f5c99", "#c3d3e3"])),
            order=alt.Order("standing:N"),
            tooltip=["theme", "standing", "documents"],
        )
        .properties(width=430)
    )
    return


@app.cell
def _(mo):
    mo.md(
        """
        ## Who reports on which framework?

        A joint contribution counts for each of its States, so rows do not add up to a total. White is silence.
        """
    )
    return


@app.cell
def _(alt, ask):
    states = ask(
        """
        SELECT country, name AS framework, sum(families)::BIGINT AS documents, sum(families_trusted)::BIGINT AS trusted
        FROM framework_by_country
        WHERE country IN (
            SELECT country FROM framework_by_country WHERE country IS NOT NULL GROUP BY country
            ORDER BY sum(families) DESC, country LIMIT 40
        )
        GROUP BY ALL
        """
    )
    (
        alt.Chart(states)
        .mark_rect()
        .encode(
            x=alt.X("framework:N", title=None, axis=alt.Axis(labelAngle=-20)),
            y=alt.Y("country:N", title=None, axis=alt.Axis(labelLimit=240)),
            color=alt.Color(
                "documents:Q",
                title="Documents",
                scale=alt.Scale(scheme="blues", domainMin=0),
                legend=alt.Legend(format="d", tickMinStep=1),
            ),
            tooltip=["country", "framework", "documents", "trusted"],
        )
        .properties(width=430)
    )
    return


@app.cell
def _(mo):
    mo.md("## How has it changed over the years?")
    return


@app.cell
def _(alt, ask):
    years = ask(
        """
        SELECT year, name AS framework, share, families AS documents, contributions AS of_documents
        FROM trend
        WHERE facet = 'framework' AND share IS NOT NULL
        ORDER BY year
        """
    )
    (
        alt.Chart(years)
        .mark_line(point=True)
        .encode(
            x=alt.X("year:O", title="Year", axis=alt.Axis(labelAngle=0)),
            y=alt.Y("share:Q", title="Share of the documents of the year", axis=alt.Axis(format="%")),
            color=alt.Color("framework:N", title=None),
            tooltip=["year", "framework", alt.Tooltip("share", format=".0%"), "documents", "of_documents"],
        )
        .properties(width=430, height=260)
    )
    return


@app.cell
def _(mo):
    mo.md("## In which languages, and how much?")
    return


@app.cell
def _(alt, ask):
    languages = ask("SELECT language, documents, passages FROM documents_by_language")
    (
        alt.Chart(languages)
        .mark_bar(color="#1f5c99")
        .encode(
            x=alt.X("documents:Q", title="Documents"),
            y=alt.Y("language:N", title=None, sort="-x"),
            tooltip=["language", "documents", "passages"],
        )
        .properties(width=430)
    )
    return


@app.cell
def _(ask, mo):
    named = ask("SELECT DISTINCT name, concept FROM family_concepts WHERE facet = 'risk' ORDER BY name")
    theme = mo.ui.dropdown(dict(named.iter_rows()), value=named["name"][0] if len(named) else None, label="Theme")
    mo.md(f"## The words behind the figures\n\nNo figure without them. {theme}")
    return (theme,)


@app.cell
def _(ask, mo, theme):
    words = ask(
        """
        SELECT
            symbol, concat_ws(', ', 'page ' || page, 'paragraph ' || paragraph) AS place, language, standing,
            string_agg(DISTINCT quote, '; ') AS words, text
        FROM label_evidence
        WHERE facet = 'risk' AND concept = $concept AND in_force
        GROUP BY document, symbol, page, paragraph, language, standing, text
        ORDER BY standing = 'undecided', symbol, document, paragraph
        LIMIT 200
        """,
        concept=theme.value or "",
    )
    mo.ui.table(words, selection=None, page_size=6, show_column_summaries=False, wrapped_columns=["words", "text"])
    return


if __name__ == "__main__":
    app.run()
