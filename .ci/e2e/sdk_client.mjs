// A small agent on each of the Node SDKs: asks, streaming, and runs the tool that the model calls, until it answers.
// Where to ask and with which key, each SDK reads from its own environment variables, save ollama's, which is told.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// The SDKs are installed outside the tree: AMBIT_NODE_MODULES names the folder.
const require = createRequire(process.env.AMBIT_NODE_MODULES + "/");
const load = async (name) => import(pathToFileURL(require.resolve(name)));

const asked = "Read the three logs.";
const model = "m";
const schema = { type: "object", properties: { n: { type: "integer" } }, required: ["n"] };
const lines = Array.from({ length: 220 }, (_, n) =>
  `2026-11-20T09:00:${String(n % 60).padStart(2, "0")}Z INFO worker-${n % 4} step ${n} took ${(n * 37) % 900} ms`);
const log = ({ n }) => lines.map((line) => `${n}: ${line}`).join("\n");
const functionTool = { type: "function", function: { name: "log", description: "A log", parameters: schema } };

async function chat() {
  const { default: OpenAI } = await load("openai");
  const client = new OpenAI({ maxRetries: 0 });
  const messages = [{ role: "system", content: "Be brief." }, { role: "user", content: asked }];
  for (;;) {
    const stream = client.chat.completions.stream({ model, messages, tools: [functionTool], stream_options: { include_usage: true } });
    const { message } = (await stream.finalChatCompletion()).choices[0];
    if (!message.tool_calls?.length) return message.content;
    messages.push({ role: "assistant", content: message.content, tool_calls: message.tool_calls.map(
      ({ id, type, function: { name, arguments: given } }) => ({ id, type, function: { name, arguments: given } })) });
    for (const call of message.tool_calls)
      messages.push({ role: "tool", tool_call_id: call.id, content: log(JSON.parse(call.function.arguments)) });
  }
}

async function responses() {
  const { default: OpenAI } = await load("openai");
  const client = new OpenAI({ maxRetries: 0 });
  const input = [{ role: "user", content: asked }];
  const tools = [{ type: "function", name: "log", description: "A log", parameters: schema, strict: false }];
  for (;;) {
    const stream = client.responses.stream({ model, instructions: "Be brief.", input, tools, store: false });
    const answer = await stream.finalResponse();
    const calls = answer.output.filter((item) => item.type === "function_call");
    if (!calls.length) return answer.output_text;
    for (const { id, call_id, name, arguments: given } of calls) {
      input.push({ type: "function_call", id, call_id, name, arguments: given });
      input.push({ type: "function_call_output", call_id, output: log(JSON.parse(given)) });
    }
  }
}

async function messages() {
  const { default: Anthropic } = await load("@anthropic-ai/sdk");
  const client = new Anthropic({ maxRetries: 0 });
  const history = [{ role: "user", content: asked }];
  const tools = [{ name: "log", description: "A log", input_schema: schema }];
  for (;;) {
    const stream = client.messages.stream({ model, max_tokens: 1000, system: "Be brief.", messages: history, tools });
    const { content } = await stream.finalMessage();
    const calls = content.filter((block) => block.type === "tool_use");
    if (!calls.length) return content.filter((block) => block.type === "text").map((block) => block.text).join("");
    history.push({ role: "assistant", content: calls.map(({ id, name, input }) => ({ type: "tool_use", id, name, input })) });
    history.push({ role: "user", content: calls.map(
      ({ id, input }) => ({ type: "tool_result", tool_use_id: id, content: log(input) })) });
  }
}

async function ollama() {
  const { Ollama } = await load("ollama");
  const client = new Ollama({ host: process.env.OLLAMA_HOST });
  const history = [{ role: "system", content: "Be brief." }, { role: "user", content: asked }];
  for (;;) {
    let text = "";
    const calls = [];
    for await (const part of await client.chat({ model, messages: history, tools: [functionTool], stream: true })) {
      text += part.message.content ?? "";
      calls.push(...(part.message.tool_calls ?? []));
    }
    if (!calls.length) return text;
    history.push({ role: "assistant", content: text, tool_calls: calls });
    for (const call of calls)
      history.push({ role: "tool", tool_name: call.function.name, content: log(call.function.arguments) });
  }
}

const formats = { chat, responses, messages, ollama };
const said = {};
for (const name of process.argv.slice(2)) {
  try {
    said[name] = await formats[name]();
  } catch (failure) {
    said[name] = String(failure).slice(0, 600);
  }
}
process.stdout.write(JSON.stringify(said) + "\n");
