// One chat completion by the Node client: a JSON object with its arguments on stdin, text and usage on stdout.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// The client is installed outside the tree: AMBIT_NODE_MODULES names the folder.
const require = createRequire(process.env.AMBIT_NODE_MODULES + "/");
const { default: OpenAI } = await import(pathToFileURL(require.resolve("openai")));

const asked = JSON.parse(readFileSync(0, "utf8"));
const client = new OpenAI({ baseURL: asked.baseURL + "/v1", apiKey: "dummy", maxRetries: 0 });
let text = "";
let usage = null;
if (asked.request.stream) {
  const chunks = await client.chat.completions.create({ ...asked.request, stream_options: { include_usage: true } });
  for await (const chunk of chunks) {
    text += chunk.choices.map((choice) => choice.delta.content ?? "").join("");
    usage = chunk.usage ?? usage;
  }
} else {
  const answer = await client.chat.completions.create(asked.request);
  text = answer.choices[0].message.content;
  usage = answer.usage;
}
process.stdout.write(JSON.stringify({ text, usage }));
