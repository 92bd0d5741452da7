/**
 * A snapshot as two sheets in the JSON of debate-flow, an open editor of flows: one for what is said for the question,
 * one, inverted, for what is said against it; a third says what copy it is. A box stands one column right of what it
 * answers. The columns bear the names of policy debate's speeches as far as those go.
 */
import { outline } from "#lib/arguments/tree";
import { type FlowBranch, flowSaid } from "#lib/maps/flow-said";
import { proofLines } from "#lib/maps/said";
import type { Snapshot } from "#lib/maps/snapshot";
import { uuid } from "#lib/maps/uuid";
import { words } from "#lib/maps/words";

const SPEECHES = ["1AC", "1NC", "2AC", "2NC/1NR", "1AR", "2NR", "2AR"];

interface Node {
  value: { tag: string } & Record<string, unknown>;
  level: number;
  parent: string | null;
  children: string[];
}

export function toFlowJson(snapshot: Snapshot): string {
  const { thread } = snapshot;
  const root: Node = { value: { tag: "root" }, level: -1, parent: null, children: [] };
  const nodes: Record<string, Node> = { root };
  const { lines } = flowSaid(snapshot);
  const top = outline(snapshot);

  function flow(name: string, columns: string[], invert = false): string {
    const id = uuid(`${thread.url} flow ${name}`);
    const content = `${name}: ${thread.question}`;
    nodes[id] = { value: { tag: "flow", content, invert, columns }, level: 0, parent: "root", children: [] };
    root.children.push(id);
    return id;
  }

  function box(name: string, content: string, flowId: string, parent: string): string {
    const id = uuid(`${thread.url} box ${flowId} ${name}`);
    const above = nodes[parent];
    above?.children.push(id);
    nodes[id] = { value: { tag: "box", content, flowId }, level: (above?.level ?? 0) + 1, parent, children: [] };
    return id;
  }

  function side(stance: "PRO" | "CON") {
    const branches = top.filter(({ link }) => link.stance === stance);
    const columns = SPEECHES.slice(stance === "PRO" ? 0 : 1);
    for (let turn = columns.length + 1; turn <= deepest(branches); turn += 1) columns.push(words("turn", { turn }));
    const id = flow(words(stance), columns, stance === "CON");
    const open = branches.map((branch) => ({ branch, parent: id })).reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { branch } = next;
      const parent = box(branch.link.id, lines(branch).join("\n"), id, next.parent);
      open.push(...branch.answers.map((answer) => ({ branch: answer, parent })).reverse());
    }
  }

  side("PRO");
  side("CON");
  const copy = flow(words("copy"), [words("copy")]);
  for (const line of proofLines(snapshot)) box(line, line, copy, copy);
  return `${JSON.stringify({ nodes, version: 1 }, null, 2)}\n`;
}

function deepest(branches: FlowBranch[]): number {
  let turns = 0;
  const next = branches.map((branch) => ({ branch, turn: 1 }));
  for (const { branch, turn } of next) {
    turns = Math.max(turns, turn);
    for (const answer of branch.answers) next.push({ branch: answer, turn: turn + 1 });
  }
  return turns;
}
