-- Tools as agents were offered them, and how people found what was done. The space leads every key; times are 12 bytes
-- whose order is that of time (see TimeBytes).

-- A definition, once per space. It lives as long as a session that was offered it.
CREATE TABLE tool_definitions (
    id     INTEGER PRIMARY KEY,
    space  INTEGER NOT NULL,
    hash   BLOB    NOT NULL, -- of the bytes
    name   BLOB    NOT NULL,
    server BLOB    NOT NULL,
    bytes  BLOB    NOT NULL, -- JSON
    UNIQUE (space, hash)
);

CREATE TABLE tool_offers (
    space      INTEGER NOT NULL,
    session    INTEGER NOT NULL,
    position   INTEGER NOT NULL, -- in the order they were first offered
    definition INTEGER NOT NULL,
    at         BLOB    NOT NULL, -- when the session was first offered this definition
    PRIMARY KEY (space, session, position)
) WITHOUT ROWID;
CREATE INDEX tool_offers_definition ON tool_offers (space, definition);

-- Vectors of descriptions and requests, so that a restart need not make them again.
CREATE TABLE tool_vectors (
    space  INTEGER NOT NULL,
    hash   BLOB    NOT NULL, -- of the text
    model  TEXT    NOT NULL,
    vector BLOB    NOT NULL, -- one byte a dimension
    PRIMARY KEY (space, hash, model)
) WITHOUT ROWID;

-- What a session's calls came to, in numbers. It outlives a session that is too old to be kept, so that months can be
-- compared, and goes with one that a person deletes.
CREATE TABLE session_tallies (
    space   INTEGER NOT NULL,
    session TEXT    NOT NULL, -- its name
    at      BLOB    NOT NULL, -- of its last request
    steps   INTEGER NOT NULL, -- how many it had when it was counted
    tally   BLOB    NOT NULL, -- JSON
    PRIMARY KEY (space, session)
) WITHOUT ROWID;
CREATE INDEX session_tallies_at ON session_tallies (space, at);

CREATE TABLE context_ratings (
    space   INTEGER NOT NULL,
    subject BLOB    NOT NULL, -- a session's name, or an item's id
    author  BLOB    NOT NULL,
    at      BLOB    NOT NULL,
    stars   INTEGER NOT NULL, -- 1 to 5
    PRIMARY KEY (space, subject, author, at)
) WITHOUT ROWID;
CREATE INDEX context_ratings_at ON context_ratings (space, at);

PRAGMA user_version = 7;
