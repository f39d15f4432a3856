"""The pi agent through the gateway under the policy classic, against a scripted model.

The model has pi read several large files, one after the other. The gateway cuts what pi sends back. In the middle the
model asks for an original, which the gateway answers itself; then it goes on with pi's own tools.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import checks
import clients
from ambit import Ambit
from scripted_server import ScriptedServer

FILES = 7
# Read by the model when the fourth file was read; the files are too large for the policy to show them whole.
RETRIEVE_AFTER = 4
WORD = "quicksilver"


def script(request):
    """What the model does next, told from how many results of pi's tools it has seen."""
    results = [m for m in request["messages"] if m["role"] == "tool"]
    ids = {m["tool_call_id"] for m in results}
    if request["messages"][-1]["role"] == "user" and results:
        return "Nothing more to do."
    done = max((int(i.removeprefix("call_")) for i in ids if re.fullmatch(r"call_\d+", i)), default=0)
    if done == RETRIEVE_AFTER and "call_back" not in ids:
        return [("call_back", "context_retrieve", {"tool_call_id": "call_1"})]
    if done < FILES:
        return [(f"call_{done + 1}", "read", {"path": f"part-{done + 1}.txt"})]
    return f"All {FILES} files are read. The word is {WORD}."


def main():
    if not (clients.NODE.exists() and clients.PI.exists()):
        checks.skip("pi", "not installed")
        return
    server = ScriptedServer(script)
    with tempfile.TemporaryDirectory() as folder, Ambit() as ambit:
        work = pathlib.Path(folder, "work")
        work.mkdir()
        for n in range(1, FILES + 1):
            lines = [f"{n}.{line}: a line of an ordinary log that says little" for line in range(200)]
            lines[150] += f" but {WORD}" if n == 1 else ""
            work.joinpath(f"part-{n}.txt").write_text("\n".join(lines) + "\n")

        checks.title("pi: tool calls, cuts and a retrieval in the middle")
        ambit.start(server.url, "classic")
        done = run_pi(folder, work, ambit.url, "-p", "Read the files and tell me the word.")
        judge(server, ambit, pathlib.Path(folder), work, done)

        checks.title("pi: goes on after a restart of the gateway")
        ambit.stop()
        ambit.start(server.url, "classic")
        done = run_pi(folder, work, ambit.url, "-c", "-p", "Anything else?")
        checks.check("pi ends with the right text", done.stdout.strip() == "Nothing more to do.", done)
        sessions = ambit.sessions()
        checks.check("still one session", len(sessions) == 1, sessions)
        checks.check("with one step more", sessions[0]["steps"] == FILES + 2, sessions)
    server.close()


def judge(server, ambit, folder, work, done):
    checks.check("pi ends with the right text", done.stdout.strip() == script_end(), done)
    requests = server.requests()
    checks.check("the model was asked once for each file, for the retrieval and for the end",
                 len(requests) == FILES + 2, len(requests))
    original = work.joinpath("part-1.txt").read_text()

    before = tool_contents(requests[1])
    checks.check("the model saw a cut that names context_retrieve",
                 len(before["call_1"]) < len(original) / 4 and "context_retrieve" in before["call_1"], before)
    tools = [tool["function"]["name"] for tool in requests[0]["tools"]]
    checks.check("the tool was added once, at the end", tools.count("context_retrieve") == 1 and tools[-1] == "context_retrieve", tools)
    back = tool_contents(requests[RETRIEVE_AFTER + 1])
    checks.check("the original came back whole", original.strip() in back.get("call_back", ""), back.get("call_back"))
    checks.check("the retrieval stands in later requests",
                 all("call_back" in tool_contents(r) for r in requests[RETRIEVE_AFTER + 2:RETRIEVE_AFTER + 4]))
    checks.check("the window left out the first results in the end", "call_1" not in tool_contents(requests[-1]))
    checks.check("every result has its call", all(paired(r) for r in requests))

    log = "".join(path.read_text() for path in folder.glob("agent/sessions/**/*.jsonl"))
    checks.check("pi recorded its own calls", log.count('"read"') >= FILES, log[:200])
    checks.check("pi never saw the retrieval", "call_back" not in log and "context_retrieve" not in log)

    sessions = ambit.sessions()
    checks.check("one session", len(sessions) == 1, sessions)
    shown = ambit.show()
    steps = shown["steps"]
    checks.check("with a step for each request of pi", len(steps) == FILES + 1, len(steps))
    checks.check("cuts were recorded", sum(step["decided"].get("cut", 0) for step in steps) >= FILES, steps)
    checks.check("one retrieval in the step where it was made",
                 [s["end"]["retrievals"] for s in steps] == [int(n == RETRIEVE_AFTER) for n in range(FILES + 1)], steps)
    checks.check("that step has the usage of both calls", len(steps[RETRIEVE_AFTER]["end"]["usage"]) == 2, steps)
    checks.check("the text form shows it too", shown["id"] in ambit.run("sessions", "show", "last").stdout)


def script_end():
    return f"All {FILES} files are read. The word is {WORD}."


def tool_contents(request):
    return {m["tool_call_id"]: text_of(m["content"]) for m in request["messages"] if m["role"] == "tool"}


def text_of(content):
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def paired(request):
    called = [call["id"] for m in request["messages"] for call in m.get("tool_calls") or []]
    answered = [m["tool_call_id"] for m in request["messages"] if m["role"] == "tool"]
    return called == answered


def run_pi(folder, work, url, *arguments, model=None):
    agent = pathlib.Path(folder, "agent")
    agent.mkdir(exist_ok=True)
    provider = {"baseUrl": f"{url}/v1", "api": "openai-completions", "apiKey": "dummy", "models": [{"id": "m", **(model or {})}]}
    agent.joinpath("models.json").write_text(json.dumps({"providers": {"gw": provider}}))
    environment = {**os.environ, "HOME": folder, "PI_CODING_AGENT_DIR": str(agent), "PI_OFFLINE": "1",
                   "PI_TELEMETRY": "0", "NO_PROXY": "*", "no_proxy": "*"}
    command = [clients.NODE, clients.PI / "dist" / "cli.js", "--provider", "gw", "--model", "m", *arguments]
    return subprocess.run(command, cwd=work, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=180)


if __name__ == "__main__":
    main()
    sys.exit(checks.close())
