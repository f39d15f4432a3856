"""Node: its file functions, its fetch, its engine."""

import json

from local_server import LocalServer


def make(maker):
    if not maker.needs("node"):
        return
    here = maker.folder
    (here / "a.txt").write_text("x")
    (here / "folder").mkdir()
    (here / "folder" / "inner").write_text("x")
    (here / "locked").write_text("x")
    (here / "locked").chmod(0o600)
    server = LocalServer()

    def node(label, code, form="message", **other):
        """form message: as a tool in JavaScript reports it; trace: as the program itself prints it."""
        source = code if form == "trace" else f"(async () => {{ {code} }})().catch(e => {{ console.error('Error: ' + e.message + (e.cause ? ': ' + (e.cause.message || e.cause.code) : '')); process.exit(1) }})"
        maker.run(label, ["node", "-e", source], tool="node_tool", params={"code": code}, **other)

    node("not found", "require('fs').readFileSync('gone.txt')")
    node("not found", "require('fs').readdirSync('gone')", "trace")
    node("not found", "await require('fs').promises.unlink('gone')")
    node("not found", "require('no-such-module')", "trace")
    node("not found", "await import('no-such-module')")
    node("not found", "await import('./gone.mjs')")
    node("wrong tool", "require('fs').readFileSync('folder')")
    node("wrong tool", "require('fs').readdirSync('a.txt')", "trace")
    node("conflict", "require('fs').mkdirSync('folder')")
    node("conflict", "require('fs').rmdirSync('folder')", "trace")
    node("conflict", "require('fs').writeFileSync('a.txt', 'x', {flag: 'wx'})")
    node("permission", "require('fs').readFileSync('locked')", nobody=True)
    node("permission", "require('fs').writeFileSync('/usr/lib/x', 'x')", "trace", nobody=True)
    node("wrong type", "require('fs').readFileSync(undefined)")
    node("wrong type", "Buffer.from(5)", "trace")
    node("wrong type", "require('path').join(1)")
    node("name", "frobnicate()", "trace")
    node("name", "[].frob()")
    node("wrong value", "JSON.parse('{bad')")
    node("wrong value", "JSON.parse('')", "trace")
    node("wrong value", "new RegExp('[')")
    node("wrong value", "new URL('nothing')")
    node("wrong value", "const x = ;", "trace")
    node("wrong value", "new Array(-1)")
    node("wrong value", "'x'.repeat(-1)", "trace")
    node("tool's own fault", "undefined.x")
    node("tool's own fault", "null.length", "trace")
    node("tool's own fault", "(function f() { f() })()", "trace")
    node("transport", "await fetch('http://127.0.0.1:1/')")
    node("wrong value", "await fetch('nothing')")
    node("transport", "await fetch('http://no-such-host.invalid/')")
    node("transport", f"await fetch('{server.url}/reset')")
    node("time-out", f"await fetch('{server.url}/slow', {{signal: AbortSignal.timeout(300)}})")
    node("transport", "require('net').connect(1, '127.0.0.1')", "trace")
    node("conflict", f"require('http').createServer().listen({server.port}, '127.0.0.1')", "trace")
    node("transport", "require('dns').lookup('no-such-host.invalid', e => { throw e })", "trace")
    node("name", "require('child_process').spawnSync('frobnicate').error && (() => { throw require('child_process').spawnSync('frobnicate').error })()")
    node("time-out", "require('child_process').execSync('sleep 5', {timeout: 300})")
    node("transport", f"await new Promise((f, r) => require('https').get('https://127.0.0.1:{server.port}/', f).on('error', r))", note="TLS to a server without")
    maker.run("not found", "node nowhere.js", form="status")
    maker.run("name", "node --frobnicate")
    (here / "syntax.js").write_text("function (")
    maker.run("wrong value", "node syntax.js", form="json")
    (here / "mod").mkdir()
    (here / "mod" / "a.mjs").write_text("import { frob } from 'fs';")
    maker.run("name", "node mod/a.mjs")
    server.close()
