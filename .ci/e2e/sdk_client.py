"""A small agent on each of the Python SDKs: asks, streaming, and runs the tool that the model calls, until it answers.

Where to ask and with which key, each SDK reads from its own environment variables. The formats are its arguments; it
prints a JSON object with the last text of each.
"""

import json
import sys

LINES = [f"2026-11-20T09:00:{n % 60:02}Z INFO worker-{n % 4} step {n} took {n * 37 % 900} ms, value {n * n % 9973:04}"
         for n in range(220)]
ASKED = "Read the three logs."
MODEL = "m"


def log(arguments):
    return "\n".join(f"{arguments['n']}: {line}" for line in LINES)


def schema():
    return {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}


def chat():
    import openai

    client = openai.OpenAI(max_retries=0)
    messages = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": ASKED}]
    tools = [{"type": "function", "function": {"name": "log", "description": "A log", "parameters": schema()}}]
    while True:
        text, calls = "", {}
        for chunk in client.chat.completions.create(model=MODEL, messages=messages, tools=tools, stream=True,
                                                    stream_options={"include_usage": True}):
            for choice in chunk.choices:
                text += choice.delta.content or ""
                for call in choice.delta.tool_calls or []:
                    known = calls.setdefault(call.index, {"id": call.id, "name": call.function.name, "arguments": ""})
                    known["arguments"] += call.function.arguments or ""
        if not calls:
            return text
        messages.append({"role": "assistant", "content": text or None, "tool_calls": [
            {"id": c["id"], "type": "function", "function": {"name": c["name"], "arguments": c["arguments"]}}
            for c in calls.values()]})
        for call in calls.values():
            messages.append({"role": "tool", "tool_call_id": call["id"], "content": log(json.loads(call["arguments"]))})


def responses():
    import openai

    client = openai.OpenAI(max_retries=0)
    items = [{"role": "user", "content": ASKED}]
    tools = [{"type": "function", "name": "log", "description": "A log", "parameters": schema(), "strict": False}]
    while True:
        with client.responses.stream(model=MODEL, instructions="Be brief.", input=items, tools=tools, store=False) as stream:
            for _ in stream:
                pass
            answer = stream.get_final_response()
        calls = [item for item in answer.output if item.type == "function_call"]
        if not calls:
            return answer.output_text
        for call in calls:
            items.append({"type": "function_call", "id": call.id, "call_id": call.call_id, "name": call.name,
                          "arguments": call.arguments})
            items.append({"type": "function_call_output", "call_id": call.call_id,
                          "output": log(json.loads(call.arguments))})


def messages():
    import anthropic

    client = anthropic.Anthropic(max_retries=0)
    history = [{"role": "user", "content": ASKED}]
    tools = [{"name": "log", "description": "A log", "input_schema": schema()}]
    while True:
        with client.messages.stream(model=MODEL, max_tokens=1000, system="Be brief.", messages=history, tools=tools) as stream:
            answer = stream.get_final_message()
        calls = [block for block in answer.content if block.type == "tool_use"]
        if not calls:
            return "".join(block.text for block in answer.content if block.type == "text")
        history.append({"role": "assistant", "content": [
            {"type": "tool_use", "id": call.id, "name": call.name, "input": call.input} for call in calls]})
        history.append({"role": "user", "content": [
            {"type": "tool_result", "tool_use_id": call.id, "content": log(call.input)} for call in calls]})


def ollama():
    import ollama as sdk

    client = sdk.Client()
    history = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": ASKED}]
    tools = [{"type": "function", "function": {"name": "log", "description": "A log", "parameters": schema()}}]
    while True:
        text, calls = "", []
        for part in client.chat(model=MODEL, messages=history, tools=tools, stream=True):
            text += part.message.content or ""
            calls += part.message.tool_calls or []
        if not calls:
            return text
        history.append({"role": "assistant", "content": text, "tool_calls": [
            {"function": {"name": call.function.name, "arguments": dict(call.function.arguments)}} for call in calls]})
        for call in calls:
            history.append({"role": "tool", "tool_name": call.function.name, "content": log(call.function.arguments)})


FORMATS = {"chat": chat, "responses": responses, "messages": messages, "ollama": ollama}
said = {}
for name in sys.argv[1:]:
    try:
        said[name] = FORMATS[name]()
    except Exception as failure:  # noqa: BLE001
        said[name] = repr(failure)[:600]
print(json.dumps(said))
