/**
 * The front server in a process of its own, without Next behind it: tells its port when it serves; then each message is
 * a post to be made in this process, answered by its id.
 */
import http from "node:http";
import { env } from "#lib/env";
import { liveDoor } from "#lib/live/door";
import { provideBarrier } from "#lib/pages/barrier";
import { frontListener } from "#lib/pages/front";
import { hearChanges } from "#lib/pages/invalidation";
import { PageStore } from "#lib/pages/store";
import { anArgument, person } from "./world.ts";

const { DATABASE_URL, APP_URL } = env();
const store = new PageStore();
const live = liveDoor();
const changes = hearChanges(DATABASE_URL, store, live.hub);
provideBarrier(changes.barrier);
const nothing = async () => {
  throw new Error("nothing is rendered here");
};
const server = http.createServer(
  frontListener(
    { address: new URL(APP_URL), dev: false, proxies: 0 },
    { store, holder: async () => null, render: nothing, live: live.answer, next: nothing, platforms: async () => [] },
  ),
);
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as { port: number }).port));

process.on("message", async ({ handle, thread, source }: Record<"handle" | "thread" | "source", string>) => {
  process.send?.((await anArgument(await person(handle), thread, source)).id);
});
process.on("SIGTERM", () => {
  live.stop();
  server.close(async () => {
    await changes.stop();
    process.exit(0);
  });
});
