// Builds the curl call of an operation from its examples.
import { json } from "/docs/json.js";

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The address with its examples filled in. A parameter without an example becomes a shell variable. */
function address(path, parameters) {
  const exampleOf = (name, where) => parameters.find((each) => each.name === name && each.in === where)?.example;
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => exampleOf(name, "path") ?? `$${name}`);
  const query = new URLSearchParams(
    parameters.filter((each) => each.in === "query" && each.example !== undefined).map((each) => [each.name, each.example]),
  );
  const whole = `${location.origin}${filled}${query.size ? `?${query}` : ""}`;
  return /[$?&]/.test(whole) ? `"${whole}"` : whole;
}

/** The lines of the curl call. */
export function curl(path, method, { parameters = [], requestBody, responses }) {
  const words = [address(path, parameters)];
  const [media, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const answer = Object.entries(responses).find(([status]) => status.startsWith("2"))[1];
  const answered = Object.keys(answer.content ?? {})[0] ?? "";
  if (method === "delete" || method === "patch") words.push(`-X ${method.toUpperCase()}`);
  if (answered === "text/event-stream") words.push("-N");
  if (answered === "image/png") words.push("-o picture.png");
  if (media === "multipart/form-data") {
    for (const [name, value] of Object.entries(body.example ?? {})) words.push(`-F ${quoted(`${name}=${value}`)}`);
  } else if (media) {
    words.push(`-H ${quoted(`Content-Type: ${media}`)}`, `-d ${quoted(json(body.example ?? {}))}`);
  }
  return `curl ${words.join(" \\\n  ")}`;
}
