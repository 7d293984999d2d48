"""The tables that search asks, all in the encrypted index file.

``doc`` has a short row for each document, so that counting a million is quick: what facets count
(kind, stance, speaker ...) is one number, its *profile*. Where most assertions have a speaker and a
place of their own, profiles are many; those of one kind, stance and language are a *family*, and
families are always few. ``doc_text`` has the text as it was, for snippets; the full-text table
``word`` holds only folded words, no text. ``tally`` says how many documents have a profile and
flags: counting what conditions on these alone fit looks there instead of at every document.
``searched`` counts documents: counting a million anew takes longer than most searches. ``spelling``
leads from keys to words of other scripts that sound alike.

Words of what is erased are taken out of the full-text table one by one (``secure-delete``): marking
them as deleted, as FTS5 does otherwise, would leave them in its pages until these are merged.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE doc(
  no INTEGER PRIMARY KEY, object INTEGER NOT NULL, profile INTEGER NOT NULL,
  family INTEGER NOT NULL, flags INTEGER NOT NULL, about INTEGER);
CREATE TABLE doc_scope(
  no INTEGER PRIMARY KEY, latitude INTEGER, longitude INTEGER, metres INTEGER,
  earliest INTEGER, latest INTEGER, collected_first INTEGER, collected_last INTEGER,
  said_first INTEGER, said_last INTEGER, got_first INTEGER, got_last INTEGER);
CREATE TABLE doc_text(no INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE tally(
  family INTEGER NOT NULL, profile INTEGER NOT NULL, flags INTEGER NOT NULL,
  documents INTEGER NOT NULL, PRIMARY KEY (family, profile, flags)) WITHOUT ROWID;
CREATE TABLE searched(documents INTEGER NOT NULL);
INSERT INTO searched VALUES (0);
CREATE TABLE profile(
  no INTEGER PRIMARY KEY, traits TEXT NOT NULL UNIQUE, family INTEGER NOT NULL);
CREATE TABLE family(no INTEGER PRIMARY KEY, traits TEXT NOT NULL UNIQUE);
CREATE TABLE family_trait(
  field TEXT NOT NULL, value TEXT NOT NULL, family INTEGER NOT NULL,
  PRIMARY KEY (field, value, family)) WITHOUT ROWID;
CREATE TABLE trait(
  field TEXT NOT NULL, value TEXT NOT NULL, words TEXT NOT NULL, profile INTEGER NOT NULL,
  PRIMARY KEY (field, value, profile)) WITHOUT ROWID;
CREATE TABLE spelling(
  key TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE VIRTUAL TABLE word USING fts5(title, body, content='', tokenize='ascii');
INSERT INTO word(word, rank) VALUES ('secure-delete', 1);
INSERT INTO word(word, rank) VALUES ('hashsize', 16777216)
"""
TABLE_NAMES = (
    "doc", "doc_scope", "doc_text", "tally", "searched", "profile", "family", "family_trait",
    "trait", "spelling",
)  # fmt: skip
INDEXES = {
    "doc_by_object": "INDEX doc_by_object ON doc(object)",
    "doc_by_profile": "INDEX doc_by_profile ON doc(profile)",
    "doc_by_family": "INDEX doc_by_family ON doc(family)",
    "tally_by_profile": "INDEX tally_by_profile ON tally(profile)",
    "tally_contradicted": "INDEX tally_contradicted ON tally(family, profile, documents)"
    " WHERE flags & 8 <> 0",
    "doc_by_about": "INDEX doc_by_about ON doc(about) WHERE about IS NOT NULL",
    "doc_with_text": "INDEX doc_with_text ON doc(object) WHERE flags & 4 <> 0",
    "doc_contradicted": "INDEX doc_contradicted ON doc(no) WHERE flags & 8 <> 0",
    "scope_by_place": "INDEX scope_by_place ON doc_scope(latitude, longitude, no)"
    " WHERE latitude IS NOT NULL",
    "scope_by_event": "INDEX scope_by_event ON doc_scope(coalesce(earliest, latest), no)"
    " WHERE coalesce(earliest, latest) IS NOT NULL",
    "scope_by_said": "INDEX scope_by_said ON doc_scope(coalesce(said_first, said_last), no)"
    " WHERE coalesce(said_first, said_last) IS NOT NULL",
    "scope_by_got": "INDEX scope_by_got ON doc_scope(coalesce(got_first, got_last), no)"
    " WHERE coalesce(got_first, got_last) IS NOT NULL",
    "trait_by_profile": "INDEX trait_by_profile ON trait(profile)",
    "spelling_by_word": "INDEX spelling_by_word ON spelling(word)",
}
