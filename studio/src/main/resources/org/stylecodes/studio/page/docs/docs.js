// Renders the OpenAPI document of this server. All content is set as text, never as markup.
import { curl } from "/docs/curl.js";
import { json } from "/docs/json.js";

const root = document.getElementById("document");

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const anchor = (name) => name.toLowerCase().replaceAll(" ", "-");

/** A block of code that can be scrolled with the keyboard. */
const code = (text) => element("pre", { tabindex: "0" }, text);

/** A schema in a notation like TypeScript's. */
function type(schema, indent = "") {
  if (!schema) return "nothing";
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return schema.anyOf.map((part) => type(part, indent)).join(" | ");
  if (schema.allOf) return schema.allOf.map((part) => type(part, indent)).join(" & ");
  if (schema.type === "array") return `[${type(schema.items, indent)}, ...]`;
  if (schema.type !== "object" || !schema.properties) return schema.contentMediaType ? "file" : schema.type;
  const required = new Set(schema.required ?? []);
  const lines = Object.entries(schema.properties).map(([name, value]) => {
    const remark = value.description ? `  // ${value.description}` : "";
    return `${indent}  ${name}${required.has(name) ? "" : "?"}: ${type(value, indent + "  ")}${remark}`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

/** The shape of a body: its fields, or a link to its object. */
function shape(schema) {
  const name = schema?.$ref?.split("/").pop();
  return name ? element("p", null, element("a", { href: `#${name}` }, name)) : code(type(schema));
}

function contents(title, content) {
  return Object.entries(content ?? {}).flatMap(([media, { schema, example }]) => [
    element("h3", null, `${title} (${media})`),
    shape(schema),
    ...(example === undefined || media === "multipart/form-data"
      ? []
      : [element("p", { class: "caption" }, "For example"), code(typeof example === "string" ? example : json(example))]),
  ]);
}

function parameters(list) {
  if (!list?.length) return [];
  const rows = list.map((parameter) =>
    element("tr", null,
      element("td", null, element("code", null, parameter.name)),
      element("td", null, `${parameter.in}${parameter.required ? ", required" : ""}`),
      element("td", null, type(parameter.schema)),
      element("td", null, parameter.description ?? "")));
  const head = element("tr", null, ...["Name", "Where", "Type", "Description"].map((name) => element("th", { scope: "col" }, name)));
  return [element("h3", null, "Parameters"), element("div", { class: "wide", tabindex: "0" }, element("table", null, head, ...rows))];
}

function operation(path, method, described) {
  const answers = Object.entries(described.responses).flatMap(([status, answer]) => {
    if (status === "default") return [];
    const title = `${status}: ${answer.description}`;
    return answer.content ? contents(title, answer.content) : [element("h3", null, title)];
  });
  return element("details", { id: described.operationId },
    element("summary", null,
      element("span", { class: "method" }, method), element("code", null, path),
      element("span", { class: "brief" }, described.summary)),
    element("div", null,
      element("h3", null, "Call"), code(curl(path, method, described)),
      ...parameters(described.parameters), ...contents("Body", described.requestBody?.content), ...answers));
}

function errors(list) {
  const rows = list.map(({ title, status, meaning, remedy }) =>
    element("section", { id: anchor(title), class: "error" },
      element("h3", null, element("span", { class: "status" }, String(status)), " ", title),
      element("p", null, meaning),
      element("p", { class: "remedy" }, remedy)));
  return element("section", { id: "errors" },
    element("h2", null, "Errors"),
    element("p", null, "Each error is a ", element("a", { href: "#Problem" }, "Problem"),
      ". Its type links to an entry below; its detail says what was wrong, what was expected and what to do. "
      + "The APIs for other programs carry the same text in the form that those programs expect."),
    ...rows);
}

function render(described) {
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const groups = described.tags.map(({ name }) => element("section", { id: anchor(name) },
    element("h2", null, name),
    ...operations.filter((each) => each.operation.tags.includes(name))
      .map((each) => operation(each.path, each.method, each.operation))));
  const schemas = Object.entries(described.components.schemas).map(([name, schema]) =>
    element("details", { id: name },
      element("summary", null, element("code", null, name), element("span", { class: "brief" }, schema.description ?? "")),
      element("div", null, code(type(schema)))));
  root.replaceChildren(
    element("h1", null, "HTTP API"),
    element("p", null, described.info.summary),
    element("p", null, "If the studio requires a token, add ",
      element("code", null, '-H "Authorization: Bearer $TOKEN"'), " to a call. The machine-readable version of this page is ",
      element("a", { href: "/openapi.json" }, "openapi.json"), "."),
    element("nav", { "aria-label": "Parts", class: "parts" },
      ...[...described.tags.map(({ name }) => name), "Errors", "Objects"]
        .map((name) => element("a", { href: `#${anchor(name)}` }, name))),
    ...groups,
    errors(described["x-errors"]),
    element("section", { id: "objects" }, element("h2", null, "Objects"), ...schemas));
}

/** Scrolls to the element that the address points to, which exists only after rendering. */
function reveal() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named) return;
  if (named.tagName === "DETAILS") named.open = true;
  named.scrollIntoView();
}

render(await (await fetch("/openapi.json")).json());
reveal();
addEventListener("hashchange", reveal);
