"""The wire formats that the scripted server speaks: each reads a request as chat completions has it, and writes an answer.

An answer is a text, or a list of (call id, tool name, arguments).
"""

import json


def event(value, name=None):
    return (f"event: {name}\n" if name else "").encode() + b"data: " + json.dumps(value).encode() + b"\n\n"


def pieces(text, size):
    return [text[at:at + size] for at in range(0, len(text), size)]


def text_of(content):
    if isinstance(content, list):
        return "".join(part.get("text", "") for part in content if isinstance(part, dict))
    return content or ""


class Chat:
    """OpenAI chat completions."""

    path = "/v1/chat/completions"
    stream_type = "text/event-stream"
    streams_unasked = False

    @staticmethod
    def normal(request):
        return request

    @staticmethod
    def usage(counted):
        return {
            "prompt_tokens": counted["input"], "completion_tokens": counted["output"],
            "total_tokens": counted["input"] + counted["output"],
            "prompt_tokens_details": {"cached_tokens": counted["cached"]},
        }

    def whole(self, request, answer, counted):
        message = {"role": "assistant", "content": answer if isinstance(answer, str) else None}
        if not isinstance(answer, str):
            message["tool_calls"] = [
                {"id": call_id, "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}
                for call_id, name, arguments in answer]
        return {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": request.get("model"),
                "choices": [{"index": 0, "message": message, "finish_reason": self.finish(answer)}],
                "usage": self.usage(counted)}

    def stream(self, request, answer, counted):
        head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": request.get("model")}

        def chunk(delta, finish_reason=None):
            return event({**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}]})

        yield chunk({"role": "assistant", "content": ""})
        if isinstance(answer, str):
            for piece in pieces(answer, 7):
                yield chunk({"content": piece})
        else:
            for index, (call_id, name, arguments) in enumerate(answer):
                function = {"name": name, "arguments": ""}
                yield chunk({"tool_calls": [{"index": index, "id": call_id, "type": "function", "function": function}]})
                for piece in pieces(json.dumps(arguments), 5):
                    yield chunk({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})
        yield chunk({}, self.finish(answer))
        if request.get("stream_options", {}).get("include_usage"):
            yield event({**head, "choices": [], "usage": self.usage(counted)})
        yield b"data: [DONE]\n\n"

    @staticmethod
    def finish(answer):
        return "stop" if isinstance(answer, str) else "tool_calls"


class Responses:
    """OpenAI Responses."""

    path = "/v1/responses"
    stream_type = "text/event-stream"
    streams_unasked = False

    @staticmethod
    def normal(request):
        messages = []
        if request.get("instructions"):
            messages.append({"role": "system", "content": request["instructions"]})
        given = request.get("input") or []
        for item in [{"role": "user", "content": given}] if isinstance(given, str) else given:
            kind = item.get("type", "message")
            if kind == "message":
                messages.append({"role": item["role"], "content": text_of(item.get("content"))})
            elif kind == "function_call":
                call = {"id": item["call_id"], "type": "function",
                        "function": {"name": item["name"], "arguments": item["arguments"]}}
                messages.append({"role": "assistant", "content": None, "tool_calls": [call]})
            elif kind == "function_call_output":
                messages.append({"role": "tool", "tool_call_id": item["call_id"], "content": text_of(item["output"])})
        tools = [{"type": "function", "function": tool} for tool in request.get("tools") or []
                 if tool.get("type") == "function"]
        return {"model": request.get("model"), "messages": messages, "tools": tools}

    @staticmethod
    def items(answer):
        if isinstance(answer, str):
            return [{"type": "message", "id": "msg_1", "role": "assistant", "status": "completed",
                     "content": [{"type": "output_text", "text": answer, "annotations": []}]}]
        return [{"type": "function_call", "id": f"fc_{call_id}", "call_id": call_id, "name": name,
                 "arguments": json.dumps(arguments), "status": "completed"} for call_id, name, arguments in answer]

    def whole(self, request, answer, counted, status="completed"):
        done = status == "completed"
        return {"id": "resp_1", "object": "response", "created_at": 1, "status": status, "model": request.get("model"),
                "output": self.items(answer) if done else [], "parallel_tool_calls": True, "tool_choice": "auto",
                "tools": [], "error": None, "incomplete_details": None, "instructions": None, "metadata": {},
                "temperature": 1.0, "top_p": 1.0,
                "usage": {"input_tokens": counted["input"], "input_tokens_details": {"cached_tokens": counted["cached"]},
                          "output_tokens": counted["output"], "output_tokens_details": {"reasoning_tokens": 0},
                          "total_tokens": counted["input"] + counted["output"]} if done else None}

    def stream(self, request, answer, counted):
        numbers = iter(range(10 ** 6))

        def send(kind, **fields):
            return event({"type": kind, "sequence_number": next(numbers), **fields}, kind)

        begun = self.whole(request, answer, counted, "in_progress")
        yield send("response.created", response=begun)
        yield send("response.in_progress", response=begun)
        for index, item in enumerate(self.items(answer)):
            at = {"output_index": index, "item_id": item["id"]}
            if item["type"] == "message":
                yield send("response.output_item.added", output_index=index,
                           item={**item, "status": "in_progress", "content": []})
                part = {"type": "output_text", "text": "", "annotations": []}
                yield send("response.content_part.added", content_index=0, part=part, **at)
                for piece in pieces(answer, 7):
                    yield send("response.output_text.delta", content_index=0, delta=piece, logprobs=[], **at)
                yield send("response.output_text.done", content_index=0, text=answer, logprobs=[], **at)
                yield send("response.content_part.done", content_index=0, part=item["content"][0], **at)
            else:
                yield send("response.output_item.added", output_index=index,
                           item={**item, "status": "in_progress", "arguments": ""})
                for piece in pieces(item["arguments"], 5):
                    yield send("response.function_call_arguments.delta", delta=piece, **at)
                yield send("response.function_call_arguments.done", arguments=item["arguments"], name=item["name"], **at)
            yield send("response.output_item.done", output_index=index, item=item)
        yield send("response.completed", response=self.whole(request, answer, counted))


