-- Patterns of failed calls and what people decided on them. The space leads every key; times are 12 bytes whose order is
-- that of time (see TimeBytes).

CREATE TABLE tool_patterns (
    space INTEGER NOT NULL,
    id    TEXT    NOT NULL,
    bytes BLOB    NOT NULL, -- JSON
    PRIMARY KEY (space, id)
) WITHOUT ROWID;

-- What was done with patterns. It holds ids and our own sentences.
CREATE TABLE tool_pattern_events (
    number  INTEGER PRIMARY KEY,
    space   INTEGER NOT NULL,
    at      BLOB    NOT NULL,
    what    TEXT    NOT NULL,
    pattern TEXT    NOT NULL,
    note    BLOB    NOT NULL
);
CREATE INDEX tool_pattern_events_space ON tool_pattern_events (space, number);

PRAGMA user_version = 8;
