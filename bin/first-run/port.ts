import { createServer } from "node:net";
import { Stop } from "./steps.mjs";

/** Makes sure that one can listen on the port, before anything that takes time. */
export async function checkPort(port: number) {
  // Another program may listen on every address or on the loopback address alone.
  for (const host of [undefined, "127.0.0.1"]) {
    const code = await new Promise<string | undefined>((done) => {
      const server = createServer();
      server.once("error", (error: NodeJS.ErrnoException) => done(error.code));
      server.listen(port, host, () => server.close(() => done(undefined)));
    });
    if (code === "EACCES")
      throw new Stop(
        `Port ${port} is not for ordinary users. Nothing was started. Choose another: PORT=3000 npm start`,
      );
    if (code)
      throw new Stop(
        `Port ${port} is in use by another program. Nothing was started and nothing was lost. Stop that program or choose another port: PORT=${port + 1} npm start`,
      );
  }
}
