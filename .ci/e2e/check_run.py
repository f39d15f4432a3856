"""Real agents by 'ambit run', against a scripted model: several shell commands with large outputs, streaming.

Each agent is set up as its user would have it, asking the scripted server; 'ambit run' alone leads it through the gateway.
One session holds all of its steps, the policy cuts outputs, and the agent ends with the model's words.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import checks
import clients
from ambit import PROGRAM, Ambit
from scripted_server import ScriptedServer
from wire_formats import text_of

AGENTS = clients.CACHE / "npm-agents" / "node_modules"
COMMANDS = 3
END = "The index is missing in every run."
PROMPT = "Look through the logs."
# The tool of each agent that runs a command, by its name in the request.
SHELLS = {
    "Bash": lambda command: {"command": command, "description": "Show a log"},
    "bash": lambda command: {"command": command, "description": "Show a log"},
    "exec_command": lambda command: {"cmd": command, "max_output_tokens": 20000},
    # Its terminal may lose the output of a command that ends at once.
    "run_shell_command": lambda command: {"command": f"{command}; sleep 0.5", "description": "Show a log", "is_background": False},
}


def script(request):
    tools = [tool["function"]["name"] for tool in request.get("tools") or []]
    shell = next((name for name in SHELLS if name in tools), None)
    if shell is None:
        return "A title"  # some ask for one first, without tools
    done = sum(1 for message in request["messages"] if message["role"] == "tool"
               and str(message["tool_call_id"]).startswith("call_"))
    if done >= COMMANDS:
        return END
    return [(f"call_{done + 1}", shell, SHELLS[shell](f"cat logs/run{done + 1}.log"))]


def main():
    for name, (package, format_name, run) in RUNS.items():
        home = clients.NODE_MODULES if package.startswith("@mariozechner") else AGENTS
        if not (clients.NODE.exists() and (home / package / "package.json").exists()):
            checks.skip(name, f"{package} is not installed")
            continue
        version = json.loads((home / package / "package.json").read_text())["version"]
        checks.title(f"{name} {version}: by 'ambit run', {format_name}")
        one(name, run)


def one(name, run):
    server = ScriptedServer(script)
    with tempfile.TemporaryDirectory() as folder, Ambit() as ambit:
        work = pathlib.Path(folder, "work")
        make_project(work)
        done = run(Start(pathlib.Path(folder), work, server, ambit))
        shown = (done.returncode, done.stdout[-600:], done.stderr[-900:])
        checks.check("it ends with what the model said", done.returncode == 0 and END in done.stdout, shown)
        asked = [request for request in server.asked if request.get("tools")]
        checks.check("the model was asked once for each command and for the end", len(asked) == COMMANDS + 1, len(asked))
        last = [text_of(message["content"]) for message in asked[-1]["messages"] if message["role"] == "tool"] if asked else []
        checks.check("it had all outputs", len(last) == COMMANDS and all("missing" in text for text in last),
                     [text[:200] for text in last])
        checks.check("and saw cuts that name context_retrieve", any("context_retrieve" in text for text in last),
                     [text[:200] for text in last])
        every = subprocess.run([PROGRAM, "sessions", "list", "--json"], cwd=work, env=ambit.environment,
                               capture_output=True, text=True)
        sessions = [s for s in json.loads(every.stdout or '{"sessions": []}')["sessions"] if s["steps"] > 1]
        # A title that is asked for under the session's own name is a step of it too.
        titles = len(server.asked) - len(asked)
        checks.check("one session holds all steps", len(sessions) == 1 and
                     sessions[0]["steps"] in (COMMANDS + 1, COMMANDS + 1 + titles), every.stdout[-800:])
        if sessions:
            steps = ambit.json("sessions", "show", sessions[0]["id"])["steps"]
            checks.check("where the cuts were recorded", sum(step["decided"].get("cut", 0) for step in steps) > 0, steps)
            checks.check("and the usage of every step", all(step["end"] and step["end"]["usage"] for step in steps), steps)
        checks.check("the gateway stops", ambit.run("stop").returncode == 0)
    server.close()


def make_project(work):
    work.joinpath("logs").mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(work)], check=True)
    for n in range(1, COMMANDS + 1):
        lines = [f"2026-11-20T09:{k // 60:02}:{k % 60:02}Z INFO  worker-{k % 4} store {(n * 7919 + k * 104729) % 16 ** 8:08x} "
                 f"took {k * 37 % 900} ms" for k in range(220)]
        lines[150:150] = [f"2026-11-20T09:02:30Z ERROR worker-1 run {n}: the index is missing"]
        work.joinpath("logs", f"run{n}.log").write_text("\n".join(lines) + "\n")


class Start:
    """Where an agent is started, and how."""

    def __init__(self, folder, work, server, ambit):
        self.folder, self.work, self.server, self.ambit = folder, work, server, ambit
        self.home = folder / "home"
        self.home.mkdir()
        self.bin = folder / "bin"
        self.bin.mkdir()

    def file(self, name, content):
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))

    def run(self, name, program, *arguments, extra=None):
        """Through a script of the agent's own name, as npm makes one."""
        link = self.bin / name
        link.write_text("#!/bin/sh\nexec " + " ".join(f"'{part}'" for part in program) + ' "$@"\n')
        link.chmod(0o755)
        environment = {**self.ambit.environment, "HOME": str(self.home), "PWD": str(self.work), "AMBIT_PORT": "0",
                       "XDG_CONFIG_HOME": str(self.home / ".config"), "XDG_DATA_HOME": str(self.home / ".data"),
                       "XDG_CACHE_HOME": str(self.home / ".cache"), "XDG_STATE_HOME": str(self.home / ".state"),
                       "NO_PROXY": "*", "no_proxy": "*",
                       "PATH": os.pathsep.join([str(self.bin), str(clients.NODE.parent), os.environ["PATH"]]),
                       **(extra or {})}
        return subprocess.run([PROGRAM, "run", "--", name, *arguments], cwd=self.work, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)


