// Renders the OpenAPI document of this server. Everything of it is set as text, nothing as markup.

const root = document.getElementById("document");

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

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

function contents(title, content) {
  return Object.entries(content ?? {}).flatMap(([media, { schema }]) => [
    element("h3", null, `${title} (${media})`),
    element("pre", null, type(schema)),
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
  const head = element("tr", null, ...["Name", "Where", "Type", "What"].map((name) => element("th", { scope: "col" }, name)));
  return [element("h3", null, "Parameters"), element("table", null, head, ...rows)];
}

function operation(path, method, described) {
  const answers = Object.entries(described.responses).flatMap(([status, answer]) =>
    answer.content ? contents(`${status}: ${answer.description}`, answer.content) : [element("h3", null, `${status}: ${answer.description}`)]);
  return element("details", { id: described.operationId },
    element("summary", null,
      element("span", { class: "method" }, method), " ", element("code", null, path),
      element("span", { class: "brief" }, described.summary)),
    element("div", null, ...parameters(described.parameters), ...contents("Body", described.requestBody?.content), ...answers));
}

function render(document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })));
  const groups = document.tags.map(({ name }) => element("section", { id: name.replaceAll(" ", "-") },
    element("h2", null, name),
    ...operations.filter(({ described }) => described.tags.includes(name))
      .map(({ path, method, described }) => operation(path, method, described))));
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) =>
    element("details", { id: name },
      element("summary", null, element("code", null, name), element("span", { class: "brief" }, schema.description ?? "")),
      element("div", null, element("pre", null, type(schema)))));
  root.replaceChildren(
    element("h1", null, document.info.title),
    element("p", null, document.info.summary),
    element("nav", { "aria-label": "Parts" },
      ...document.tags.map(({ name }) => element("a", { href: `#${name.replaceAll(" ", "-")}` }, name)),
      element("a", { href: "#Objects" }, "Objects"), element("a", { href: "/openapi.json" }, "openapi.json")),
    ...groups,
    element("section", { id: "Objects" }, element("h2", null, "Objects"), ...schemas));
}

render(await (await fetch("/openapi.json")).json());
