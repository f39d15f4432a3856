"""`ambit mcp` as a process: two at once on one data folder, what ends it, and how soon it answers."""

import json
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import checks
from ambit import ROOT, Ambit

EACH = 40
STARTS = 5
INITIALIZE = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "check", "version": "1"}}


class Process:
    """One `ambit mcp`, spoken to line by line."""

    def __init__(self, ambit, work, options=""):
        environment = {**ambit.environment, "AMBIT_JAVA_OPTS": options} if options else ambit.environment
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [ROOT / "ambit", "mcp", "--folder", work], env=environment, cwd=work, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.id = 0

    def ask(self, method, params):
        self.id += 1
        self.send({"jsonrpc": "2.0", "id": self.id, "method": method, "params": params})
        for line in self.process.stdout:
            message = json.loads(line)
            if message.get("id") == self.id and "method" not in message:
                return message
        raise RuntimeError(f"{method} was not answered")

    def send(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def open(self):
        """Seconds from the start of the process to the answer."""
        self.ask("initialize", INITIALIZE)
        seconds = time.monotonic() - self.started
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})
        return seconds

    def call(self, tool, arguments):
        return self.ask("tools/call", {"name": tool, "arguments": arguments})["result"]

    def close(self):
        self.process.stdin.close()
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        return code


def main():
    with Ambit() as ambit, tempfile.TemporaryDirectory() as work:
        pathlib.Path(work, "docs", "tasks").mkdir(parents=True)
        two_at_once(ambit, work)
        endings(ambit, work)
        start_time(ambit, work)


def two_at_once(ambit, work):
    checks.title("two ambit mcp on one data folder")
    processes = [Process(ambit, work), Process(ambit, work)]
    failed = []

    def work_on(number, process):
        process.open()
        for i in range(EACH):
            made = process.call("backlog_create", {"type": "task", "title": f"Task {i} of {number}"})
            kept = process.call("memory_remember", {"content": f"Process {number} made its task {i}"})
            failed.extend(answer for answer in (made, kept) if answer.get("isError"))

    threads = [threading.Thread(target=work_on, args=pair) for pair in enumerate(processes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    checks.check(f"{2 * EACH} items and as many memories are made without an error", not failed, failed[:2])
    files = {p.name for p in pathlib.Path(work, "docs", "tasks").glob("*.md")}
    checks.check(f"{2 * EACH} files with names of their own", len(files) == 2 * EACH, len(files))
    listed = processes[0].call("backlog_list", {"limit": 1})["structuredContent"]
    checks.check("each sees the other's items", listed.get("total") == 2 * EACH, listed)
    codes = [process.close() for process in processes]
    checks.check("both end with the end of input, with 0", codes == [0, 0], codes)
    # The folder is in no git repository: its memory is that of the default space.
    remembered = ambit.json("memory", "list", "--kind", "insight", "--space", "default")["total"]
    checks.check("nothing that was remembered is lost", remembered == 2 * EACH, remembered)


def endings(ambit, work):
    checks.title("what ends ambit mcp, and what does not")
    process = Process(ambit, work)
    process.open()
    process.process.stdin.write("no json\n\n{\"jsonrpc\": \"2.0\"}\n[1, 2\n")
    checks.check("bad lines do not end it", "result" in process.ask("ping", {}), "")
    process.process.send_signal(signal.SIGTERM)
    code = process.process.wait(timeout=30)
    checks.check("SIGTERM ends it", code in (0, 143), code)
    process.process.stdin.close()
    process.process.stdout.close()


def start_time(ambit, work):
    checks.title("how soon initialize is answered")
    for name, options in (("with the AOT cache", ""), ("without", "-XX:AOTMode=off")):
        times = []
        for _ in range(STARTS):
            process = Process(ambit, work, options)
            times.append(process.open())
            process.close()
        print(f"   {name}: median {statistics.median(times):.2f} s of {STARTS}, {min(times):.2f} to {max(times):.2f}")


if __name__ == "__main__":
    main()
    sys.exit(checks.close())
