"""Two real agents use Ambit over MCP on stdio, against a scripted model: what the model calls is what files and memory hold.

The script finds each tool by the end of its name, because every agent puts a prefix of its own before it.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import checks
import clients
from ambit import ROOT, Ambit
from check_pi import text_of
from scripted_server import ScriptedServer

AGENTS = clients.CACHE / "npm-agents" / "node_modules"
STEPS = [
    ("backlog_create", {"type": "task", "title": "Paint the shed", "status": "in_progress"}),
    ("backlog_list", {}),
    ("memory_remember", {"content": "The ladder stands behind the shed"}),
    ("memory_recall", {"query": "where is the ladder"}),
    ("backlog_assemble_context", {"for_task": "TASK-0001"}),
]
END = "The shed is planned."


class Script:
    """Calls one tool after the other, then ends; keeps what the agent said of each."""

    def __init__(self):
        self.missing = []
        self.results = {}

    def __call__(self, request):
        tools = [tool["function"]["name"] for tool in request.get("tools") or [] if "function" in tool]
        if not tools:
            return "A title"  # some agents ask for one first, without tools
        for message in request["messages"]:
            if message["role"] == "tool":
                self.results[message["tool_call_id"]] = text_of(message["content"])
        done = sum(1 for n in range(len(STEPS)) if f"call_{n}" in self.results)
        if done == len(STEPS):
            return END
        name, arguments = STEPS[done]
        found = [tool for tool in tools if tool.endswith(name)]
        if not found and "tool_call" in tools:
            # qwen-code shows the tools of servers by name only: their schema is looked up first.
            if f"search_{done}" not in self.results:
                return [(f"search_{done}", "tool_search", {"query": f"select:mcp__ambit__{name}"})]
            return [(f"call_{done}", "tool_call", {"name": f"mcp__ambit__{name}", "arguments": arguments})]
        if not found:
            self.missing.append((name, tools))
            return f"There is no {name}."
        return [(f"call_{done}", found[0], arguments)]


def main():
    for name, program, run in (("opencode", "opencode-ai", opencode), ("qwen-code", "@qwen-code/qwen-code", qwen)):
        if not (clients.NODE.exists() and (AGENTS / program).exists()):
            checks.skip(name, "not installed")
            continue
        checks.title(f"{name}: backlog and memory over MCP")
        one(run)


def one(run):
    script = Script()
    server = ScriptedServer(script)
    with tempfile.TemporaryDirectory() as folder, Ambit() as ambit:
        work = pathlib.Path(folder, "work")
        work.joinpath("docs", "tasks").mkdir(parents=True)
        subprocess.run(["git", "init", "-q", str(work)], check=True)
        done = run(pathlib.Path(folder), work, server.url, ambit)
        shown = (done.stdout[-600:], done.stderr[-600:], script.missing[:1], script.results)
        checks.check("it ends with what the model said", END in done.stdout, shown)
        checks.check("every call was answered", all(f"call_{n}" in script.results for n in range(len(STEPS))), shown)
        files = list(work.joinpath("docs").rglob("TASK-0001*.md"))
        checks.check("the task is a file", len(files) == 1 and "Paint the shed" in files[0].read_text(),
                     sorted(str(p) for p in pathlib.Path(folder).rglob("*.md") if "node_modules" not in str(p))[:20])
        checks.check("the list has it", "TASK-0001" in script.results.get("call_1", ""), shown)
        checks.check("what was remembered is recalled", "ladder" in script.results.get("call_3", ""), shown)
        checks.check("its context was assembled", "Paint the shed" in script.results.get("call_4", ""), shown)
        found = subprocess.run([ROOT / "ambit", "memory", "list", "--json"], cwd=work, env=ambit.environment,
                               capture_output=True, text=True)
        checks.check("memory has the record, by that agent", "ladder" in found.stdout, found.stdout[-400:] + found.stderr)
    server.close()


def mcp_command():
    return [str(ROOT / "ambit"), "mcp"]


def opencode(folder, work, url, ambit):
    config = folder / ".config" / "opencode"
    config.mkdir(parents=True)
    command = mcp_command()
    config.joinpath("opencode.json").write_text(json.dumps({
        "model": "gw/m", "small_model": "gw/m", "share": "disabled", "autoupdate": False,
        "provider": {"gw": {"npm": "@ai-sdk/openai-compatible", "name": "gw",
                            "options": {"baseURL": f"{url}/v1", "apiKey": "dummy"},
                            "models": {"m": {"name": "m", "tool_call": True, "limit": {"context": 128000, "output": 4096}}}}},
        "mcp": {"ambit": {"type": "local", "command": command, "enabled": True, "timeout": 60000,
                          "environment": {"AMBIT_HOME": ambit.home}}},
    }))
    program = AGENTS / ".bin" / "opencode"
    return start([program, "run", "Plan to paint the shed."], folder, work, ambit)


def qwen(folder, work, url, ambit):
    settings = folder / ".qwen"
    settings.mkdir()
    command = mcp_command()
    settings.joinpath("settings.json").write_text(json.dumps({
        "mcpServers": {"ambit": {"command": command[0], "args": command[1:], "trust": True, "timeout": 60000,
                                 "env": {"AMBIT_HOME": ambit.home}}},
        "privacy": {"usageStatisticsEnabled": False}, "general": {"disableAutoUpdate": True},
    }))
    program = AGENTS / "@qwen-code" / "qwen-code"
    names = json.loads((program / "package.json").read_text())["bin"]
    entry = program / (names if isinstance(names, str) else names["qwen"])
    extra = {"OPENAI_BASE_URL": f"{url}/v1", "OPENAI_API_KEY": "dummy", "OPENAI_MODEL": "m"}
    return start([clients.NODE, entry, "--auth-type", "openai", "--yolo", "-p", "Plan to paint the shed."], folder, work, ambit, extra)


def start(command, folder, work, ambit, extra=None):
    # Some agents take the folder from PWD, which a new process inherits.
    environment = {**ambit.environment, "HOME": str(folder), "PWD": str(work), "XDG_CONFIG_HOME": str(folder / ".config"),
                   "XDG_DATA_HOME": str(folder / ".data"), "XDG_CACHE_HOME": str(folder / ".cache"),
                   "XDG_STATE_HOME": str(folder / ".state"), "NO_PROXY": "*", "no_proxy": "*",
                   "PATH": f"{clients.NODE.parent}{os.pathsep}{os.environ['PATH']}", **(extra or {})}
    return subprocess.run(command, cwd=work, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=300)


if __name__ == "__main__":
    main()
    sys.exit(checks.close())
