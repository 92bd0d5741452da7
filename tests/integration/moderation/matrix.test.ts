/**
 * Person × state × act, written once as data: what each of nine people may see of an argument in each state, by every
 * way out, and what they may do with it, by both ways in. Every cell is driven.
 */
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as said from "#lib/arguments/actions";
import { postArgument } from "#lib/arguments/commands/post";
import { splitArgument } from "#lib/arguments/commands/split";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getActivity } from "#lib/arguments/queries/activity";
import { getHistory } from "#lib/arguments/queries/arguments";
import { getFocus, getOutline } from "#lib/arguments/queries/outline";
import { listTakenIn } from "#lib/arguments/queries/taken-in";
import { getAnswering, getRevising, getWithdrawing } from "#lib/arguments/writing";
import { keepSession } from "#lib/auth";
import { db } from "#lib/db";
import { getFeed } from "#lib/feeds/queries";
import { EMPTY, type FormState } from "#lib/form";
import { listHappened, told } from "#lib/live/queries";
import * as judged from "#lib/moderation/actions";
import { removeArgument } from "#lib/moderation/commands";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { mergeArgument } from "#lib/moderation/commands/merge";
import { sanctionPerson } from "#lib/moderation/commands/sanction";
import type { Act as QueueAct } from "#lib/moderation/schema";
import { search } from "#lib/search/queries";
import { sessionOf } from "#lib/session";
import { citationField } from "#lib/sources/citation-fields";
import { newId } from "#lib/text/id";
import * as threads from "#lib/threads/actions";
import { nameModerator, openThread, setThreadMode } from "#lib/threads/commands";
import { open } from "#lib/users/commands/session";
import { makeToken } from "#lib/users/commands/token";
import { findPersonByToken } from "#lib/users/queries";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import * as weighed from "#lib/weighing/actions";
import { POST as appealing } from "../../../app/api/v1/arguments/[id]/appeal/route.ts";
import { POST as marking } from "../../../app/api/v1/arguments/[id]/marks/route.ts";
import { POST as merging } from "../../../app/api/v1/arguments/[id]/merge/route.ts";
import { POST as revising } from "../../../app/api/v1/arguments/[id]/revisions/route.ts";
import { GET as reading } from "../../../app/api/v1/arguments/[id]/route.ts";
import { POST as unmerging } from "../../../app/api/v1/arguments/[id]/unmerge/route.ts";
import { POST as withdrawing } from "../../../app/api/v1/arguments/[id]/withdraw/route.ts";
import { POST as rating } from "../../../app/api/v1/links/[id]/rating/route.ts";
import { POST as deciding } from "../../../app/api/v1/reviews/[id]/decide/route.ts";
import { POST as posting } from "../../../app/api/v1/threads/[slug]/arguments/route.ts";
import { GET as exporting } from "../../../app/api/v1/threads/[slug]/export/route.ts";
import { POST as setting } from "../../../app/api/v1/threads/[slug]/mode/route.ts";
import { GET as threading } from "../../../app/api/v1/threads/[slug]/route.ts";
import { call } from "../../support/call.ts";
import { argument, makeWorld, QUOTES, type World } from "../../support/island.ts";
import { asOwner } from "../../support/queue.ts";
import { carry, formOf, Left, lastSet, request } from "../users/request.ts";

vi.mock("next/headers", () => import("../users/request.ts"));
vi.mock("next/navigation", () => import("../users/request.ts"));
vi.mock("next/cache", () => import("../users/request.ts"));
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const PEOPLE = [
  "stranger",
  "member",
  "author",
  "silenced",
  "suspended",
  "keeper",
  "neighbour",
  "moderator",
  "admin",
] as const;
type Who = (typeof PEOPLE)[number];

/** Who they are in the cast. The keeper moderates this thread, the neighbour another one. */
const CAST: Record<Exclude<Who, "stranger">, keyof World["people"]> = {
  member: "seun",
  author: "yuki",
  silenced: "farid",
  suspended: "leilani",
  keeper: "tomasz",
  neighbour: "naledi",
  moderator: "signe",
  admin: "mateo",
};

