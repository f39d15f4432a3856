"""Runs real tools on small broken projects and keeps what they print, with the strings a reader must find in it.

A case is registered with `case`: files, a command, and what must still be found in a shortened output: the failing
thing, its place and its message, chosen by a person who reads the whole output. `write` checks that each of these
stands in the output that was really printed, takes the machine's own paths out, and appends to the corpus.
"""
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

CASES = []
TOOLS = os.environ.get("RED_TOOLS", os.path.expanduser("~/.cache/ambit-red-tools"))
MIN_SIZE = 3_000


def case(name, project, command, expect, files=None, exit_line=True, tail=True):
    """project: function(folder) that writes the green project; files: what makes it fail, by path."""
    CASES.append(dict(name=name, project=project, command=command, expect=expect, files=files or {},
                      exit_line=exit_line))


def written(name, text, expect):
    """An output written after the real format of a tool that cannot be had here."""
    CASES.append(dict(name=name, text=text, expect=expect))


def put(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


def anonymous(text, folder):
    text = text.replace(os.path.realpath(folder), "/home/dev/shop").replace(folder, "/home/dev/shop")
    text = re.sub(r"/tmp/red-[a-z0-9_]+", "/home/dev/shop", text)
    text = text.replace(TOOLS, "/home/dev/.tools").replace(os.path.expanduser("~"), "/home/dev")
    text = re.sub(r"/work/[a-z]+/[a-z]+", "/home/dev", text)
    text = re.sub(r"https?://[^\s/'\"]*(?:npmjs|pypi|crates|maven|pythonhosted|golang)[^\s/'\"]*", "https://registry.example", text)
    return text.replace(os.uname().nodename, "devbox")


def environment():
    env = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8", TERM="dumb", CI="1", NO_COLOR="1", PYTHONDONTWRITEBYTECODE="1",
               npm_config_update_notifier="false", npm_config_fund="false", npm_config_audit="false",
               PIP_DISABLE_PIP_VERSION_CHECK="1", GOFLAGS="-mod=mod", GOTOOLCHAIN="local", CARGO_TERM_COLOR="never",
               GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="Dev", GIT_AUTHOR_EMAIL="dev@example.org",
               GIT_COMMITTER_NAME="Dev", GIT_COMMITTER_EMAIL="dev@example.org")
    env["PATH"] = TOOLS + "/py/bin:" + TOOLS + "/js/node_modules/.bin:" + env["PATH"]
    for gone in ("GIT_DIR", "GIT_WORK_TREE"):
        env.pop(gone, None)
    return env


def output(c):
    if "text" in c:
        return c["text"]
    folder = tempfile.mkdtemp(prefix="red-")
    try:
        c["project"](folder)
        for path, text in c["files"].items():
            put(folder, path, text)
        done = subprocess.run(["bash", "-c", c["command"]], cwd=folder, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=300, env=environment())
        text = done.stdout.decode("utf-8", "replace")
        if c["exit_line"] and done.returncode:
            text += f"\n[exit code: {done.returncode}]\n"
        return anonymous(text, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write(path, only=""):
    rows = []
    if only and os.path.exists(path):
        with gzip.open(path, "rt") as f:
            made = {c["name"] for c in CASES if c["name"].startswith(only)}
            rows = [r for r in map(json.loads, f) if r["name"] not in made]
    wrong = 0
    for c in CASES:
        if not c["name"].startswith(only):
            continue
        text = output(c)
        missing = [e for e in c["expect"] if e not in text]
        if missing or len(text) < MIN_SIZE:
            wrong += 1
            print(f"!! {c['name']}: {len(text)} characters, missing {missing}", file=sys.stderr)
            with open(os.path.join(tempfile.gettempdir(), "red-" + c["name"].replace("/", "-") + ".txt"), "w") as f:
                f.write(text)
            continue
        rows.append({"name": c["name"], "expect": c["expect"], "text": text})
    rows.sort(key=lambda r: r["name"])
    raw = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows).encode()
    with open(path, "wb") as f, gzip.GzipFile(fileobj=f, mode="wb", mtime=0, filename="") as z:
        z.write(raw)
    print(f"{len(rows)} outputs, {len(raw)} bytes, {os.path.getsize(path)} packed; {wrong} left out")
    return wrong
