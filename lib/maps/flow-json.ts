/**
 * A snapshot as two sheets in the JSON of debate-flow, an open editor of flows: one for what is said for the question,
 * one, inverted, for what is said against it; a third says what copy it is. A box stands one column right of what it
 * answers. The columns bear the names of policy debate's speeches as far as those go.
 */
import { outline, wired } from "#lib/arguments/tree";
import { type FlowBranch, flowSaid } from "#lib/maps/flow-said";
import { joined } from "#lib/maps/joined";
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

/** A box that is to be written: what it says is put together when it is its turn. */
interface Box {
  id: string;
  branch: FlowBranch;
  level: number;
  parent: string;
}

/** Each node on a line of its own, before those that answer it. */
function* nodesOf(snapshot: Snapshot): Generator<[id: string, node: Node]> {
  const { thread } = snapshot;
  const debate = wired(snapshot);
  const { lines } = flowSaid(snapshot, debate);
  const top = outline(debate);
  const idOf = (kind: string, name: string) => uuid(`${thread.url} ${kind} ${name}`);
  const flowOf = (name: string) => idOf("flow", name);
  const boxOf = (flow: string, name: string) => idOf("box", `${flow} ${name}`);
  const sheets = [words("PRO"), words("CON"), words("copy")].map(flowOf);
  yield ["root", { value: { tag: "root" }, level: -1, parent: null, children: sheets }];

  const flow = (name: string, columns: string[], children: string[], invert = false): [string, Node] => {
    const value = { tag: "flow", content: `${name}: ${thread.question}`, invert, columns };
    return [flowOf(name), { value, level: 0, parent: "root", children }];
  };

  function* side(stance: "PRO" | "CON"): Generator<[string, Node]> {
    const branches = top.filter(({ link }) => link.stance === stance);
    const columns = SPEECHES.slice(stance === "PRO" ? 0 : 1);
    for (let turn = columns.length + 1; turn <= deepest(branches); turn += 1) columns.push(words("turn", { turn }));
    const flowId = flowOf(words(stance));
    const open: Box[] = [];
    const follow = (answers: FlowBranch[], level: number, parent: string): string[] => {
      const boxes = answers.map((branch) => ({ id: boxOf(flowId, branch.link.id), branch, level, parent }));
      for (let i = boxes.length - 1; i >= 0; i -= 1) open.push(boxes[i] as Box);
      return boxes.map(({ id }) => id);
    };
    yield flow(words(stance), columns, follow(branches, 1, flowId), stance === "CON");
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { id, branch, level, parent } = next;
      const value = { tag: "box", content: lines(branch).join("\n"), flowId };
      yield [id, { value, level, parent, children: follow(branch.answers, level + 1, id) }];
    }
  }

  yield* side("PRO");
  yield* side("CON");
  const copy = flowOf(words("copy"));
  const proofs = proofLines(snapshot);
  yield flow(
    words("copy"),
    [words("copy")],
    proofs.map((line) => boxOf(copy, line)),
  );
  for (const content of proofs) {
    const value = { tag: "box", content, flowId: copy };
    yield [boxOf(copy, content), { value, level: 1, parent: copy, children: [] }];
  }
}

function* piecesOf(snapshot: Snapshot): Generator<string> {
  let before = '{"nodes":{\n';
  for (const [id, node] of nodesOf(snapshot)) {
    yield `${before}${JSON.stringify(id)}:${JSON.stringify(node)}`;
    before = ",\n";
  }
  yield '\n},"version":1}\n';
}

export const toFlowJson = (snapshot: Snapshot): string => joined(piecesOf(snapshot), "");

function deepest(branches: FlowBranch[]): number {
  let turns = 0;
  const next = branches.map((branch) => ({ branch, turn: 1 }));
  for (const { branch, turn } of next) {
    turns = Math.max(turns, turn);
    for (const answer of branch.answers) next.push({ branch: answer, turn: turn + 1 });
  }
  return turns;
}
