import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { type AifEdge, type AifNode, toAif, toXaif } from "#lib/maps/aif";
import { toAifJsonld } from "#lib/maps/aif-jsonld";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

function holds(rule: (snapshot: Snapshot) => void) {
  for (const snapshot of seeded) rule(snapshot);
  fc.assert(fc.property(hostile, rule), { numRuns: 200 });
}

interface Aif {
  nodes: AifNode[];
  edges: AifEdge[];
  locutions: unknown[];
}

/** AIF's own rules: schemes stand between information nodes, with something before them and one thing after. */
function flaws({ nodes, edges, locutions }: Aif): string[] {
  const types = new Map(nodes.map(({ nodeID, type }) => [nodeID, type]));
  const found: string[] = [];
  if (types.size !== nodes.length) found.push("an id twice");
  if (!Array.isArray(locutions)) found.push("no locutions");
  const into = new Map<string, number>();
  const out = new Map<string, number>();
  for (const { fromID, toID } of edges) {
    const [from, to] = [types.get(fromID), types.get(toID)];
    if (!from || !to) found.push("an edge without an end");
    if (from === "I" && to === "I") found.push("two information nodes without a scheme");
    out.set(fromID, (out.get(fromID) ?? 0) + 1);
    into.set(toID, (into.get(toID) ?? 0) + 1);
  }
  for (const { nodeID, type } of nodes) {
    if (type === "I") continue;
    if (!into.get(nodeID)) found.push("a scheme without an antecedent");
    if (out.get(nodeID) !== 1) found.push("a scheme without its one consequent");
  }
  return found;
}

describe("a thread as AIF", () => {
  test("keeps AIF's rules, with a scheme for each link and one for each citation", () => {
    holds((snapshot) => {
      const aif: Aif = JSON.parse(toAif(snapshot));
      expect(flaws(aif)).toEqual([]);
      const citations = snapshot.arguments.flatMap((argument) => argument.citations).length;
      expect(aif.nodes.filter(({ type }) => type === "I")).toHaveLength(1 + snapshot.arguments.length + citations);
      expect(aif.nodes.filter(({ type }) => type === "CA")).toHaveLength(
        snapshot.links.filter(({ stance }) => stance === "CON").length,
      );
      expect(aif.nodes.filter(({ type }) => type === "RA")).toHaveLength(
        snapshot.links.filter(({ stance }) => stance === "PRO").length + citations,
      );
    });
  });

  test("aims a conflict at the claim, at the step, or at what stands on the citation", () => {
    const aims = { CLAIM: 0, RELEVANCE: 0, EVIDENCE: 0 };
    for (const snapshot of seeded) {
      const { nodes, edges }: Aif = JSON.parse(toAif(snapshot));
      const schemes = nodes.filter(({ type }) => type !== "I").slice(-snapshot.links.length);
      const citations = new Set<string | null>(snapshot.arguments.flatMap((one) => one.citations.map(({ id }) => id)));
      snapshot.links.forEach(({ stance, target, targetCitation }, i) => {
        if (stance !== "CON") return;
        const aim = edges.find(({ fromID }) => fromID === schemes[i]?.nodeID)?.toID;
        const type = nodes.find(({ nodeID }) => nodeID === aim)?.type;
        // The evidence of what was withdrawn or removed is no longer there: its claim's place is.
        const there = target === "EVIDENCE" ? citations.has(targetCitation) : target === "RELEVANCE";
        expect(type === "I").toBe(!there);
        if (target === "EVIDENCE" && there) expect(type).toBe("RA");
        aims[target] += 1;
      });
    }
    for (const count of Object.values(aims)) expect(count).toBeGreaterThan(0);
  });

  test("as xAIF draws every node and edge, and marks every quotation in its text", () => {
    holds((snapshot) => {
      const { AIF, OVA, text } = JSON.parse(toXaif(snapshot));
      expect(flaws(AIF)).toEqual([]);
      const ids = AIF.nodes.map(({ nodeID }: AifNode) => nodeID);
      expect(OVA.nodes.map(({ nodeID }: AifNode) => nodeID)).toEqual(ids);
      expect(OVA.nodes.every(({ visible }: { visible: boolean }) => visible)).toBe(true);
      expect(OVA.edges).toHaveLength(AIF.edges.length);
      const marked = [...text.txt.matchAll(/<span class="highlighted" id="node([\d_]+)">/g)].map(([, id]) => id);
      expect(marked).toHaveLength(snapshot.arguments.flatMap((argument) => argument.citations).length);
      expect(ids).toEqual(expect.arrayContaining(marked));
      // Nothing of what people wrote is an element.
      expect(text.txt.replace(/<span class="highlighted" id="node[\d_]+">|<\/span>|<br>/g, "")).not.toMatch(/[<>]/);
    });
  });

  test("as JSON-LD expands in safe mode to the same nodes and relations", async () => {
    for (const snapshot of [...seeded, ...fc.sample(hostile, { numRuns: 20, seed: 7 })]) {
      const quads = await jsonld.toRDF(JSON.parse(toAifJsonld(snapshot)), { safe: true });
      const count = (name: string) => quads.filter(({ predicate }) => predicate.value.endsWith(name)).length;
      const citations = snapshot.arguments.flatMap((argument) => argument.citations).length;
      expect(count("aif#Premise")).toBe(snapshot.links.length + citations);
      expect(count("aif#Conclusion")).toBe(snapshot.links.length + citations);
      expect(count("aif#claimText")).toBe(1 + snapshot.arguments.length + citations);
    }
  });
});
