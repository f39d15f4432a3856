"""Stands before a model server, keeps the body of every chat request as it came, and passes all on."""

import http.client
import http.server
import threading
import urllib.parse


class Recorder:
    def __init__(self, upstream):
        self.upstream = urllib.parse.urlsplit(upstream)
        self.bodies = []
        handler = type("Handler", (_Handler,), {"recorder": self})
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    # The end of an answer is the end of the connection: nothing has to be counted on the way.
    protocol_version = "HTTP/1.0"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.forward(None)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if self.path.endswith("/chat/completions"):
            self.recorder.bodies.append(body)
        self.forward(body)

    def forward(self, body):
        upstream = http.client.HTTPConnection(self.recorder.upstream.hostname, self.recorder.upstream.port)
        headers = {"content-type": self.headers.get("content-type", "application/json")}
        upstream.request(self.command, self.path, body, headers)
        answer = upstream.getresponse()
        self.send_response(answer.status)
        self.send_header("content-type", answer.getheader("content-type", "application/json"))
        self.end_headers()
        while piece := answer.read1(65536):
            self.wfile.write(piece)
            self.wfile.flush()
        upstream.close()
