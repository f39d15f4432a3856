"""A model server that answers by a script and keeps every request, byte for byte.

Speaks OpenAI chat completions and Responses, Anthropic messages and Ollama's chat, streaming and not. A script is a
function of the request as chat completions would have it, whatever its format: it returns the text to answer, or a list
of (call id, tool name, arguments).
"""

import http.server
import json
import os
import threading

import wire_formats


def echo(request):
    """Answers with what the last message says."""
    return f"You said: {wire_formats.text_of(request['messages'][-1]['content'])[:200]}"


class ScriptedServer:
    def __init__(self, script=echo):
        self.script = script
        self.bodies = []  # of requests for an answer, as they came
        self.asked = []  # the same, as chat completions would have them
        self.headers = []  # of each
        self.seen = []  # method and path of every request
        self.prompts = []  # the messages of each, as text
        handler = type("Handler", (_Handler,), {"scripted": self})
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def requests(self):
        return [json.loads(body) for body in self.bodies]

    def count(self, request, answer):
        """Tokens as four characters of the messages each; what an earlier request shares with the last is cached."""
        prompt = json.dumps(request["messages"])[:-1]
        cached = max((len(os.path.commonprefix([prompt, other])) for other in self.prompts), default=0)
        self.prompts.append(prompt)
        return {"input": len(prompt) // 4, "cached": cached // 4, "output": len(json.dumps(answer)) // 4}

    def close(self):
        self.http.shutdown()
        self.http.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.scripted.seen.append(("HEAD", self.path))
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def do_GET(self):
        self.scripted.seen.append(("GET", self.path))
        if self.headers.get("upgrade", "").lower() == "websocket":
            self.json({"error": {"message": "no WebSocket here", "type": "invalid_request_error"}}, 426)
        elif self.path.startswith("/api/tags"):
            self.json({"models": [{"name": "m", "model": "m"}]})
        elif self.path.startswith("/api/"):
            self.json({"error": "not found"}, 404)
        else:
            self.json({"object": "list", "data": [{"id": "m", "object": "model"}]})

    def do_POST(self):
        self.scripted.seen.append(("POST", self.path))
        body = self.read()
        path = self.path.split("?")[0]
        if path == "/v1/messages/count_tokens":
            self.json({"input_tokens": len(body) // 4})
            return
        wire = wire_formats.BY_PATH.get(path)
        if wire is None:
            self.json({"error": {"message": f"nothing at {path}", "type": "not_found"}}, 404)
            return
        request = json.loads(body)
        asked = wire.normal(request)
        self.scripted.bodies.append(body)
        self.scripted.asked.append(asked)
        self.scripted.headers.append(self.headers)
        answer = self.scripted.script(asked)
        counted = self.scripted.count(asked, answer)
        if request.get("stream", wire.streams_unasked):
            self.send_response(200)
            self.send_header("content-type", wire.stream_type)
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            for piece in wire.stream(request, answer, counted):
                self.write(piece)
            self.write(b"")
        else:
            self.json(wire.whole(request, answer, counted))

    def read(self):
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def json(self, value, status=200):
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def write(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()


if __name__ == "__main__":
    print(ScriptedServer().url, flush=True)
    threading.Event().wait()
