"""The dashboard in a real browser: filled with what a gateway records and a project holds, then looked at.

Screenshots of every page stay in target/screenshots.
"""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import urllib.request

import checks
import clients
from ambit import ROOT, Ambit
from scripted_server import ScriptedServer

SCREENSHOTS = ROOT / "target" / "screenshots"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LONG = "".join(f"line {n}: the value of entry {n} is {n * 37 % 101}, seen at offset {n * 512}\n" for n in range(400))
ITEMS = {
    "EPIC-0001-upload.md": ("EPIC-0001", "epic", "Uploads that survive a bad network", "in_progress", "",
                            "People lose **large files** when the train enters a tunnel.\n"),
    "TASK-0001-chunks.md": ("TASK-0001", "task", "Send files in chunks", "done", "parent_id: EPIC-0001\n",
                            "Chunks of 4 MB.\n"),
    "TASK-0002-resume.md": ("TASK-0002", "task", "Resume after a break", "in_progress",
                            "parent_id: EPIC-0001\ntags: [network, client]\nreferences:\n  - TASK-0001\n"
                            "  - https://example.org/resumable\n",
                            "# Goal\n\nAsk the server which chunks it has, then send the rest.\n\n"
                            "- [chunks](TASK-0001-chunks.md) first\n- `HEAD` tells the offset\n\n"
                            "```\nHEAD /files/24e5 HTTP/1.1\n```\n\n> Never twice the same byte.\n"),
    "TASK-0003-quota.md": ("TASK-0003", "task", "Say early that the disk is full", "blocked",
                           "parent_id: EPIC-0001\nblocked_reason:\n  - waits for TASK-0002\n", "Before the upload.\n"),
    "TASK-0004-colour.md": ("TASK-0004", "task", "A progress bar that does not lie", "open",
                            "parent_id: EPIC-0001\ntags: [ui]\n", "<script>alert('from a file')</script>\n"),
    "TASK-0005-old.md": ("TASK-0005", "task", "Upload by mail", "cancelled", "", "Nobody asked for it.\n"),
}
INSIGHTS = (
    ("decision", "Retries wait twice as long each time, at most a minute.", "EPIC-0001"),
    ("gotcha", "The proxy cuts requests after 60 seconds, whatever the client says.", "TASK-0002"),
    ("learning", "Retries without jitter arrive together and double the load.", "TASK-0002"),
    ("learning", "Retries without jitter arrive all together and double the load.", "TASK-0003"),
    ("question", "Who deletes the chunks of an upload that never ends?", "TASK-0001"),
)


def chromium():
    """The browser of this machine, None where there is none."""
    named = os.environ.get("AMBIT_CHROMIUM")
    return named or next((found for name in CHROMIUM if (found := shutil.which(name))), None)


def absent():
    """Why the checks cannot be made here, "" where they can."""
    if chromium() is None:
        return "there is no Chromium"
    if not clients.NODE.exists():
        return "there is no Node 22"
    missing = [name for name in ("puppeteer-core", "axe-core") if not (clients.NODE_MODULES / name).exists()]
    return f"{', '.join(missing)} of npm is missing" if missing else ""


def post(url, value, token=""):
    request = urllib.request.Request(url, json.dumps(value).encode(),
                                     {"content-type": "application/json", **({"x-ambit-token": token} if token else {})})
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
        return json.load(answer)


def write_backlog(project):
    folder = project / "docs" / "tasks"
    folder.mkdir(parents=True)
    for name, (item, kind, title, status, more, text) in ITEMS.items():
        (folder / name).write_text(f"---\nid: {item}\ntype: {kind}\ntitle: {title}\nstatus: {status}\n{more}"
                                   f"created_at: 2026-11-01T10:00:00Z\n---\n\n{text}")


def talk(base):
    """A session of four steps whose tool returns more than the model needs to see again."""
    messages = [{"role": "system", "content": "You are a careful engineer."},
                {"role": "user", "content": "Find out why uploads break off. <img src=x onerror=alert(1)>"}]
    for step in range(4):
        post(f"{base}/v1/chat/completions", {"model": "gpt-5-mini", "messages": messages, "tools": [
            {"type": "function", "function": {"name": "read", "parameters": {"type": "object"}}}]})
        call = {"id": f"call-{step}", "type": "function",
                "function": {"name": "read", "arguments": json.dumps({"path": f"log-{step}.txt"})}}
        messages += [{"role": "assistant", "content": None, "tool_calls": [call]},
                     {"role": "tool", "tool_call_id": call["id"], "content": LONG.replace("entry", f"entry {step}.")}]


def main():
    why = absent()
    if why:
        checks.skip("the dashboard in a browser", why)
        return
    checks.title("the dashboard in headless Chromium")
    scripted = ScriptedServer()
    # On its own root: a project without git lies in the space "default".
    project = pathlib.Path(tempfile.mkdtemp(prefix="ambit-e2e-project-"))
    try:
        write_backlog(project)
        with Ambit() as ambit:
            base = ambit.start(scripted.url, "tight")
            token = (pathlib.Path(ambit.home) / "token").read_text().strip()
            # What an agent's hook does: from then on the project is known.
            ambit.run("hook", "session-start", cwd=project, said="{}")
            records = [post(f"{base}/rest/memory/records?space=default", insight(*one), token) for one in INSIGHTS]
            talk(base)
            session = ambit.sessions()[0]
            login = ambit.json("open", "--print")["url"]
            look(base, login, f"/sessions/{session['space']}/{session['id']}", records)
    finally:
        scripted.close()
        shutil.rmtree(project, ignore_errors=True)


def insight(kind, said, about):
    tags = [f"item:{about}", "epic:EPIC-0001"] if about.startswith("TASK") else [f"epic:{about}"]
    return {"kind": "insight", "author": "agent:pi", "content": {"type": kind, "content": said, "context": about, "tags": tags}}


def look(base, login, session, records):
    pages = {
        "sessions": "/",
        "session": session,
        "step": f"{session}/steps/3",
        "tools": "/tools?space=default&range=all",
        "memory": "/memory?space=default",
        "memory-search": "/memory?space=default&q=why+do+retries+hurt",
        "record": f"/memory/default/{records[0]['id']}",
        "backlog": "/backlog?space=default",
        "backlog-search": "/backlog?space=default&q=resume+upload",
        "item": "/backlog/item?space=default&id=TASK-0002",
        "epic": "/backlog/item?space=default&id=EPIC-0001",
        "context": "/backlog/context?space=default&id=TASK-0002&tokens=500",
        "reconcile": "/reconcile?space=default",
        "review": "/reconcile?space=default&epic=EPIC-0001",
        "empty": "/memory?space=nothing-here",
    }
    orders = {"base": base, "login": login, "pages": pages, "chromium": chromium(), "screenshots": str(SCREENSHOTS)}
    environment = {**os.environ, "AMBIT_NODE_MODULES": str(clients.NODE_MODULES), "NO_PROXY": "*", "no_proxy": "*"}
    done = subprocess.run([clients.NODE, clients.HERE / "dashboard.mjs"], input=json.dumps(orders), env=environment,
                          capture_output=True, text=True, timeout=900)
    for line in done.stdout.splitlines():
        result = json.loads(line)
        checks.check(result["what"], result["holds"], result["detail"])
    checks.check("the browser ran to the end", done.returncode == 0, done.stderr.strip()[-1500:])
