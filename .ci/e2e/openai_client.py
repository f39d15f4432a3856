"""One chat completion by the Python client: a JSON object with its arguments on stdin, text and usage on stdout."""

import json
import sys

import openai

asked = json.load(sys.stdin)
client = openai.OpenAI(base_url=asked["baseURL"] + "/v1", api_key="dummy", max_retries=0)
request = asked["request"]
if request.get("stream"):
    text, usage = "", None
    for chunk in client.chat.completions.create(**request, stream_options={"include_usage": True}):
        text += "".join(choice.delta.content or "" for choice in chunk.choices)
        usage = chunk.usage or usage
else:
    answer = client.chat.completions.create(**request)
    text, usage = answer.choices[0].message.content, answer.usage
json.dump({"text": text, "usage": usage and usage.model_dump()}, sys.stdout)
