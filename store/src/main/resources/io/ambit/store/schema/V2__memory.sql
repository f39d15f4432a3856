-- Memory. The space leads every key. Text that may hold anything is kept as bytes. Times of the world may lie outside
-- what nanoseconds can count: all times of memory are 12 bytes whose order is that of time (see TimeBytes).

-- What was numbered last in a space: 'sequence' for its changes, else the beginning of an id ('ep-2026-01-05', 'sem').
CREATE TABLE memory_numbers (
    space INTEGER NOT NULL,
    name  TEXT    NOT NULL,
    last  INTEGER NOT NULL,
    PRIMARY KEY (space, name)
) WITHOUT ROWID;

-- A record without its content. Of a forgotten one there remain id, kind, times of storage and forgetting, and the
-- hash of source and key, so that an import does not bring it back.
CREATE TABLE records (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    space         INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    state         INTEGER NOT NULL, -- 0 live, 1 archived, 2 forgotten
    sequence      INTEGER NOT NULL, -- of its last change
    created       BLOB    NOT NULL,
    updated       BLOB    NOT NULL,
    happened      BLOB,
    time          BLOB    NOT NULL, -- happened, else created
    importance    REAL    NOT NULL,
    confidence    REAL    NOT NULL,
    uses          INTEGER NOT NULL,
    last_used     BLOB,
    author        BLOB,
    source        BLOB,
    source_key    BLOB,
    key_hash      BLOB,             -- null where the key is empty
    session       BLOB,             -- of the provenance
    step          INTEGER,
    turn_session  BLOB,
    turn_position INTEGER,
    UNIQUE (space, name)
);
CREATE UNIQUE INDEX records_sequence ON records (space, sequence);
CREATE UNIQUE INDEX records_key ON records (space, key_hash) WHERE key_hash IS NOT NULL;
-- In the order of storage, page after page.
CREATE INDEX records_space ON records (space);
CREATE INDEX records_kind ON records (space, kind, state);
CREATE INDEX records_time ON records (space, time);
CREATE INDEX records_source ON records (space, source) WHERE source IS NOT NULL;
CREATE INDEX records_session ON records (space, session) WHERE session IS NOT NULL;
CREATE INDEX records_turn ON records (space, turn_session, turn_position) WHERE turn_session IS NOT NULL;

-- Written once and in the order of storage, apart from what changes often, so that rows seldom move between pages.
CREATE TABLE record_contents (
    record INTEGER PRIMARY KEY,
    space  INTEGER NOT NULL,
    bytes  BLOB    NOT NULL -- JSON
);

-- A fact as it was stated; what others of its subject and predicate leave of its interval stands in fact_versions.
CREATE TABLE facts (
    record    INTEGER PRIMARY KEY,
    space     INTEGER NOT NULL,
    subject   BLOB    NOT NULL, -- folded
    predicate BLOB    NOT NULL, -- folded
    single    INTEGER NOT NULL,
    stated    BLOB    NOT NULL  -- JSON
);
CREATE INDEX facts_subject ON facts (space, subject, predicate);

CREATE TABLE fact_versions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    space      INTEGER NOT NULL,
    record     INTEGER NOT NULL,
    created    BLOB    NOT NULL,
    expired    BLOB,
    subject    BLOB    NOT NULL, -- folded
    predicate  BLOB    NOT NULL, -- folded
    valid      BLOB,
    invalid    BLOB,
    confidence REAL    NOT NULL,
    content    BLOB    NOT NULL  -- JSON
);
CREATE INDEX fact_versions_record ON fact_versions (space, record);
CREATE INDEX fact_versions_subject ON fact_versions (space, subject, predicate, record);
CREATE INDEX fact_versions_predicate ON fact_versions (space, predicate, record);

CREATE TABLE links (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    space   INTEGER NOT NULL,
    origin  INTEGER NOT NULL, -- record
    type    TEXT    NOT NULL,
    target  INTEGER NOT NULL, -- record
    author  BLOB    NOT NULL,
    created BLOB    NOT NULL,
    UNIQUE (space, origin, type, target)
);
CREATE INDEX links_target ON links (space, target);

CREATE TABLE prompt_blocks (
    space       INTEGER NOT NULL,
    label       BLOB    NOT NULL,
    id          BLOB    NOT NULL,
    value       BLOB    NOT NULL,
    description BLOB    NOT NULL,
    size_limit  INTEGER NOT NULL,
    template    BLOB    NOT NULL,
    metadata    BLOB    NOT NULL, -- JSON
    read_only   INTEGER NOT NULL,
    in_context  INTEGER NOT NULL,
    updated     BLOB    NOT NULL,
    agent       BLOB,
    PRIMARY KEY (space, label)
) WITHOUT ROWID;

CREATE TABLE prompt_block_history (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    space       INTEGER NOT NULL,
    label       BLOB    NOT NULL,
    id          BLOB    NOT NULL,
    value       BLOB    NOT NULL,
    description BLOB    NOT NULL,
    size_limit  INTEGER NOT NULL,
    template    BLOB    NOT NULL,
    metadata    BLOB    NOT NULL,
    read_only   INTEGER NOT NULL,
    in_context  INTEGER NOT NULL,
    updated     BLOB    NOT NULL,
    agent       BLOB
);
CREATE INDEX prompt_block_history_label ON prompt_block_history (space, label);

PRAGMA user_version = 2;
