import assert from "node:assert/strict";
import { test } from "node:test";
import { call, clipboard, open, savedStyle, screen, studio } from "./studio.mjs";

test("the page of a code that nobody saved draws the prompts and explains the model", async (t) => {
  const { code, shared } = await call("/api/v1/codes/random", {});
  const page = await open(t, `/s/${shared}`);
  await page.getByRole("heading", { name: "A style nobody has named" }).waitFor();
  assert.equal(await page.locator("h1 + .bigcode").innerText(), code);
  await page.getByText(/hold a style for the model/).waitFor();
  await page.locator(".samples img").nth(2).waitFor({ timeout: 120_000 });
  await screen(page, "share-unsaved");
});

test("a style is copied, changed and removed on its page", async (t) => {
  const style = await savedStyle("Harbour", ["blue"]);
  const page = await open(t, `/s/${style.shared}`);
  await page.getByRole("heading", { name: "Harbour" }).waitFor();
  await page.getByRole("button", { name: "Copy to share" }).first().click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await clipboard(page), style.shared);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Name").fill("Old harbour");
  await page.getByLabel("Note").fill("From a postcard.\nBlue ink.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("heading", { name: "Old harbour" }).waitFor();
  assert.equal(await page.locator(".note").innerText(), "From a postcard.\nBlue ink.");
  assert.equal(await page.locator(".top nav [aria-current]").innerText(), "Explore");
  const edges = await page
    .locator(".samples, .style .palette, .about, .style > section")
    .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().right)));
  assert.equal(new Set(edges).size, 1, String(edges));
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Remove from gallery" }).click();
  await page.getByRole("button", { name: "Press again to remove it" }).click();
  await page.getByRole("heading", { name: "A style nobody has named" }).waitFor();
});

test("variations of a code are drawn", async (t) => {
  const style = await savedStyle("Variable");
  const page = await open(t, `/s/${style.shared}`);
  await page.getByLabel("How far").fill("0.5");
  await page.getByRole("button", { name: "Vary it" }).click();
  const second = page.getByRole("button", { name: /^Variation 2: / });
  await second.locator("img:not(.unfinished)").waitFor({ timeout: 120_000 });
  await second.click();
  const code = (await second.getAttribute("aria-label")).slice("Variation 2: ".length);
  assert.notEqual(code, style.code);
  await page.getByRole("link", { name: code }).waitFor();
  await screen(page, "share-variations");
});

test("drawing and mixing begin from the page of a style", async (t) => {
  const style = await savedStyle("Begin");
  const page = await open(t, `/s/${style.shared}`);
  await page.getByRole("link", { name: "Mix it" }).click();
  await page.locator(".corners").getByText(style.shared).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Draw with it" }).first().click();
  await page.getByLabel("Weight of Begin").waitFor();
});

test("a wrong code in the address is explained, and one press takes the suggestion", async (t) => {
  const shared = "nano1:8z5BdjuJ8BBI9rX2n0NQwb"; // no test saves this code
  const wrong = "nano1:8z5AdjuJ8BBI9rX2n0NQwb";
  const page = await open(t, `/s/${wrong}`, { expected: /404|422|400/ });
  await page.getByRole("heading", { name: "This is not a style code" }).waitFor();
  assert.equal(await page.locator("mark").innerText(), wrong[9]);
  await screen(page, "share-wrong");
  await page.getByRole("link", { name: `Take ${shared}` }).click();
  await page.getByRole("heading", { name: "A style nobody has named" }).waitFor();
});

test("a link preview finds a title and a picture without script", async () => {
  const style = await savedStyle('Tin & "toys"');
  const html = await (await fetch(`${studio}/s/${style.shared}`)).text();
  assert.match(html, /<title>Tin &amp; &quot;toys&quot;|<title>Tin &amp; &#34;toys&#34;|<title>Tin &amp; "toys"/);
  const [, image] = /property="og:image" content="([^"]+)"/.exec(html);
  const preview = await fetch(image);
  assert.equal(preview.headers.get("Content-Type"), "image/png");
  await preview.arrayBuffer(); // an answer that is not read keeps the connection and the process open
});
