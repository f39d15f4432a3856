"""PostgreSQL, a server of its own, by psql."""

import os
import pathlib
import shutil
import subprocess
import time

LOCAL = NOBODY = 65534


def programs():
    for folder in [*pathlib.Path("/usr/lib/postgresql").glob("*/bin"), pathlib.Path("/usr/local/bin"), pathlib.Path("/usr/bin")]:
        if (folder / "initdb").exists():
            return folder
    return None


def make(maker):
    binaries = programs()
    if binaries is None or not maker.needs("psql"):
        maker.missing.append("postgres: no initdb")
        return
    data = maker.folder / "data"
    maker.folder.chmod(0o777)
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
    def call(*words, **more):
        subprocess.run([str(word) for word in words], check=True, capture_output=True, cwd=maker.folder,
                       env={"PATH": os.environ["PATH"], "LC_ALL": "C"}, **(user | more))
    try:
        call(binaries / "initdb", "-D", data, "-U", "owner", "--auth=trust", "--no-sync")
        (data / "pg_hba.conf").write_text("local all owner trust\nlocal all reader trust\nlocal all secret scram-sha-256\n")
        call(binaries / "pg_ctl", "-D", data, "-w", "-l", maker.folder / "log", "-o", f"-k {maker.folder} -p 54329 -c listen_addresses=''", "start",
             stdin=subprocess.DEVNULL)
    except (subprocess.CalledProcessError, OSError) as problem:
        maker.missing.append(f"postgres: no server: {problem} {getattr(problem, 'stderr', '')}")
        return
    base = f"psql -X -h {maker.folder} -p 54329 -d postgres"
    try:
        script = """
            CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, age int CHECK (age >= 0), code varchar(3));
            CREATE TABLE orders (id int PRIMARY KEY, owner int REFERENCES users, at timestamptz);
            CREATE VIEW names AS SELECT DISTINCT name FROM users;
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE ROLE reader LOGIN; CREATE ROLE secret LOGIN PASSWORD 'x';
            INSERT INTO users VALUES (1, 'Ann', 3, 'abc'); INSERT INTO orders VALUES (1, 1, now());"""
        subprocess.run(["/bin/bash", "-c", f"{base} -U owner -v ON_ERROR_STOP=1 -q"], input=script, text=True, check=True, capture_output=True)

        def query(label, sql, who="owner", verbose=False, options="", note=""):
            words = f'{base} -U {who} -w -v ON_ERROR_STOP=1 {"-v VERBOSITY=verbose" if verbose else ""} {options} -c "{sql}"'
            maker.run(label, words, note, tool="postgres_query", params={"sql": sql})

        query("not found", "SELECT * FROM customers")
        query("not found", "SELECT surname FROM users")
        query("not found", "INSERT INTO orders VALUES (2, 99, now())", verbose=True)
        query("not found", "DROP TABLE customers")
        query("not found", "SET ROLE nobody_here")
        query("not found", "DROP INDEX nope", verbose=True)
        query("not found", "SELECT 'x'::no_type")
        query("not found", "CREATE TABLE nowhere.x (id int)")
        query("conflict", "INSERT INTO users VALUES (1, 'Bob', 1, 'a')")
        query("conflict", "CREATE TABLE users (id int)", verbose=True)
        query("conflict", "DELETE FROM users WHERE id = 1", note="an order refers to it")
        query("conflict", "DROP TABLE users", note="a view depends on it")
        query("conflict", "ALTER TABLE users ADD COLUMN name text")
        query("conflict", "CREATE ROLE reader")
        query("arguments missing", "INSERT INTO users (id) VALUES (2)")
        query("arguments missing", "INSERT INTO users VALUES (3, NULL, 1, 'a')", verbose=True)
        query("wrong value", "SELEC 1")
        query("wrong value", "SELECT 1/0")
        query("wrong value", "INSERT INTO users VALUES (4, 'x', -5, 'a')")
        query("wrong value", "INSERT INTO users VALUES (5, 'x', 5, 'abcdef')")
        query("wrong value", "SELECT '2025-13-45'::date", verbose=True)
        query("wrong value", "SELECT 99999999999::int")
        query("wrong value", "SELECT 'happy'::mood")
        query("wrong value", "SELECT name, count(*) FROM users")
        query("wrong value", "INSERT INTO users VALUES (1, 2, 3, 4, 5, 6)")
        query("wrong value", "SELECT * FROM users WHERE name = 'x")
        query("wrong type", "SELECT 'abc'::int")
        query("wrong type", "SELECT * FROM users WHERE id = 'one'", verbose=True)
        query("wrong type", "INSERT INTO orders VALUES (5, 1, true)")
        query("wrong type", "SELECT 1 + true")
        query("wrong type", "SELECT '{bad'::uuid")
        query("name", "SELECT frobnicate(1)")
        query("name", "SET frobnicate = 1", verbose=True)
        query("wrong tool", "INSERT INTO names VALUES ('x')")
        query("wrong tool", "DROP TABLE names")
        query("wrong tool", "DROP VIEW users")
        query("permission", "SELECT * FROM users", who="reader")
        query("permission", "DROP TABLE orders", who="reader", verbose=True)
        query("permission", "CREATE ROLE other", who="reader")
        query("permission", "SELECT 1", who="secret", note="no password")
        query("permission", "SELECT 1", who="unlisted")
        query("permission", "SET default_transaction_read_only = on; INSERT INTO users VALUES (9, 'x', 1, 'a')")
        query("time-out", "SET statement_timeout = 200; SELECT pg_sleep(5)")
        query("time-out", "SET statement_timeout = '100ms'; SELECT count(*) FROM generate_series(1, 100000000)", verbose=True)
        holder = subprocess.Popen(["/bin/bash", "-c", f"{base} -U owner -q"], stdin=subprocess.PIPE, text=True)
        holder.stdin.write("BEGIN; LOCK TABLE users;\n")
        holder.stdin.flush()
        time.sleep(0.7)
        query("conflict", "SET lock_timeout = 200; SELECT * FROM users", note="locked by another session")
        query("conflict", "BEGIN; LOCK TABLE users NOWAIT", verbose=True, note="locked by another session")
        holder.stdin.close()
        holder.wait(5)
        maker.run("not found", f"psql -X -h {maker.folder} -p 54329 -U owner -d no_such_db -c 'SELECT 1'")
        maker.run("transport", "psql -X -h 127.0.0.1 -p 1 -U owner -c 'SELECT 1'")
        maker.run("transport", f"psql -X -h {maker.folder} -p 5 -U owner -c 'SELECT 1'", note="no socket there")
        maker.run("transport", "psql -X -h no-such-host.invalid -U owner -c 'SELECT 1'")
        maker.run("name", f"psql --frobnicate")
        subprocess.run(["/bin/bash", "-c", f"{base} -U owner -q -c 'ALTER ROLE reader CONNECTION LIMIT 0'"], check=True)
        query("rate", "SELECT 1", who="reader", note="no connection left for it")
    finally:
        call(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
