import { beforeAll, describe, expect, test, vi } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { db } from "#lib/db";
import { markArgument } from "#lib/moderation/commands";
import { search } from "#lib/search/queries";
import { type Asked, askedBy } from "#lib/search/schema";
import { plain } from "#lib/search/segments";
import type { ArgumentHit, Hit } from "#lib/search/view";
import { bringSource } from "#lib/sources/commands/bring";
import { GET } from "../../../app/api/v1/search/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

let world: World;
let claims: Record<"first" | "answer" | "later" | "other", string>;

beforeAll(async () => {
  world = await makeWorld();
  const { naledi, tomasz, mateo } = world.people;
  const { slug: second } = await bringSource(mateo, {
    title: "Déportées of the harbour",
    outlet: "The Morning Gazette",
    byline: "Zoë Quarterman",
    text: `${TEXT}\n\nOne more paragraph about a zeppelin that nobody has ever cited.`,
    rights: "OPEN",
  });
  const post = async (...given: Parameters<World["post"]>) => (await world.post(...given)).id;
  const first = await post(naledi, { claim: "A quay is lawful, and the courts agree.", body: "Mind the anchorage." });
  const answer = await post(tomasz, { claim: "No court has said so.", parent: first, stance: "CON" });
  const later = await post(naledi, {
    claim: "Courts are slow.",
    citations: [
      { source: second, quote: QUOTES[1] },
      { source: world.source, quote: QUOTES[1] },
    ],
  });
  const other = await post(tomasz, {
    claim: "It costs too much.",
    stance: "CON",
    citations: [{ source: second, quote: QUOTES[2] }],
  });
  claims = { first, answer, later, other };
});

const find = (asked: Asked | string) => search(null, typeof asked === "string" ? { q: asked } : asked);
const idOf = (hit: Hit) => (hit.kind === "ARGUMENT" ? hit.id : hit.kind);
const ids = async (asked: Asked | string) => (await find(asked)).items.map(idOf);

describe("what is found", () => {
  test("is claims before what only the quotation or the elaboration says, the newest first", async () => {
    const { items } = await find("court");
    expect(items.map(idOf)).toEqual([claims.later, claims.answer, claims.first]);
    expect((await find("anchorage")).items).toMatchObject([
      {
        id: claims.first,
        quote: null,
        body: [
          { text: "Mind the ", hit: false },
          { text: "anchorage", hit: true },
          { text: ".", hit: false },
        ],
      },
    ]);
  });

  test("is a quotation with the place where it stands", async () => {
    const [hit] = (await find({ q: "shopkeepers or visitors", kind: "argument" })).items;
    expect(hit).toMatchObject({
      id: claims.later,
      quote: { source: { kind: "ARTICLE" }, place: { from: expect.any(Number) } },
    });
    expect(plain((hit as ArgumentHit).quote?.words ?? [])).toBe(QUOTES[1]);
  });

  test("is threads, sources and their paragraphs, too", async () => {
    expect((await find("should sail Sundays")).items).toMatchObject([
      { kind: "THREAD", slug: world.thread },
      ...[1, 2].map(() => ({ kind: "TEXT", paragraph: 1 })),
    ]);
    expect((await find("gazette")).items).toMatchObject([
      { kind: "SOURCE", outlet: [{ hit: false }, { text: "Gazette", hit: true }] },
    ]);
    expect((await find("zeppelin")).items).toMatchObject([{ kind: "TEXT", paragraph: 6 }]);
  });

  test("does not mind accents, capitals and endings", async () => {
    for (const q of ["deportees", "DÉPORTÉES", "déportée"]) expect(await ids(q)).toEqual(["SOURCE"]);
    expect(await ids("quarterman zoe")).toEqual(["SOURCE"]);
  });

  test("obeys quotation marks, or, and a minus", async () => {
    expect(await ids('"courts agree"')).toEqual([claims.first]);
    expect(await ids('"agree courts"')).toEqual([]);
    expect(await ids("quay or costs -lawful")).toEqual(expect.arrayContaining([claims.other]));
    expect(await ids("court -slow -said")).toEqual([claims.first]);
  });

  test("is what was meant where a word is misspelt", async () => {
    expect(await find("zepelin")).toMatchObject({ total: 0, meant: "zeppelin" });
    expect(await find("lawfull anchorge")).toMatchObject({ total: 0, meant: "lawful anchorage" });
    expect((await find("court")).meant).toBeNull();
    expect((await find("xyzzyqwv")).meant).toBeNull();
  });
});

