"""Libraries of Python that check values or speak HTTP: jsonschema, pydantic, requests, click, boto3."""

import importlib

from local_server import LocalServer


def make(maker):
    def library(name):
        try:
            return importlib.import_module(name)
        except ImportError:
            maker.missing.append(f"libraries: no {name}")
            return None

    attempt = maker.attempt
    if schema := library("jsonschema"):
        rules = {"type": "object", "properties": {"n": {"type": "integer", "minimum": 1}, "mode": {"enum": ["a", "b"]}, "tags": {"type": "array", "maxItems": 1},
                                                  "id": {"type": "string", "pattern": "^X-[0-9]+$"}}, "required": ["n"], "additionalProperties": False}
        for label, value in (("arguments missing", {}), ("wrong type", {"n": "1"}), ("wrong value", {"n": 0}), ("name", {"n": 1, "colour": 2}),
                             ("wrong value", {"n": 1, "mode": "c"}), ("wrong value", {"n": 1, "id": "7"}), ("wrong type", {"n": 1, "tags": "x"}),
                             ("wrong value", {"n": 1, "tags": [1, 2]})):
            def check(value=value):
                try:
                    schema.validate(value, rules)
                except schema.ValidationError as problem:
                    raise ValueError(problem.message) from None
            attempt(label, "create_item", value, check, "jsonschema's message")
    if pydantic := library("pydantic"):
        from typing import Literal

        class Model(pydantic.BaseModel):
            model_config = {"extra": "forbid"}
            n: int
            mode: Literal["a", "b"] = "a"
            size: int = pydantic.Field(default=1, ge=1)
            names: list[str] = []
            on: bool = True
        for label, value in (("arguments missing", {}), ("wrong type", {"n": "abc"}), ("name", {"n": 1, "colour": 2}), ("wrong value", {"n": 1, "mode": "c"}),
                             ("wrong value", {"n": 1, "size": 0}), ("wrong type", {"n": 1, "names": "x"}), ("wrong type", {"n": 1, "on": "perhaps"}), ("wrong type", {"n": None})):
            attempt(label, "update_item", value, lambda value=value: Model(**value))
    if requests := library("requests"):
        server = LocalServer()
        get = lambda label, url, **options: attempt(label, "fetch", {"url": url}, lambda: requests.get(url, **({"timeout": 2} | options)).raise_for_status())
        for status, label in ((400, "wrong value"), (401, "permission"), (403, "permission"), (404, "not found"), (405, "wrong tool"), (408, "time-out"), (409, "conflict"),
                              (429, "rate"), (500, "tool's own fault"), (502, "transport"), (503, "tool's own fault"), (504, "time-out")):
            get(label, f"{server.url}/{status}")
        get("transport", "http://127.0.0.1:1/x")
        get("transport", "http://no-such-host.invalid/")
        get("transport", f"https://127.0.0.1:{server.port}/")
        get("transport", f"{server.url}/reset")
        get("transport", f"{server.url}/cut")
        get("time-out", f"{server.url}/slow", timeout=0.5)
        get("wrong value", "no-scheme")
        get("wrong value", "frob://x")
        get("wrong value", f"{server.url}/loop")
        attempt("wrong value", "fetch_json", {"url": f"{server.url}/200"}, lambda: requests.get(f"{server.url}/200").json(), "an empty body")
        server.close()
    if click := library("click"):
        from click.testing import CliRunner

        @click.group()
        def tool(): pass

        @tool.command()
        @click.argument("file", type=click.Path(exists=True))
        @click.option("--count", type=int)
        @click.option("--mode", type=click.Choice(["a", "b"]))
        @click.option("--key", required=True)
        def go(**_): pass
        for label, words in (("name", ["frob"]), ("name", ["go", "--frob"]), ("arguments missing", ["go", "--key", "x"]), ("not found", ["go", "nowhere", "--key", "x"]),
                             ("wrong type", ["go", "/tmp", "--count", "x", "--key", "x"]), ("wrong value", ["go", "/tmp", "--mode", "c", "--key", "x"]),
                             ("arguments missing", ["go", "/tmp"]), ("arguments missing", ["go", "/tmp", "--key"])):
            maker.add(label, "run_cli", {"args": words}, CliRunner().invoke(tool, words).output)
    if boto3 := library("boto3"):
        from botocore.config import Config
        config = Config(retries={"max_attempts": 0}, connect_timeout=1, read_timeout=1, region_name="eu-west-1")
        attempt("permission", "s3_list", {}, lambda: boto3.Session().client("s3", config=Config(region_name="eu-west-1"), endpoint_url="http://127.0.0.1:1").list_buckets(), "no credentials")
        client = boto3.client("s3", config=config, endpoint_url="http://127.0.0.1:1", aws_access_key_id="a", aws_secret_access_key="b")
        attempt("transport", "s3_list", {}, client.list_buckets)
        attempt("arguments missing", "s3_get", {"Bucket": "b"}, lambda: client.get_object(Bucket="b"))
        attempt("name", "s3_get", {"Bucket": "b", "Key": "k", "Colour": 1}, lambda: client.get_object(Bucket="b", Key="k", Colour=1))
        attempt("wrong type", "s3_get", {"Bucket": "b", "Key": 5}, lambda: client.get_object(Bucket="b", Key=5))
        attempt("wrong value", "s3_list", {"Bucket": "A B!"}, lambda: client.list_objects(Bucket="A B!"))
        attempt("name", "aws_call", {"service": "frob"}, lambda: boto3.client("frob", config=config))
