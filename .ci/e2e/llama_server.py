"""A real llama.cpp server with a small real model, as .ci/clients builds and fetches them."""

import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import clients


class LlamaServer:
    @staticmethod
    def absent():
        """What is missing, or an empty text."""
        names = {"llama-server": clients.LLAMA_SERVER, "the model": clients.MODEL}
        gone = [name for name, path in names.items() if not path.exists()]
        return f"{' and '.join(gone)} not there" if gone else ""

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = tempfile.TemporaryFile()
        # One thread: with two, any other load on a small machine makes it ten times slower.
        self.process = subprocess.Popen(
            [clients.LLAMA_SERVER, "-m", clients.MODEL, "--host", "127.0.0.1", "--port", str(port), "-c", "4096",
             "-t", "1", "-np", "1", "--no-webui"], stdout=self.log, stderr=self.log)
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.url}/health", timeout=2).close()
                return self
            except (urllib.error.URLError, OSError):
                if self.process.poll() is not None:
                    break
                time.sleep(0.2)
        self.__exit__()
        raise RuntimeError("llama-server did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()
