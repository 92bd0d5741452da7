/** Every address of the site, made in one place. */
import type { Stance, Target } from "#lib/arguments/view";

interface Answering {
  /** The argument that is answered; without it, the question. */
  parent?: string;
  stance?: Stance;
  target?: Target;
  /** The citation whose evidence is answered. */
  citation?: string;
  /** The link whose relevance is answered. */
  link?: string;
  /** The source from which is argued, and the stretch of it. */
  source?: string;
  from?: string;
  to?: string;
  /** Passages of several texts, as `lib/sources/stretch.ts` writes them. */
  words?: string;
}

/** The words that raise a thread, and what it is to ask. */
interface Raising extends Pick<Answering, "source" | "from" | "to"> {
  question?: string;
  topic?: string;
}

type AssignmentPage = "change" | "rubric" | "gradebook" | "peers" | `${"grade" | "peers"}/${string}`;

/** A stretch of a source's text, in code points, half-open. */
interface Stretch {
  from: number;
  to: number;
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

const paged = (path: string, page: number) => (page === 1 ? path : `${path}/${page}`);

/** Ids inside pages, which fragments of addresses name. */
export const anchors = {
  argument: (number: number) => `a${number}`,
  paragraph: (number: number) => `p${number}`,
  stretch: ({ from, to }: Stretch) => `c${from}-${to}`,
  /** The sheet of what stands on a paragraph, which begins at this place. */
  sheet: (start: number) => `on${start}`,
};

export const paths = {
  home: () => "/",
  sources: () => "/#sources",
  howItWorks: () => "/#how",
  signIn: (back?: string) => withQuery("/sign-in", { back }),
  join: () => "/join",
  settings: () => "/settings",
  closeAccount: () => "/settings/close",
  /** Where a link that came by letter leads; looking at it does nothing. */
  confirmAddress: (secret: string) => `/confirm/${secret}`,
  forgotten: () => "/reset",
  reset: (secret: string) => `/reset/${secret}`,
  noticeSettings: () => "/settings#notices",
  settingsSaved: () => "/settings?saved=notices#notices",
  notices: (at: { marked?: string; after?: string } = {}) => withQuery("/notices", at),
  bookmarks: () => "/bookmarks",
  /** Where somebody stops their letters; the page has a button. */
  stopLetters: (key: string, done?: "stopped") => withQuery(`/unsubscribe/${key}`, { done }),
  person: (handle: string) => `/u/${handle}`,
  blockPerson: (handle: string) => `/u/${handle}/block`,
  openapi: () => "/api/v1/openapi.json",

  /** Making parts of it, taking parts that were drawn, or taking that back. */
  split: (id: string) => `/a/${id}/split`,
  /** Other wordings of its claim: offering one, and taking it. */
  wordings: (id: string) => `/a/${id}/wording`,
  /** Merging it into one that says the same, or taking that back. */
  merge: (id: string, at: { find?: string; into?: string } = {}) => withQuery(`/a/${id}/merge`, at),

  thread: (slug: string) => `/t/${slug}`,
  /** Leads on to the argument of this number. */
  numbered: (slug: string, number: number) => `/t/${slug}/${number}`,
  classes: () => "/c",
  openClass: () => "/c/new",
  class: (slug: string) => `/c/${slug}`,
  classPeople: (slug: string) => `/c/${slug}/people`,
  classSettings: (slug: string) => `/c/${slug}/settings`,
  /** The code of a class, large enough to be read from the last row. */
  classCode: (slug: string) => `/c/${slug}/code`,
  /** Login cards to print. */
  cards: (slug: string) => `/c/${slug}/cards`,
  pupilData: (slug: string, handle: string) => `/c/${slug}/people/${handle}/data`,
  teachersGuide: () => "/c/guide",
  pupilsGuide: () => "/c/guide/pupils",
  /** What stands after the sign goes to no server, no log and no other site. */
  joinWith: (code: string) => `/join#${code}`,
  card: (secret?: string) => (secret === undefined ? "/card" : `/card#${secret}`),
  rules: () => "/rules",
  privacy: () => "/privacy",
  /** What one may not for a time, and why; the appeal stands there. */
  ownSanction: (done?: "appealed") => withQuery("/sanction", { done }),
  /** From a review one goes back to it. */
  sanction: (handle: string, review?: string) => withQuery(`/u/${handle}/sanction`, { review }),
  sanctions: () => "/m/sanctions",
  platforms: () => "/m/platforms",
  /** How one posts in it, for those who may change that. */
  mode: (slug: string) => `/t/${slug}/mode`,
  followThread: (slug: string) => `/t/${slug}/follow`,
  openThread: (from: Raising = {}) => withQuery("/t/new", { ...from }),
  /** A thread's map, or that of one branch, by its argument's number; `branches` says what is open (`lib/maps/branches.ts`). */
  map: (slug: string, { from, branches = "" }: { from?: number; branches?: string } = {}) =>
    `/t/${slug}/map${from === undefined ? "" : `/${from}`}${branches}`,
  flow: (slug: string) => `/t/${slug}/flow`,
  evidence: (slug: string) => `/t/${slug}/evidence`,
  snapshots: (slug: string) => `/t/${slug}/snapshots`,
  snapshot: (slug: string, id: string) => `/t/${slug}/snapshots/${id}`,
  /** What changed from one frozen state to another, or to the thread as it is. */
  changes: (slug: string, from: string, to = "now", list = "") => `/t/${slug}/snapshots/${from}..${to}${list}`,
  takeSnapshot: (slug: string) => `/t/${slug}/freeze`,
  /** Of all formats, or with one of them chosen. */
  exports: (slug: string, format?: string) => `/t/${slug}/export${format ? `/${format}` : ""}`,
  /** A file, and an import, with news of how far it is. */
  importing: "/api/importing",
  making: (slug: string, format: string) => withQuery("/api/making", { thread: slug, format }),
  bibliography: (slug: string) => `/t/${slug}/bibliography`,
  /** Bringing a map from elsewhere. */
  importMap: (slug: string) => `/t/${slug}/import`,
  /** Opening a thread with all that a file of a thread holds. */
  openMap: "/t/new/map",
  /** What of maps from elsewhere waits for a passage; what has just been done, in numbers. */
  tray: (slug: string, at: { page?: number; posted?: number; waiting?: number; known?: number; more?: number } = {}) =>
    withQuery(
      `/t/${slug}/tray`,
      Object.fromEntries(Object.entries(at).map(([name, count]) => [name, count?.toString()])),
    ),
  cite: (slug: string, item: string) => `/t/${slug}/tray/${item}`,
  /** Going through a thread and weighing: after a link, at one, or what one has weighed. */
  weigh: (slug: string, at: { after?: string; link?: string; view?: "own" } = {}) => withQuery(`/t/${slug}/weigh`, at),
  /** An outline or a list of answers in the order of impact, as everybody, one side, the reader's classes or the reader rated; null: as posted. */
  sorted: (path: string, by: "all" | "for" | "against" | "class" | "own" | null) =>
    withQuery(path, by === null ? {} : { sort: "impact", by: by === "all" ? undefined : by }),
  strength: (slug: string) => `/t/${slug}/strength`,
  activity: (slug: string, page = 1) => paged(`/t/${slug}/activity`, page),
  feed: (slug: string) => `/t/${slug}/feed.atom`,
  /** What is shown beside a link to it. */
  picture: (slug: string) => `/t/${slug}/opengraph.png`,
  /** The debate in small, for a frame in somebody else's page. */
  embed: (slug: string) => `/embed/t/${slug}`,
  embedMap: (slug: string) => `/embed/t/${slug}/map`,
  argue: (slug: string, answering: Answering = {}) => withQuery(`/t/${slug}/argue`, { ...answering }),

  /** A page of an assignment; `did`: what one has just done. */
  ofAssignment: (room: string, slug: string, page: AssignmentPage, did?: string) =>
    withQuery(`/c/${room}/${slug}/${page}`, { did }),
  assign: (room: string) => `/c/${room}/assign`,
  assignment: (room: string, slug: string, at: { round?: number; by?: string; did?: string } = {}) =>
    withQuery(`/c/${room}/${slug}`, { ...at, round: at.round?.toString() }),
  /** The rounds of speeches of a class, by its slug. */
  rounds: (room: string) => `/c/${room}/rounds`,
  /** `first`: who speaks first, where that is chosen. */
  newRound: (room: string, format?: string, first?: string) => withQuery(`/c/${room}/rounds/new`, { format, first }),
  round: (room: string, id: string) => `/c/${room}/rounds/${id}`,
  projector: (room: string, id: string) => `/c/${room}/rounds/${id}/projector`,
  argueNote: (room: string, id: string, note: string) => `/c/${room}/rounds/${id}/notes/${note}`,

  argument: (id: string) => `/a/${id}`,
  /** One of a thread's columns, page by page. */
  column: (slug: string, stance: Stance, page = 1) => paged(`/t/${slug}/${stance.toLowerCase()}`, page),
  /** The answers to an argument, or those of one stance, page by page. */
  answers: (id: string, stance?: Stance, page = 1) => paged(`/a/${id}/${stance?.toLowerCase() ?? "answers"}`, page),
  follow: (id: string) => `/a/${id}/follow`,
  edit: (id: string, adding: Pick<Answering, "words"> = {}) => withQuery(`/a/${id}/edit`, { words: adding.words }),
  /** Whether the words that took the place of cited ones still carry it. */
  moved: (id: string) => `/a/${id}/moved`,
  withdraw: (id: string) => `/a/${id}/withdraw`,
  redact: (id: string) => `/a/${id}/redact`,
  mark: (id: string) => `/a/${id}/mark`,
  challenge: (id: string) => `/a/${id}/challenge`,
  appeal: (id: string) => `/a/${id}/appeal`,
  /** `did`: what one has just reported is taken down. */
  flag: (id: string, did?: "flagged") => withQuery(`/a/${id}/flag`, { did }),
  history: (id: string) => `/a/${id}/history`,
  /** Where an argument stands in its thread; `did` says what one has just done to a link of it. */
  places: (id: string, just: { did?: "used" | "moved" | "removed"; link?: string } = {}) =>
    withQuery(`/a/${id}/places`, just),
  use: (id: string, asked: { parent?: string; find?: string } = {}) => withQuery(`/a/${id}/use`, asked),
  move: (id: string, asked: { link?: string; parent?: string; find?: string }) => withQuery(`/a/${id}/move`, asked),
  rate: (id: string, link: string) => withQuery(`/a/${id}/rate`, { link }),
  removeHere: (id: string, link: string) => withQuery(`/a/${id}/remove-here`, { link }),

  source: (slug: string, stretch?: Stretch) =>
    stretch === undefined ? `/s/${slug}` : `/s/${slug}#${anchors.stretch(stretch)}`,
  /** The same for words that nobody has cited yet: the page is rendered for it, with the stretch marked. */
  stretch: (slug: string, { from, to }: Stretch) => withQuery(`/s/${slug}`, { from: `${from}`, to: `${to}` }),
  paragraph: (slug: string, number: number) => `/s/${slug}#${anchors.paragraph(number)}`,
  questions: (slug: string) => `/s/${slug}/questions`,
  /** A version's text; what is cited from it is marked there, and `stretch` is gone to. */
  oldText: (slug: string, version: number, stretch?: Stretch) =>
    withQuery(`/s/${slug}`, {
      version: `${version}`,
      from: stretch && `${stretch.from}`,
      to: stretch && `${stretch.to}`,
    }),
  correct: (slug: string) => `/s/${slug}/correct`,
  versions: (slug: string, number?: number) => withQuery(`/s/${slug}/versions`, { version: number?.toString() }),
  /** What is looked for, and where; the keys of `lib/search/schema.ts`. */
  search: (asked: Record<string, string | undefined> = {}) => withQuery("/search", asked),
  bringSource: () => "/s/new",

  /** The rules in force, of the site or of a thread; or an earlier version of them. */
  policy: ({ thread, version }: { thread?: string; version?: number } = {}) =>
    withQuery("/policy", { thread, version: version?.toString() }),
  /** What waits for a moderator; `did` names the review that one has just decided, and how. */
  queue: (
    asked: Partial<
      Record<"sieve" | "thread" | "review" | "did" | "act" | "number" | "done" | "kept" | "sanctioned", string>
    > = {},
  ) => withQuery("/m", asked),
  log: (asked: Partial<Record<"act" | "thread" | "code" | "page", string>> = {}) => withQuery("/log", asked),
  logFile: (asked: Partial<Record<"act" | "thread" | "code", string>> = {}) => withQuery("/log/csv", asked),
  publishPolicy: (thread?: string) => withQuery("/policy/new", { thread }),

  api: {
    viewer: () => "/api/viewer",
    ownData: () => "/api/own-data",
    /** What a reader's mail program posts to by itself. */
    stopLetters: (key: string) => `/api/unsubscribe/${key}`,
    composing: () => "/api/composing",
    readNotice: () => "/api/notices",
    /** What is one's own on a page of a thread; `seen`: up to where this browser's reader has seen everything. */
    mine: (thread?: string, seen?: number) => withQuery("/api/mine", { thread, seen: seen?.toString() }),
    /** What happens in a thread after an event of this number. */
    live: (thread: string, after: number) => withQuery("/api/live", { thread, after: `${after}` }),
    weighing: (link: string) => withQuery("/api/weighing", { link }),
    answerable: (sought: Record<"thread" | "source" | "from" | "to" | "q", string>) =>
      withQuery("/api/composing", sought),
    /** How to show what stands at an address of ours (oEmbed 1.0). */
    oembed: (url: string) => withQuery("/api/oembed", { url, format: "json" }),
    search: (asked: Record<string, string>) => withQuery("/api/v1/search", asked),
    source: (slug: string) => `/api/v1/sources/${slug}`,
    thread: (slug: string) => `/api/v1/threads/${slug}`,
    export: (slug: string) => `/api/v1/threads/${slug}/export`,
    snapshot: (slug: string, id: string, format?: string) =>
      withQuery(`/api/v1/threads/${slug}/snapshots/${id}`, { format }),
    exported: (slug: string, format: string) => withQuery(`/api/v1/threads/${slug}/export`, { format }),
    bibliography: (slug: string, format: string) => withQuery(`/api/v1/threads/${slug}/bibliography`, { format }),
  },
};
