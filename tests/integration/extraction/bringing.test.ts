/** From what somebody has to a stored source: what is proposed, confirmed, kept and known of where it came from. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { keepSession } from "#lib/auth";
import { db, disconnect } from "#lib/db";
import { EMPTY } from "#lib/form";
import { bring, propose } from "#lib/sources/actions";
import { originOf, sealReceipt } from "#lib/sources/extraction/receipt";
import { getSource } from "#lib/sources/queries";
import type { Person } from "#lib/users/viewer";
import { ARTICLE, FILES } from "../../support/article.ts";
import { join, signIn, somewhere } from "../users/people.ts";
import { carry, Left, lastSet, request } from "../users/request.ts";

vi.mock("next/headers", () => import("../users/request.ts"));
vi.mock("next/navigation", () => import("../users/request.ts"));
vi.mock("next/cache", () => import("../users/request.ts"));

/** Each file is read in a thread of its own, which has to start. */
vi.setConfig({ testTimeout: 30_000 });

let ada: Person;
beforeAll(async () => {
  ada = await join("ada");
});
beforeEach(async () => {
  carry();
  request.headers = { "x-client-address": somewhere().network, "user-agent": "A browser" };
  await keepSession(await signIn(ada));
  carry(lastSet().value);
});
afterAll(disconnect);

type Fields = Record<string, string | string[] | File>;

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form;
}

const fileOf = (name: string, as = name) => new File([new Uint8Array(FILES[name] as Buffer)], as);
const proposed = (fields: Fields) => propose(EMPTY, formOf(fields));
const confirm = (fields: Fields) => bring(EMPTY, formOf(fields));
const count = () => db().source.count();

describe("a proposal", () => {
  test("of a file has its words, what was set aside and what it claims, and stores nothing", async () => {
    const { refusal, values } = await proposed({ file: fileOf("article.docx"), text: "" });
    expect(refusal).toBeNull();
    expect(values).toMatchObject({
      text: ARTICLE.paragraphs.join("\n\n"),
      title: ARTICLE.title,
      byline: ARTICLE.byline,
    });
    expect(values).toMatchObject({ publishedOn: ARTICLE.publishedOn, from: "article.docx", known: "" });
    expect(JSON.parse(values.aside as string)).toHaveLength(4);
    expect(await count()).toBe(0);
  });

  test("of nothing, or of two things, is refused with every word", async () => {
    const empty = new File([], "");
    expect(await proposed({ text: " ", file: empty })).toMatchObject({ refusal: { code: "nothing-given" } });
    const twice = await proposed({ text: "My words.", file: fileOf("article.txt") });
    expect(twice).toMatchObject({ refusal: { code: "given-twice" }, values: { text: "My words." } });
    expect(await proposed({ text: "", file: [] as string[] })).toMatchObject({ refusal: { code: "nothing-given" } });
  });

  test("of what is no file of its kind says so", async () => {
    const { refusal } = await proposed({ file: new File(["<p>a page</p>"], "page.pdf") });
    expect(refusal).toMatchObject({ code: "not-a-pdf", sentence: expect.stringContaining("Nothing was stored") });
  });

  test("of an address of a house's own says what it says of every other that fails", async () => {
    const { refusal, fields, values } = await proposed({ url: "http://127.0.0.1:3000/" });
    expect(refusal).toMatchObject({ code: "address-unreachable" });
    expect([fields.url, values.url]).toEqual([refusal?.sentence, "http://127.0.0.1:3000/"]);
  });

  test("is made for nobody who is not signed in", async () => {
    carry();
    expect(await proposed({ text: "Some words." })).toMatchObject({ refusal: { code: "sign-in-first" } });
  });
});

