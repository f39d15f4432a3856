-- How memory was used. The space leads every key. No text of a record or a question stands here. Times are 12 bytes
-- whose order is that of time (see TimeBytes), durations nanoseconds.

CREATE TABLE memory_queries (
    space     INTEGER NOT NULL,
    number    INTEGER NOT NULL, -- in the space, from 1
    at        BLOB    NOT NULL,
    profile   TEXT    NOT NULL,
    selected  BLOB    NOT NULL, -- ids, JSON
    outcome   TEXT,             -- null until it is reported
    completed INTEGER,
    PRIMARY KEY (space, number)
) WITHOUT ROWID;

CREATE TABLE memory_query_strategies (
    space      INTEGER NOT NULL,
    query      INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    type       TEXT    NOT NULL,
    results    INTEGER NOT NULL,
    selected   INTEGER NOT NULL,
    latency    INTEGER NOT NULL,
    propensity REAL    NOT NULL,
    PRIMARY KEY (space, query, position)
) WITHOUT ROWID;

CREATE TABLE recalled_texts (
    space INTEGER NOT NULL,
    hash  BLOB    NOT NULL,
    first BLOB    NOT NULL, -- when it was shown first
    PRIMARY KEY (space, hash)
) WITHOUT ROWID;

CREATE TABLE memory_shown (
    space           INTEGER NOT NULL,
    number          INTEGER NOT NULL, -- in the space, from 1
    session         BLOB    NOT NULL,
    task            BLOB    NOT NULL,
    at              BLOB    NOT NULL,
    question        INTEGER NOT NULL,
    index_tokens    INTEGER NOT NULL,
    timeline_tokens INTEGER NOT NULL,
    read_tokens     INTEGER NOT NULL,
    all_tokens      INTEGER NOT NULL,
    names           BLOB    NOT NULL, -- topics and what was carried out, JSON
    PRIMARY KEY (space, number)
) WITHOUT ROWID;
CREATE INDEX memory_shown_session ON memory_shown (space, session, number);
CREATE INDEX memory_shown_task ON memory_shown (space, task, number);

CREATE TABLE topic_changes (
    space  INTEGER NOT NULL,
    kind   TEXT    NOT NULL,
    topic  BLOB    NOT NULL,
    number INTEGER NOT NULL, -- in the space, by their first making
    at     BLOB    NOT NULL,
    value  BLOB    NOT NULL, -- JSON
    PRIMARY KEY (space, kind, topic)
) WITHOUT ROWID;

PRAGMA user_version = 4;
