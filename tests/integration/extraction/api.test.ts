/** The same steps for a program: a proposal, then a source; nothing is stored by the first. */
import { beforeAll, describe, expect, test } from "vitest";
import * as contract from "#lib/api/contract";
import { db } from "#lib/db";
import type { Person } from "#lib/users/viewer";
import { POST as propose } from "../../../app/api/v1/sources/proposals/route.ts";
import { POST as bring } from "../../../app/api/v1/sources/route.ts";
import { ARTICLE, FILES } from "../../support/article.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { person, tokenOf } from "../../support/world.ts";

let naledi: Person;
let token: string;
beforeAll(async () => {
  naledi = await person("naledi");
  token = await tokenOf(naledi);
});

const fileOf = (name: string, content = FILES[name] as Buffer) => ({ name, content: content.toString("base64") });

describe("POST /sources/proposals", () => {
  test("reads a file and stores nothing; what is kept of it is stored as coming from there", async () => {
    const before = await db().source.count();
    const { status, json } = await call(propose, { token, body: { file: fileOf("article.docx") } });
    expect(status).toBe(200);
    const proposal = contract.sourceProposal.parse(json);
    const { title, outlet, byline, publishedOn } = ARTICLE;
    expect(proposal).toMatchObject({
      title,
      outlet,
      byline,
      publishedOn,
      text: ARTICLE.paragraphs.join("\n\n"),
      known: null,
    });
    expect(proposal.setAside.map(({ reason }) => reason)).toEqual(["headline", "subtitle", "byline", "last-update"]);
    expect(await db().source.count()).toBe(before);
    const { receipt, text } = proposal;
    const setAside = proposal.setAside.map(({ text, reason }) => ({ text, reason }));
    const brought = await call(bring, { token, body: { title, text, receipt, setAside, rights: "OPEN" } });
    expect(brought.status).toBe(201);
    const stored = await db().source.findUniqueOrThrow({
      where: { slug: brought.json.slug },
      include: { versions: true },
    });
    expect(stored.versions[0]?.setAside).toEqual(setAside);
    expect(stored).toMatchObject({ provenance: "FILE", fileName: "article.docx" });
    const again = await call(propose, { token, body: { file: fileOf("article.pdf") } });
    expect(again.json).toMatchObject({ known: brought.json.slug, warnings: ["text-layer"] });
  });

  test("refuses strangers, nothing, two things at once, and what cannot be read", async () => {
    const text = "Some words.";
    await expectRefusal(401, "sign-in-first", propose, { body: { text } });
    await expectRefusal(422, "nothing-given", propose, { token, body: {} });
    await expectRefusal(422, "given-twice", propose, { token, body: { text, url: "https://tide.example/" } });
    await expectRefusal(422, "not-a-pdf", propose, { token, body: { file: fileOf("a.pdf", Buffer.from("words")) } });
    await expectRefusal(422, "file-kind-unknown", propose, {
      token,
      body: { file: fileOf("a.exe", Buffer.from("MZ")) },
    });
    await expectRefusal(422, "not-base64", propose, { token, body: { file: { name: "a.txt", content: "%%%" } } });
    await expectRefusal(422, "address-unreachable", propose, { token, body: { url: "http://169.254.169.254/" } });
    await expectRefusal(422, "bad-address", propose, { token, body: { url: "gopher://tide.example/" } });
    await expectRefusal(413, "body-too-large", propose, { token, body: { text: "a".repeat(7 * 2 ** 20) } });
  });
});

describe("lines set aside", () => {
  const body = { title: "Set aside", text: ARTICLE.paragraphs[1], rights: "OPEN" };

  test("are stored as they are, trimmed, and nothing is where none are sent", async () => {
    const setAside = [
      { text: "  A caption. ", reason: "caption" },
      { text: "Cafe\u0301", reason: "own-reason" },
    ];
    const { json } = await call(bring, { token, body: { ...body, setAside } });
    const version = await db().sourceVersion.findFirstOrThrow({ where: { source: { slug: json.slug } } });
    expect(version.setAside).toEqual([
      { text: "A caption.", reason: "caption" },
      { text: "Café", reason: "own-reason" },
    ]);
    const plain = await call(bring, { token, body: { ...body, text: ARTICLE.paragraphs[3] } });
    const none = await db().sourceVersion.findFirstOrThrow({ where: { source: { slug: plain.json.slug } } });
    expect(none.setAside).toEqual([]);
  });

  test.each([
    ["no list", { text: "a", reason: "caption" }, "field-unfit"],
    ["more than a page has", Array.from({ length: 1_001 }, () => ({ text: "a", reason: "caption" })), "too-long"],
    ["a line with NUL", [{ text: "a\u0000b", reason: "caption" }], "control-character"],
    ["half a letter", [{ text: "a\ud800", reason: "caption" }], "not-well-formed"],
    ["an empty line", [{ text: " ", reason: "caption" }], "blank"],
    ["a reason of any words", [{ text: "a", reason: "Because I say so" }], "bad-slug"],
    ["a long reason", [{ text: "a", reason: "a-".repeat(30).slice(0, 59) }], "too-long"],
    ["more than is asked for", [{ text: "a", reason: "caption", line: 1 }], "field-unknown"],
  ])("that are %s are refused, and nothing is stored", async (_, setAside, code) => {
    await expectRefusal(422, code, bring, { token, body: { ...body, text: ARTICLE.paragraphs[4], setAside } });
  });
});
