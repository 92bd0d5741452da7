/** Two servers, each a process of its own, on one database. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endChild, startNode } from "../../../bin/first-run/children.ts";
import { openStream, type Reading } from "../../support/stream.ts";
import { aSource, aThread, person } from "../../support/world.ts";

const servers: { child: ChildProcess; address: string }[] = [];
let source: string;
let thread: string;

beforeAll(async () => {
  const [yuki] = await Promise.all([person("yuki"), person("seun")]);
  source = await aSource(yuki);
  thread = await aThread(yuki, source);
  for (let i = 0; i < 2; i++) {
    const child = startNode(["tests/support/front.ts"], process.env, true);
    const [port] = await once(child, "message");
    servers.push({ child, address: `http://127.0.0.1:${port}/api/live?thread=${thread}&after=1` });
  }
}, 30_000);
afterAll(() => Promise.all(servers.map(({ child }) => endChild(child))));

/** A post made in one of the processes; when it was acknowledged. */
async function postIn(at: number, handle: string): Promise<{ id: string; at: number }> {
  const child = servers[at]?.child as ChildProcess;
  child.send({ handle, thread, source });
  const [id] = await once(child, "message");
  return { id, at: performance.now() };
}

it("232: what is posted in one reaches the readers of both, once, well within two seconds", async () => {
  const readers: Reading[] = [];
  for (const { address } of servers) readers.push(await openStream(address), await openStream(address));
  const posted: string[] = [];
  /** How long after its acknowledgement each reader knew of each post; before it, where negative. */
  const delays: number[] = [];
  for (let i = 0; i < 20; i++) {
    const { id, at } = await postIn(i % 2, i % 3 ? "yuki" : "seun");
    posted.push(id);
    for (const reading of readers) delays.push(((await reading.count(i + 1))[i]?.at ?? Number.NaN) - at);
  }
  console.info(`told at most ${Math.round(Math.max(...delays))} ms after the acknowledgement`);
  expect(Math.max(...delays)).toBeLessThan(2_000);
  for (const { told, leave } of readers) {
    expect(told.map(({ argument }) => argument)).toEqual(posted);
    leave();
  }
});
