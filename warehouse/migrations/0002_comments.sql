-- Grain: this file makes no rows; it says what each table and column of 0001_first holds.

COMMENT ON TABLE raw.runs IS 'One start of the ingest flow.';
COMMENT ON COLUMN raw.runs.id IS 'Number of the run, counted from 1.';
COMMENT ON COLUMN raw.runs.started_at IS 'When it started.';
COMMENT ON COLUMN raw.runs.finished_at IS 'When it ended; empty while it runs.';
COMMENT ON COLUMN raw.runs.state IS 'running, completed, failed, or crashed (it ended without saying so).';
COMMENT ON COLUMN raw.runs.program_version IS 'Version of Rapporteur that ran.';
COMMENT ON COLUMN raw.runs.process IS 'Process id on the machine that ran it.';
COMMENT ON COLUMN raw.runs.loaded IS 'Submissions that this run loaded.';
COMMENT ON COLUMN raw.runs.duplicates IS 'Submissions whose content was known already.';
COMMENT ON COLUMN raw.runs.waiting IS 'Submissions that wait for an optional program.';
COMMENT ON COLUMN raw.runs.quarantined IS 'Submissions that could not be read.';

COMMENT ON TABLE raw.submissions IS 'One file as somebody dropped it; the same bytes dropped twice are two submissions and one document.';
COMMENT ON COLUMN raw.submissions.id IS 'Number of the submission, counted from 1.';
COMMENT ON COLUMN raw.submissions.name IS 'File name as dropped.';
COMMENT ON COLUMN raw.submissions.sha256 IS 'Hash of its bytes: the key of its document.';
COMMENT ON COLUMN raw.submissions.size IS 'Bytes.';
COMMENT ON COLUMN raw.submissions.received_at IS 'When the file came into the inbox.';
COMMENT ON COLUMN raw.submissions.taken_at IS 'When the program took it from there.';
COMMENT ON COLUMN raw.submissions.finished_at IS 'When its outcome was settled; empty while it is open.';
COMMENT ON COLUMN raw.submissions.outcome IS 'loaded, duplicate, waiting or quarantined; empty while it is open.';
COMMENT ON COLUMN raw.submissions.reason IS 'What happened and what to do, in plain words.';
COMMENT ON COLUMN raw.submissions.program IS 'The optional program that it waits for.';
COMMENT ON COLUMN raw.submissions.duplicate_of IS 'The earlier submission of the same bytes, where the outcome is duplicate.';
COMMENT ON COLUMN raw.submissions.run_id IS 'The run that took it, or took it up again.';

COMMENT ON TABLE raw.failures IS 'One failed attempt at a submission; a submission that was tried twice may have two.';
COMMENT ON COLUMN raw.failures.submission IS 'The submission that failed.';
COMMENT ON COLUMN raw.failures.run_id IS 'The run in which it failed.';
COMMENT ON COLUMN raw.failures.stage IS 'take, extract, classify or load.';
COMMENT ON COLUMN raw.failures.error_type IS 'Name of the error, e.g. EncryptedDocument.';
COMMENT ON COLUMN raw.failures.reason IS 'What happened and what to do, in plain words.';
COMMENT ON COLUMN raw.failures.failed_at IS 'When it failed.';

COMMENT ON TABLE raw.taxonomies IS 'One version of the taxonomy.';
COMMENT ON COLUMN raw.taxonomies.version IS 'Version, e.g. 2026.1.';
COMMENT ON COLUMN raw.taxonomies.loaded_at IS 'When its concepts were last loaded.';

COMMENT ON TABLE raw.concepts IS 'One concept of one version of the taxonomy.';
COMMENT ON COLUMN raw.concepts.taxonomy IS 'Version of the taxonomy.';
COMMENT ON COLUMN raw.concepts.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN raw.concepts.id IS 'Id of the concept within its facet; never reused.';
COMMENT ON COLUMN raw.concepts.name IS 'Name in English.';
COMMENT ON COLUMN raw.concepts.concept_group IS 'The group that it belongs to, e.g. contact for a risk theme; empty where its facet has none.';
COMMENT ON COLUMN raw.concepts.definition IS 'What it means.';
COMMENT ON COLUMN raw.concepts.position IS 'Place within its facet, counted from 1.';

