"""SQLite, by Python and by its own shell."""

import sqlite3


def make(maker):
    file = maker.folder / "shop.db"
    setup = sqlite3.connect(file)
    setup.executescript("""
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE, age INTEGER CHECK (age >= 0));
        CREATE TABLE orders (id INTEGER PRIMARY KEY, user INTEGER NOT NULL REFERENCES users, total REAL);
        CREATE TABLE strict_one (id INTEGER PRIMARY KEY, n INTEGER) STRICT;
        CREATE VIEW names AS SELECT name FROM users;
        CREATE INDEX by_name ON users (name);
        INSERT INTO users VALUES (1, 'Ann', 'ann@example.com', 30);
        INSERT INTO orders VALUES (1, 1, 2.5);""")
    setup.commit()

    def query(label, sql, values=(), note="", connection=None):
        def action():
            own = connection or sqlite3.connect(file, timeout=0.2)
            own.execute("PRAGMA foreign_keys = on")
            try:
                own.execute(sql, values).fetchall()
                own.rollback()
            finally:
                if connection is None:
                    own.close()
        maker.attempt(label, "query", {"sql": sql} | ({"values": list(values)} if values else {}), action, note)

    query("not found", "SELECT * FROM customers")
    query("not found", "SELECT surname FROM users")
    query("not found", "INSERT INTO users (id, surname) VALUES (2, 'x')")
    query("not found", "DROP TABLE customers")
    query("not found", "DROP INDEX by_age")
    query("not found", "ALTER TABLE gone ADD COLUMN x")
    query("not found", "UPDATE users SET surname = 'x'")
    query("not found", "INSERT INTO orders VALUES (2, 77, 1)", note="the user that the order names is not there")
    query("not found", "ROLLBACK TO nowhere")
    query("not found", "SELECT u.nick FROM users u")
    query("wrong value", "SELEC * FROM users")
    query("wrong value", "SELECT * FROM users WHERE")
    query("wrong value", "SELECT * FROM users WHERE name = 'Ann")
    query("wrong value", "INSERT INTO users VALUES (1, 2)")
    query("wrong value", "INSERT INTO users (id, name) VALUES (3)")
    query("wrong value", "SELECT 1; SELECT 2")
    query("wrong value", "INSERT INTO users VALUES (4, 'Bob', 'b', -1)", note="a check fails")
    query("wrong value", "SELECT id FROM users UNION SELECT id, total FROM orders")
    query("wrong value", "SELECT * FROM users ORDER BY 9")
    query("wrong value", "SELECT count(sum(id)) FROM users")
    query("wrong value", "SELECT id FROM users JOIN orders ON users.id = orders.user", note="ambiguous")
    query("conflict", "CREATE TABLE users (id INTEGER)")
    query("conflict", "INSERT INTO users VALUES (1, 'Ann', 'x', 1)")
    query("conflict", "INSERT INTO users VALUES (9, 'Ann', 'ann@example.com', 1)")
    query("conflict", "CREATE INDEX by_name ON users (age)")
    query("conflict", "ALTER TABLE users ADD COLUMN name TEXT")
    query("arguments missing", "INSERT INTO users (id) VALUES (5)")
    query("arguments missing", "INSERT INTO users VALUES (6, NULL, 'x', 1)")
    query("arguments missing", "SELECT * FROM users WHERE id = ?")
    query("arguments missing", "SELECT * FROM users WHERE id = :id AND name = :name", {"id": 1})
    query("name", "SELECT frobnicate(name) FROM users")
    query("name", "SELECT name FROM users WHERE name REGEXP 'a'")
    query("arguments missing", "SELECT substr() FROM users", note="too few arguments of a function")
    query("wrong type", "INSERT INTO strict_one VALUES (1, 'many')")
    query("wrong type", "SELECT * FROM users WHERE id = ?", ({},), note="a dict for a value")
    query("wrong type", "INSERT INTO users (id, name) VALUES ('one', 'x')")
    query("wrong tool", "INSERT INTO names VALUES ('x')")
    query("wrong tool", "DROP TABLE names")
    query("wrong tool", "DROP VIEW users")
    query("wrong tool", "CREATE INDEX x ON names (name)")
    holder = sqlite3.connect(file)
    holder.execute("BEGIN EXCLUSIVE")
    query("conflict", "INSERT INTO users VALUES (7, 'x', 'y', 1)", note="locked by another connection")
    query("conflict", "SELECT * FROM users", note="locked by another connection")
    holder.rollback()
    holder.close()
    readonly = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    query("permission", "INSERT INTO users VALUES (8, 'x', 'z', 1)", connection=readonly)
    query("permission", "DROP TABLE orders", connection=readonly)
    maker.attempt("not found", "open_database", {"path": "/nowhere/x.db"}, lambda: sqlite3.connect("/nowhere/x.db"))
    (maker.folder / "text.db").write_text("this is no database, " * 100)
    maker.attempt("wrong value", "open_database", {"path": "text.db"}, lambda: sqlite3.connect(maker.folder / "text.db").execute("SELECT * FROM sqlite_master"))

    def interrupted():
        slow = sqlite3.connect(file)
        slow.set_progress_handler(lambda: 1, 100_000)
        slow.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n").fetchall()

    if maker.needs("sqlite3"):
        run = lambda label, sql, form="plain": maker.run(label, f'sqlite3 shop.db "{sql}"', form=form)
        run("not found", "SELECT * FROM invoices")
        run("wrong value", "SELECT FROM users")
        run("conflict", "INSERT INTO users VALUES (1, 'a', 'b', 1)", "status")
        run("arguments missing", "INSERT INTO users (id) VALUES (11)", "json")
        run("name", "SELECT nope(1)")
        run("name", ".frobnicate")
        maker.run("name", "sqlite3 -frob shop.db 'SELECT 1'")
        maker.run("not found", "sqlite3 /nowhere/x.db 'SELECT 1'")
        maker.run("permission", "sqlite3 shop.db \"INSERT INTO users VALUES (12, 'a', 'c', 1)\"", nobody=True)
