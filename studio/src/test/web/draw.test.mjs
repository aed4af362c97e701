import assert from "node:assert/strict";
import { test } from "node:test";
import { give, open, picture, savedStyle, screen, studio } from "./studio.mjs";

const draw = (page) => page.getByRole("button", { name: "Draw", exact: true }).click();
const finished = (page) => page.locator(".stage img:not(.unfinished)").first().waitFor();

/** The PNG file of the picture on the stage. */
async function drawnPng(page) {
  const address = await page.locator(".stage figure img").getAttribute("src");
  return Buffer.from(await (await fetch(studio + address)).arrayBuffer());
}

async function more(page, values) {
  await page.getByText("More", { exact: true }).click();
  for (const [label, value] of Object.entries(values))
    await page.getByLabel(label, { exact: true }).fill(String(value));
}

/** Whether the middle, the top and the bottom of an element are inside the window and not covered. */
function isSeen(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const middle = (left + right) / 2;
  return [top + 2, (top + bottom) / 2, bottom - 2].every((y) => element.contains(document.elementFromPoint(middle, y)));
}

test("the form is ready at once", async (t) => {
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  await screen(page, "draw-empty");
});

test("words that the model does not know are named before anything is drawn", async (t) => {
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).fill("A dragon on a hill");
  await page.getByText("Words unknown to nano1: “dragon”. It may draw anything for them.").waitFor();
  await page.getByText("Words that nano1 knows").click();
  await page.getByText("apple, apples").waitFor();
  await screen(page, "draw-words");
  await page.getByLabel("Prompt", { exact: true }).fill("A house on a hill");
  assert.equal(await page.getByText("Words unknown to").count(), 0);
});

test("a picture appears while it is drawn, with progress and the time left", async (t) => {
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).fill("a boat by the sea");
  await more(page, { Pictures: 3, Steps: 80 });
  await draw(page);
  await page.locator(".stage img.unfinished").waitFor();
  await page.getByText(/Picture 1 of 3 · Step \d+ of 80 · (about \d+ (s|min) left|almost done)/).waitFor();
  await screen(page, "draw-running");
  await finished(page);
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("a drawing is cancelled", async (t) => {
  const page = await open(t, "/draw");
  await more(page, { Pictures: 8, Steps: 60 });
  await draw(page);
  await page.locator(".stage img.unfinished").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Cancelled").first().waitFor();
  assert.deepEqual(await page.locator(".sketch:has(img)").allInnerTexts(), ["Not finished"]);
  await page.evaluate(() => scrollTo(0, 0));
  await screen(page, "draw-cancelled");
  assert.equal(await page.getByRole("button", { name: "Cancel" }).count(), 0);
});

test("a drawing stays cancelled when the response to its cancellation arrives late", async (t) => {
  const page = await open(t, "/draw");
  await more(page, { Pictures: 8, Steps: 60 });
  await page.route("**/api/v1/generations/*", async (route) => {
    if (route.request().method() !== "DELETE") return route.fallback();
    const response = await route.fetch();
    await page.getByText("Cancelled").first().waitFor();
    return route.fulfill({ response });
  });
  await draw(page);
  await page.locator(".stage img.unfinished").waitFor();
  const answer = page.waitForEvent("requestfinished", (request) => request.method() === "DELETE");
  await page.getByRole("button", { name: "Cancel" }).click();
  await answer;
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  assert.equal(await page.getByRole("button", { name: "Cancel" }).count(), 0);
});

test("the history shows how many pictures of a cancelled drawing were drawn", async (t) => {
  const page = await open(t, "/draw");
  await more(page, { Pictures: 8, Steps: 12 });
  await draw(page);
  await page.locator(".stage figcaption").first().waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Cancelled").first().waitFor();
  const drawn = await page.locator(".stage figcaption").count();
  assert.equal(await page.locator(".history small").textContent(), `${drawn} of 8 pictures`);
});

test("styles are a picture, a code and a gallery entry, each with its weight", async (t) => {
  const saved = await savedStyle("Lagoon");
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).fill("a house on a hill");
  await page.locator(".styles input[type=file]").setInputFiles(await picture(page, "dusk.png", "#e2793f", "#3a2350"));
  await page.getByLabel("Weight of dusk.png").fill("2");
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await page.locator(":focus-visible").and(page.getByLabel("Style code")).fill(saved.code);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel(`Weight of ${saved.shared}`).waitFor();
  assert.equal(await page.getByRole("button", { name: "Code", exact: true }).evaluate((it) => it.matches(":focus")), true);
  assert.equal(await page.locator(".chip .mark rect").count(), 20);
  await page.getByRole("button", { name: "Gallery" }).click();
  await page.getByRole("dialog").getByLabel("Search").fill("Lagoon");
  await page.getByRole("dialog").getByRole("button", { name: "Lagoon" }).first().click();
  await page.getByLabel("Weight of Lagoon").fill("0.5");
  await page.getByLabel("Strength of the style").fill("0.8");
  await draw(page);
  await finished(page);
  const request = page.getByRole("region", { name: "The request" });
  assert.equal(await request.getByRole("listitem").count(), 3);
  assert.match(
    await request.innerText(),
    /× 2[\s\S]*× 0.5[\s\S]*Guidance mode\s*prompt and style together\s*Strength\s*0.8/,
  );
  await screen(page, "draw-done");
});