COMMENT ON TABLE raw.documents IS 'The content behind a sha256: what was read when, and with which versions.';
COMMENT ON COLUMN raw.documents.sha256 IS 'Hash of the bytes.';
COMMENT ON COLUMN raw.documents.media_type IS 'Kind of file, as told from its bytes.';
COMMENT ON COLUMN raw.documents.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.documents.pages IS 'Number of pages; empty for formats without pages (Word).';
COMMENT ON COLUMN raw.documents.passages IS 'Number of its passages.';
COMMENT ON COLUMN raw.documents.property_title IS 'Title in the file''s own metadata; often wrong.';
COMMENT ON COLUMN raw.documents.property_author IS 'Author in the file''s own metadata; often wrong.';
COMMENT ON COLUMN raw.documents.property_created IS 'Time of creation in the file''s own metadata, as written.';
COMMENT ON COLUMN raw.documents.property_modified IS 'Time of change in the file''s own metadata, as written.';
COMMENT ON COLUMN raw.documents.property_producer IS 'Program in the file''s own metadata.';
COMMENT ON COLUMN raw.documents.extractor_version IS 'Version of the reader that read it.';
COMMENT ON COLUMN raw.documents.model_version IS 'Version of the models and rules that labelled it.';
COMMENT ON COLUMN raw.documents.taxonomy_version IS 'Version of the taxonomy that it was labelled with.';
COMMENT ON COLUMN raw.documents.loaded_at IS 'When it was last loaded.';

COMMENT ON TABLE raw.headers IS 'What the first page says of the document; what it does not say is empty, never guessed.';
COMMENT ON COLUMN raw.headers.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.headers.text IS 'The first lines that the fields were read from.';
COMMENT ON COLUMN raw.headers.symbol IS 'Document number, e.g. CWG-COP-14/3-E.';
COMMENT ON COLUMN raw.headers.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN raw.headers.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN raw.headers.meeting_place IS 'Where the meeting took place.';
COMMENT ON COLUMN raw.headers.meeting_date IS 'First day of the meeting.';
COMMENT ON COLUMN raw.headers.document_date IS 'Date of the document.';
COMMENT ON COLUMN raw.headers.title IS 'Title.';
COMMENT ON COLUMN raw.headers.agenda_item IS 'Agenda item, as written.';
COMMENT ON COLUMN raw.headers.original_languages IS 'Languages of the original: ISO 639-1 codes.';

COMMENT ON TABLE raw.header_provenance IS 'Where a header field was read, and how sure the reading is.';
COMMENT ON COLUMN raw.header_provenance.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.header_provenance.field IS 'Name of the field in the header.';
COMMENT ON COLUMN raw.header_provenance.page IS 'Page, counted from 1; empty where the format has no pages.';
COMMENT ON COLUMN raw.header_provenance.span IS 'Half-open character offsets in the text of the header.';
COMMENT ON COLUMN raw.header_provenance.confidence IS 'How sure the reading is, 0 to 1.';

COMMENT ON TABLE raw.sources IS 'Who submitted a document; a joint contribution has several.';
COMMENT ON COLUMN raw.sources.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.sources.position IS 'Place among its sources, counted from 1.';
COMMENT ON COLUMN raw.sources.name IS 'Name as written.';
COMMENT ON COLUMN raw.sources.iso3 IS 'ISO 3166-1 alpha-3 code of a State; empty for all others.';

COMMENT ON TABLE raw.readings IS 'What else the reader found in a file: furniture, outline, bookmarks, warnings.';
COMMENT ON COLUMN raw.readings.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.readings.furniture IS 'Running headers, footers and page numbers, each once.';
COMMENT ON COLUMN raw.readings.outline IS 'Lines of a PDF''s outline with level and page.';
COMMENT ON COLUMN raw.readings.page_labels IS 'Labels of its pages, as a PDF names them.';
COMMENT ON COLUMN raw.readings.bookmarks IS 'Names of its Word bookmarks.';
COMMENT ON COLUMN raw.readings.embedded IS 'Names of files embedded in it.';
COMMENT ON COLUMN raw.readings.warnings IS 'What a reader should know of the reading, e.g. low OCR confidence.';

