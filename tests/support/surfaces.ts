/** Every way in which somebody may read: what each answers, as text, to one viewer or to a stranger. */
import { existsSync, globSync } from "node:fs";
import { relative } from "node:path";
import { listAnswerable } from "#lib/arguments/answerable";
import { listNearby } from "#lib/arguments/nearby";
import { getChoosing, getPlacing } from "#lib/arguments/placing";
import { getActivity } from "#lib/arguments/queries/activity";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { getFocus, getList, getNumbered, getOutline } from "#lib/arguments/queries/outline";
import { getPerson } from "#lib/arguments/queries/person";
import { listCandidates } from "#lib/arguments/queries/places";
import { findSecondThought } from "#lib/arguments/queries/second-thought";
import { getThread, listThreads } from "#lib/arguments/queries/threads";
import { getWordings } from "#lib/arguments/queries/wordings";
import { getAnswering, getMoved, getRevising, getWithdrawing } from "#lib/arguments/writing";
import { db } from "#lib/db";
import { linkedArgument, linkedThread } from "#lib/feeds/linked-data";
import { pictureOf } from "#lib/feeds/picture";
import { previewOf } from "#lib/feeds/preview";
import { getCard, getFeed, getOpening, listAddresses } from "#lib/feeds/queries";
import { findLiveThread, listHappened, told } from "#lib/live/queries";
import { getEvidence } from "#lib/maps/evidence-queries";
import { getExportView } from "#lib/maps/export-view";
import { getFlow } from "#lib/maps/flow-view";
import { FORMATS, type FormatName } from "#lib/maps/formats";
import { getMap } from "#lib/maps/map-view";
import { listReferences } from "#lib/maps/queries";
import { getFrozen, getTwo, listSnapshots, NOW } from "#lib/maps/snapshot-queries";
import { getTray } from "#lib/maps/tray-queries";
import { writtenAs } from "#lib/maps/writing";
import { getCase } from "#lib/moderation/queries/case";
import { getChallenged } from "#lib/moderation/queries/challenges";
import { listLog, logAsked } from "#lib/moderation/queries/log";
import { getFlagging, getMarked } from "#lib/moderation/queries/marks";
import { getQueue } from "#lib/moderation/queries/queue";
import { composeDigest, composeNotice } from "#lib/notices/letters";
import { nextMorning } from "#lib/notices/morning";
import {
  findNotices,
  getFollowed,
  getFollowedThread,
  listBookmarks,
  listNotices,
  listWatched,
} from "#lib/notices/queries";
import { search } from "#lib/search/queries";
import { checkCitations } from "#lib/sources/check";
import { chooseTexts } from "#lib/sources/choosing";
import { getCorrecting } from "#lib/sources/correcting";
import { getVersions } from "#lib/sources/corrections";
import { matchQuotations } from "#lib/sources/matching";
import { getSource, listSources } from "#lib/sources/queries";
import { getMode } from "#lib/threads/queries";
import { ownData } from "#lib/users/own-data";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing, Refused } from "#lib/verdict";
import { getNews } from "#lib/visits/queries";
import { getLens } from "#lib/weighing/lens";
import { getRated } from "#lib/weighing/queries";
import { getThrough, getWeighed, listWeighed } from "#lib/weighing/through";
import { root } from "../../bin/first-run/folders.mjs";
import { Prisma } from "../../prisma/generated/client.ts";
import { opened } from "./opened.ts";

/** What is looked at, by its names; `word` stands in all of it. */
export interface Sought {
  word: string;
  thread: { id: string; slug: string };
  /** A thread and a source of everybody's. */
  open: { thread: string; source: string };
  source: string;
  argument: string;
  answer: string;
  link: string;
  snapshot: string;
  review: string;
  quote: string;
  /** Somebody who wrote in it. */
  handle: string;
}

interface Reader {
  viewer: Viewer;
  token?: string;
}

export type Surface = (reader: Reader) => Promise<string>;

const said = async (value: unknown): Promise<string> => {
  const awaited = await value;
  if (awaited instanceof Uint8Array) return opened(awaited);
  return (
    JSON.stringify(awaited, (_, one) => (one instanceof Map ? [...one] : one instanceof Set ? [...one] : one)) ?? ""
  );
};

/** Nothing where it is not there or refused: a refusal's words are looked at, too. */
async function quietly(act: () => Promise<unknown>): Promise<string> {
  try {
    return await said(act());
  } catch (error) {
    if (error instanceof Missing) return "";
    if (error instanceof Refused) return JSON.stringify([error.code, error.values, error.details]);
    throw error;
  }
}

async function ownDataOf(viewer: Viewer): Promise<string> {
  if (!viewer) return "";
  let text = "";
  for await (const part of ownData(viewer)) text += part;
  return text;
}