test("several pictures are drawn with seeds of their own", async (t) => {
  const page = await open(t, "/draw");
  await more(page, { Pictures: 2, Seed: 11, Steps: 4 });
  await draw(page);
  await page.locator(".stage figcaption").nth(1).waitFor();
  const [first, second] = await page
    .locator(".stage img")
    .evaluateAll((pictures) => pictures.map((picture) => picture.src));
  assert.notEqual(first, second);
  await screen(page, "draw-several");
  await page.setViewportSize({ width: 390, height: 844 });
  const tops = await page
    .locator(".stage figcaption")
    .first()
    .locator(".button")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
  assert.deepEqual(new Set(tops).size, 1);
});

test("on a phone the button stays above the bottom bar, however far the page is scrolled", async (t) => {
  const page = await open(t, "/draw");
  await page.setViewportSize({ width: 390, height: 844 });
  await more(page, { Steps: 3, Pictures: 3 });
  await draw(page);
  await page.locator(".stage figcaption").nth(2).waitFor();
  for (const part of [0, 0.2, 0.5, 1]) {
    await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), part);
    assert.equal(await page.getByRole("button", { name: "Draw", exact: true }).evaluate(isSeen), true);
    const gap = await page.evaluate(() => {
      const edge = (selector, side) => document.querySelector(selector).getBoundingClientRect()[side];
      return edge(".top nav", "top") - edge(".drawform > footer", "bottom");
    });
    assert.ok(gap <= 0, `a gap of ${gap} pixels`);
  }
  assert.equal(await page.locator(".foot a").first().evaluate(isSeen), true);
});

test("nothing moves when a part of the form is unfolded", async (t) => {
  const page = await open(t, "/draw");
  const places = () =>
    page.locator(".drawform label, legend, .more summary").evaluateAll((labels) =>
      labels
        .filter((label) => ["Prompt", "Styles", "More"].includes(label.textContent))
        .map((label) => {
          const { left, top } = label.getBoundingClientRect();
          return [label.textContent, left, top];
        }),
    );
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  const before = await places();
  assert.deepEqual(new Set(before.map(([, left]) => left)).size, 1);
  await page.getByText("More", { exact: true }).click();
  assert.deepEqual(await places(), before);
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("button", { name: "Code", exact: true }).click();
  assert.deepEqual((await places()).slice(0, 2), before.slice(0, 2));
});

test("the time of a drawing is estimated from the last one", async (t) => {
  const page = await open(t, "/draw");
  await more(page, { Steps: 4 });
  assert.equal(await page.getByText("judging by the last drawing").count(), 0);
  await draw(page);
  await finished(page);
  await page.getByText(/^Takes about \d+ s, judging by the last drawing$/).waitFor();
  await page.evaluate(() => localStorage.setItem("stylecodes.pace", "0.000001"));
  await page.reload();
  await more(page, { Width: 512, Height: 512, Pictures: 16, Steps: 100 });
  await page.getByText("Takes about 7 min, judging by the last drawing").waitFor();
  await screen(page, "draw-time");
});

