import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, clipboard, give, open, picture, screen, shared } from "./studio.mjs";

const bigCode = (page) => page.locator(".result .bigcode:not(.waiting)");

async function choose(page, ...files) {
  await page.locator("input[type=file]").setInputFiles(files);
  await page.locator(".result .mark").waitFor();
}

test("the first view says what the studio does", async (t) => {
  const page = await open(t, "/");
  await page.getByRole("heading", { name: "A picture’s style, as a code" }).waitFor();
  await screen(page, "make-empty");
});

test("a chosen picture becomes a code with its palette and a first picture", async (t) => {
  const page = await open(t, "/");
  await choose(page, await picture(page, "dusk.png", "#e2793f", "#3a2350"));
  assert.match(await bigCode(page).innerText(), bare);
  assert.ok((await page.locator(".result .palette li").count()) >= 2);
  await page.locator(".trial img:not(.unfinished)").waitFor();
  await screen(page, "make-code");
});

test("the code is copied bare and in its shared form", async (t) => {
  const page = await open(t, "/");
  await choose(page, await picture(page, "dusk.png", "#e2793f", "#3a2350"));
  const code = await bigCode(page).innerText();
  await page.getByRole("button", { name: "Copy code" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await clipboard(page), code);
  await page.getByRole("button", { name: "Copy to share" }).click();
  await page.getByRole("button", { name: "Copied" }).nth(1).waitFor();
  const copied = await clipboard(page);
  assert.match(copied, shared);
  assert.ok(copied.includes(code));
});

test("a dropped picture and a pasted one become codes", async (t) => {
  const page = await open(t, "/");
  await give(page, ".dropzone", "drop", await picture(page, "dropped.png", "#c8e0b4", "#7d6aa8"));
  await page.getByAltText("dropped.png").waitFor();
  await give(page, "body", "paste", await picture(page, "pasted.png", "#16264f", "#b0a3d8"));
  await page.getByAltText("pasted.png").waitFor();
  await page.getByText("One code of several pictures").waitFor();
});

test("the weights of several pictures move the merged code", async (t) => {
  const page = await open(t, "/");
  await choose(
    page,
    await picture(page, "dusk.png", "#e2793f", "#3a2350"),
    await picture(page, "meadow.png", "#c8e0b4", "#5d8a3a"),
  );
  await page.getByText("One code of several pictures").waitFor();
  const [first] = await page.locator(".sources .code").allInnerTexts();
  await page.getByLabel("Weight of meadow.png").fill("0");
  await bigCode(page).filter({ hasText: first }).waitFor();
  await page.getByLabel("Weight of meadow.png").fill("1.5");
  await bigCode(page).filter({ hasNotText: first }).waitFor();
  await screen(page, "make-merged");
});

test("a file that is not a picture is refused with an explanation", async (t) => {
  const page = await open(t, "/");
  await page
    .locator("input[type=file]")
    .setInputFiles([
      { name: "Notes.png", mimeType: "image/png", buffer: Buffer.from("no picture") },
      await picture(page, "dusk.png", "#e2793f", "#3a2350"),
    ]);
  await page.locator(".sources .failed").waitFor();
  assert.equal(
    await page.locator(".sources .failed").innerText(),
    "Notes.png: is not a PNG, JPEG, GIF, BMP or WebP picture (it starts with 6e 6f 20 70 69 63 74 75).",
  );
  assert.deepEqual(await page.locator(".sources img").evaluateAll((all) => all.map(({ alt }) => alt)), ["dusk.png"]);
  assert.deepEqual(await page.locator(".sources figcaption").allInnerTexts(), ["dusk.png"]);
  await screen(page, "make-refused");
});

test("a code is saved to the gallery from here", async (t) => {
  const page = await open(t, "/");
  await choose(page, await picture(page, "dusk.png", "#d2593f", "#3a2350"));
  await page.getByRole("button", { name: "Save to gallery" }).click();
  await page.getByLabel("Name").fill("Dusk");
  await page.getByLabel("Tags").fill("warm, evening");
  await screen(page, "make-save");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("heading", { name: "Dusk" }).waitFor();
  await page.getByRole("link", { name: "evening" }).waitFor();
});
