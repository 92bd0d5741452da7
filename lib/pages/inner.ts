import { mkdirSync, rmSync } from "node:fs";
import http from "node:http";

export interface Rendered {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export type Render = (path: string, headers: Record<string, string>) => Promise<Rendered>;

/** Far beyond the slowest honest page; a render that hangs would keep everybody who waits for it. */
const RENDER_MS = 30_000;

/** A listener that nobody but this process speaks to: through it a page can be asked for and its answer kept. */
export function innerServer(): http.Server {
  return http.createServer();
}

/**
 * Opens the listener on a socket inside the project (on Windows a named pipe) and answers how to ask it. The name is
 * short, because the system allows a socket's path about a hundred bytes.
 */
export async function openInner(server: http.Server, listener: http.RequestListener): Promise<Render> {
  const windows = process.platform === "win32";
  const socketPath = windows ? `\\\\.\\pipe\\grounds-${process.pid}` : `.data/pages-${process.pid}.sock`;
  if (!windows) {
    mkdirSync(".data", { recursive: true });
    rmSync(socketPath, { force: true });
  }
  server.on("request", listener);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(socketPath, resolve));

  return (path, headers) =>
    new Promise((resolve, reject) => {
      const request = http.get({ socketPath, path, headers, signal: AbortSignal.timeout(RENDER_MS) }, (response) => {
        const chunks: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .on("end", () =>
            resolve({ status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(chunks) }),
          )
          .on("error", reject);
      });
      request.on("error", reject);
    });
}
