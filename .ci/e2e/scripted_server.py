"""A model server that answers by a script and keeps every request, byte for byte.

Speaks OpenAI chat completions, streaming and not. A script is a function of the parsed request: it returns the text to
answer, or a list of (call id, tool name, arguments).
"""

import http.server
import json
import os
import threading


def echo(request):
    """Answers with what the last message says."""
    content = request["messages"][-1]["content"]
    if isinstance(content, list):
        content = "".join(part.get("text", "") for part in content)
    return f"You said: {content[:200]}"


class ScriptedServer:
    def __init__(self, script=echo):
        self.script = script
        self.bodies = []  # of chat requests, as they came
        self.prompts = []  # the messages of each, as text
        handler = type("Handler", (_Handler,), {"scripted": self})
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def requests(self):
        return [json.loads(body) for body in self.bodies]

    def usage(self, request, answer):
        """Tokens as four characters of the messages each; what an earlier request shares with the last is cached."""
        prompt = json.dumps(request["messages"])[:-1]
        cached = max((len(os.path.commonprefix([prompt, other])) for other in self.prompts), default=0)
        self.prompts.append(prompt)
        output = len(json.dumps(answer)) // 4
        return {
            "prompt_tokens": len(prompt) // 4,
            "completion_tokens": output,
            "total_tokens": len(prompt) // 4 + output,
            "prompt_tokens_details": {"cached_tokens": cached // 4},
        }

    def close(self):
        self.http.shutdown()
        self.http.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.json({"object": "list", "data": [{"id": "m", "object": "model"}]})

    def do_POST(self):
        body = self.read()
        request = json.loads(body)
        self.scripted.bodies.append(body)
        answer = self.scripted.script(request)
        usage = self.scripted.usage(request, answer)
        if request.get("stream"):
            self.stream(request, answer, usage)
        else:
            self.json({
                "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": request.get("model"),
                "choices": [{"index": 0, "message": message(answer), "finish_reason": finish(answer)}],
                "usage": usage,
            })

    def read(self):
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def json(self, value):
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def stream(self, request, answer, usage):
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self.event(request, {"role": "assistant", "content": ""})
        if isinstance(answer, str):
            for at in range(0, len(answer), 7):
                self.event(request, {"content": answer[at:at + 7]})
        else:
            for index, (call_id, name, arguments) in enumerate(answer):
                head = {"name": name, "arguments": ""}
                self.event(request, {"tool_calls": [{"index": index, "id": call_id, "type": "function", "function": head}]})
                text = json.dumps(arguments)
                for at in range(0, len(text), 5):
                    self.event(request, {"tool_calls": [{"index": index, "function": {"arguments": text[at:at + 5]}}]})
        self.event(request, {}, finish(answer))
        if request.get("stream_options", {}).get("include_usage"):
            self.chunk({**head_of(request), "choices": [], "usage": usage})
        self.write(b"data: [DONE]\n\n")
        self.write(b"")

    def event(self, request, delta, finish_reason=None):
        self.chunk({**head_of(request), "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}]})

    def chunk(self, value):
        self.write(b"data: " + json.dumps(value).encode() + b"\n\n")

    def write(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()


def head_of(request):
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": request.get("model")}


def message(answer):
    if isinstance(answer, str):
        return {"role": "assistant", "content": answer}
    calls = [{"id": call_id, "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}
             for call_id, name, arguments in answer]
    return {"role": "assistant", "content": None, "tool_calls": calls}


def finish(answer):
    return "stop" if isinstance(answer, str) else "tool_calls"


if __name__ == "__main__":
    print(ScriptedServer().url, flush=True)
    threading.Event().wait()
