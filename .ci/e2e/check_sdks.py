"""Small agents on the SDKs of npm and PyPI, each run by 'ambit run': three tool calls, streaming, in each format that the
SDK speaks. Each is one session, the policy cuts the large outputs, and the agent ends with the model's words.
"""

import json
import subprocess
import sys
import tempfile

import checks
import clients
from ambit import PROGRAM, Ambit
from scripted_server import ScriptedServer
from wire_formats import text_of

CALLS = 3
END = "All three logs are read."
# What each SDK brings.
NPM = {"openai": ("chat", "responses"), "@anthropic-ai/sdk": ("messages",), "ollama": ("ollama",)}
PYPI = {"openai": ("chat", "responses"), "anthropic": ("messages",), "ollama": ("ollama",)}


def script(request):
    done = sum(1 for message in request["messages"] if message["role"] == "tool")
    return END if done >= CALLS else [(f"call_{done + 1}", "log", {"n": done + 1})]


def main():
    for title, command, formats in programs():
        if not formats:
            checks.skip(title, "not installed")
            continue
        checks.title(f"{title}: agents by 'ambit run', in {', '.join(formats)}")
        server = ScriptedServer(script)
        with tempfile.TemporaryDirectory() as work, Ambit() as ambit:
            one(server, ambit, work, command, formats)
        server.close()


def programs():
    npm = [f for name, each in NPM.items() if (clients.NODE_MODULES / name / "package.json").exists() for f in each]
    pypi = [f for name, each in PYPI.items() if list(clients.CACHE.glob(f"venv/lib/python*/site-packages/{name}/__init__.py"))
            for f in each]
    yield "SDKs of PyPI", [clients.PYTHON, clients.HERE / "sdk_client.py"], pypi
    yield "SDKs of npm", [clients.NODE, clients.HERE / "sdk_client.mjs"], npm if clients.NODE.exists() else []


def one(server, ambit, work, command, formats):
    environment = {**ambit.environment, "OPENAI_BASE_URL": f"{server.url}/v1", "ANTHROPIC_BASE_URL": server.url,
                   "OLLAMA_HOST": server.url, "OPENAI_API_KEY": "dummy", "ANTHROPIC_API_KEY": "dummy", "AMBIT_PORT": "0",
                   "AMBIT_NODE_MODULES": str(clients.NODE_MODULES), "NO_PROXY": "*", "no_proxy": "*"}
    done = subprocess.run([PROGRAM, "run", "--", *command, *formats], cwd=work, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
    try:
        said = json.loads(done.stdout)
    except json.JSONDecodeError:
        checks.check("the agents run", False, done)
        return
    checks.check("it says which variables it set", "OPENAI_BASE_URL" in done.stderr, done.stderr)
    for name in formats:
        checks.check(f"{name}: it ends with what the model said", said.get(name) == END, said.get(name))
    cut = [request for request in server.asked
           if any(message["role"] == "tool" and "context_retrieve" in text_of(message["content"])
                  for message in request["messages"])]
    checks.check("the model saw cuts in every format", len(cut) >= len(formats), len(cut))
    sessions = ambit.sessions()
    checks.check("a session for each", len(sessions) == len(formats), sessions)
    checks.check("with a step for each request", all(each["steps"] == CALLS + 1 for each in sessions), sessions)
    shown = [ambit.show(each["id"]) for each in sessions]
    for session in shown:
        decided = sum(step["decided"].get("cut", 0) for step in session["steps"])
        checks.check(f"{session['id']}: something was cut", decided > 0, session["steps"])
        used = all(step["end"] and step["end"]["usage"] for step in session["steps"])
        checks.check(f"{session['id']}: its usage is known", used, session["steps"])


if __name__ == "__main__":
    main()
    sys.exit(checks.close())
