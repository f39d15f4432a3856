"""The pi agent with a model that makes the classic mistakes with tools: what 'tools' in the gateway changes of its run.

The script spells names wrong, writes numbers as texts, takes another case for an enum and camelCase for snake_case. Where
a call failed, it makes the right one next, as models do, and pays for a step more.
"""

import json
import pathlib
import sys
import tempfile

import checks
import clients
from ambit import Ambit
from check_pi import run_pi, text_of
from scripted_server import ScriptedServer

# A tool beside pi's own, with an enum and names in snake_case; pi's own have neither.
EXTENSION = """
export default function (pi) {
  pi.registerTool({
    name: "find_parts", label: "Parts", description: "Lists the parts of a folder.",
    parameters: {
      type: "object",
      properties: {
        folder_name: { type: "string", description: "the folder" },
        sort_by: { type: "string", enum: ["name", "size"] },
        max_results: { type: "integer", minimum: 1 },
      },
      required: ["folder_name"], additionalProperties: false,
    },
    async execute(id, params) {
      return { content: [{ type: "text", text: "parts by " + (params.sort_by ?? "name") + ": 1 2 3" }], details: {} };
    },
  });
}
"""

# What the model writes, what it meant, and what stands in the right result.
STEPS = [
    (("raed", {"path": "part-1.txt"}), ("read", {"path": "part-1.txt"}), "word-1"),
    (("Read", {"path": "part-2.txt"}), ("read", {"path": "part-2.txt"}), "word-2"),
    (("read", {"path": "part-3.txt", "limit": "7"}), ("read", {"path": "part-3.txt", "limit": 7}), "word-3"),
    (("LS", {"path": "."}), ("ls", {"path": "."}), "part-1.txt"),
    (("find_prats", {"folder_name": "."}), ("find_parts", {"folder_name": "."}), "parts by name"),
    (("find_parts", {"folderName": "."}), ("find_parts", {"folder_name": "."}), "parts by name"),
    (("find_parts", {"folder_name": ".", "sort_by": "SIZE"}),
     ("find_parts", {"folder_name": ".", "sort_by": "size"}), "parts by size"),
    (("findParts", {"folder_name": "."}), ("find_parts", {"folder_name": "."}), "parts by name"),
    (("find_parts", {"folder_name": ".", "max_results": "3", "sortBy": "Name"}),
     ("find_parts", {"folder_name": ".", "max_results": 3, "sort_by": "name"}), "parts by name"),
    (("read", {"path": "part-9.txt"}), ("read", {"path": "part-3.txt"}), "word-3"),
]
END = "All parts are read."


class Model:
    """Makes each call wrong first, and right where that failed."""

    def __init__(self):
        self.results = {}

    def __call__(self, request):
        self.results = {m["tool_call_id"]: text_of(m["content"]) for m in request["messages"] if m["role"] == "tool"}
        for n, (wrong, right, expected) in enumerate(STEPS):
            if f"call_{n}a" not in self.results:
                return [(f"call_{n}a", *wrong)]
            if expected not in self.results[f"call_{n}a"] and f"call_{n}b" not in self.results:
                return [(f"call_{n}b", *right)]
        return END

    def failed(self):
        return [n for n, step in enumerate(STEPS) if step[2] not in self.results.get(f"call_{n}a", "")]

    def outcome(self):
        """What the run got done: the result that counted of each step."""
        return [self.results.get(f"call_{n}b", self.results.get(f"call_{n}a")) for n in range(len(STEPS))]


