"""A long session of the pi agent through the gateway: 60 commands with large outputs, some of them asked for again.

The model is scripted, and acts on nothing but the request that it is sent: it has pi run the next command, and some of
the time it asks for the original of an output that it sees cut, by the id that it reads there. The session is played
under `off`, and twice under each of the other policies; both of these have to forward the same bytes.
"""

import json
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile

import check_pi
import checks
import clients
from ambit import Ambit
from scripted_server import ScriptedServer

STEPS = 60
# Steps after which the model wants something back, and how many calls ago that was made.
WANTED = {12: 9, 25: 20, 39: 3, 40: 33, 58: 50}
ENDING = "The nightly build fails for want of an index."
MARKER = re.compile(r"\[cut from \d+ characters; context_retrieve id=([0-9a-z]+)")


def main(policies=("balanced", "tight")):
    if not (clients.NODE.exists() and clients.PI.exists()):
        checks.skip("a long session of pi", "not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        # Always the same folder: pi tells the model where it works.
        off = play(pathlib.Path(folder), "off")
        checks.title("off")
        report(off)
        for policy in policies:
            checks.title(f"{policy}: a session of {STEPS} commands")
            first = play(pathlib.Path(folder), policy)
            report(first)
            judge(first, off)
            second = play(pathlib.Path(folder), policy)
            checks.check("the second run forwards the same bytes", first["bodies"] == second["bodies"],
                         difference(first["bodies"], second["bodies"]))


def script(request):
    """What the model does next, told from the results that it sees."""
    results = check_pi.tool_contents(request)
    done = max((int(i.removeprefix("call_")) for i in results if re.fullmatch(r"call_\d+", i)), default=0)
    can_ask = any(tool["function"]["name"] == "context_retrieve" for tool in request["tools"])
    if can_ask and done in WANTED and f"back_{done}" not in results:
        return [(f"back_{done}", "context_retrieve", {"id": cut_id(results, done - WANTED[done])})]
    if done == STEPS:
        return ENDING
    return [(f"call_{done + 1}", "bash", {"command": command(done + 1)})]


def cut_id(results, since):
    """The id of the first output, from that call on, that the model sees cut."""
    for n in range(since, STEPS):
        found = MARKER.search(results.get(f"call_{n}", ""))
        if found:
            return found.group(1)
    raise AssertionError(f"no output from call {since} on is cut")


def command(n):
    """Shell commands whose output is always the same. Some read again what was read, or what was changed since."""
    part = n // 8
    if n % 13 == 0:
        return f"sed -i 's/retry/again/' src/part{part % 6}.py && cat -n src/part{part % 6}.py"
    return [
        f"cat -n src/part{part % 6}.py",
        f"cat logs/run{part % 5}.log",
        f"cat data/orders{part % 6}.json",
        f"find src logs -type f | sort | head -{30 + n} && wc -l src/*.py",
        f"grep -n handle_{part % 7} -r src | sort",
        f"cat docs/page{part % 7}.md",
        f"cat logs/build{part % 4}.txt; exit 1",
        f"head -c 20000 data/rows{part % 5}.csv",
    ][n % 8]


def make_project(work):
    """A generated folder; the same one each time."""
    dice = random.Random(11)
    words = "order store index retry cache total parse shard queue field".split()
    for name in ("src", "logs", "data", "docs"):
        work.joinpath(name).mkdir(parents=True)
    for n in range(6):
        lines = []
        for k in range(60):
            lines += [f"def handle_{k}_{dice.choice(words)}(request, retry=3):",
                      f'    """Handles the {dice.choice(words)} of part {n}."""',
                      f"    value = load_{dice.choice(words)}({dice.randrange(10**6)}, request)",
                      f"    return value.{dice.choice(words)}(retry)", ""]
        work.joinpath("src", f"part{n}.py").write_text("\n".join(lines))
    for n in range(5):
        lines = [f"2026-11-20T09:{k // 60:02}:{k % 60:02}Z INFO  worker-{dice.randrange(4)} {dice.choice(words)} "
                 f"{dice.getrandbits(40):010x} took {dice.randrange(900)} ms" for k in range(200)]
        lines[120:120] = ["2026-11-20T09:02:00Z ERROR worker-1 shard failed", "Traceback (most recent call last):",
                          f'  File "src/part{n}.py", line {n + 40}, in handle', f"KeyError: 'index_{n}'"]
        work.joinpath("logs", f"run{n}.log").write_text("\n".join(lines) + "\n")
    for n in range(6):
        lines = [f"[INFO] Compiling module-{k} ... ok" for k in range(300)]
        lines[200:200] = [f"[ERROR] src/part{n}.py:{n + 12}:7: name 'index_{n}' is not defined"]
        work.joinpath("logs", f"build{n}.txt").write_text("\n".join(lines) + "\nBUILD FAILED\n")
        orders = [{"id": k, "customer": f"customer-{dice.randrange(999)}", "state": dice.choice(words),
                   "lines": [{"sku": f"SKU-{dice.randrange(10**5)}", "count": dice.randrange(9)} for _ in range(3)]}
                  for k in range(90)]
        work.joinpath("data", f"orders{n}.json").write_text(json.dumps(orders, indent=2))
    for n in range(7):
        text = "\n".join(f"## {dice.choice(words)} {k}\n\nThe {dice.choice(words)} waits for the {dice.choice(words)}. "
                         f"See `src/part{dice.randrange(6)}.py`.\n" for k in range(120))
        work.joinpath("docs", f"page{n}.md").write_text(text)
        rows = "\n".join(f"{k},{dice.choice(words)},{dice.random():.4f}" for k in range(1500))
        work.joinpath("data", f"rows{n}.csv").write_text(rows)


def play(folder, policy):
    """One whole session on a folder made anew and a ledger of its own."""
    for name in ("work", "agent"):
        shutil.rmtree(folder / name, ignore_errors=True)
    make_project(folder / "work")
    server = ScriptedServer(script)
    with Ambit() as ambit:
        ambit.start(server.url, policy)
        done = check_pi.run_pi(str(folder), folder / "work", ambit.url, "-p", "Find out why the nightly build fails.")
        shown = ambit.show()
        server.close()
        log = "".join(path.read_text() for path in folder.glob("agent/sessions/**/*.jsonl"))
        return {"policy": policy, "bodies": [comparable(body) for body in server.bodies], "done": done, "log": log,
                "requests": server.requests(), "shown": shown}


def comparable(body):
    """A body without what pi draws by lot for each session: the key by which a vendor's cache tells sessions apart."""
    return re.sub(rb'"prompt_cache_key":"[^"]*"', b'"prompt_cache_key":""', body)


def judge(run, off):
    checks.check("pi ends with the right text", run["done"].stdout.strip() == ENDING, run["done"])
    steps = run["shown"]["steps"]
    checks.check("no plan took too long", not any(step["failedOpen"] for step in steps), steps[-1])
    checks.check("a step for each request of pi", len(steps) == STEPS + 1, len(steps))
    checks.check("the ledger counts the retrievals", sum(s["end"]["retrievals"] for s in steps) == len(WANTED))

    originals = check_pi.tool_contents(off["requests"][-1])
    last = run["requests"][-1]
    asked = {call["id"]: json.loads(call["function"]["arguments"])["id"]
             for m in last["messages"] for call in m.get("tool_calls") or [] if call["id"].startswith("back_")}
    shown = {}
    for request in run["requests"]:
        for call, text in check_pi.tool_contents(request).items():
            for found in MARKER.findall(text) if call.startswith("call_") else ():
                shown[found] = call
    results = check_pi.tool_contents(last)
    right = [call for call, output in asked.items() if results[call] == originals[shown[output]]]
    checks.check("what was asked for came back, to the character", len(right) == len(WANTED), (right, asked))
    checks.check("pi never saw the retrievals", "back_" not in run["log"] and "context_retrieve" not in run["log"])
    checks.check("every result has its call", all(check_pi.paired(r) for r in run["requests"]))

    breaks = broken(run["requests"])
    checks.check("the prefix is stable but for few boundaries", len(breaks) <= STEPS / 10, breaks)
    checks.check("more than 85 % of what is sent is in the cache", share(run["requests"]) > 0.85)
    checks.check("it costs less than sending everything", priced(run["requests"]) < 0.7 * priced(off["requests"]))


def prompts(requests):
    """Each request's messages as text, without the closing bracket."""
    return [json.dumps(request["messages"], ensure_ascii=False)[:-1] for request in requests]


def common(requests):
    """Per request, its characters and how many of them it has in common with the one before."""
    pairs = []
    before = ""
    for prompt in prompts(requests):
        pairs.append((len(prompt), len(os.path.commonprefix([before, prompt]))))
        before = prompt
    return pairs


def broken(requests):
    """The requests that do not begin with all that the one before was."""
    pairs = common(requests)
    return [n for n in range(1, len(pairs)) if pairs[n][1] < pairs[n - 1][0]]


def share(requests):
    pairs = common(requests)
    return sum(cached for _, cached in pairs) / sum(size for size, _ in pairs)


def priced(requests):
    """Characters at full price; those that the request before began with at a tenth."""
    return sum(size - 0.9 * cached for size, cached in common(requests))


def report(run):
    sizes = common(run["requests"])
    print(f"  {run['policy']}: {len(sizes)} requests, {sum(size for size, _ in sizes) // 4:,} tokens sent, "
          f"{100 * share(run['requests']):.1f} % of them cached, {len(broken(run['requests']))} boundaries, "
          f"priced {priced(run['requests']) / 4:,.0f}")


def difference(one, other):
    if len(one) != len(other):
        return f"{len(one)} and {len(other)} requests"
    for n, (a, b) in enumerate(zip(one, other)):
        if a != b:
            at = len(os.path.commonprefix([a, b]))
            return f"request {n} at byte {at}: {a[at - 40:at + 80]!r} and {b[at - 40:at + 80]!r}"
    return ""


if __name__ == "__main__":
    main(sys.argv[1:] or ("balanced", "tight"))
    sys.exit(checks.close())