const STATES = [
  "VISIBLE",
  "PENDING",
  "REFUSED",
  "WITHDRAWN",
  "REMOVED",
  "MERGED",
  "SPLIT",
  "HIDDEN",
  "SENT BACK",
  "LET IN",
  "BROUGHT BACK",
  "REPORTED",
  "OF A CLASS",
] as const;
type State = (typeof STATES)[number];

/** One word for each of the people, in their order; "=" is the word before it. */
function row<T extends string>(words: string): Record<Who, T> {
  let before = "";
  const list = words.split(" ").map((word) => {
    if (word !== "=") before = word;
    return before;
  });
  if (list.length !== PEOPLE.length) throw new Error(`${list.length} words for ${PEOPLE.length} people`);
  return Object.fromEntries(PEOPLE.map((who, i) => [who, list[i] as T])) as Record<Who, T>;
}

// ---- What may be seen -----------------------------------------------------------------------------

/** Its words, a tombstone in their place, or nothing at all. */
type Sight = "words" | "stone" | "nothing";

/** stranger member author silenced suspended keeper neighbour moderator admin */
const SEEN: Record<State, Record<Who, Sight>> = {
  VISIBLE: row("words = = = = = = = ="),
  PENDING: row("nothing = words nothing = words nothing words ="),
  REFUSED: row("nothing = words nothing = words nothing words ="),
  WITHDRAWN: row("stone = = = = = = = ="),
  REMOVED: row("stone = = = = = = = ="),
  // Its words are read as part of the other, and in its history.
  MERGED: row("stone = = = = = = = ="),
  // Until it is judged, its author and who may judge it read it.
  HIDDEN: row("stone = words stone = words stone words ="),
  "SENT BACK": row("stone = words stone = words stone words ="),
  "LET IN": row("words = = = = = = = ="),
  "BROUGHT BACK": row("words = = = = = = = ="),
  REPORTED: row("words = = = = = = = ="),
  SPLIT: row("stone = = = = = = = ="),
  "OF A CLASS": row("nothing = = = = = = = ="),
};

/** What is the same for everybody: stored pages, exports, feeds and the search tell no more than strangers may know. */
const PUBLIC: Record<State, Sight> = {
  VISIBLE: "words",
  PENDING: "nothing",
  REFUSED: "nothing",
  WITHDRAWN: "stone",
  REMOVED: "stone",
  MERGED: "stone",
  HIDDEN: "stone",
  "SENT BACK": "stone",
  "LET IN": "words",
  "BROUGHT BACK": "words",
  REPORTED: "words",
  SPLIT: "stone",
  "OF A CLASS": "nothing",
};

// ---- What may be done -----------------------------------------------------------------------------

type Act =
  | "answer"
  | "revise"
  | "withdraw"
  | "rate"
  | "mark"
  | "flag"
  | "merge"
  | "unmerge"
  | "set mode"
  | "silence"
  | "decide"
  | "appeal";