/** Pages and what hangs on them, by the queries that make them. */
export function pagesOf(s: Sought): Record<string, Surface> {
  const { thread, argument: id, source, word } = s;
  const { slug } = thread;
  const passage = { from: 0, to: 160 };
  const pages: Record<string, (viewer: Viewer) => Promise<unknown>> = {
    outline: (v) => getOutline(v, slug),
    focus: (v) => getFocus(v, id),
    list: (v) => getList(v, { slug }, { which: "pro", page: 1 }),
    answers: (v) => getList(v, { argument: id }, { which: "answers", page: 1 }),
    number: (v) => getNumbered(v, slug, 1),
    "whole thread": (v) => getThread(v, slug),
    threads: (v) => listThreads(v),
    home: () => Promise.all([listThreads(null), listSources(null)]),
    activity: (v) => getActivity(v, slug),
    flow: (v) => getFlow(v, slug),
    map: (v) => getMap(v, slug, []),
    evidence: (v) => getEvidence(v, slug),
    strength: (v) => getLens(v, slug),
    bibliography: async (v) => listReferences(v, await getThread(v, slug)),
    exports: (v) => getExportView(v, slug, "markdown"),
    snapshots: (v) => listSnapshots(v, slug),
    frozen: (v) => getFrozen(v, slug, s.snapshot),
    difference: (v) => getTwo(v, slug, s.snapshot, NOW),
    tray: (v) => getTray(v, slug),
    argument: (v) => getArgument(v, id),
    history: (v) => getHistory(v, id),
    answering: (v) => getAnswering(v, slug, id),
    revising: (v) => getRevising(v, id),
    withdrawing: (v) => getWithdrawing(v, id),
    moved: (v) => getMoved(v, id),
    placing: (v) => getPlacing(v, s.answer),
    choosing: (v) => getChoosing(v, id, { find: word }),
    candidates: (v) => listCandidates(v, { id: "none", thread: { id: "none" } }, `https://grounds.example/a/${id}`),
    "second thought": (v) => findSecondThought(v, id),
    marks: (v) => getMarked(v, s.answer),
    wordings: (v) => getWordings(v, s.answer),
    flagging: (v) => getFlagging(v, id),
    challenges: (v) => getChallenged(v, id),
    weigh: (v) => getThrough(v, slug, {}),
    weighed: (v) => getWeighed(v, s.link),
    "weighed list": (v) => listWeighed(v, slug),
    rated: (v) => getRated(v, s.link),
    mode: (v) => getMode(v, slug),
    "follow thread": (v) => getFollowedThread(v, slug),
    followed: (v) => getFollowed(v, slug),
    news: (v) => getNews(v, slug, 0),
    source: (v) => getSource(v, source),
    "public source": (v) => getSource(v, s.open.source),
    sources: (v) => listSources(v),
    versions: (v) => getVersions(v, source),
    "public versions": (v) => getVersions(v, s.open.source),
    correcting: (v) => getCorrecting(v, source),
    choosing_texts: (v) => chooseTexts(v, [source]),
    person: () => getPerson(s.handle),
    bookmarks: (v) => (v ? listBookmarks(v) : Promise.resolve("")),
    watches: (v) => (v ? listWatched(v) : Promise.resolve("")),
    notices: (v) => (v ? listNotices(v) : Promise.resolve("")),
    "all notices": (v) => (v ? findNotices(v.id, Prisma.sql`true`) : Promise.resolve("")),
    letter: async (v) => (v ? composeNoticesOf(v) : ""),
    queue: (v) => getQueue(v),
    case: (v) => getCase(v, s.review),
    log: () => listLog(logAsked({})),
    "own data": (v) => ownDataOf(v),
    search: (v) => search(v, { q: word }),
    "search by kind": (v) =>
      Promise.all(
        (["argument", "thread", "source", "text", "passage"] as const).map((kind) => search(v, { q: word, kind })),
      ),
    "search for the quotation": (v) => search(v, { q: s.quote, kind: "passage" }),
    "search in the thread": (v) => search(v, { thread: slug }),
    "search in the source": (v) => search(v, { source }),
    "search by author": (v) => search(v, { author: s.handle }),
    "search with a slip": (v) => search(v, { q: `${word.slice(0, -2)}x${word.slice(-1)}` }),
    similar: (v) => listNearby(v, s.open.thread, { claim: `It says ${word}, plainly.`, found: [] }),
    "similar in it": (v) => listNearby(v, slug, { claim: `It says ${word}, plainly.`, found: [] }),
    answerable: (v) => listAnswerable(v, { thread: slug, source, q: "", ...passage }),
    "answerable in public": (v) =>
      listAnswerable(v, { thread: s.open.thread, source: s.open.source, q: word, ...passage }),
    "check of a quotation": async (v) =>
      (await checkCitations(v, [{ source, quote: s.quote }], { classId: null })).checked,
    "matching of files": (v) =>
      matchQuotations(
        v,
        [{ words: [s.quote], source: { address: null, title: null, slug: source, sha256: null } }],
        [],
        {
          classId: null,
        },
      ),
    // What a picture beside a link is painted from: of its pixels nobody can say which words they are.
    picture: async () => pictureOf(await getCard(null, slug)),
    preview: async (v) => {
      const [outline, { thread: of, argument }] = [await getOutline(v, slug), await getFocus(v, id)];
      const said = { title: argument.claim ?? "", description: argument.claim ?? "", thread: of };
      return [previewOf({ path: `/a/${id}`, ...said }), linkedThread(outline, await getOpening(of.id), "")];
    },
    "linked argument": async (v) => linkedArgument(await getFocus(v, id), ""),
    // Made for everybody alike, whoever asks.
    feed: () => getFeed(null, slug),
    addresses: () => listAddresses(0, 10_000),
    live: async (v) => {
      const { id: found } = await findLiveThread(v, slug);
      return (await listHappened(found, 0)).map((one) => told(v, found, one));
    },
  };
  return Object.fromEntries(
    Object.entries(pages).map(([name, act]) => [name, ({ viewer }: Reader) => quietly(() => act(viewer))]),
  );
}