def main():
    if not (clients.NODE.exists() and clients.PI.exists()):
        checks.skip("pi", "not installed")
        return
    runs = {mode: run(mode) for mode in ("off", "observe", "advise", "repair")}
    checks.title("pi, and a model that makes the classic mistakes")
    for mode, (model, requests, shown, done) in runs.items():
        checks.check(f"{mode}: pi ends with the right text", done.stdout.strip() == END, done)
        print(f"        {mode}: {len(model.failed())} failed calls of {len(model.results)}, {len(requests)} requests")
    off, repair = runs["off"], runs["repair"]
    checks.check("off: the mistakes fail", len(off[0].failed()) >= len(STEPS) - 2, off[0].failed())
    checks.check("repair: at most half as many calls fail", 2 * len(repair[0].failed()) <= len(off[0].failed()),
                 [repair[0].failed(), [repair[0].results.get(f"call_{n}a", "")[:200] for n in repair[0].failed()]])
    checks.check("the one that no schema can tell of fails in each", all(len(STEPS) - 1 in r[0].failed() for r in runs.values()))
    checks.check("repair: the run is otherwise the same", plain(repair[0].outcome()) == plain(off[0].outcome()),
                 [off[0].outcome(), repair[0].outcome()])
    notes = [note for step in repair[2]["steps"] for note in (step["end"] or {}).get("route", {}).get("notes", [])]
    checks.check("repair: what was set right stands in the ledger",
                 len([note for note in notes if note.startswith("call set right")]) >= len(off[0].failed()) - 1, notes)
    checks.check("repair: later requests carry the right call",
                 not any(f'"name": "{name}"' in json.dumps(repair[1][-1]) for name in ("Read", "LS", "findParts")), called(repair))
    for mode in ("off", "observe"):
        checks.check(f"{mode}: the model sees results as pi wrote them", "[ambit:" not in json.dumps(runs[mode][1][-1]))
        checks.check(f"{mode}: the run is that of no gateway", runs[mode][0].outcome() == off[0].outcome()
                     and called(runs[mode]) == called(off), [called(off), called(runs[mode])])
    for mode in ("advise", "repair"):
        noted = [m for m in runs[mode][1][-1]["messages"] if m["role"] == "tool" and "[ambit:" in text_of(m["content"])]
        checks.check(f"{mode}: a failed result has a note", len(noted) >= 1, runs[mode][0].results)
        checks.check(f"{mode}: no other one has", all("[ambit:" not in text for text in runs[mode][0].outcome()), noted)
        checks.check(f"{mode}: what was forwarded once stays as it was", stays(runs[mode][1]))
    tools = runs["observe"][2]["tools"]
    checks.check("observe: tools that were never called are told with their price",
                 tools["offered"] >= 5 and tools["unusedTokens"] > 0 and "grep" in [t["name"] for t in tools["unused"]], tools)
    checks.check("off: none is noted", runs["off"][2]["tools"]["offered"] == 0, runs["off"][2]["tools"])


def called(run):
    """The calls that pi sent back in its last request."""
    return [call["function"] for m in run[1][-1]["messages"] for call in m.get("tool_calls") or []]


def plain(results):
    """Without notes, and without what differs from folder to folder."""
    return [(text or "").split("\n[ambit:")[0] for text in results]


def stays(requests):
    """Whether each request begins with the messages of the one before it."""
    return all(later["messages"][:len(earlier["messages"])] == earlier["messages"]
               for earlier, later in zip(requests, requests[1:]))


def run(mode):
    model = Model()
    server = ScriptedServer(model)
    with tempfile.TemporaryDirectory() as folder, Ambit() as ambit:
        ambit.environment["AMBIT_TOOLS_MODE"] = mode
        work = pathlib.Path(folder, "work")
        work.mkdir()
        for n in range(1, 4):
            work.joinpath(f"part-{n}.txt").write_text(f"this is word-{n}\n")
        extension = pathlib.Path(folder, "parts.ts")
        extension.write_text(EXTENSION)
        ambit.start(server.url, "balanced")
        done = run_pi(folder, work, ambit.url, "-e", str(extension), "--tools", "read,grep,find,ls,find_parts",
                      "-p", "Read the parts.")
        ambit.stop()
        shown = ambit.show()
    server.close()
    return model, server.requests(), shown, done


if __name__ == "__main__":
    main()
    sys.exit(checks.close())
