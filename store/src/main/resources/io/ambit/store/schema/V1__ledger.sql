-- The ledger. The space leads every key. Text that may hold anything a client sends (lone surrogates included) is kept
-- as bytes; times and durations are nanoseconds.

CREATE TABLE spaces (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- A text, once per space. hash is that of the original even where private text was blanked (redacted).
CREATE TABLE blocks (
    id       INTEGER PRIMARY KEY,
    space    INTEGER NOT NULL,
    hash     BLOB    NOT NULL,
    size     INTEGER NOT NULL, -- bytes, unpacked
    packed   INTEGER NOT NULL, -- 0: as it is, 1: zlib
    redacted INTEGER NOT NULL,
    bytes    BLOB    NOT NULL,
    UNIQUE (space, hash)
);

CREATE TABLE messages (
    id     INTEGER PRIMARY KEY,
    space  INTEGER NOT NULL,
    hash   BLOB    NOT NULL,
    role   TEXT    NOT NULL,
    extras INTEGER,          -- block; null for none
    UNIQUE (space, hash)
);
CREATE INDEX messages_extras ON messages (space, extras) WHERE extras IS NOT NULL;

CREATE TABLE parts (
    space   INTEGER NOT NULL,
    message INTEGER NOT NULL,
    part    INTEGER NOT NULL,
    kind    TEXT    NOT NULL, -- text, call, result, opaque
    ref     BLOB,             -- id of the call, or kind of the opaque part
    name    BLOB,             -- of the tool called
    block   INTEGER NOT NULL,
    PRIMARY KEY (space, message, part)
) WITHOUT ROWID;
CREATE INDEX parts_block ON parts (space, block);

CREATE TABLE sessions (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    space             INTEGER NOT NULL,
    name              TEXT    NOT NULL,
    client_session    TEXT,
    client            TEXT    NOT NULL,
    model             TEXT    NOT NULL,
    started           INTEGER NOT NULL,
    last_request      INTEGER NOT NULL,
    steps             INTEGER NOT NULL,
    branches          INTEGER NOT NULL,
    links             INTEGER NOT NULL, -- rows in chain
    tip               BLOB    NOT NULL, -- of the last request
    tip_length        INTEGER NOT NULL,
    last_body         BLOB,
    retrieve_tool     INTEGER,
    boundary          INTEGER NOT NULL, -- of the last decisions
    summary_failures  INTEGER NOT NULL,
    revision          INTEGER NOT NULL, -- counts every change, so that a copy in memory knows when it is stale
    UNIQUE (space, name)
);
CREATE INDEX sessions_client ON sessions (space, client_session) WHERE client_session IS NOT NULL;
CREATE INDEX sessions_tip ON sessions (space, tip);
CREATE INDEX sessions_body ON sessions (space, last_body);
CREATE INDEX sessions_used ON sessions (last_request);

-- The messages of a session as a tree: each row is a message after the one that parent names.
CREATE TABLE chain (
    space   INTEGER NOT NULL,
    session INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    parent  INTEGER NOT NULL, -- seq, -1 for the first message
    length  INTEGER NOT NULL, -- messages up to here
    link    BLOB    NOT NULL, -- hash of the message and all before it
    message INTEGER NOT NULL,
    PRIMARY KEY (space, session, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX chain_link ON chain (space, link, session);
CREATE INDEX chain_message ON chain (space, message);

CREATE TABLE tool_calls (
    space     INTEGER NOT NULL,
    session   INTEGER NOT NULL,
    seq       INTEGER NOT NULL, -- of the result's message in the chain
    part      INTEGER NOT NULL,
    iteration INTEGER NOT NULL,
    call      BLOB    NOT NULL,
    name      BLOB,             -- null where the result answers no known call
    arguments INTEGER,          -- block
    result    INTEGER NOT NULL, -- block
    failed    INTEGER NOT NULL,
    PRIMARY KEY (space, session, seq, part)
) WITHOUT ROWID;

CREATE TABLE outputs (
    space   INTEGER NOT NULL,
    session INTEGER NOT NULL,
    id      TEXT    NOT NULL,
    block   INTEGER NOT NULL,
    shown   INTEGER NOT NULL, -- whether a decision has put the id into a request
    PRIMARY KEY (space, session, id)
) WITHOUT ROWID;
CREATE INDEX outputs_id ON outputs (space, id);

CREATE TABLE steps (
    space       INTEGER NOT NULL,
    session     INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    tip         BLOB    NOT NULL,
    messages    INTEGER NOT NULL,
    model       TEXT    NOT NULL,
    policy      TEXT    NOT NULL,
    bytes_in    INTEGER NOT NULL,
    bytes_out   INTEGER NOT NULL,
    decided     TEXT    NOT NULL, -- "cut 3 drop 1"
    retries     INTEGER NOT NULL,
    failed_open TEXT    NOT NULL,
    ended       INTEGER NOT NULL,
    status      INTEGER,
    tokens_in   INTEGER,
    tokens_out  INTEGER,
    first_byte  INTEGER,
    total       INTEGER,
    retrievals  INTEGER,
    reply       INTEGER,          -- message
    error       TEXT,
    PRIMARY KEY (space, session, number)
) WITHOUT ROWID;
CREATE INDEX steps_reply ON steps (space, reply) WHERE reply IS NOT NULL;

CREATE TABLE usages (
    space   INTEGER NOT NULL,
    session INTEGER NOT NULL,
    step    INTEGER NOT NULL,
    round   INTEGER NOT NULL,
    input   INTEGER NOT NULL,
    cached  INTEGER NOT NULL,
    output  INTEGER NOT NULL,
    PRIMARY KEY (space, session, step, round)
) WITHOUT ROWID;

CREATE TABLE decisions (
    space     INTEGER NOT NULL,
    session   INTEGER NOT NULL,
    link      BLOB    NOT NULL,
    part      INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    output    TEXT,
    to_link   BLOB,
    to_part   INTEGER,
    shown     BLOB,
    saved     INTEGER,
    PRIMARY KEY (space, session, link, part)
) WITHOUT ROWID;

CREATE TABLE summaries (
    space      INTEGER NOT NULL,
    session    INTEGER NOT NULL,
    first      INTEGER NOT NULL,
    last       INTEGER NOT NULL,
    link       BLOB    NOT NULL,
    text       BLOB    NOT NULL,
    PRIMARY KEY (space, session, link, first, last)
) WITHOUT ROWID;

CREATE TABLE hidden_exchanges (
    space    INTEGER NOT NULL,
    session  INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    link     BLOB    NOT NULL,
    position INTEGER NOT NULL,
    messages BLOB    NOT NULL,
    reply    BLOB    NOT NULL,
    PRIMARY KEY (space, session, link, position)
) WITHOUT ROWID;

-- Sessions that were forgotten and whose rows are still being removed, a few at a time.
CREATE TABLE forgotten (
    space   INTEGER NOT NULL,
    session INTEGER NOT NULL,
    PRIMARY KEY (space, session)
) WITHOUT ROWID;

PRAGMA user_version = 1;