describe("narrowing down", () => {
  test.each<[string, (w: World) => Asked, (keyof typeof claims)[]]>([
    ["by stance", () => ({ stance: "con" }), ["other", "answer"]],
    ["by author", () => ({ author: "naledi" }), ["later", "first"]],
    ["to what is answered", () => ({ answered: "yes" }), ["first"]],
    ["to what is not", () => ({ answered: "no", stance: "pro" }), ["later"]],
    ["to a source", ({ source }) => ({ source, kind: "argument" }), ["later", "answer", "first"]],
    ["to what rests on one source alone", ({ source }) => ({ source, alone: "yes" }), ["answer", "first"]],
    ["to a thread and words", ({ thread }) => ({ thread, q: "court", kind: "argument" }), ["later", "answer", "first"]],
  ])("%s", async (_, asked, expected) => {
    const found = await find(asked(world));
    expect(found.items.map(idOf)).toEqual(expected.map((name) => claims[name]));
    expect(found.total).toBe(expected.length);
  });

  test("to a thread that is not there finds nothing", async () => {
    expect(await find({ thread: "not-there" })).toMatchObject({ items: [], total: 0 });
    expect(await find({ author: "nobody" })).toMatchObject({ items: [], total: 0 });
  });

  test("to marked arguments, and to those that stand on one passage", async () => {
    await markArgument(world.people.signe, claims.other, { kind: "UNCLEAR", note: null });
    expect(await ids({ marked: "yes" })).toEqual([claims.other]);
    const passage = await db().passage.findFirstOrThrow({ where: { quote: QUOTES[2] } });
    expect(await ids({ passage: passage.id })).toEqual([claims.other]);
  });

  test("to passages gives them by their use, with who stands on them", async () => {
    const { items, total } = await find({ thread: world.thread, kind: "passage" });
    expect(total).toBe(4);
    expect(items[0]).toMatchObject({ kind: "PASSAGE", counts: { PRO: 1, CON: 1 } });
    expect(await find({ thread: world.thread, kind: "passage", contested: "yes" })).toMatchObject({
      total: 1,
      items: [{}],
    });
  });

  test("offers what there is, with how much is left", async () => {
    const { kinds, threads, authors } = await find("court");
    expect(kinds).toEqual({ ARGUMENT: 3 });
    expect(threads).toEqual([{ value: world.thread, label: "Should the ferry sail on Sundays?", count: 3 }]);
    expect(authors.map(({ value, count }) => [value, count])).toEqual([
      ["naledi", 2],
      ["tomasz", 1],
    ]);
  });

  test("by stance follows the oldest link that lives", async () => {
    const answer = { child: claims.answer, target: "CLAIM", concession: false } as const;
    await startLink(world.people.tomasz, { ...answer, parent: null, stance: "PRO" });
    expect(await ids({ stance: "con" })).toContain(claims.answer);
    const [old] = await db().link.findMany({ where: { childId: claims.answer }, orderBy: { startedAt: "asc" } });
    await endLink(world.people.tomasz, old?.id ?? "", "It answers the question.");
    expect(await ids({ stance: "con" })).not.toContain(claims.answer);
  });
});

test("pages go on where the one before ended, whatever comes meanwhile", { timeout: 30_000 }, async () => {
  for (let i = 0; i < 25; i++) await world.post(world.people.farid, { claim: `Number ${i} of many lighters.` });
  const seen: string[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    const { items, next, total } = await find({ q: "lighters", ...(after ? { after } : {}) });
    expect(total).toBe(25 + pages);
    seen.push(...items.map(idOf));
    after = next ?? undefined;
    pages += 1;
    await world.post(world.people.farid, { claim: "One more of the lighters." });
  } while (after);
  expect(pages).toBe(2);
  expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
});

describe("what cannot be looked for", () => {
  test.each(["& | !", "the and of", "-ferry", '""', "or", "***", "()", "<->", "' & '"])(
    "is answered with a sentence: %s",
    async (q) => {
      expect(await refusal(find(q))).toBe("query-wordless");
      await expectRefusal(422, "query-wordless", GET, { query: `?q=${encodeURIComponent(q)}` });
    },
  );

  test.each([
    ["?", 422, "query-blank"],
    ["?q=", 422, "query-blank"],
    ["?q=a%00b", 400, "query-unfit"],
    [`?q=${"a".repeat(10_000)}`, 400, "query-unfit"],
    ["?q=a&q=b", 400, "query-repeated"],
    ["?q=a&sort=password_hash", 400, "query-unfit"],
    ["?q=a&stance=createdAt%3Bdrop", 400, "query-unfit"],
    ["?q=a&after=1e9", 400, "query-unfit"],
    ["?q=a&after=0.99999999999999999999.a:b", 400, "query-unfit"],
  ])("nor by a program (%#)", async (query, status, code) => {
    await expectRefusal(status as number, code as string, GET, { query: query as string });
  });

  test("no signs that mean something to the database do it harm", async () => {
    const odd = [
      "'",
      "\\",
      "a'b",
      "\\'",
      "law:A",
      "law:*",
      "!!law",
      "((law",
      "law)",
      "$1",
      "%s",
      "'; DROP TABLE users --",
      "<b>law</b>",
      "\u2028x".slice(1),
      "😀",
      "é".repeat(200),
    ];
    for (const q of odd) {
      const answer = await refusal(find(q));
      expect(["done", "query-wordless"]).toContain(answer);
    }
    expect(await ids({ q: "court", after: "1.999999999999999.a:z" })).toHaveLength(3);
  });
});

test("what somebody looked for is written down nowhere", async () => {
  const told: string[] = [];
  const [out, err] = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  for (const spy of [out, err]) spy.mockImplementation((chunk) => told.push(String(chunk)) > 0);
  await call(GET, { query: "?q=confessional+ferry" });
  await call(GET, { query: "?q=confessional%00" });
  await call(GET, { query: "?q=-confessional" });
  for (const spy of [out, err]) spy.mockRestore();
  expect(told.join("")).not.toContain("confessional");
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`;
  for (const { name } of tables) {
    expect(await db().$queryRawUnsafe(`SELECT 1 FROM ${name} t WHERE t::text LIKE '%confession%' LIMIT 1`)).toEqual([]);
  }
});

test("a program gets the same, in the form that is promised", async () => {
  const { status, json } = await call(GET, { query: "?q=court&kind=argument&stance=pro" });
  expect(status).toBe(200);
  expect(json).toMatchObject({ next: null, total: expect.any(Number), meant: null });
  expect(json.items[0]).toMatchObject({
    kind: "ARGUMENT",
    thread: { slug: world.thread },
    claim: [{ text: "Courts", hit: true }, { hit: false }],
  });
  expect(askedBy({ q: "court" }).asked).toEqual({ q: "court" });
});