def claude(start):
    extra = {"ANTHROPIC_BASE_URL": start.server.url, "ANTHROPIC_API_KEY": "dummy", "DISABLE_AUTOUPDATER": "1"}
    done = start.run("claude", [AGENTS / ".bin" / "claude"], "-p", PROMPT, "--model", "m", "--allowedTools", "Bash", extra=extra)
    checks.check("no line of its system prompt differs between sessions, since the server is local",
                 not any(b"x-anthropic-billing-header" in body for body in start.server.bodies))
    return done


def codex(start):
    start.file(".codex/config.toml", 'model = "m"\nmodel_provider = "gw"\n[model_providers.gw]\nname = "gw"\n'
                                     f'base_url = "{start.server.url}/v1"\nenv_key = "GW_KEY"\n')
    return start.run("codex", [clients.NODE, AGENTS / "@openai" / "codex" / "bin" / "codex.js"], "exec",
                     "--skip-git-repo-check", "--dangerously-bypass-approvals-and-sandbox", PROMPT, extra={"GW_KEY": "dummy"})


def codex_key(start):
    """The provider that Codex has of its own, which tries a WebSocket first."""
    start.file(".codex/config.toml", f'model = "m"\nopenai_base_url = "{start.server.url}/v1"\n')
    done = start.run("codex", [clients.NODE, AGENTS / "@openai" / "codex" / "bin" / "codex.js"], "exec",
                     "--skip-git-repo-check", "--dangerously-bypass-approvals-and-sandbox", PROMPT,
                     extra={"CODEX_API_KEY": "dummy"})
    tried = [path for method, path in start.server.seen if method == "GET" and path.startswith("/v1/responses")]
    checks.check("a WebSocket gets no further than the gateway", not tried, start.server.seen)
    return done


def opencode(start):
    start.file(".config/opencode/opencode.json", {
        "model": "gw/m", "small_model": "gw/m", "share": "disabled", "autoupdate": False,
        "provider": {"gw": {"npm": "@ai-sdk/openai-compatible", "name": "gw",
                            "options": {"baseURL": f"{start.server.url}/v1", "apiKey": "dummy"},
                            "models": {"m": {"name": "m", "tool_call": True,
                                             "limit": {"context": 128000, "output": 4096}}}}}})
    return start.run("opencode", [AGENTS / ".bin" / "opencode"], "run", PROMPT)


def qwen(start):
    start.file(".qwen/settings.json", {"privacy": {"usageStatisticsEnabled": False}, "general": {"disableAutoUpdate": True}})
    program = AGENTS / "@qwen-code" / "qwen-code"
    names = json.loads((program / "package.json").read_text())["bin"]
    entry = program / (names if isinstance(names, str) else names["qwen"])
    extra = {"OPENAI_BASE_URL": f"{start.server.url}/v1", "OPENAI_API_KEY": "dummy", "OPENAI_MODEL": "m"}
    return start.run("qwen", [clients.NODE, entry], "--auth-type", "openai", "--yolo", "-p", PROMPT, extra=extra)


def pi(api):
    def run(start):
        base = start.server.url + ("" if api == "anthropic-messages" else "/v1")
        start.file(".pi/agent/models.json", {"providers": {"gw": {
            "baseUrl": base, "api": api, "apiKey": "dummy", "models": [{"id": "m"}]}}})
        return start.run("pi", [clients.NODE, clients.PI / "dist" / "cli.js"], "--provider", "gw", "--model", "m", "-p", PROMPT,
                         extra={"PI_OFFLINE": "1", "PI_TELEMETRY": "0"})
    return run


PI_PACKAGE = "@mariozechner/pi-coding-agent"
RUNS = {
    "claude-code": ("@anthropic-ai/claude-code", "Anthropic messages", claude),
    "codex": ("@openai/codex", "Responses, a provider of its own", codex),
    "codex with a key": ("@openai/codex", "Responses", codex_key),
    "opencode": ("opencode-ai", "chat completions", opencode),
    "qwen-code": ("@qwen-code/qwen-code", "chat completions", qwen),
    "pi, chat": (PI_PACKAGE, "chat completions", pi("openai-completions")),
    "pi, responses": (PI_PACKAGE, "Responses", pi("openai-responses")),
    "pi, messages": (PI_PACKAGE, "Anthropic messages", pi("anthropic-messages")),
}
# The openai clients and check_pi.py ask for chat completions, the SDKs for the rest: one that is led by an extension.
LIGHT = ["pi, messages"]


def light():
    """Those that are small enough for every change."""
    for name in [name for name in RUNS if name not in LIGHT]:
        del RUNS[name]
    main()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        RUNS = {name: run for name, run in RUNS.items() if name in sys.argv[1:]}
    main()
    sys.exit(checks.close())
