"""What goes over a wire to somebody else: curl in its many protocols, git with remotes, ssh keys, API answers as text."""

from local_server import LocalServer

CONFIG = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}


def make(maker):
    run, here = maker.run, maker.folder
    server = LocalServer()
    (here / "a.txt").write_text("alpha\n")
    if maker.needs("curl"):
        curl = lambda label, rest, form="plain", note="": run(label, f"curl -sS {rest}", form=form, note=note)
        curl("transport", "ftp://127.0.0.1:1/x")
        curl("transport", "telnet://127.0.0.1:1", "status")
        curl("wrong value", "frob://x/")
        curl("wrong value", "'http://[bad/'")
        curl("name", "--frobnicate http://x/")
        curl("arguments missing", "-o x", "json")
        curl("arguments missing", "-X")
        curl("not found", f"-T gone.txt {server.url}/")
        curl("not found", f"-d @gone.json {server.url}/")
        curl("transport", f"https://127.0.0.1:{server.port}/", "status", "no TLS there")
        curl("transport", f"{server.url}/cut", note="less came than was told")
        curl("transport", f"--proxy http://127.0.0.1:1 {server.url}/200", "status")
        curl("transport", "--resolve x.invalid:1:127.0.0.1 http://x.invalid:1/")
        curl("wrong value", f"-L --max-redirs 3 {server.url}/loop", "json", "redirects without end")
        curl("time-out", f"-m 1 {server.url}/slow", "status")
        curl("not found", "file:///nowhere/x")
        for status, label in ((400, "wrong value"), (403, "permission"), (404, "not found"), (405, "wrong tool"), (409, "conflict"), (429, "rate"), (500, "tool's own fault"), (502, "transport"), (504, "time-out")):
            curl(label, f"-f {server.url}/{status}", "status" if status % 2 else "plain")
        for name, label in (("missing", "arguments missing"), ("kind", "wrong type"), ("unknown-field", "name"), ("detail", "arguments missing"), ("detail-int", "wrong type"),
                            ("key", "permission"), ("scope", "permission"), ("limited", "rate"), ("model", "not found"), ("exists", "conflict"), ("etag", "conflict"), ("locked", "conflict"),
                            ("quota", "rate"), ("over", "rate"), ("late", "time-out"), ("away", "tool's own fault"), ("large", "wrong value"), ("media", "wrong value")):
            run(label, f"curl -sS -w '\\n%{{http_code}}' {server.url}/{name}; exit 22", note="the status stands alone in the last line")
    if maker.needs("git"):
        setup = "git init -q -b main r && cd r && git commit -q --allow-empty -m one && git init -q --bare ../hub.git && git remote add hub ../hub.git"
        maker.finished(setup, here, {"PATH": __import__("os").environ["PATH"], "HOME": str(here)} | CONFIG, 20, False)
        git = lambda label, rest, form="plain", note="", **other: run(label, f"git {rest}", form=form, note=note, cwd=here / "r", env=CONFIG, **other)
        git("not found", "fetch hub gone")
        git("not found", "push hub gone:main", "status")
        git("not found", "push hub --delete gone")
        git("not found", "ls-remote --exit-code hub gone-branch", "status", "says nothing")
        git("not found", "pull nowhere")
        git("not found", "remote set-url gone x", "json")
        git("not found", "fetch ../gone.git")
        git("transport", f"clone {server.url.replace('http', 'https')}/x.git y")
        git("transport", "clone ssh://127.0.0.1:1/x.git y2", "status")
        git("not found", f"clone {server.url}/404/x.git y3")
        git("permission", f"ls-remote {server.url}/401", note="wants a name and a password")
        git("conflict", "remote rename hub hub")
        git("conflict", "worktree add ../w main", note="checked out elsewhere")
        git("conflict", "init -q ../a.txt", "status", "a file stands there")
        git("not found", "worktree remove ../gone")
        git("not found", "checkout HEAD -- gone.txt")
        git("not found", "rev-parse gone", "status")
        git("not found", "bisect reset gone")
        git("not found", "notes show HEAD")
        git("not found", "config --get frob.nothing", "status", "says nothing")
        git("wrong value", "config frob value", note="no section")
        git("wrong value", "log --format=frob")
        git("name", "worktree frob")
        git("name", "bisect frob", "json")
        git("name", "push --frob hub")
        git("arguments missing", "worktree add")
        git("permission", "config --system a.b c", nobody=True)
        git("wrong value", "am < ../a.txt", note="no mail in it")
        git("wrong value", "revert --continue", note="nothing is being reverted")
    if maker.needs("ssh"):
        run("transport", "ssh -o BatchMode=yes -o ConnectTimeout=2 frob.invalid", form="json")
        run("wrong value", "ssh-keygen -y -f a.txt", form="status")
        run("conflict", "ssh-keygen -q -t ed25519 -N '' -f key && yes n | ssh-keygen -t ed25519 -N '' -f key", note="is there already")
    if maker.needs("wget"):
        run("not found", "wget -i gone.txt")
        run("transport", f"wget -nv --tries=1 https://127.0.0.1:{server.port}/", form="json", note="no TLS there")
    server.close()
