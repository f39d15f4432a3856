"""The MCP conformance suite against the fixtures on our transport and door; the inspector on every tool of `ambit mcp`."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import checks
import clients
from ambit import ROOT, Ambit

REQUIRED = 30
NO_PROXY = {"NO_PROXY": "*", "no_proxy": "*"}
# What every tool is called with, in this order; arguments are JSON where they are no plain words.
CALLS = [
    ("backlog_create", {"type": "epic", "title": "Paint the house"}),
    ("backlog_create", {"type": "task", "title": "Buy paint", "parent_id": "EPIC-0001"}),
    ("backlog_list", {}),
    ("backlog_get", {"ids": ["TASK-0001"]}),
    ("backlog_update", {"id": "TASK-0001", "status": "in_progress"}),
    ("backlog_search", {"query": "paint"}),
    ("backlog_assemble_context", {"for_task": "TASK-0001"}),
    ("backlog_capture_insight", {"content": "Water based paint dries faster", "context": "TASK-0001", "type": "learning"}),
    ("backlog_reconcile_context", {"epic_id": "EPIC-0001"}),
    ("memory_remember", {"content": "The ladder stands in the shed"}),
    ("memory_recall", {"query": "where is the ladder"}),
    ("memory_get", {"ids": ["ins-001"]}),
    ("memory_timeline", {}),
    ("memory_forget", {"id": "ins-001"}),
    ("backlog_delete", {"id": "TASK-0001"}),
    ("backlog_suggest_tool", {"user_query": "buy more paint"}),
    ("backlog_validate_call", {"tool_name": "backlog_get", "params": {"ids": ["TASK-0001"]}}),
    ("backlog_reflect_on_failure", {"tool": "read_file", "error": "ENOENT: no such file or directory"}),
    ("backlog_optimize_sequence", {"goal": "look", "planned_calls": [{"tool": "backlog_list"}, {"tool": "backlog_list"}]}),
    ("backlog_analyze_tool_usage", {}),
    ("context_retrieve", {"session": "none"}),
]


def main():
    conformance()
    inspector()


def conformance():
    checks.title("MCP conformance suite, revision 2025-11-25")
    suite = clients.NODE_MODULES / "@modelcontextprotocol" / "conformance" / "dist" / "index.js"
    classes = ROOT / "server" / "target" / "test-classes"
    if not (clients.NODE.exists() and suite.exists()):
        checks.skip("conformance", "the suite is not installed")
        return
    if not (classes / "io" / "ambit" / "server" / "ConformanceServer.class").exists():
        checks.skip("conformance", "its server is not compiled: run the tests first")
        return
    app, jdk = (ROOT / ".launcher" / "current").read_text().split("\n")[:2]
    path = f"{classes}:{ROOT}/.launcher/{app}/lib/*"
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [pathlib.Path(jdk, "bin", "java"), f"-Dambit.logs={folder}", "--enable-native-access=ALL-UNNAMED",
             "-cp", path, "io.ambit.server.ConformanceServer"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            url = server.stdout.readline().strip()
            for name in ("active", "pending"):
                done = subprocess.run(
                    [clients.NODE, suite, "server", "--url", url, "--suite", name], cwd=folder,
                    env={**os.environ, **NO_PROXY}, capture_output=True, text=True, timeout=300)
                judge(name, done)
        finally:
            server.stdin.close()
            server.wait(timeout=60)
            server.stdout.close()


def judge(name, done):
    lines = re.findall(r"^(✓|✗) ([a-z0-9-]+): (\d+) passed, (\d+) failed$", done.stdout, re.MULTILINE)
    for mark, scenario, _, failed in lines:
        checks.check(f"{scenario}", mark == "✓" and failed == "0", done.stdout[-2000:])
    wanted = REQUIRED if name == "active" else 1
    checks.check(f"{name}: {len(lines)} scenarios ran, at least {wanted}", len(lines) >= wanted, done.stdout[-500:] + done.stderr[-500:])


def inspector():
    program = clients.NODE_MODULES / "@modelcontextprotocol" / "inspector"
    if not (clients.NODE.exists() and program.exists()):
        checks.skip("inspector", "not installed")
        return
    command = [clients.NODE, bin_of(program), "--cli"]
    with Ambit() as ambit, tempfile.TemporaryDirectory() as work:
        pathlib.Path(work, "docs", "tasks").mkdir(parents=True)
        checks.title("MCP inspector over stdio, every tool")
        target = stdio(ambit, work)
        every_tool([*command, *target], ambit.environment, work)
        files = sorted(p.name for p in pathlib.Path(work, "docs").rglob("*.md"))
        checks.check("the backlog is in files", any(name.startswith("EPIC-0001") for name in files), files)

    with Ambit() as ambit, tempfile.TemporaryDirectory() as work:
        pathlib.Path(work, "docs", "tasks").mkdir(parents=True)
        checks.title("MCP inspector over HTTP, every tool")
        url = ambit.start("http://127.0.0.1:1", "off")
        token = pathlib.Path(ambit.home, "token").read_text().strip()
        address = f"{url}/mcp?tools=all&folder={work}"
        every_tool([*command, address, "--transport", "http", "--header", f"Authorization: Bearer {token}"],
                   ambit.environment, work)
        refused = run([*command, address, "--transport", "http", "--method", "tools/list"], ambit.environment, work)
        checks.check("without the token it is refused", refused.returncode != 0, refused.stdout[-300:])
        checks.title("MCP over stdio, bridged to the server that runs")
        target = stdio(ambit, work)
        listed = run([*command, *target, "--method", "tools/list"], ambit.environment, work)
        checks.check("it lists the tools", "backlog_list" in listed.stdout, listed.stderr[-500:])


def stdio(ambit, work):
    """The inspector starts a server without most of its own environment: the data folder is told on the command line."""
    return ["env", f"AMBIT_HOME={ambit.home}", str(ROOT / "ambit"), "mcp", "--tools", "all", "--folder", work]


def bin_of(program):
    names = json.loads((program / "package.json").read_text())["bin"]
    return program / (names if isinstance(names, str) else names["mcp-inspector"])


def every_tool(command, environment, work):
    listed = run([*command, "--method", "tools/list", "--strict"], environment, work)
    checks.check("tools/list --strict exits 0", listed.returncode == 0, listed.stdout[-800:] + listed.stderr[-800:])
    names = [tool["name"] for tool in json.loads(listed.stdout or "{}").get("tools", [])]
    called = set()
    for name, arguments in CALLS:
        if name not in names:
            continue
        flags = [part for key, value in arguments.items() for part in ("--tool-arg", f"{key}={plain(value)}")]
        done = run([*command, "--method", "tools/call", "--tool-name", name, *flags], environment, work)
        try:
            result = json.loads(done.stdout)
        except json.JSONDecodeError:
            result = {}
        # Nothing was recorded that could be retrieved, and no agent was offered a tool: the answers say so.
        wanted = name in ("context_retrieve", "backlog_suggest_tool") or result.get("isError") is not True
        checks.check(f"{name} {json.dumps(arguments)[:60]}", bool(result.get("content")) and wanted,
                     done.stdout[-400:] + done.stderr[-400:])
        called.add(name)
    checks.check("every tool was called", set(names) == called, sorted(set(names) ^ called))
    for method in ("resources/list", "resources/templates/list", "prompts/list"):
        done = run([*command, "--method", method], environment, work)
        checks.check(method, done.returncode == 0 and done.stdout.strip().startswith("{"), done.stderr[-400:])
    read = run([*command, "--method", "resources/read", "--uri", "resource://backlog/active-context"], environment, work)
    checks.check("the active context can be read", "Active context" in read.stdout, read.stdout[-400:] + read.stderr[-400:])


def plain(value):
    return value if isinstance(value, str) else json.dumps(value)


def run(command, environment, work):
    return subprocess.run(command, env={**environment, **NO_PROXY}, cwd=work, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=180)


if __name__ == "__main__":
    main()
    sys.exit(checks.close())