test("each window keeps its own draft and learns what the others draw", async (t) => {
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).fill("a boat by the sea");
  const other = await page.context().newPage();
  await other.goto("/draw");
  const prompt = other.getByLabel("Prompt", { exact: true });
  assert.equal(await prompt.inputValue(), "a boat by the sea");
  await prompt.fill("a tree by the sea");
  await more(other, { Steps: 3, Seed: 9 });
  await draw(other);
  await page.getByRole("img", { name: "a tree by the sea, seed 9" }).waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("Prompt", { exact: true }).inputValue(), "a boat by the sea");
});

test("the downloaded PNG, dropped anywhere, restores its request", async (t) => {
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).fill("a cat in a field");
  await more(page, { Seed: 77, Steps: 5 });
  await draw(page);
  await finished(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "PNG" }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "a-cat-in-a-field-77.png");
  const bytes = await drawnPng(page);
  await page.getByText("Reset all").click();
  await page.getByRole("link", { name: "Explore" }).click();
  await page.getByRole("link", { name: "Gallery" }).waitFor();
  await give(page, "body", "drop", { name: "cat.png", mimeType: "image/png", buffer: bytes });
  await page.getByText("Restored the request of cat.png.").first().waitFor();
  assert.equal(await page.getByLabel("Prompt", { exact: true }).inputValue(), "a cat in a field");
  await page.getByAltText("The picture whose request was restored").waitFor();
  await page.reload();
  await page.getByAltText("The picture whose request was restored").waitFor();
  assert.equal(await page.locator(".more summary").innerText(), "More · seed 77 · 5 steps");
  await screen(page, "draw-restored");
  await page.getByText("More", { exact: true }).click();
  assert.equal(await page.getByLabel("Seed", { exact: true }).inputValue(), "77");
  assert.equal(await page.getByLabel("Steps", { exact: true }).inputValue(), "5");
});

test("a preset fills in its settings, which the picture records", async (t) => {
  const page = await open(t, "/draw");
  await page.getByText("More", { exact: true }).click();
  const preset = page.getByLabel("Preset", { exact: true });
  const steps = page.getByLabel("Steps", { exact: true });
  await preset.selectOption("as in the published scripts");
  assert.equal(await steps.inputValue(), "20");
  assert.equal(await page.getByLabel("Guidance", { exact: true }).inputValue(), "3");
  await preset.selectOption("fast, for drafts");
  const fast = await steps.inputValue();
  await screen(page, "draw-preset");
  await draw(page);
  await finished(page);
  assert.match(
    await page.locator(".stage").innerText(),
    new RegExp(`Steps\\s*${fast}`),
  );
  await steps.fill("5");
  assert.equal(await preset.locator("option:checked").innerText(), "changed");
  await preset.selectOption("the model's own settings");
  assert.equal(await steps.inputValue(), "");
});

test("a seed of 64 bits is drawn, shown and restored to the last digit", async (t) => {
  const seed = "9223372036854775783"; // a JavaScript number would round it
  const page = await open(t, "/draw");
  await more(page, { Seed: seed, Steps: 3 });
  await draw(page);
  await finished(page);
  await page.getByRole("region", { name: "The request" }).getByText(seed, { exact: true }).waitFor();
  const first = await drawnPng(page);
  await page.getByText("Reset all").click();
  await give(page, "body", "drop", { name: "far.png", mimeType: "image/png", buffer: first });
  await page.getByText("Restored the request of far.png.").first().waitFor();
  assert.equal(await page.getByLabel("Seed", { exact: true }).inputValue(), seed);
  await draw(page);
  await page.locator(".stage").getByRole("link", { name: "PNG" }).waitFor();
  assert.ok(first.equals(await drawnPng(page)));
});

test("a negative seed is explained, and an invalid seed is refused", async (t) => {
  const page = await open(t, "/draw");
  await more(page, { Seed: -1 });
  await page.getByText("-1 is an ordinary seed. Leave the field empty for a random seed.").waitFor();
  await page.getByLabel("Seed", { exact: true }).fill("9223372036854775808");
  await draw(page);
  assert.equal(
    await page.getByRole("alert").innerText(),
    "The seed is 9223372036854775808; expected a whole number of at most 64 bits, or an empty field for a random seed.",
  );
  await page.locator("input[name=seed][aria-invalid=true]:focus").waitFor();
});