describe("a confirmed proposal", () => {
  async function stored(fields: Fields) {
    await expect(confirm(fields)).rejects.toBeInstanceOf(Left);
    return db().source.findFirstOrThrow({
      orderBy: { broughtAt: "desc" },
      include: { versions: true, broughtBy: { select: { handle: true } } },
    });
  }

  test("is stored with what stayed aside, who brought it, and the file it came from", async () => {
    const { values } = await proposed({ file: fileOf("article.pdf", "..\\secret/a\u202efdp.pdf") });
    const source = await stored(values);
    expect(source).toMatchObject({ provenance: "FILE", fileName: "afdp.pdf", broughtBy: { handle: "ada" } });
    const [version] = source.versions;
    expect(version?.text).toBe(ARTICLE.paragraphs.join("\n\n"));
    expect(version?.setAside).toContainEqual({ text: ARTICLE.title, reason: "headline" });
    expect(version?.setAside).toHaveLength(4);
  });

  test("that is here already is said to be before and when it is sent, and stored once", async () => {
    const before = await count();
    const { values } = await proposed({ file: fileOf("article.html") });
    expect(values.known).toBe("harbour-town-weighs-a-toll-for-its-old-lighthouse-road");
    const state = await confirm(values);
    expect(state).toMatchObject({ refusal: { code: "source-exists", details: { source: values.known } } });
    expect(state.values).toMatchObject({ text: values.text, title: values.title, aside: values.aside });
    expect(await count()).toBe(before);
  });

  test("that is here already can be noted there instead, as coming from its file; other words cannot", async () => {
    const { values } = await proposed({ file: fileOf("article.html", "again.html") });
    const before = await count();
    const changed = await confirm({ ...values, text: `${values.text} More.`, again: values.known as string });
    expect(changed).toMatchObject({ refusal: { code: "words-differ" }, values: { title: values.title } });
    expect(await confirm({ ...values, title: "" })).toMatchObject({ fields: { title: expect.any(String) } });
    await expect(confirm({ ...values, title: "", again: values.known as string })).rejects.toThrow(
      `/s/${values.known}`,
    );
    expect(await count()).toBe(before);
    const { broughtAgain } = await getSource(null, values.known as string);
    expect(broughtAgain).toMatchObject([{ provenance: "FILE", by: { handle: "ada" } }]);
  });

  test("has ticked lines where they stood, and still comes from its file", async () => {
    const { values } = await proposed({ file: fileOf("article.md") });
    const [, subtitle] = JSON.parse(values.aside as string);
    const source = await stored({ ...values, title: "With its subtitle", take: [String(subtitle.line)] });
    expect(source.versions[0]?.text).toBe([subtitle.text, ...ARTICLE.paragraphs].join("\n\n"));
    expect(source.versions[0]?.setAside).toHaveLength(3);
    expect(source.provenance).toBe("FILE");
  });

  test("with one word changed is pasted by whoever changed it", async () => {
    const { values } = await proposed({ file: fileOf("article.txt") });
    const source = await stored({
      ...values,
      title: "Changed",
      text: (values.text as string).replace("twice", "once"),
    });
    expect(source).toMatchObject({ provenance: "PASTED", fileName: null });
  });

  test("of an address says which was asked for and which answered; nobody says so by typing it", async () => {
    const origin = { requestedUrl: "http://tide.example/a", finalUrl: "https://tide.example/a" };
    const text = `${ARTICLE.paragraphs[4]} So it was said.`;
    const receipt = sealReceipt(ada.id, origin, [text]);
    const typed = { title: "Fetched", text, rights: "OPEN", url: "https://tide.example/a" };
    const own = await stored({ ...typed, text: `${text} And more.`, receipt });
    expect(own).toMatchObject({ provenance: "PASTED", requestedUrl: null, finalUrl: null });
    const fetched = await stored({ ...typed, receipt });
    expect(fetched).toMatchObject({ provenance: "FETCHED", ...origin });
    expect(await getSource(null, fetched.slug)).toMatchObject({ provenance: "FETCHED", ...origin });
  });

  test("twice at once is one source", async () => {
    const { values } = await proposed({ text: `${ARTICLE.title}\n\n${ARTICLE.paragraphs.slice(0, 2).join("\n\n")}` });
    const before = await count();
    const ends = await Promise.allSettled([confirm(values), confirm({ ...values, title: "By another name" })]);
    const said = ends.map((end) => (end.status === "fulfilled" ? end.value.refusal?.code : "stored"));
    expect(said.filter((one) => one === "stored")).toHaveLength(1);
    expect(await count()).toBe(before + 1);
  });

  test("with lines that are none of ours is refused", async () => {
    const { values } = await proposed({ text: `${ARTICLE.paragraphs[3]}` });
    const line = { text: "a", reason: "caption", line: 1, after: 0, behind: "" };
    const forged = [
      { ...line, text: "a\u0000" },
      { ...line, reason: "<b>" },
    ].map((one) => JSON.stringify([one]));
    for (const aside of ["[", "{}", '[{"text":1}]', "[".repeat(5_000), ...forged]) {
      expect(await confirm({ ...values, title: "Odd", aside })).toMatchObject({ refusal: { code: "form-unfit" } });
    }
  });
});

describe("a receipt", () => {
  const origin = { requestedUrl: "https://tide.example/a", finalUrl: "https://tide.example/b" };
  const lines = ["One line.", "Another.", "A third."];

  test("counts for the words that were seen, in their order, and for nobody else", () => {
    const sealed = sealReceipt("ada", origin, lines);
    expect(originOf(sealed, "ada", "One line.\n\nA third.")).toEqual(origin);
    expect(originOf(sealed, "ada", "A third.\n\nOne line.")).toEqual({});
    expect(originOf(sealed, "ada", "One line.\n\nA fourth.")).toEqual({});
    expect(originOf(sealed, "ben", "One line.")).toEqual({});
    expect(originOf(sealed, "ada", "One line.", Date.now() + 7 * 60 * 60 * 1000)).toEqual({});
  });

  test("cannot be made by hand", () => {
    const [content = "", seal] = sealReceipt("ada", origin, lines).split(".");
    const forged = Buffer.from(JSON.stringify({ by: "ada", at: Date.now(), ...origin, marks: [] })).toString(
      "base64url",
    );
    for (const receipt of [`${forged}.${seal}`, `${content}.`, content, "", ".", null, "a.b.c"]) {
      expect(originOf(receipt, "ada", "One line.")).toEqual({});
    }
  });
});
