// Bundles the page into the folder given as the first argument: index.html, the licences of what it is made with, and under assets/
// files named after their content.
import { build } from "esbuild";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

const target = process.argv[2] ?? "dist";
await rm(join(target, "assets"), { recursive: true, force: true }); // what else lies in the folder is not ours
await mkdir(target, { recursive: true });

const result = await build({
  entryPoints: ["src/page.tsx", "src/page.css", "src/icon.svg"],
  outdir: join(target, "assets"),
  entryNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".svg": "copy" },
  legalComments: "eof",
  metafile: true,
  logLevel: "warning",
});

// The licences of what is bundled ask to travel with it.
const packages = ["preact", "@preact/signals", "@preact/signals-core"];
const licences = await Promise.all(
  packages.map(async (name) => `${name}\n\n${await readFile(join("node_modules", name, "LICENSE"), "utf8")}`),
);
await writeFile(join(target, "licences.txt"), licences.join("\n\n"));

const assets = Object.keys(result.metafile.outputs).map((path) => `/assets/${basename(path)}`);
const asset = (ending) => assets.find((path) => path.endsWith(ending));
const page = (await readFile("index.html", "utf8"))
  .replace("{script}", asset(".js"))
  .replace("{stylesheet}", asset(".css"))
  .replace("{icon}", asset(".svg"));
await writeFile(join(target, "index.html"), page);
