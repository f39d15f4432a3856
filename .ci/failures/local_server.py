"""An HTTP server on this machine that answers with any status, slowly, brokenly or not at all."""

import http.server
import json
import socket
import struct
import threading
import time

BODIES = {
    "missing": (400, {"error": {"code": "missing_parameter", "message": "Missing required parameter: 'q'"}}),
    "kind": (400, {"error": {"message": "limit must be an integer", "type": "invalid_request_error"}}),
    "unknown-field": (400, {"error": "invalid_request", "message": "Unrecognized field 'colour' in request body"}),
    "json": (400, {"message": "Problems parsing JSON"}),
    "validation": (422, {"message": "Validation Failed", "errors": [{"field": "title", "code": "too_long"}]}),
    "detail": (422, {"detail": [{"type": "missing", "loc": ["body", "name"], "msg": "Field required"}]}),
    "detail-int": (422, {"detail": [{"type": "int_parsing", "loc": ["query", "page"], "msg": "Input should be a valid integer, unable to parse string as an integer"}]}),
    "unauthorized": (401, {"message": "Bad credentials"}),
    "key": (401, {"error": {"message": "Incorrect API key provided: sk-x. You can find your API key at the settings page.", "code": "invalid_api_key"}}),
    "forbidden": (403, {"message": "Resource not accessible by personal access token"}),
    "scope": (403, {"error": "insufficient_scope"}),
    "limited": (403, {"message": "API rate limit exceeded for 127.0.0.1."}),
    "nothing": (404, {"message": "Not Found", "status": "404"}),
    "model": (404, {"error": {"message": "The model `gpt-9` does not exist or you do not have access to it.", "type": "invalid_request_error", "code": "model_not_found"}}),
    "method": (405, {"detail": "Method \"PUT\" not allowed."}),
    "exists": (409, {"message": "Reference already exists"}),
    "sha": (409, {"message": "a.txt does not match 0123abc"}),
    "etag": (412, {"title": "Precondition Failed", "detail": "The record was changed since you read it"}),
    "gone": (410, {"error": "This endpoint has been removed"}),
    "large": (413, {"error": "Request body larger than 1 MB"}),
    "media": (415, {"error": "Expected application/json"}),
    "locked": (423, {"error": "The resource is locked by another user"}),
    "many": (429, {"error": {"message": "Rate limit reached for requests", "type": "requests", "code": "rate_limit_exceeded"}}),
    "quota": (429, {"error": {"message": "You exceeded your current quota, please check your plan and billing details.", "type": "insufficient_quota"}}),
    "over": (529, {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}),
    "broken": (500, {"error": "Internal Server Error"}),
    "trace": (500, {"status": 500, "error": "Internal Server Error", "message": "NullPointerException", "path": "/orders"}),
    "not-made": (501, {"error": "Not Implemented"}),
    "gateway": (502, {"message": "Bad Gateway: upstream sent no answer"}),
    "away": (503, {"message": "Service is down for maintenance"}),
    "late": (504, {"message": "The upstream server did not answer in time"}),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        name = self.path.strip("/").split("?")[0]
        if name == "slow":
            time.sleep(4)
        if name == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            return
        if name == "silent":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if name == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"short")
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if name == "loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
            return
        status, body = BODIES.get(name, (int(name) if name.isdigit() else 404, None))
        text = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if name == "many":
            self.send_header("Retry-After", "7")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = answer

    def log_message(self, *ignored):
        pass


class LocalServer:
    def __init__(self):
        http.server.ThreadingHTTPServer.allow_reuse_address = True
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *ignored: None
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.port = self.server.server_port
        self.silent = socket.socket()
        self.silent.bind(("127.0.0.1", 0))
        self.silent.listen(1)
        self.silent_port = self.silent.getsockname()[1]

    def close(self):
        self.server.shutdown()
        self.silent.close()
