import { createServer } from "node:net";

/** A port of the loopback address that nothing listens on: the one asked for if it is free, else the system's choice. */
export async function freePort(wanted = 0): Promise<number> {
  return (await listenOnce(wanted)) ?? freePort();
}

/** The port, if one can listen on it now. */
function listenOnce(port: number) {
  return new Promise<number | undefined>((done) => {
    const server = createServer();
    server.once("error", () => done(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