test("a file that hovers over the window is offered three actions", async (t) => {
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).waitFor();
  const file = await picture(page, "plain.png", "#223344", "#ccddee");
  await give(page, "body", "dragenter", file);
  await screen(page, "drop");
  await give(page, ".zone:nth-child(2)", "drop", file);
  await page.getByText("plain.png contains no request.").first().waitFor();
  await give(page, "body", "dragenter", file);
  await give(page, ".zone:nth-child(3)", "drop", file);
  await page.getByAltText("The picture to start from").waitFor();
});

test("a drawing starts from a picture", async (t) => {
  const page = await open(t, "/draw");
  await more(page, { Steps: 6 });
  await page.locator(".more input[type=file]").setInputFiles(await picture(page, "start.png", "#e2793f", "#3a2350"));
  await page.getByLabel("Change it by").fill("0.4");
  await draw(page);
  await finished(page);
  await page.getByAltText("The picture it started from").waitFor();
  assert.match(await page.getByRole("region", { name: "The request" }).innerText(), /Changed by\s*0.4/);
});

test("this browser remembers what it has drawn", async (t) => {
  const page = await open(t, "/draw");
  await page.getByLabel("Prompt", { exact: true }).fill("a tree by the sea");
  await more(page, { Steps: 4, Seed: 5 });
  await draw(page);
  await finished(page);
  await page.goto("/draw");
  await page.getByRole("link", { name: "a tree by the sea, seed 5" }).click();
  await finished(page);
  await page.getByRole("heading", { name: "a tree by the sea" }).waitFor();
  await page.getByRole("button", { name: "Remove from history" }).click();
  await page.getByText("What you draw appears here.").waitFor();
});

test("a wrong code is explained under its field, and one press takes the suggestion", async (t) => {
  const shared = "nano1:RIgP_58waM-Dx3A5idNomo"; // the wrong code below is close to no other code, so there is a suggestion
  const wrong = "nano1:RIgP_5AwaM-Dx3A5idNomo";
  const page = await open(t, "/draw");
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await page.getByLabel("Style code").fill(wrong);
  await page.getByRole("button", { name: `Take ${shared}` }).waitFor();
  assert.equal(await page.locator(".wrong mark").innerText(), "A");
  await screen(page, "draw-wrong-code");
  await page.getByRole("button", { name: `Take ${shared}` }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel(`Weight of ${shared}`).waitFor();
});

test("symbols quoted in the explanation of a wrong code are set apart", async (t) => {
  const page = await open(t, "/draw");
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await screen(page, "draw-code");
  await page.getByLabel("Style code").fill("RIgP 58waM-Dx3A5idNo");
  await page.locator(".wrong").waitFor();
  assert.deepEqual(await page.locator(".wrong .symbols").allTextContents(), ["' '"]);
  await screen(page, "draw-blank-in-code");
});

for (const [window, size] of Object.entries({ wide: [1280, 800], phone: [390, 844] })) {
  test(`in a ${window} window, a refused drawing is explained in view and its field is marked until it is corrected`, async (t) => {
    const page = await open(t, "/draw", { expected: /422|400/ });
    await page.setViewportSize({ width: size[0], height: size[1] });
    await more(page, { Width: 100 });
    await page.getByText("More", { exact: true }).click();
    await draw(page);
    const reason = page.getByRole("alert");
    assert.equal(
      await reason.innerText(),
      "The size is 100x128, but nano1 draws multiples of 8; the nearest is 104x128.",
    );
    await page.locator("input[name=width][aria-invalid=true]:focus").waitFor();
    for (const part of [reason, page.locator("[aria-invalid]"), page.getByRole("button", { name: "Draw", exact: true })])
      assert.equal(await part.evaluate(isSeen), true);
    await screen(page, `draw-refused-${window}`);
    await page.setViewportSize({ width: size[0], height: size[1] });
    await page.getByLabel("Width", { exact: true }).fill("104");
    await reason.waitFor({ state: "detached" });
    assert.equal(await page.locator("[aria-invalid]").count(), 0);
  });
}
