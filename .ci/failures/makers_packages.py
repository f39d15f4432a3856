"""Package managers of Python and JavaScript. What would go to a registry goes to a server on this machine."""

import json

from local_server import LocalServer


def make(maker):
    server = LocalServer()
    here = maker.folder
    if maker.needs("pip3"):
        pip = lambda label, rest, form="plain", **other: maker.run(label, f"python3 -m pip --disable-pip-version-check {rest}", form=form, **other)
        pip("not found", "install --no-index no-such-package")
        pip("not found", "install --no-index 'requests==99.99'", form="status")
        pip("not found", "install -r nowhere.txt")
        pip("not found", "install --no-index ./nowhere")
        pip("not found", "show no-such-package", form="status")
        pip("name", "frobnicate")
        pip("name", "install --frob x")
        pip("name", "instal requests", form="json")
        pip("arguments missing", "install")
        pip("arguments missing", "uninstall -y")
        pip("wrong value", "install --no-index 'requests=>2'")
        pip("wrong value", "install --no-index 'x y z'", form="status")
        pip("transport", "install --retries 0 --index-url http://127.0.0.1:1/ some-package --no-cache-dir", form="status")
        (here / "project").mkdir()
        pip("wrong value", "install --no-index ./project", note="no project in the folder")
        (here / "hashed.txt").write_text("x==1 --hash=sha256:abc --frob\n")
        pip("name", "install --no-index -r hashed.txt")
    if maker.needs("npm"):
        (here / "app").mkdir()
        (here / "app" / "package.json").write_text(json.dumps({"name": "app", "version": "1.0.0", "scripts": {"build": "exit 3", "lint": "eslnt ."}}))
        (here / "broken").mkdir()
        (here / "broken" / "package.json").write_text("{ not json")
        (here / "none").mkdir()
        env = {"npm_config_registry": server.url, "npm_config_fetch_retries": "0", "npm_config_update_notifier": "false", "npm_config_audit": "false"}
        npm = lambda label, rest, form="plain", where="app", **other: maker.run(label, f"npm {rest}", form=form, cwd=here / where, **({"env": env} | other))
        npm("name", "run frobnicate")
        npm("name", "frobnicate")
        npm("name", "run lint", form="status", note="the script's command is not there")
        npm("not found", "install no-such-package")
        npm("not found", "view nothing-here", form="status")
        npm("not found", "install ./nowhere")
        npm("not found", "run build", where="none", form="status", note="no package.json")
        npm("wrong value", "install", where="broken")
        npm("wrong value", "install 'UPPER CASE name!'")
        npm("wrong value", "version not-a-version")
        npm("transport", "install left-pad", env=env | {"npm_config_registry": "http://127.0.0.1:1"}, form="status")
        npm("transport", "view left-pad", env=env | {"npm_config_registry": "http://no-such-host.invalid"})
        npm("transport", "install left-pad --offline --cache " + str(here / "cache"), note="cut off from the registry")
        npm("permission", "publish", note="nobody is logged in")
        npm("permission", "whoami", form="json")
    server.close()
