-- Vectors of texts of records, so that an index can be built again without a model. A vector tells something of its
-- text: it goes when its record is forgotten.

CREATE TABLE embeddings (
    space   INTEGER NOT NULL,
    record  INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    model   TEXT    NOT NULL,
    hash    BLOB    NOT NULL, -- of the text
    vector  BLOB    NOT NULL, -- one byte a dimension
    PRIMARY KEY (space, record, passage)
) WITHOUT ROWID;

PRAGMA user_version = 3;
