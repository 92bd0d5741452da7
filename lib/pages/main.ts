/**
 * The process that serves: `node lib/pages/main.ts [--dev]`, started in the project's folder. Prints `ready` when it
 * listens. `lib/env.ts` says what it must be told.
 */
import http from "node:http";
import next from "next";
import { env } from "#lib/env";
import { liveDoor } from "#lib/live/door";
import { log } from "#lib/log";
import { platformOrigins } from "#lib/lti/queries";
import { provideBarrier } from "#lib/pages/barrier";
import { frontListener } from "#lib/pages/front";
import { innerServer, openInner } from "#lib/pages/inner";
import { hearChanges } from "#lib/pages/invalidation";
import { isLoopback } from "#lib/pages/loopback";
import { PageStore } from "#lib/pages/store";
import { startWorker } from "#lib/queue/worker";
import { holderOf } from "#lib/session";
import { hourly, works } from "#lib/works";

/** What is being answered when we are told to stop may take this long; a service manager kills after some more. */
const FAREWELL_MS = 10_000;
/** Connections that fall idle meanwhile are closed at this pace, which nobody notices. */
const SWEEP_MS = 100;

const dev = process.argv.includes("--dev");
// React and Next choose their build by it when they are loaded, which is below.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
const { PORT: port, APP_URL, DATABASE_URL, DEMO_SIGN_IN, MAILBOX, TRUSTED_PROXIES: proxies } = env();
const address = new URL(APP_URL);

const front = http.createServer({
  // A client that takes longer to say what it wants than a poor telephone does is holding the line on purpose.
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
});
const inner = innerServer();
// Where everybody may sign in as anybody or read their letters, and the address is this machine's, nobody else is let in.
if ((DEMO_SIGN_IN || MAILBOX) && isLoopback(address.hostname)) {
  front.on("connection", (socket) => isLoopback(socket.remoteAddress ?? "") || socket.destroy());
}

// Next adds its upgrade handler to the server it is told of: in production that must not be the one people reach.
const app = next({ dev, port, hostname: address.hostname, httpServer: dev ? front : inner });
await app.prepare();
const handle = app.getRequestHandler();

const store = new PageStore();
const live = liveDoor();
const changes = hearChanges(DATABASE_URL, store, live.hub);
provideBarrier(changes.barrier);

const worker = startWorker(DATABASE_URL, works, hourly);

const render = await openInner(inner, (request, response) => void handle(request, response));
front.on(
  "request",
  frontListener(
    { address, dev, proxies },
    { store, render, holder: holderOf, live: live.answer, next: handle, platforms: platformOrigins },
  ),
);
front.listen(port, () => console.log("ready"));

let stopping = false;

async function stop(): Promise<void> {
  // The terminal and whoever started us may both send a signal.
  if (stopping) return;
  stopping = true;
  live.stop();
  const answered = new Promise((resolve) => front.close(resolve));
  front.prependListener("request", (_, response) => response.setHeader("connection", "close"));
  setInterval(() => front.closeIdleConnections(), SWEEP_MS).unref();
  setTimeout(() => front.closeAllConnections(), FAREWELL_MS).unref();
  // What is in hand is done while the last readers are answered.
  await Promise.all([answered, worker.stop()]);
  inner.close();
  inner.closeAllConnections();
  await Promise.allSettled([changes.stop(), app.close()]);
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => stop().catch((error) => log.error("stopping met a fault", { error })));
}
