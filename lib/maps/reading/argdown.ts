/**
 * Argdown, read by its own parser. Settings in a file's head are not followed. Arguments and statements alike become
 * claims; a statement that an argument concludes is that argument's, and its premises stand in its elaboration, or are
 * its quotations where they name a source. What our own files say in their data beside a member is read from there.
 */
import { argdown } from "@argdown/core";
import { z } from "zod";
import { Counter, type Found, type FoundLink, gather } from "#lib/maps/reading/gather";
import type { ReadMap, ReadPlace, ReadQuotation } from "#lib/maps/reading/read-map";
import { rooted } from "#lib/maps/reading/schemes";
import { NOWHERE, quoted, sourceAt, stretchesOf } from "#lib/maps/reading/words";
import { Refused } from "#lib/verdict";

const text = z.string().nullish().catch(null);
const cited = z.object({
  quote: z.string(),
  id: text,
  spans: z
    .array(z.object({ quote: z.string() }))
    .nullish()
    .catch(null),
  versionUrl: text,
  address: text,
  title: text,
  sha256: text,
  source: text,
  url: text,
});
const aim = z.object({
  id: text,
  parent: z.string().nullable(),
  stance: z.enum(["PRO", "CON"]),
  target: z.enum(["CLAIM", "RELEVANCE", "EVIDENCE"]),
  targetCitation: text,
  targetLink: text,
  concession: z.boolean().nullish(),
});
/** What may stand beside a member: in our files all of it, in others a source here and there. */
const data = z.object({
  id: z.union([z.string(), z.number()]).transform(String).nullish().catch(null),
  slug: text,
  thesis: text,
  body: text,
  source: text,
  url: text,
  state: text,
  citations: z.array(cited).nullish().catch(null),
  answers: z.array(aim).nullish().catch(null),
});
type Data = z.infer<typeof data>;

const member = z.object({ text: z.string().nullish(), isReference: z.boolean().nullish() });
const premise = z.object({ role: text, title: text, text, data: data.nullish().catch(null) });
const node = z.object({
  members: z.array(member).nullish(),
  data: data.nullish().catch(null),
  pcs: z.array(premise).nullish().catch(null),
});
const end = z.object({ type: z.string(), title: text, argumentTitle: text });
const model = z.object({
  lexerErrors: z.array(z.unknown()).nullish(),
  parserErrors: z.array(z.object({ token: z.object({ startLine: z.number() }).nullish().catch(null) })).nullish(),
  statements: z.record(z.string(), node).nullish(),
  arguments: z.record(z.string(), node).nullish(),
  relations: z.array(z.object({ relationType: z.string(), from: end, to: end })).nullish(),
});
type Model = z.infer<typeof model>;
type Member = z.infer<typeof node>;

/** @throws Refused "argdown-unparsed" with the line, "map-unreadable", and whatever `gather` refuses */
export function readArgdown(input: string): ReadMap {
  const { statements, arguments: all, relations } = parsed(input);
  const nodes = new Map<string, Member & { key: string }>();
  const concluded = new Map<string, string>();
  for (const [title, one] of Object.entries(all ?? {})) {
    nodes.set(`<${title}>`, { key: `<${title}>`, ...one });
    const conclusion = one.pcs?.findLast(({ role }) => role === "main-conclusion")?.title;
    if (conclusion) concluded.set(conclusion, `<${title}>`);
  }
  const premises = new Set([...nodes.values()].flatMap(({ pcs }) => (pcs ?? []).map(({ title }) => title)));
  const answered = new Set((relations ?? []).map(({ to }) => (to.type === "equivalence-class" ? to.title : null)));
  for (const [title, one] of Object.entries(statements ?? {})) {
    // A premise that nothing answers is a part of its argument.
    if (!concluded.has(title) && (!premises.has(title) || answered.has(title)))
      nodes.set(`[${title}]`, { key: `[${title}]`, ...one });
  }
  const keyOf = ({ type, title, argumentTitle }: z.infer<typeof end>): string | undefined => {
    if (type === "inference") return `<${argumentTitle}>`;
    return type === "argument" ? `<${title}>` : (concluded.get(title ?? "") ?? `[${title}]`);
  };
  return mapped(nodes, relations ?? [], keyOf);
}

function parsed(input: string): Model {
  let found: unknown;
  try {
    found = argdown.run({
      input,
      process: ["parse-input", "build-model"],
      logLevel: "silent",
      data: { frontMatterSettingsMode: "ignore" },
    } as Parameters<typeof argdown.run>[0]);
  } catch {
    throw new Refused("map-unreadable");
  }
  const { data } = model.safeParse(found);
  if (!data) throw new Refused("map-unreadable");
  const [error] = data.parserErrors ?? [];
  if (error) throw new Refused("argdown-unparsed", { values: { line: error.token?.startLine || 1 } });
  if ((data.lexerErrors ?? []).length > 0) throw new Refused("map-unreadable");
  return data;
}

const wordsIn = ({ members, data }: Member): string => {
  const said = (members ?? []).findLast(({ text }) => (text ?? "").trim() !== "")?.text ?? "";
  return said.trim() || (data?.thesis ?? "");
};