/** "no": not signed in; "hush": silenced; "gone": missing; else the code of the refusal, or "done". */
const MAY: Record<Act, Partial<Record<State, Record<Who, string>>>> = {
  answer: {
    VISIBLE: row("no done = hush no done = = ="),
    PENDING: row("no parent-unknown parent-pending hush no parent-pending parent-unknown parent-pending ="),
    WITHDRAWN: row("no parent-withdrawn = hush no parent-withdrawn = = ="),
    REMOVED: row("no parent-removed = hush no parent-removed = = ="),
    MERGED: row("no parent-merged = hush no parent-merged = = ="),
    SPLIT: row("no parent-split = hush no parent-split = = ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  revise: {
    VISIBLE: row("no author-only done hush no author-only = = ="),
    PENDING: row("no gone done gone no author-only gone author-only ="),
    REFUSED: row("no gone done gone no author-only gone author-only ="),
    WITHDRAWN: row("no author-only argument-gone hush no author-only = = ="),
    REMOVED: row("no author-only argument-gone hush no author-only = = ="),
    MERGED: row("no author-only argument-merged hush no author-only = = ="),
    SPLIT: row("no author-only argument-split hush no author-only = = ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  withdraw: {
    VISIBLE: row("no author-only done author-only no author-only = = ="),
    PENDING: row("no gone done gone no author-only gone author-only ="),
    WITHDRAWN: row("no author-only done author-only no author-only = = ="),
    REMOVED: row("no author-only argument-gone author-only no author-only = = ="),
    MERGED: row("no author-only done author-only no author-only = = ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  rate: {
    VISIBLE: row("no done rating-own hush no done = = ="),
    PENDING: row("no gone rating-own gone no argument-gone gone argument-gone ="),
    WITHDRAWN: row("no argument-gone rating-own hush no argument-gone = = ="),
    REMOVED: row("no argument-gone rating-own hush no argument-gone = = ="),
    MERGED: row("no argument-gone rating-own hush no argument-gone = = ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  mark: {
    VISIBLE: row("no done own-argument hush no done = = ="),
    PENDING: row("no gone own-argument gone no argument-gone gone argument-gone ="),
    REMOVED: row("no argument-gone own-argument hush no argument-gone = = ="),
    MERGED: row("no argument-gone own-argument hush no argument-gone = = ="),
    SPLIT: row("no argument-gone own-argument hush no argument-gone = = ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  flag: {
    VISIBLE: row("no done flag-own done no done = = ="),
    MERGED: row("no done flag-own done no done = = ="),
    PENDING: row("no gone flag-own gone no argument-gone gone argument-gone ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  merge: {
    VISIBLE: row("no moderators-only = = no done moderators-only done ="),
    PENDING: row("no gone moderators-only gone no merge-gone gone merge-gone ="),
    REMOVED: row("no moderators-only = = no merge-gone moderators-only merge-gone ="),
    MERGED: row("no moderators-only = = no done moderators-only done ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  unmerge: {
    MERGED: row("no moderators-only = = no done moderators-only done ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  "set mode": {
    VISIBLE: row("no moderators-only = = no done moderators-only done ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  // The queue is there for those alone who may judge.
  decide: {
    REPORTED: row("no gone = = no done gone done ="),
    HIDDEN: row("no gone = = no done gone done ="),
  },
  appeal: {
    REMOVED: row("no author-only done author-only no author-only = = ="),
    VISIBLE: row("no author-only nothing-to-appeal author-only no author-only = = ="),
    PENDING: row("no gone nothing-to-appeal gone no author-only gone author-only ="),
    "OF A CLASS": row("no gone = = no gone = = ="),
  },
  silence: {
    VISIBLE: row("no moderators-only = = no moderators-only = done ="),
  },
};

// ---- The world in which it is driven --------------------------------------------------------------

const world: World = await makeWorld();
const tokens = {} as Record<Who, string | undefined>;
const cookies = {} as Record<Who, string | undefined>;
const slugs = {} as Record<State, string>;
let made = 0;

interface Thing {
  id: string;
  link: string;
  word: string;
  /** What is open in the queue about it. */
  review: string;
  edition: number;
}
/** What stands beside it, and might take it in. */
const others = {} as Record<State, string>;
const things = {} as Record<State, Thing>;

async function decided(who: Person, argumentId: string, act: QueueAct): Promise<void> {
  const { id, edition } = await db().review.findFirstOrThrow({ where: { argumentId, decidedAt: null } });
  await decideReview(who, id, { act, edition, code: act === "APPROVE" ? null : "off-topic", note: null });
}

/** A fresh argument in a state, with a word of its own. */
async function make(state: State): Promise<Thing> {
  made += 1;
  const word = `canary${"abcdefghij"[made % 10]}${made}`;
  const { yuki, signe } = world.people;
  const slug = slugs[state];
  const pending = state === "PENDING" || state === "REFUSED" || state === "LET IN";
  if (pending) await setThreadMode(signe, slug, { mode: "ALL_APPROVED" });
  if (state === "OF A CLASS") await asOwner(`UPDATE threads SET class_id = NULL WHERE slug = '${slug}'`);
  const { id } = await postArgument(yuki, slug, argument(world.source, { claim: `It says ${word}.` }));
  if (pending) await setThreadMode(signe, slug, { mode: "OPEN" });
  if (state === "REFUSED")
    await db().review.updateMany({
      where: { argumentId: id },
      // Long ago, so that it keeps no place among those that wait.
      data: { verdict: "REFUSED", decidedAt: new Date("2026-01-01"), decidedById: signe.id },
    });
  if (state === "SPLIT")
    await splitArgument(yuki, id, { parts: ["One.", "Two."].map((claim) => ({ claim, cites: [0] })), answers: {} });
  if (state === "HIDDEN" || state === "SENT BACK" || state === "REPORTED")
    await flagArgument(world.people.naledi, id, { kind: "ABUSE" });
  if (state === "LET IN") await decided(signe, id, "APPROVE");
  if (state === "HIDDEN") await decided(signe, id, "HIDE");
  if (state === "SENT BACK") await decided(signe, id, "CHANGES");
  if (state === "BROUGHT BACK") {
    await removeArgument(signe, id, { code: "off-topic", note: null });
    await appealDecision(yuki, id, "Read it again.");
    await decided(world.people.mateo, id, "APPROVE");
  }
  if (state === "MERGED") await mergeArgument(signe, id, { into: others[state], note: null });
  if (state === "WITHDRAWN") await withdrawArgument(yuki, id, null);
  if (state === "REMOVED") await removeArgument(signe, id, { code: "off-topic", note: null });
  if (state === "OF A CLASS") await asOwner(`UPDATE threads SET class_id = 'aclass' WHERE slug = '${slug}'`);
  const { id: link } = await db().link.findFirstOrThrow({ where: { childId: id } });
  const review = await db().review.findFirst({ where: { argumentId: id, decidedAt: null } });
  things[state] = { id, link, word, review: review?.id ?? "", edition: review?.edition ?? 1 };
  return things[state];
}

beforeAll(async () => {
  const { naledi, mateo } = world.people;
  await db().class.create({ data: { id: "aclass", slug: "a-class", name: "A class" } });
  for (const state of STATES) {
    const raisedBy = { source: world.source, quote: QUOTES[1] };
    const opened = await openThread(
      naledi,
      { question: `What of ${state.toLowerCase()}?`, raisedBy },
      { mode: "OPEN" },
    );
    slugs[state] = opened.slug;
    await nameModerator(mateo, opened.slug, "tomasz");
    others[state] = (await postArgument(naledi, opened.slug, argument(world.source))).id;
  }
  const { slug } = await openThread(
    naledi,
    { question: "And elsewhere?", raisedBy: { source: world.source, quote: QUOTES[2] } },
    { mode: "OPEN" },
  );
  await nameModerator(mateo, slug, "naledi");
  for (const who of PEOPLE) {
    if (who === "stranger") continue;
    const person = world.people[CAST[who]];
    tokens[who] = (await makeToken(person, "matrix")).token;
    const session = await db().$transaction((tx) => open(tx, person.id, { network: "n", agent: "a" }, new Date()));
    carry();
    await keepSession(session);
    cookies[who] = lastSet().value;
  }
  carry();
  await sanctionPerson(mateo, "farid", { kind: "SILENCE", code: "off-topic", days: 1 });
  await sanctionPerson(mateo, "leilani", { kind: "SUSPEND", code: "off-topic", days: 1 });
  for (const state of STATES) await make(state);
});

const viewerOf = async (who: Who): Promise<Viewer> =>
  who === "stranger" ? null : findPersonByToken(tokens[who] as string);

/** What an answer shows of the thing: its word, something in its place, or nothing. */
function sightOf(text: string, { word, id }: Thing): Sight {
  if (text.includes(word)) return "words";
  return text.includes(id) ? "stone" : "nothing";
}

async function asked(query: Promise<unknown>, thing: Thing): Promise<Sight> {
  return query.then(
    (answer) => sightOf(JSON.stringify(answer), thing),
    (error) => {
      if (error instanceof Missing) return "nothing";
      throw error;
    },
  );
}

// ---- Seeing ---------------------------------------------------------------------------------------

describe.each(STATES)("an argument that is %s", (state) => {
  it.each(PEOPLE)("is seen by a %s as the table says, by the API and on pages of one's own", async (who) => {
    const thing = things[state];
    const viewer = await viewerOf(who);
    const token = tokens[who];
    const answer = await call(reading, { params: { id: thing.id }, ...(token && { token }) });
    // A token that opens nothing says so, and tells nothing.
    if (who === "suspended") expect([answer.status, viewer]).toEqual([401, null]);
    else expect(sightOf(JSON.stringify(answer.json), thing)).toBe(SEEN[state][who]);
    for (const page of [getRevising, getWithdrawing])
      expect(await asked(page(viewer, thing.id), thing)).toBe(SEEN[state][who]);
    const kept = state === "MERGED" || state === "SPLIT" ? "words" : SEEN[state][who];
    expect(await asked(getHistory(viewer, thing.id), thing)).toBe(kept);
    expect(await asked(getAnswering(viewer, slugs[state], thing.id), thing)).toBe(SEEN[state][who]);
  });

  it.each(PEOPLE)("is to a %s what everybody knows, in threads, searches, exports, feeds and streams", async (who) => {
    const thing = things[state];
    const slug = slugs[state];
    const viewer = await viewerOf(who);
    const token = who === "suspended" ? undefined : tokens[who];
    const params = { slug };
    const expected = PUBLIC[state];
    const byApi = (handler: typeof threading, query = "") =>
      call(handler, { params, query, ...(token && { token }) }).then(({ json }) =>
        sightOf(JSON.stringify(json), thing),
      );
    expect(await byApi(threading)).toBe(expected);
    const file = await exporting(
      new Request("http://localhost/x?format=json", { headers: token ? { authorization: `Bearer ${token}` } : {} }),
      { params: Promise.resolve(params) },
    );
    expect(sightOf(await file.text(), thing)).toBe(expected);
    expect(await asked(getOutline(null, slug), thing)).toBe(expected);
    expect(await asked(getFocus(null, thing.id), thing)).toBe(expected);
    if (state === "MERGED") expect(await asked(listTakenIn(null, others[state]), thing)).toBe("words");
    // Of what is gone, a feed and a search keep nothing; the activity of a thread tells that it was.
    const gone = expected === "stone" ? "nothing" : expected;
    expect(await asked(getFeed(viewer, slug), thing)).toBe(gone);
    expect((await search(viewer, { q: thing.word })).total).toBe(gone === "words" ? 1 : 0);
    expect(await asked(getActivity(viewer, slug), thing)).toBe(expected);
    const { id } = await db().thread.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    if (state === "OF A CLASS") return;
    const lines = (await listHappened(id, 0)).flatMap((one) => told(viewer, id, one) ?? []);
    expect(sightOf(JSON.stringify(lines), thing)).toBe(expected === "nothing" ? "nothing" : "stone");
  });
});

// ---- Doing ----------------------------------------------------------------------------------------

type Way = (who: Who, state: State, thing: Thing) => Promise<string>;

/** As the table says it: by its code, or what everybody calls it. */
const NAMES: Record<string, string> = {
  "sign-in-first": "no",
  "token-unknown": "no",
  silenced: "hush",
  missing: "gone",
};
const named = (code: string) => NAMES[code] ?? code;

const byApi =
  (handler: Parameters<typeof call>[0], ask: (state: State, thing: Thing) => { params: object; body: unknown }): Way =>
  async (who, state, thing) => {
    const { params, body } = ask(state, thing);
    const token = tokens[who];
    const { status, json } = await call(handler, {
      params: params as Record<string, string>,
      body,
      ...(token && { token }),
    });
    return status < 300 ? "done" : named(String(json.type).replace("urn:grounds:", ""));
  };

const byAction =
  (
    act: (previous: FormState, form: FormData) => Promise<FormState>,
    ask: (state: State, thing: Thing) => Record<string, string>,
  ): Way =>
  async (who, state, thing) => {
    carry(cookies[who]);
    request.headers = { "x-client-address": newId() };
    try {
      const { refusal } = await act(EMPTY, formOf(ask(state, thing)));
      return refusal ? named(refusal.code) : "done";
    } catch (error) {
      if (!(error instanceof Left)) throw error;
      return error.message === "not found" ? "gone" : "done";
    } finally {
      carry();
    }
  };

const written = {
  claim: "Said otherwise, and at length.",
  body: null,
  citations: [{ source: world.source, quote: QUOTES[2] }],
};
const fields = (thing: Thing) => ({
  argument: thing.id,
  claim: written.claim,
  [citationField(0, "source")]: world.source,
  [citationField(0, "quote")]: QUOTES[2],
});

const WAYS: Record<Act, [Way, Way | null]> = {
  answer: [
    byApi(posting, (state, { id }) => ({
      params: { slug: slugs[state] },
      body: { ...written, stance: "CON", parent: id, target: "CLAIM" },
    })),
    byAction(said.post, (state, thing) => ({
      ...fields(thing),
      thread: slugs[state],
      parent: thing.id,
      stance: "CON",
      target: "CLAIM",
    })),
  ],
  revise: [
    byApi(revising, (_state, { id }) => ({ params: { id }, body: written })),
    byAction(said.revise, (_state, thing) => fields(thing)),
  ],
  withdraw: [
    byApi(withdrawing, (_state, { id }) => ({ params: { id }, body: {} })),
    byAction(said.withdraw, (_state, { id }) => ({ argument: id })),
  ],
  rate: [
    byApi(rating, (_state, { link }) => ({ params: { id: link }, body: { impact: 2 } })),
    byAction(weighed.rate, (_state, { link }) => ({ link, impact: "3" })),
  ],
  mark: [
    byApi(marking, (_state, { id }) => ({ params: { id }, body: { kind: "UNCLEAR" } })),
    byAction(judged.mark, (_state, { id }) => ({ argument: id, kind: "UNCLEAR" })),
  ],
  flag: [byAction(judged.flag, (_state, { id }) => ({ argument: id, kind: "SPAM" })), null],
  merge: [
    byApi(merging, (state, { id }) => ({ params: { id }, body: { into: others[state] } })),
    byAction(judged.merge, (state, { id }) => ({ argument: id, into: others[state] })),
  ],
  unmerge: [
    byApi(unmerging, (_state, { id }) => ({ params: { id }, body: {} })),
    byAction(judged.unmerge, (_state, { id }) => ({ argument: id })),
  ],
  "set mode": [
    byApi(setting, (state) => ({ params: { slug: slugs[state] }, body: { mode: "OPEN" } })),
    byAction(threads.setMode, (state) => ({ slug: slugs[state], mode: "OPEN" })),
  ],
  decide: [
    byApi(deciding, (_state, { review, edition }) => ({ params: { id: review }, body: { act: "APPROVE", edition } })),
    byAction(judged.decide, (_state, { review, edition }) => ({ review, edition: `${edition}`, act: "APPROVE" })),
  ],
  appeal: [
    byApi(appealing, (_state, { id }) => ({ params: { id }, body: { plea: "Read it again." } })),
    byAction(judged.appeal, (_state, { id }) => ({ argument: id, plea: "Read it again." })),
  ],
  silence: [
    byAction(judged.sanction, () => ({ handle: "farid", kind: "SILENCE", code: "off-topic", days: "d1" })),
    null,
  ],
};

/** What changes the state that it was done in. */
const SPENT: readonly Act[] = ["withdraw", "merge", "unmerge", "decide", "appeal"];

const cells = (Object.keys(MAY) as Act[]).flatMap((act) =>
  (Object.keys(MAY[act]) as State[]).map((state): [Act, State] => [act, state]),
);

describe("doing", () => {
  it.each(cells)(
    "%s, where it is %s, is for each as the table says, by the API and by the form",
    async (act, state) => {
      const expected = MAY[act][state] as Record<Who, string>;
      for (const way of WAYS[act]) {
        if (way === null) continue;
        const outcomes: Partial<Record<Who, string>> = {};
        for (const who of PEOPLE) {
          outcomes[who] = await way(who, state, things[state]);
          if (outcomes[who] === "done" && SPENT.includes(act)) await make(state);
        }
        expect(outcomes).toEqual(expected);
      }
    },
  );

  it("is decided behind every door: no file in front of Next has a say, so none can be left out", async () => {
    expect(["proxy.ts", "middleware.ts"].filter((name) => existsSync(name))).toEqual([]);
  });

  it("by a session of somebody suspended is done by nobody", async () => {
    expect(await sessionOf(cookies.suspended as string)).toBeNull();
    expect((await sessionOf(cookies.silenced as string))?.person.silence).toBeDefined();
  });
});
