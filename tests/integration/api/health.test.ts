/** What is answered while the database is away: in a process of its own, whose database is not there or says nothing. */
import { execFile } from "node:child_process";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { root } from "../../../bin/first-run/folders.mjs";

/** Asks health and, where it is worth the wait, a reading and a writing route. */
const ASK = `
  const { GET: health } = await import("./app/api/health/route.ts");
  const { GET: threads } = await import("./app/api/v1/threads/route.ts");
  const begun = performance.now();
  const answer = await health();
  const waited = performance.now() - begun;
  const request = new Request("http://localhost/api/v1/threads", { headers: { authorization: "Bearer gr_some" } });
  const read = await threads(request, { params: Promise.resolve(undefined) });
  console.log(JSON.stringify({ status: answer.status, body: await answer.json(), waited, read: await read.json() }));
  process.exit();`;

function ask(port: number) {
  const env = { ...process.env, DATABASE_URL: `postgres://nobody:secret-of-nobody@127.0.0.1:${port}/none` };
  return new Promise<{ answer: ReturnType<typeof JSON.parse>; log: string }>((resolve, reject) => {
    execFile(process.execPath, ["--input-type=module", "-e", ASK], { cwd: root, env }, (error, out, log) =>
      error ? reject(error) : resolve({ answer: JSON.parse(out), log }),
    );
  });
}

async function withPort(answer: (socket: Socket) => void, work: (port: number) => Promise<void>) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    answer(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await work((server.address() as AddressInfo).port);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

const UNAVAILABLE = { status: 503, body: { status: "unavailable", database: "unavailable" } };

test("a database that hangs up is told within a second, and a reader gets a sentence", { timeout: 60_000 }, () =>
  withPort(
    (socket) => socket.destroy(),
    async (port) => {
      const { answer, log } = await ask(port);
      expect(answer).toMatchObject(UNAVAILABLE);
      expect(answer.waited).toBeLessThan(1_000);
      expect(answer.read, log).toMatchObject({ type: "urn:grounds:database-unavailable", status: 503 });
      expect(log + JSON.stringify(answer)).not.toContain("secret-of-nobody");
    },
  ),
);

test("a database that says nothing is told within a second, too", { timeout: 60_000 }, () =>
  withPort(
    () => {},
    async (port) => {
      const { answer } = await ask(port);
      expect(answer).toMatchObject(UNAVAILABLE);
      expect(answer.waited).toBeLessThan(1_000);
      expect(answer.read).toMatchObject({ type: "urn:grounds:database-unavailable", status: 503 });
    },
  ),
);
