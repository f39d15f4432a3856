"""Runs ./ambit as a user would, on a data folder of its own."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Another way to start the same program, while it is worked on.
PROGRAM = os.environ.get("AMBIT_E2E_PROGRAM") or ROOT / "ambit"


class Ambit:
    """A data folder, and the gateway on it while one runs."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="ambit-e2e-")
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("AMBIT_") or "JAVA" in k}
        self.environment.pop("AMBIT_E2E_PROGRAM", None)
        self.environment["AMBIT_HOME"] = self.home
        self.gateway = None

    def start(self, upstream, policy):
        self.gateway = subprocess.Popen(
            [PROGRAM, "start", "--port", "0", "--upstream", upstream, "--policy", policy, "--json"],
            env=self.environment, stdout=subprocess.PIPE, text=True)
        line = self.gateway.stdout.readline()
        if not line:
            raise RuntimeError(f"the gateway did not start: exit code {self.gateway.wait()}")
        self.url = json.loads(line)["url"]
        return self.url

    def stop(self):
        """Stops the gateway by the command; returns its exit code."""
        if self.gateway is None:
            return 0
        code = self.run("stop").returncode
        self.gateway.wait(timeout=60)
        self.gateway.stdout.close()
        self.gateway = None
        return code

    def run(self, *arguments, cwd=None, said=None):
        return subprocess.run([PROGRAM, *arguments], env=self.environment, cwd=cwd, input=said,
                              capture_output=True, text=True)

    def json(self, *arguments):
        done = self.run(*arguments, "--json")
        if done.returncode != 0:
            raise RuntimeError(f"ambit {' '.join(arguments)}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def sessions(self):
        return self.json("sessions", "list")["sessions"]

    def show(self, session="last"):
        return self.json("sessions", "show", session)

    def close(self):
        try:
            self.stop()
        finally:
            if self.gateway is not None:
                self.gateway.kill()
            shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