const RELATION: Record<string, Pick<ReadPlace, "stance" | "target">> = {
  support: { stance: "PRO", target: "CLAIM" },
  entails: { stance: "PRO", target: "CLAIM" },
  attack: { stance: "CON", target: "CLAIM" },
  contrary: { stance: "CON", target: "CLAIM" },
  contradictory: { stance: "CON", target: "CLAIM" },
  undercut: { stance: "CON", target: "RELEVANCE" },
};

function mapped(
  nodes: ReadonlyMap<string, Member & { key: string }>,
  relations: NonNullable<Model["relations"]>,
  keyOf: (one: z.infer<typeof end>) => string | undefined,
): ReadMap {
  const lost = new Counter();
  const links = new Map<string, FoundLink>();
  for (const { relationType, from, to } of relations) {
    const [child, parent] = [keyOf(from), keyOf(to)];
    const relation = RELATION[relationType];
    if (!relation || !child || !parent || !nodes.has(child) || !nodes.has(parent)) lost.add("loose");
    // Two that contradict each other name each other twice; the first one said stands.
    else if (!links.has(`${parent} ${child}`) || relationType !== "contradictory")
      links.set(`${child} ${parent}`, { child, parent, ...relation, at: null });
  }
  const asks = [...nodes.values()].find(({ data }) => data?.slug)?.key;
  const joined = rooted(new Set(nodes.keys()), [...links.values()], asks, lost);
  const root = nodes.get(joined.root ?? "");
  const said = root && wordsIn(root);
  const isQuestion = asks !== undefined || said?.endsWith("?");
  const claims = [...nodes.values()].filter(({ key }) => key !== joined.root);
  return gather({
    format: "argdown",
    question: isQuestion ? said : null,
    thesis: isQuestion ? root?.data?.thesis : said,
    claims: claims.map(found),
    links: aimed(joined.links, nodes, lost),
    losses: lost.losses,
  });
}

function found({ key, data, pcs, ...one }: Member & { key: string }): Found {
  const conclusion = pcs?.findLast(({ role }) => role === "main-conclusion")?.text;
  const premises = (pcs ?? []).filter(({ role, data }) => role !== "main-conclusion" && !data?.source && !data?.url);
  const cites = (pcs ?? []).filter(({ data }) => data?.source || data?.url);
  const said = wordsIn(one);
  const body = [data?.body ?? "", said === "" ? "" : (conclusion ?? ""), ...premises.map(({ text }) => text ?? "")];
  return {
    id: data?.id ?? key,
    claim: data?.state && data.state !== "VISIBLE" ? "" : said || (conclusion ?? ""),
    body:
      body
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .join("\n\n") || null,
    quotations: [
      ...(data?.citations ?? []).map(quotation),
      ...cites.map(({ text, data }) => quoted(stretchesOf(text ?? ""), sourceAt(data?.source ?? data?.url ?? ""))),
      ...(data?.source && !data.citations ? [quoted([], sourceAt(data.source))] : []),
    ],
  };
}

function quotation({
  quote,
  spans,
  versionUrl,
  address,
  url,
  title,
  sha256,
  source,
}: z.infer<typeof cited>): ReadQuotation {
  const named = versionUrl ? { ...sourceAt(versionUrl), address: address ?? null } : sourceAt(address ?? url ?? "");
  const words = spans?.map((span) => span.quote) ?? stretchesOf(quote);
  return quoted(words, {
    ...NOWHERE,
    ...named,
    title: title ?? null,
    sha256: sha256 ?? null,
    slug: named.slug ?? source ?? null,
  });
}

/** Links in the ids of the claims; where our own data says more of what a link aims at, that counts. */
function aimed(links: FoundLink[], nodes: ReadonlyMap<string, Member>, lost: Counter): FoundLink[] {
  const idOf = (key: string | null) => (key === null ? null : (nodes.get(key)?.data?.id ?? key));
  const byId = new Map([...nodes.values()].flatMap(({ data }) => (data?.id ? [[data.id, data] as const] : [])));
  const said = new Map<string, NonNullable<Data["answers"]>[number]>();
  for (const [id, { answers }] of byId)
    for (const answer of answers ?? []) said.set(`${id} ${answer.parent ?? ""}`, answer);
  const order = new Map([...said.keys()].map((key, i) => [key, i]));
  const named = links.map((link) => ({ ...link, child: idOf(link.child) ?? "", parent: idOf(link.parent) }));
  const keyOf = ({ child, parent }: FoundLink) => `${child} ${parent ?? ""}`;
  const placesOf = Map.groupBy(named, ({ child }) => child);
  return [...placesOf.values()]
    .flatMap((own) => own.toSorted((a, b) => (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0)))
    .map((link) => {
      const answer = said.get(keyOf(link));
      if (!answer || link.parent === null) return link;
      lost.add("concession", answer.concession ? 1 : 0);
      const parent = byId.get(link.parent);
      const at =
        answer.target === "EVIDENCE"
          ? parent?.citations?.findIndex(({ id }) => id === answer.targetCitation)
          : answer.target === "RELEVANCE"
            ? parent?.answers?.findIndex(({ id }) => id === answer.targetLink)
            : undefined;
      return { ...link, target: answer.target, at: at === undefined || at < 0 ? null : at };
    });
}
