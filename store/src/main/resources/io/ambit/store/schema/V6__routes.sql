-- Where steps were sent, and the ids by which later requests refer to their replies.

ALTER TABLE steps ADD COLUMN route TEXT NOT NULL DEFAULT ''; -- JSON; '' for the only way there is
ALTER TABLE steps ADD COLUMN reply_id TEXT NOT NULL DEFAULT '';
CREATE INDEX steps_reply_id ON steps (space, reply_id) WHERE reply_id <> '';

-- That of the last step that ended: the session stays there.
ALTER TABLE sessions ADD COLUMN route TEXT NOT NULL DEFAULT '';

PRAGMA user_version = 6;