class Anthropic:
    """Anthropic messages."""

    path = "/v1/messages"
    stream_type = "text/event-stream"
    streams_unasked = False

    @staticmethod
    def normal(request):
        messages = [{"role": "system", "content": text_of(request["system"])}] if request.get("system") else []
        for message in request["messages"]:
            content = message["content"]
            parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
            calls = [{"id": part["id"], "type": "function",
                      "function": {"name": part["name"], "arguments": json.dumps(part["input"])}}
                     for part in parts if part["type"] == "tool_use"]
            results = [{"role": "tool", "tool_call_id": part["tool_use_id"], "content": text_of(part.get("content"))}
                       for part in parts if part["type"] == "tool_result"]
            messages += results
            text = text_of([part for part in parts if part["type"] == "text"])
            if calls:
                messages.append({"role": message["role"], "content": text or None, "tool_calls": calls})
            elif text and not results:
                messages.append({"role": message["role"], "content": text})
        tools = [{"type": "function", "function": {"name": tool["name"], "parameters": tool.get("input_schema")}}
                 for tool in request.get("tools") or []]
        return {"model": request.get("model"), "messages": messages, "tools": tools}

    @staticmethod
    def usage(counted):
        return {"input_tokens": counted["input"] - counted["cached"], "cache_creation_input_tokens": 0,
                "cache_read_input_tokens": counted["cached"], "output_tokens": counted["output"]}

    @staticmethod
    def blocks(answer):
        if isinstance(answer, str):
            return [{"type": "text", "text": answer}]
        return [{"type": "tool_use", "id": call_id, "name": name, "input": arguments}
                for call_id, name, arguments in answer]

    def whole(self, request, answer, counted):
        return {"id": "msg_1", "type": "message", "role": "assistant", "model": request.get("model"),
                "content": self.blocks(answer), "stop_reason": self.stop(answer), "stop_sequence": None,
                "usage": self.usage(counted)}

    def stream(self, request, answer, counted):
        def send(kind, **fields):
            return event({"type": kind, **fields}, kind)

        head = {**self.whole(request, answer, counted), "content": [], "stop_reason": None}
        head["usage"] = {**head["usage"], "output_tokens": 1}
        yield send("message_start", message=head)
        yield send("ping")
        for index, block in enumerate(self.blocks(answer)):
            if block["type"] == "text":
                yield send("content_block_start", index=index, content_block={"type": "text", "text": ""})
                deltas = [{"type": "text_delta", "text": piece} for piece in pieces(block["text"], 7)]
            else:
                yield send("content_block_start", index=index, content_block={**block, "input": {}})
                deltas = [{"type": "input_json_delta", "partial_json": piece}
                          for piece in pieces(json.dumps(block["input"]), 5)]
            for delta in deltas:
                yield send("content_block_delta", index=index, delta=delta)
            yield send("content_block_stop", index=index)
        yield send("message_delta", delta={"stop_reason": self.stop(answer), "stop_sequence": None},
                   usage={"output_tokens": counted["output"]})
        yield send("message_stop")

    @staticmethod
    def stop(answer):
        return "end_turn" if isinstance(answer, str) else "tool_use"


class Ollama:
    """Ollama's own chat. Its calls carry no ids: the n-th result is that of call_n."""

    path = "/api/chat"
    stream_type = "application/x-ndjson"
    streams_unasked = True

    @staticmethod
    def normal(request):
        messages, called, answered = [], 0, 0
        for message in request["messages"]:
            if message["role"] == "tool":
                answered += 1
                messages.append({"role": "tool", "tool_call_id": f"call_{answered}", "content": message["content"]})
                continue
            calls = []
            for call in message.get("tool_calls") or []:
                called += 1
                calls.append({"id": f"call_{called}", "type": "function", "function": call["function"]})
            messages.append({**message, "tool_calls": calls} if calls else message)
        return {"model": request.get("model"), "messages": messages, "tools": request.get("tools") or []}

    @staticmethod
    def message(answer):
        if isinstance(answer, str):
            return {"role": "assistant", "content": answer}
        return {"role": "assistant", "content": "",
                "tool_calls": [{"function": {"name": name, "arguments": arguments}} for _, name, arguments in answer]}

    def whole(self, request, answer, counted, message=None):
        return {"model": request.get("model"), "created_at": "2026-01-01T00:00:00Z",
                "message": message or self.message(answer), "done": True, "done_reason": "stop",
                "total_duration": 1000, "load_duration": 10, "prompt_eval_count": counted["input"],
                "prompt_eval_duration": 100, "eval_count": counted["output"], "eval_duration": 100}

    def stream(self, request, answer, counted):
        head = {"model": request.get("model"), "created_at": "2026-01-01T00:00:00Z", "done": False}
        messages = [{"role": "assistant", "content": piece} for piece in pieces(answer, 7)] \
            if isinstance(answer, str) else [self.message(answer)]
        for message in messages:
            yield json.dumps({**head, "message": message}).encode() + b"\n"
        end = self.whole(request, answer, counted, {"role": "assistant", "content": ""})
        yield json.dumps(end).encode() + b"\n"


BY_PATH = {made.path: made for made in (Chat(), Responses(), Anthropic(), Ollama())}
