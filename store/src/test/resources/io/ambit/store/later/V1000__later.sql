CREATE TABLE later (space INTEGER NOT NULL);

PRAGMA user_version = 1000;
