-- How memory was used: what was asked and how that ended, what was shown and what it cost. No text of a record or a
-- question stands here.

CREATE TABLE journal_queries (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    space      INTEGER NOT NULL,
    name       TEXT    NOT NULL, -- "q-12"
    at         BLOB    NOT NULL,
    profile    BLOB    NOT NULL,
    strategies BLOB    NOT NULL, -- JSON
    selected   BLOB    NOT NULL, -- JSON
    outcome    TEXT,
    completed  INTEGER,
    UNIQUE (space, name)
);
CREATE INDEX journal_queries_space ON journal_queries (space, id);

CREATE TABLE journal_recalled (
    space INTEGER NOT NULL,
    hash  BLOB    NOT NULL,
    at    BLOB    NOT NULL,
    PRIMARY KEY (space, hash)
) WITHOUT ROWID;

CREATE TABLE journal_shown (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    space    INTEGER NOT NULL,
    session  BLOB    NOT NULL,
    task     BLOB    NOT NULL,
    at       BLOB    NOT NULL,
    question INTEGER NOT NULL,
    in_index INTEGER NOT NULL, -- tokens, as the following
    timeline INTEGER NOT NULL,
    read     INTEGER NOT NULL,
    all_of   INTEGER NOT NULL,
    topics   BLOB    NOT NULL, -- JSON
    idle     BLOB    NOT NULL  -- JSON
);
CREATE INDEX journal_shown_session ON journal_shown (space, session, task);

CREATE TABLE journal_changes (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    space  INTEGER NOT NULL,
    kind   TEXT    NOT NULL,
    topic  BLOB    NOT NULL,
    change BLOB    NOT NULL, -- JSON
    at     BLOB    NOT NULL,
    UNIQUE (space, kind, topic)
);

PRAGMA user_version = 4;
