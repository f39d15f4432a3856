"""Real MCP servers on stdio, where they are installed.

AMBIT_FAILURES_NODE: a folder with node_modules that holds @modelcontextprotocol/server-filesystem, -everything, -memory.
AMBIT_FAILURES_PYTHON: a folder of programs that holds mcp-server-git, mcp-server-fetch, mcp-server-sqlite, mcp-server-time.
"""

import json
import os
import pathlib
import queue
import subprocess
import threading

from local_server import LocalServer


class Server:
    def __init__(self, command, folder):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=folder)
        self.lines, self.number = queue.Queue(), 0
        threading.Thread(target=lambda: [self.lines.put(line) for line in self.process.stdout], daemon=True).start()
        self.ask("initialize", {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "failures", "version": "1"}})
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def send(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def ask(self, method, params):
        self.number += 1
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        while True:
            answer = json.loads(self.lines.get(timeout=30))
            if answer.get("id") == self.number and "method" not in answer:
                return answer

    def close(self):
        self.process.kill()
        self.process.wait()


def make(maker):
    here = maker.folder.resolve()
    (here / "files").mkdir()
    (here / "files" / "a.txt").write_text("alpha\nbeta\nbeta\n")
    (here / "files" / "folder").mkdir()
    (here / "secret.txt").write_text("x")
    files = here / "files"

    def serve(command, calls):
        if not pathlib.Path(command[0] if command[0] != "node" else command[1]).exists():
            maker.missing.append(f"mcp: not installed: {command[:2]}")
            return
        try:
            server = Server(command, here)
        except (queue.Empty, OSError, ValueError) as problem:
            maker.missing.append(f"mcp: {command[:2]} does not start: {problem!r}")
            return
        try:
            for label, tool, params in calls:
                answer = server.ask("tools/call", {"name": tool, "arguments": params})
                if "error" in answer:
                    # as clients hand it to the model: by the SDK's words, or as it came
                    problem = answer["error"]
                    error = f"MCP error {problem['code']}: {problem['message']}" if len(maker.failures) % 2 else json.dumps(problem)
                elif answer["result"].get("isError"):
                    error = json.dumps(answer["result"]) if len(maker.failures) % 3 == 0 else "\n".join(part.get("text", "") for part in answer["result"]["content"])
                else:
                    maker.missing.append(f"mcp: did not fail: {tool} {params}: {json.dumps(answer['result'])[:150]}")
                    continue
                maker.add(label, tool, params, error)
            answer = server.ask("frobnicate/all", {})
            maker.add("name", "frobnicate/all", {}, json.dumps(answer["error"]), "an unknown method")
        except queue.Empty:
            maker.missing.append(f"mcp: {command[:2]} did not answer")
        finally:
            server.close()

    node = pathlib.Path(os.environ.get("AMBIT_FAILURES_NODE", "/nowhere")) / "node_modules" / "@modelcontextprotocol"
    serve(["node", str(node / "server-filesystem" / "dist" / "index.js"), str(files)], [
        ("not found", "read_text_file", {"path": str(files / "gone.txt")}),
        ("permission", "read_text_file", {"path": str(here / "secret.txt")}),
        ("permission", "write_file", {"path": "/etc/x", "content": "x"}),
        ("wrong tool", "read_text_file", {"path": str(files / "folder")}),
        ("wrong tool", "list_directory", {"path": str(files / "a.txt")}),
        ("not found", "list_directory", {"path": str(files / "gone")}),
        ("arguments missing", "read_text_file", {}),
        ("arguments missing", "write_file", {"path": str(files / "b.txt")}),
        ("wrong type", "read_text_file", {"path": 5}),
        ("wrong type", "read_multiple_files", {"paths": "a.txt"}),
        ("wrong value", "edit_file", {"path": str(files / "a.txt"), "edits": [{"oldText": "gamma", "newText": "x"}]}),
        ("not found", "move_file", {"source": str(files / "gone"), "destination": str(files / "c")}),
        ("not found", "get_file_info", {"path": str(files / "gone")}),
        ("not found", "write_file", {"path": str(files / "no" / "x.txt"), "content": "x"}),
        ("name", "read_fil", {"path": "x"}),
        ("wrong value", "read_text_file", {"path": str(files / "a.txt"), "head": 1, "tail": 1}),
        ("wrong type", "read_text_file", {"path": str(files / "a.txt"), "head": "three"}),
        ("permission", "create_directory", {"path": "/root/x"}),
        ("arguments missing", "search_files", {"path": str(files)}),
        ("arguments missing", "edit_file", {"path": str(files / "a.txt"), "edits": [{"oldText": "alpha"}]}),
    ])
    serve(["node", str(node / "server-everything" / "dist" / "index.js")], [
        ("arguments missing", "echo", {}),
        ("wrong type", "echo", {"message": 5}),
        ("name", "ecko", {"message": "x"}),
        ("wrong type", "get-sum", {"a": "one", "b": 2}),
        ("arguments missing", "get-sum", {"a": 1}),
        ("wrong value", "get-annotated-message", {"messageType": "frob"}),
    ])
    serve(["node", str(node / "server-memory" / "dist" / "index.js")], [
        ("arguments missing", "create_entities", {}),
        ("wrong type", "create_entities", {"entities": "x"}),
        ("name", "create_entity", {"entities": []}),
        ("not found", "add_observations", {"observations": [{"entityName": "Nobody", "contents": ["x"]}]}),
    ])
    programs = pathlib.Path(os.environ.get("AMBIT_FAILURES_PYTHON", "/nowhere"))
    web = LocalServer()
    serve([str(programs / "mcp-server-fetch"), "--ignore-robots-txt", "--allow-private-ips"], [
        ("not found", "fetch", {"url": f"{web.url}/404"}),
        ("tool's own fault", "fetch", {"url": f"{web.url}/500"}),
        ("rate", "fetch", {"url": f"{web.url}/429"}),
        ("permission", "fetch", {"url": f"{web.url}/403"}),
        ("transport", "fetch", {"url": "http://127.0.0.1:1/"}),
        ("transport", "fetch", {"url": "http://no-such-host.invalid/"}),
        ("arguments missing", "fetch", {}),
        ("wrong value", "fetch", {"url": "nothing"}),
        ("wrong type", "fetch", {"url": f"{web.url}/200", "max_length": "many"}),
        ("wrong value", "fetch", {"url": f"{web.url}/200", "max_length": -1}),
    ])
    web.close()
    serve([str(programs / "mcp-server-sqlite"), "--db-path", str(here / "x.db")], [
        ("not found", "read_query", {"query": "SELECT * FROM gone"}),
        ("wrong value", "read_query", {"query": "SELECT FROM"}),
        ("wrong tool", "read_query", {"query": "DELETE FROM x"}),
        ("wrong tool", "write_query", {"query": "SELECT 1"}),
        ("arguments missing", "read_query", {}),
        ("name", "read_querry", {"query": "SELECT 1"}),
        ("wrong tool", "create_table", {"query": "SELECT 1"}),
    ])
    subprocess.run(["git", "init", "-q", "repo"], cwd=here, check=True)
    serve([str(programs / "mcp-server-git"), "--repository", str(here / "repo")], [
        ("not found", "git_checkout", {"repo_path": str(here / "repo"), "branch_name": "gone"}),
        ("not found", "git_show", {"repo_path": str(here / "repo"), "revision": "deadbeef"}),
        ("permission", "git_status", {"repo_path": "/nowhere"}),
        ("arguments missing", "git_status", {}),
        ("not found", "git_add", {"repo_path": str(here / "repo"), "files": ["gone.txt"]}),
        ("wrong type", "git_add", {"repo_path": str(here / "repo"), "files": "gone.txt"}),
        ("name", "git_frob", {"repo_path": str(here / "repo")}),
    ])
    serve([str(programs / "mcp-server-time")], [
        ("wrong value", "get_current_time", {"timezone": "Nowhere/Town"}),
        ("arguments missing", "convert_time", {"source_timezone": "UTC"}),
        ("wrong value", "convert_time", {"source_timezone": "UTC", "time": "25:99", "target_timezone": "UTC"}),
        ("arguments missing", "get_current_time", {}),
    ])