COMMENT ON TABLE raw.passages IS 'A paragraph, list item, table row, note or heading: the unit that is classified and cited.';
COMMENT ON COLUMN raw.passages.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.passages.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN raw.passages.id IS 'Content hash: the same on every machine and run.';
COMMENT ON COLUMN raw.passages.page IS 'Page, counted from 1; empty for formats without pages (Word).';
COMMENT ON COLUMN raw.passages.kind IS 'heading, paragraph, list_item, table_row, footnote, endnote, caption or text_box.';
COMMENT ON COLUMN raw.passages.number IS 'Number as printed, e.g. 2.3 or a).';
COMMENT ON COLUMN raw.passages.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN raw.passages.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.passages.text IS 'The text in force: with tracked insertions, without tracked deletions.';
COMMENT ON COLUMN raw.passages.text_before IS 'The text without the tracked changes; empty where nothing was tracked.';
COMMENT ON COLUMN raw.passages.proposal IS 'What a proposal does to a provision: MOD, ADD, SUP or NOC.';
COMMENT ON COLUMN raw.passages.table_index IS 'For a table row: its table, counted from 0 in the document.';
COMMENT ON COLUMN raw.passages.table_row IS 'For a table row: its row, counted from 0.';
COMMENT ON COLUMN raw.passages.confidence IS 'Mean word confidence, 0 to 1, where the text was read by OCR.';

COMMENT ON TABLE raw.revisions IS 'A tracked change in a passage.';
COMMENT ON COLUMN raw.revisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.revisions.paragraph IS 'The passage: its place in the document, counted from 1.';
COMMENT ON COLUMN raw.revisions.position IS 'Place among the changes of the passage, counted from 1.';
COMMENT ON COLUMN raw.revisions.kind IS 'insertion, deletion, move_from or move_to.';
COMMENT ON COLUMN raw.revisions.span IS 'Half-open character offsets: of a deletion or move_from in text_before, of others in text.';
COMMENT ON COLUMN raw.revisions.text IS 'The inserted, deleted or moved text.';
COMMENT ON COLUMN raw.revisions.author IS 'Who made the change, as the file says.';
COMMENT ON COLUMN raw.revisions.written_at IS 'When, as written in the file (ISO 8601).';

COMMENT ON TABLE raw.remarks IS 'A reviewer''s comment in the margin.';
COMMENT ON COLUMN raw.remarks.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.remarks.position IS 'Place among the comments, counted from 1.';
COMMENT ON COLUMN raw.remarks.author IS 'Who wrote it, as the file says.';
COMMENT ON COLUMN raw.remarks.written_at IS 'When, as written in the file (ISO 8601).';
COMMENT ON COLUMN raw.remarks.text IS 'The comment.';
COMMENT ON COLUMN raw.remarks.anchor IS 'The words that it comments on; empty where it hangs on a point.';

COMMENT ON TABLE raw.tables IS 'A table of a document.';
COMMENT ON COLUMN raw.tables.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.tables.table_index IS 'Place among its tables, counted from 0.';
COMMENT ON COLUMN raw.tables.page IS 'Page that it begins on, counted from 1; empty for formats without pages.';
COMMENT ON COLUMN raw.tables.caption IS 'Caption.';
COMMENT ON COLUMN raw.tables.row_count IS 'Number of rows.';
COMMENT ON COLUMN raw.tables.column_count IS 'Number of columns.';

COMMENT ON TABLE raw.cells IS 'A cell of a table; a merged cell is one row with its spans.';
COMMENT ON COLUMN raw.cells.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.cells.table_index IS 'The table, counted from 0 in the document.';
COMMENT ON COLUMN raw.cells.row_index IS 'Row, counted from 0.';
COMMENT ON COLUMN raw.cells.column_index IS 'Column, counted from 0.';
COMMENT ON COLUMN raw.cells.row_span IS 'Rows that it spans.';
COMMENT ON COLUMN raw.cells.column_span IS 'Columns that it spans.';
COMMENT ON COLUMN raw.cells.header IS 'Whether it is a heading of rows or columns.';
COMMENT ON COLUMN raw.cells.text IS 'Its text.';

COMMENT ON TABLE raw.suggestions IS 'A label that a model or rule gives to a passage; it is in force where the score reaches the threshold.';
COMMENT ON COLUMN raw.suggestions.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.suggestions.paragraph IS 'The passage: its place in the document, counted from 1.';
COMMENT ON COLUMN raw.suggestions.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN raw.suggestions.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN raw.suggestions.score IS 'How sure the model is, 0 to 1.';
COMMENT ON COLUMN raw.suggestions.threshold IS 'The score from which the label is in force.';
COMMENT ON COLUMN raw.suggestions.model IS 'Name and version of what gave it, e.g. rules-2026.1.';
COMMENT ON COLUMN raw.suggestions.evidence IS 'Half-open character offsets in the passage''s text that earned it.';
