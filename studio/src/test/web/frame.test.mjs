import assert from "node:assert/strict";
import { connect, createServer } from "node:net";
import { test } from "node:test";
import { open, savedStyle, screen, studio } from "./studio.mjs";

/** A relay to the studio that can be cut, and that records the requests. */
async function relay(test) {
  const { hostname, port } = new URL(studio);
  const sockets = new Set();
  const requests = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (bytes) => requests.push(bytes.toString("latin1")));
    near.pipe(far).pipe(near);
  });
  const listen = (port) => new Promise((done) => server.listen(port, "127.0.0.1", done));
  const cut = () =>
    new Promise((done) => {
      server.close(done);
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const own = server.address().port;
  test.after(cut);
  return { base: `http://127.0.0.1:${own}`, requests, cut, restore: () => listen(own) };
}

test("a lost server is shown in a banner, and a drawing continues when the server is back", async (t) => {
  const connection = await relay(t);
  const page = await open(t, "/draw", { base: connection.base, expected: /ERR_|Failed to load/ });
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("Steps", { exact: true }).fill("80");
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.locator(".stage img.unfinished").waitFor();
  await connection.cut();
  await page.getByText("The server does not answer. Trying again").waitFor();
  await screen(page, "server-lost");
  await connection.restore();
  await page.getByText("The server does not answer. Trying again").waitFor({ state: "detached" });
  await page.locator(".stage img:not(.unfinished)").waitFor();
  assert.ok(connection.requests.some((request) => /\/events[\s\S]*last-event-id: \S+/i.test(request)));
});

test("the gallery, the map and a style appear without user action when a lost server is back", async (t) => {
  await savedStyle("Beacon");
  const connection = await relay(t);
  const page = await open(t, "/draw", { base: connection.base, expected: /ERR_|Failed to load/ });
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  for (const [link, shown] of [
    ["Explore", page.getByRole("heading", { name: "Beacon" }).first()],
    ["Map", page.locator(".places a").first()],
    ["Beacon", page.getByRole("heading", { name: "Beacon" }).first()],
  ]) {
    await connection.cut();
    await page.getByRole("link", { name: link }).first().click({ force: true });
    await page.getByText("The server does not answer. Trying again").waitFor();
    await shown.waitFor({ state: "detached" });
    assert.equal(await page.getByText("does not answer").count(), 1, link);
    await connection.restore();
    await shown.waitFor();
    await page.getByText("does not answer").waitFor({ state: "detached" });
  }
  assert.match(page.url(), /\/s\//);
});

test("every view is reached and used with the keyboard alone", async (t) => {
  const page = await open(t, "/");
  await page.getByRole("heading", { name: "A picture’s style, as a code" }).waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.getByRole("link", { name: "Draw" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Draw");
  await page.keyboard.press("Tab");
  await page.keyboard.type("a boat");
  await page.keyboard.press("Control+Enter");
  await page.locator(".stage img:not(.unfinished)").waitFor();
  assert.equal(await page.locator("[role=status].unseen").innerText(), "The picture is done.");
});

test("an unknown address says that there is no such page", async (t) => {
  for (const address of ["/nowhere", "/explore/zzz"]) {
    const page = await open(t, address, { expected: /404/ });
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    assert.equal(await page.title(), "No such page · StyleCodes");
    assert.equal(await page.locator("[aria-current]").count(), 0);
    await screen(page, "nowhere");
  }
});

test("a slash at the end of an address leads to the same page", async (t) => {
  const page = await open(t, "/draw/");
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  await page.goto("/explore/map/");
  await page.getByRole("link", { name: "Map", exact: true }).waitFor();
  assert.equal(await page.locator(".segments [aria-current]").innerText(), "Map");
});

test("the page of the API shows how each operation is called, and what every error means", async (t) => {
  const page = await open(t, "/docs#wrong-code");
  await page.getByText("The text is not a style code").waitFor();
  assert.ok(await page.locator("#wrong-code").evaluate((error) => error.getBoundingClientRect().top < innerHeight));
  await page.locator("#mixCodes summary").click();
  await page.getByText(`curl ${studio}/api/v1/codes/mix`).waitFor();
  await screen(page, "docs");
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => {
    document.querySelectorAll("details").forEach((each) => (each.open = true));
    return document.documentElement.scrollWidth;
  });
  assert.equal(width, 390);
  await page.getByRole("link", { name: "StyleCodes" }).click();
  await page.getByRole("link", { name: "Make" }).waitFor();
});

test("browsers find an icon at the default address", async () => {
  const icon = await fetch(`${studio}/favicon.ico`);
  assert.deepEqual([icon.status, icon.headers.get("Content-Type")], [200, "image/x-icon"]);
});

test("a guarded studio asks for its token once", async (t) => {
  const base = process.env.GUARDED_STUDIO_URL;
  const page = await open(t, "/draw", { base, expected: /401/ });
  const dialog = page.getByRole("dialog", { name: "This studio requires a token" });
  await dialog.getByLabel("Token").fill("not the token of this studio");
  await dialog.getByRole("button", { name: "Enter" }).click();
  await dialog.getByText("This is not the token of this studio.").waitFor();
  await screen(page, "token");
  await dialog.getByLabel("Token").fill(process.env.STUDIO_TOKEN);
  await dialog.getByRole("button", { name: "Enter" }).click();
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  await page.reload();
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  assert.equal(await dialog.count(), 0);
});
