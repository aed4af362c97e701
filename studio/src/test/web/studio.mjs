// What the browser tests share: a page on the running studio that notices every breach, pictures to give it, and screens of it.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** Where the studio runs, such as http://127.0.0.1:8080. */
export const studio = process.env.STUDIO_URL;
assert.ok(studio, "STUDIO_URL must say where the studio runs");

const screens = fileURLToPath(new URL("../../../target/screens/", import.meta.url));
mkdirSync(screens, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const windows = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
after(() => browser.close());

/**
 * Opens the path in a browser that knows nothing yet, and closes it after the test. The test fails where the page asks a foreign
 * host, breaks the content security policy or throws; answers of the server that are not success are named in `expected`.
 */
export async function open(test, path, { base = studio, expected = /^$/ } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: windows.wide,
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const breaches = [];
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (address.protocol.startsWith("http") && address.origin !== base) breaches.push(`asked ${address}`);
  });
  page.on("pageerror", (error) => breaches.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) breaches.push(message.text());
  });
  test.after(async () => {
    await context.close();
    assert.deepEqual(breaches, []);
  });
  await page.goto(path);
  return page;
}

/** Keeps a picture of the screen in both window sizes, light and dark, and lets axe judge each. */
export async function screen(page, name) {
  for (const [size, viewport] of Object.entries(windows)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(screens, `${name}-${size}-${colorScheme}.png`) });
      assert.deepEqual(await violations(page), [], `axe on ${name}, ${size}, ${colorScheme}`);
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(beyond <= 0, `${name} is ${beyond} pixels wider than the ${size} window`);
  }
  await page.setViewportSize(windows.wide);
  await page.emulateMedia({ colorScheme: "light" });
}

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run());
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** A file of a picture with these two colours, as the browser itself writes it. */
export async function picture(page, name, sky, ground) {
  const data = await page.evaluate(
    ([sky, ground]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 160 });
      const pen = canvas.getContext("2d");
      pen.fillStyle = sky;
      pen.fillRect(0, 0, 160, 160);
      pen.fillStyle = ground;
      pen.fillRect(0, 100, 160, 60);
      pen.arc(80, 70, 40, 0, 7);
      pen.fill();
      return canvas.toDataURL("image/png").split(",")[1];
    },
    [sky, ground],
  );
  return { name, mimeType: "image/png", buffer: Buffer.from(data, "base64") };
}

/** Lets the file fall onto the element, or pastes it there. */
export function give(page, selector, event, file) {
  return page.locator(selector).evaluate(
    (element, { event, name, type, data }) => {
      const bytes = Uint8Array.from(atob(data), (symbol) => symbol.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type }));
      const made =
        event === "paste"
          ? new ClipboardEvent(event, { clipboardData: transfer, bubbles: true, cancelable: true })
          : new DragEvent(event, { dataTransfer: transfer, bubbles: true, cancelable: true });
      element.dispatchEvent(made);
    },
    { event, name: file.name, type: file.mimeType, data: file.buffer.toString("base64") },
  );
}

export async function call(path, body, method = body ? "POST" : "GET") {
  const response = await fetch(studio + path, {
    method,
    headers: { "Content-Type": "application/json", "X-StyleCodes": "1" },
    body: body && JSON.stringify(body),
  });
  assert.ok(response.ok, `${method} ${path} gave ${response.status}`);
  return response.status === 204 ? null : response.json();
}

/** A gallery entry of a random code. */
export async function savedStyle(name, tags = []) {
  const { shared } = await call("/api/v1/codes/random", {});
  return call("/api/v1/styles", { code: shared, name, tags });
}

export const bare = /^[\w-]{20}$/;
export const shared = /^[a-z][a-z0-9-]{0,15}:[\w-]{22}$/;
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
