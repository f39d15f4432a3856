"""HTTP by curl and by Python's own client, against a server on this machine."""

import json
import socket
import ssl
import urllib.error
import urllib.request

from local_server import BODIES, LocalServer

LABELS = {
    "missing": "arguments missing", "kind": "wrong type", "unknown-field": "name", "json": "wrong value", "validation": "wrong value",
    "detail": "arguments missing", "detail-int": "wrong type", "unauthorized": "permission", "key": "permission",
    "forbidden": "permission", "scope": "permission", "limited": "rate", "nothing": "not found", "model": "not found",
    "method": "wrong tool", "exists": "conflict", "sha": "conflict", "etag": "conflict", "gone": "not found", "large": "wrong value",
    "media": "wrong value", "locked": "conflict", "many": "rate", "quota": "rate", "over": "rate", "broken": "tool's own fault",
    "trace": "tool's own fault", "not-made": "wrong tool", "gateway": "transport", "away": "tool's own fault", "late": "time-out",
}
STATUSES = {400: "wrong value", 401: "permission", 403: "permission", 404: "not found", 405: "wrong tool", 409: "conflict",
            410: "not found", 412: "conflict", 413: "wrong value", 414: "wrong value", 415: "wrong value", 422: "wrong value",
            429: "rate", 500: "tool's own fault", 501: "wrong tool", 502: "transport", 503: "tool's own fault", 504: "time-out"}


def tools_answer(url, method="GET", body=None, timeout=2):
    """What an HTTP tool hands to an agent: status and body, or the client's own error."""
    request = urllib.request.Request(url, data=body, method=method)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return f"HTTP {refusal.code} {refusal.reason}\n{refusal.read().decode()}"


def make(maker):
    server = LocalServer()
    for name, (status, body) in BODIES.items():
        url = f"{server.url}/{name}"
        if len(maker.failures) % 2:
            maker.add(LABELS[name], "http_get", {"url": url}, tools_answer(url), f"status {status} with a body")
        else:
            maker.add(LABELS[name], "api_call", {"url": url}, json.dumps(body | {"status": status}) if "status" not in body else json.dumps(body), f"the body of status {status}")
    if maker.needs("curl"):
        for status, label in STATUSES.items():
            maker.run(label, f"curl -sSf {server.url}/{status}", note="no body", form="status" if status % 2 else "plain")
        run = maker.run
        run("transport", "curl -sS http://127.0.0.1:1/")
        run("transport", "curl -sS http://no-such-host.invalid/")
        run("transport", f"curl -sS https://127.0.0.1:{server.port}/", note="TLS to a server without")
        run("transport", f"curl -sS {server.url}/reset")
        run("transport", f"curl -sS {server.url}/silent")
        run("transport", f"curl -sS {server.url}/cut")
        run("time-out", f"curl -sS --max-time 1 {server.url}/slow")
        run("time-out", f"curl -sS --max-time 1 http://127.0.0.1:{server.silent_port}/", form="json")
        run("wrong value", "curl -sS frob://127.0.0.1/")
        run("wrong value", "curl -sS 'http://127.0.0.1:99999/'")
        run("wrong value", f"curl -sSL --max-redirs 3 {server.url}/loop", note="redirects without end")
        run("arguments missing", "curl -sS")
        run("name", "curl --frobnicate http://127.0.0.1/")
        run("arguments missing", "curl -sS -o")
        run("wrong value", "curl -sS 'http://[::1'")
        run("not found", f"curl -sS -T missing.txt {server.url}/x")
        run("permission", f"curl -sS -o /usr/lib/x {server.url}/broken", nobody=True)

    def python(label, url, **options):
        maker.attempt(label, "fetch_url", {"url": url}, lambda: urllib.request.urlopen(url, **({"timeout": 2} | options)))

    for status in (400, 401, 403, 404, 409, 429, 500, 502, 503):
        python(STATUSES[status], f"{server.url}/{status}")
    python("transport", "http://127.0.0.1:1/")
    python("transport", "http://no-such-host.invalid/")
    python("transport", f"https://127.0.0.1:{server.port}/")
    python("transport", f"{server.url}/reset")
    python("transport", f"{server.url}/silent")
    python("time-out", f"{server.url}/slow", timeout=1)
    python("time-out", f"http://127.0.0.1:{server.silent_port}/", timeout=1)
    python("wrong value", "frob://127.0.0.1/")
    python("wrong value", "no url at all")
    python("wrong value", "http://127.0.0.1:port/")
    maker.attempt("transport", "tls_connect", {"host": "127.0.0.1"}, lambda: ssl.create_default_context().wrap_socket(
        socket.create_connection(("127.0.0.1", server.port)), server_hostname="localhost"))
    maker.attempt("conflict", "listen", {"port": server.port}, lambda: socket.socket().bind(("127.0.0.1", server.port)))
    maker.attempt("transport", "send", {"host": "127.0.0.1"}, lambda: socket.socket().sendall(b"x"), "never connected")
    server.close()
