"""The openai clients through the gateway: the same answers, the usage recorded, a session that outlives a restart.

The model server is scripted, or the one given as the only argument. A scripted recorder stands between the gateway and
that one, so that what the gateway forwards can be compared byte for byte.
"""

import json
import re
import sys

import checks
import clients
from ambit import Ambit
from recorder import Recorder
from scripted_server import ScriptedServer

SYSTEM = "You answer in one short sentence. " + " ".join(f"Rule {n}: be brief and exact." for n in range(1, 40))
LISTING = json.dumps({"files": [{"name": f"part-{n}.txt", "bytes": 1000 + n} for n in range(40)]}, indent=4)


def main(upstream):
    found = clients.openai_clients()
    for name in ("openai (PyPI)", "openai (npm)"):
        if name not in found:
            checks.skip(name, "not installed")
    with Recorder(upstream) as recorder:
        for name, command in found.items():
            checks.title(f"{name}: the same answer with and without the gateway")
            with Ambit() as ambit:
                same_answer(ambit, command, recorder)
        for name, command in found.items():
            checks.title(f"{name}: a session outlives a restart")
            with Ambit() as ambit:
                restart(ambit, command, recorder)


def same_answer(ambit, command, recorder):
    for policy in ("off", "safe"):
        ambit.start(recorder.url, policy)
        for stream in (False, True):
            request = {
                "model": "m", "temperature": 0, "seed": 1, "max_tokens": 24, "stream": stream,
                "messages": [{"role": "system", "content": SYSTEM},
                             {"role": "user", "content": f"Name a colour. Süß \u2603 {policy} {stream}"}],
            }
            # A server that has the prompt in its cache computes it in other batches, and rounds otherwise: both ask
            # one that has it.
            clients.ask(command, recorder.url, request)
            direct = clients.ask(command, recorder.url, request)
            passed = clients.ask(command, ambit.url, request)
            what = f"policy {policy}, {'streaming' if stream else 'whole'}"
            checks.check(f"{what}: equal text", direct["text"] and direct["text"] == passed["text"],
                         f"{direct['text']!r} and {passed['text']!r}")
            checks.check(f"{what}: equal body at the upstream", recorder.bodies[-1] == recorder.bodies[-2])
            step = ambit.show()["steps"][-1]
            checks.check(f"{what}: the usage that the server reported is in the ledger",
                         as_usage(passed["usage"]) in step["end"]["usage"],
                         f"{passed['usage']} and {step['end']['usage']}")
        checks.check(f"policy {policy}: stop ends with 0", ambit.stop() == 0)


def as_usage(reported):
    details = reported.get("prompt_tokens_details") or {}
    return {"input": reported["prompt_tokens"], "cached": details.get("cached_tokens"),
            "output": reported["completion_tokens"]}


def restart(ambit, command, recorder):
    messages = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": "List the files, twice."}]
    for n in (1, 2):
        # Asked twice with the same answer: the second becomes a pointer, the first loses its white space.
        call = {"id": f"call_{n}", "type": "function", "function": {"name": "list", "arguments": '{"path":"."}'}}
        messages += [{"role": "assistant", "content": None, "tool_calls": [call]},
                     {"role": "tool", "tool_call_id": f"call_{n}", "content": LISTING}]
    tools = [{"type": "function", "function": {"name": "list", "parameters": {"type": "object"}}}]
    request = {"model": "m", "temperature": 0, "max_tokens": 16, "messages": messages, "tools": tools}

    ambit.start(recorder.url, "safe")
    first = clients.ask(command, ambit.url, request)
    ambit.stop()
    turn_1 = recorder.bodies[-1]

    ambit.start(recorder.url, "safe")
    messages += [{"role": "assistant", "content": first["text"]}, {"role": "user", "content": "Which is the largest?"}]
    second = clients.ask(command, ambit.url, request)
    turn_2 = recorder.bodies[-1]

    decided = ambit.show()["steps"][0]["decided"]
    checks.check("turn 1 was shortened, so there was something to remember", sum(decided.values()) >= 2, decided)
    sessions = ambit.sessions()
    checks.check("one session of two steps", [s["steps"] for s in sessions] == [2], sessions)
    prefix = messages_of(turn_1)[:-1]
    checks.check("turn 2 forwards turn 1's messages byte for byte", messages_of(turn_2).startswith(prefix))
    used = second["usage"]["prompt_tokens_details"]["cached_tokens"]
    # The last tokens of a prompt are the opening of the answer, which the next turn has too.
    covered = first["usage"]["prompt_tokens"]
    checks.check("the server's cache covers turn 1", used >= covered - 16, f"{used} cached of {covered}")
    ambit.stop()


def messages_of(body):
    """The bytes of the list of messages; the clients write it without white space, or as Python's json does."""
    start = re.search(rb'"messages":\s*', body).end()
    decoder = json.JSONDecoder()
    text = body[start:].decode()
    _, length = decoder.raw_decode(text)
    return text[:length].encode()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        server = ScriptedServer()
        main(server.url)
        server.close()
    sys.exit(checks.close())
