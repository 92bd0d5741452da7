/**
 * SADFace in both of its dialects: steps are nodes of type `scheme` named support or attack, as its check wants them, or
 * of type `inference` and `conflict`, as its later tool writes them. Members that neither knows are passed over.
 */
import { z } from "zod";
import { CLAIMS_MAX, gather } from "#lib/maps/reading/gather";
import type { NamedSource, ReadMap } from "#lib/maps/reading/read-map";
import { joined, type Step } from "#lib/maps/reading/schemes";
import { NOWHERE, quoted, sourceAt, stretchesOf } from "#lib/maps/reading/words";
import { Refused } from "#lib/verdict";

const NODES_MAX = 4 * CLAIMS_MAX;

const own = z.record(z.string(), z.unknown()).nullish().catch(null);
const metadata = z.record(z.string(), own).nullish().catch(null);
const document = z.object({
  metadata,
  resources: z
    .array(z.object({ id: z.string(), metadata }))
    .nullish()
    .transform((resources) => resources ?? []),
  nodes: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      text: z.string().nullish(),
      name: z.string().nullish(),
      sources: z
        .array(z.object({ resource_id: z.string().nullish(), text: z.string().nullish() }))
        .nullish()
        .catch(null),
      metadata,
    }),
  ),
  edges: z.array(z.object({ source_id: z.string(), target_id: z.string() })),
});
type Node = z.infer<typeof document>["nodes"][number];

export const isSadface = (value: unknown) =>
  typeof value === "object" && value !== null && "metadata" in value && "resources" in value && "nodes" in value;

/** The first of these names that any namespace has as text. */
function said(of: Node["metadata"], ...names: string[]): string | null {
  for (const space of Object.values(of ?? {}))
    for (const name of names) {
      const value = space?.[name];
      if (typeof value === "string" && value !== "") return value;
    }
  return null;
}

const AGAINST = /^(?:attack|disagree|conflict|defeat|default conflict)$/i;
const NEITHER = /^(?:rephrase|preference|default rephrase)$/i;
const TARGETS = ["CLAIM", "RELEVANCE", "EVIDENCE"] as const;

function stepOf({ id, type, name, metadata }: Node): Step {
  const target = TARGETS.find((one) => one === said(metadata, "target"));
  const aimed = target ? { target } : {};
  if (NEITHER.test(name ?? "")) return { id, stance: null };
  return { id, stance: type === "conflict" || AGAINST.test(name ?? "") ? "CON" : "PRO", ...aimed };
}

/** @throws Refused "map-unreadable", "map-too-large", and whatever `gather` refuses */
export function readSadface(value: unknown): ReadMap {
  const { data } = document.safeParse(value);
  if (!data) throw new Refused("map-unreadable");
  if (data.nodes.length > NODES_MAX) throw new Refused("map-too-large", { values: { max: CLAIMS_MAX } });
  const sources = new Map(data.resources.map(({ id, metadata }) => [id, sourceOf(metadata)]));
  const atoms = data.nodes.filter(({ type }) => type === "atom");
  const claims = new Set(atoms.map(({ id }) => id));
  // A file of ours says by its address which claim is the question's.
  const home = said(data.metadata, "url");
  const { root, links, losses } = joined({
    root: home === null ? undefined : atoms.find(({ metadata }) => said(metadata, "url") === home)?.id,
    claims,
    steps: data.nodes.filter(({ type }) => /^(?:scheme|inference|conflict)$/.test(type)).map(stepOf),
    edges: data.edges.map(({ source_id, target_id }) => ({ from: source_id, to: target_id })),
  });
  return gather({
    format: "sadface",
    question: said(data.metadata, "question", "title"),
    thesis: atoms.find(({ id }) => id === root)?.text,
    claims: atoms
      .filter(({ id }) => id !== root)
      .map(({ id, text, sources: own }) => ({
        id,
        claim: text ?? "",
        quotations: (own ?? []).map((one) =>
          quoted(stretchesOf(one.text ?? ""), sources.get(one.resource_id ?? "") ?? NOWHERE),
        ),
      })),
    links,
    losses,
  });
}

function sourceOf(metadata: Node["metadata"]): NamedSource {
  const named = { title: said(metadata, "title"), sha256: said(metadata, "sha256") };
  const source = sourceAt(said(metadata, "url", "doi") ?? "", named);
  return { ...source, address: said(metadata, "address") ?? source.address };
}