/** As letters would say it: every notice that somebody has, and every day of them. */
async function composeNoticesOf(viewer: Person) {
  const mails = [];
  for (const mail of ["AT_ONCE", "DAILY"] as const) {
    await db().noticeSettings.upsert({
      where: { userId: viewer.id },
      create: { userId: viewer.id, mail, unsubscribeKey: `key${viewer.id}` },
      update: { mail },
    });
    const rows = await db().notice.findMany({ where: { readerId: viewer.id } });
    const owners = await db().thread.findMany({ select: { id: true, classId: true } });
    for (const { kind, subjectId: subject, at, threadId } of rows) {
      const of = owners.find((one) => one.id === threadId)?.classId ?? "";
      const { day } = nextMorning(at);
      if (mail === "AT_ONCE") mails.push(await composeNotice({ reader: viewer.id, kind, subject }));
      else mails.push(await composeDigest({ reader: viewer.id, day, class: of }));
    }
  }
  return mails;
}

/** A thread as a file of every format, and as it was frozen. */
export function filesOf(s: Sought): Record<string, Surface> {
  const files = (Object.keys(FORMATS) as FormatName[]).flatMap((format): [string, Surface][] => {
    const wanted = { slug: s.thread.slug, format, part: {} as never };
    return [
      [format, ({ viewer }) => quietly(() => writtenAs(viewer, wanted))],
      [`frozen ${format}`, ({ viewer }) => quietly(() => writtenAs(viewer, { ...wanted, frozen: s.snapshot }))],
    ];
  });
  return Object.fromEntries(files);
}

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response> | Response;

/** Every route that reads, with every name that it might take. */
export async function routesOf(s: Sought): Promise<Record<string, Surface>> {
  const routes: [string, Surface][] = [];
  const files = globSync("app/**/route.ts", { cwd: root }).filter((path) =>
    // Those of a class's own room ask for a session, and have tests of their own.
    /^app\/(?:api\/(?:v1|oembed)|embed|sitemap|robots|\(forum\)|\(moderation\))/.test(path),
  );
  const queries: Record<string, string[]> = {
    "app/api/v1/search": [`?q=${s.word}`, `?q=x&thread=${s.thread.slug}`, `?author=${s.handle}`],
    "app/api/v1/threads/[slug]/export": ["?format=json", "?format=csv", "?format=json&authors=pseudonyms"],
    "app/api/v1/threads/[slug]/snapshots/[id]": ["?format=json"],
    "app/api/v1/threads/[slug]/bibliography": ["?format=bibtex"],
    "app/api/v1/threads/[slug]": ["", "?all=1"],
    "app/api/v1/policy": ["", `?thread=${s.thread.slug}`],
    "app/api/oembed": [`?url=http://localhost:3000/t/${s.thread.slug}`],
  };
  for (const path of files) {
    const folder = relative(".", path).replace(/\/route\.ts$/, "");
    const { GET } = (await import(/* @vite-ignore */ `${root}/${path}`)) as { GET?: Handler };
    if (!GET || /api\/(?:mine|viewer|making|composing|weighing|notices|own-data)$/.test(folder)) continue;
    const slugs = /\[slug\]/.test(folder) ? (/\/sources\//.test(folder) ? [s.source] : [s.thread.slug]) : [""];
    const ids = /\[id\]/.test(folder)
      ? /snapshots/.test(folder)
        ? [s.snapshot]
        : /links/.test(folder)
          ? [s.link]
          : [s.argument, s.answer]
      : [""];
    for (const slug of slugs)
      for (const id of ids)
        for (const query of queries[folder] ?? [""])
          routes.push([
            `${folder} ${slug} ${id} ${query}`,
            async ({ token }) => {
              const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {};
              const params = Promise.resolve({ slug, id, part: "1.xml", rest: [] });
              const answer = await Promise.resolve(
                GET(new Request(`http://localhost:3000/x${query}`, { headers }), { params }),
              ).catch((error: Error) =>
                error.message === "not found" ? new Response(null, { status: 404 }) : Promise.reject(error),
              );
              const content = await opened(new Uint8Array(await answer.arrayBuffer()));
              return `${content}\n${JSON.stringify([...answer.headers])}`;
            },
          ]);
  }
  if (routes.length < 20 || !existsSync(`${root}/app/api/v1`)) throw new Error("the routes were not found");
  return Object.fromEntries(routes);
}
