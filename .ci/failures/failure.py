"""What all makers of failures share: a failed call with the cause that was set up, and ways to make one."""

import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

NOBODY = 65534


@dataclasses.dataclass
class Failure:
    kind: str  # the family of tools
    half: str  # "built": the rules were written with these in sight; "unseen": the rules were tried on them once, then mended
    tool: str
    params: dict
    error: str
    label: str  # the class of the cause, in the words of core.tool.FailureClass
    note: str  # what was set up


class Maker:
    """Collects the failures of one family. What cannot be made here is named, never skipped in silence."""

    def __init__(self, kind, half):
        self.kind, self.half = kind, half
        self.failures, self.missing = [], []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ambit-failures-"))
        self.folder.chmod(0o755)

    def add(self, label, tool, params, error, note=""):
        if not error.strip():
            self.missing.append(f"{self.kind}: {tool} {json.dumps(params)[:80]} gave no error")
            return
        self.failures.append(Failure(self.kind, self.half, tool, params, error[:20000], label, note))

    def needs(self, *programs):
        absent = [program for program in programs if shutil.which(program) is None]
        self.missing.extend(f"{self.kind}: no {program}" for program in absent)
        return not absent

    def run(self, label, command, note="", form="plain", tool="bash", params=None, timeout=60, cwd=None, env=None, nobody=False):
        """Runs a command that is to fail; its words are the error. form: plain, status (its status after it), json."""
        surroundings = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C", "TERM": "dumb",
                        "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "NO_COLOR": "1"} | (env or {})
        try:
            done = self.finished(command, cwd or self.folder, surroundings, timeout, nobody)
        except subprocess.TimeoutExpired:
            self.missing.append(f"{self.kind}: did not end: {command}")
            return
        if done.returncode == 0:
            self.missing.append(f"{self.kind}: did not fail: {command}")
            return
        said = (done.stdout + done.stderr).strip()
        if form == "json":
            error = json.dumps({"exit_code": done.returncode, "stdout": done.stdout, "stderr": done.stderr})
        elif form == "status":
            error = f"{said}\nExit code: {done.returncode}".strip()
        else:
            error = said
        self.add(label, tool, params if params is not None else {"command": command if isinstance(command, str) else " ".join(command)}, error, note)

    @staticmethod
    def finished(command, cwd, surroundings, timeout, nobody):
        return subprocess.run(command if isinstance(command, list) else ["/bin/bash", "-c", command],
                              cwd=cwd, env=surroundings, capture_output=True, text=True, errors="replace",
                              stdin=subprocess.DEVNULL, timeout=timeout, user=NOBODY if nobody and os.getuid() == 0 else None)

    def python(self, label, source, note="", tool="python", **options):
        self.run(label, ["python3", "-c", source], note, tool=tool, params={"code": source}, **options)

    def attempt(self, label, tool, params, action, note=""):
        """Runs a Python function that is to raise; type and message are the error, as tools in Python report them."""
        try:
            action()
        except Exception as problem:  # whatever it is, it is what a tool would report
            self.add(label, tool, params, f"{type(problem).__name__}: {problem}", note)
        else:
            self.missing.append(f"{self.kind}: did not fail: {tool} {params}")

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
