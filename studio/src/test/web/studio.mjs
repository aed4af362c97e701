// Shared by the browser tests: opening a page of the running studio that records every violation, pictures to upload, and
// screenshots.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** The URL of the running studio, such as http://127.0.0.1:8080. */
export const studio = process.env.STUDIO_URL;
assert.ok(studio, "set STUDIO_URL to the URL of the running studio");

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
 * Opens a path in a fresh browser context, and closes it after the test. The test fails if the page requests a foreign host,
 * violates the content security policy or throws. `expected` matches the console errors that failed responses are allowed to
 * cause.
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
  const violationsSeen = [];
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (address.protocol.startsWith("http") && address.origin !== base) violationsSeen.push(`asked ${address}`);
  });
  page.on("pageerror", (error) => violationsSeen.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) violationsSeen.push(message.text());
  });
  test.after(async () => {
    await context.close();
    assert.deepEqual(violationsSeen, []);
  });
  await page.goto(path);
  return page;
}

/** Takes screenshots in both window sizes, light and dark, and checks each with axe. */
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

/** A PNG file with these two colours, encoded by the browser. */
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

/** Drops a file onto an element, or pastes it there. */
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

/** Saves a random code to the gallery. */
export async function savedStyle(name, tags = []) {
  const { shared } = await call("/api/v1/codes/random", {});
  return call("/api/v1/styles", { code: shared, name, tags });
}

export const bare = /^[\w-]{20}$/;
export const shared = /^[a-z][a-z0-9-]{0,15}:[\w-]{22}$/;
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
