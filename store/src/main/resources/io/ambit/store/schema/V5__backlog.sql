-- What is known of the items of a backlog beside their files, which are the truth. The space leads every key.

-- Vectors of texts, so that a restart need not make them again; those of texts that are gone are dropped.
CREATE TABLE text_vectors (
    space  INTEGER NOT NULL,
    hash   BLOB    NOT NULL, -- of the text
    model  TEXT    NOT NULL,
    vector BLOB    NOT NULL, -- one byte a dimension
    PRIMARY KEY (space, hash, model)
) WITHOUT ROWID;

-- When an item was last opened: the newest of each space are kept.
CREATE TABLE item_accesses (
    space INTEGER NOT NULL,
    item  TEXT    NOT NULL, -- the id, in the spelling that all spellings have in common
    at    BLOB    NOT NULL, -- 12 bytes whose order is that of time (see TimeBytes)
    PRIMARY KEY (space, item)
) WITHOUT ROWID;
CREATE INDEX item_accesses_at ON item_accesses (space, at);

PRAGMA user_version = 5;
