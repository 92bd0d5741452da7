/** A mail server on this machine's loopback that can be away, hang, refuse, and remembers what it took. */
import net from "node:net";

export interface Taken {
  from: string;
  to: string[];
  /** Headers unfolded, by lower-case name; the last of a name wins. */
  headers: Record<string, string>;
  /** The message as it came. */
  raw: string;
}

export type Mood = "takes" | "hangs" | "refuses" | "busy";

export interface SmtpServer {
  url: string;
  taken: Taken[];
  /** How often somebody connected. */
  calls: () => number;
  mood: (mood: Mood) => void;
  stop: () => Promise<void>;
}

export async function startSmtp(port = 0): Promise<SmtpServer> {
  const taken: Taken[] = [];
  const sockets = new Set<net.Socket>();
  let mood: Mood = "takes";
  let calls = 0;
  const server = net.createServer((socket) => {
    calls += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    if (mood === "hangs") return;
    converse(socket, () => mood, taken);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    taken,
    calls: () => calls,
    mood: (next) => {
      mood = next;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: net.Socket, mood: () => Mood, taken: Taken[]): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let heard = "";
  let body: string[] | null = null;
  let letter = { from: "", to: [] as string[] };
  say("220 tests");
  socket.on("data", (data) => {
    heard += data.toString("utf8");
    for (let end = heard.indexOf("\r\n"); end !== -1; end = heard.indexOf("\r\n")) {
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      if (body) {
        if (line !== ".") body.push(line.replace(/^\./, ""));
        else {
          taken.push(read(letter, body.join("\r\n")));
          body = null;
          say("250 taken");
        }
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "EHLO" || verb === "HELO") say("250 tests");
      else if (verb === "MAIL") {
        letter = { from: within(line), to: [] };
        say("250 ok");
      } else if (verb === "RCPT") {
        if (mood() === "refuses") say("550 nobody of that name");
        else if (mood() === "busy") say("451 come back later");
        else {
          letter.to.push(within(line));
          say("250 ok");
        }
      } else if (verb === "DATA") {
        body = [];
        say("354 go on");
      } else if (verb === "QUIT") {
        say("221 bye");
        socket.end();
      } else say("250 ok");
    }
  });
}

const within = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? "";

function read({ from, to }: { from: string; to: string[] }, raw: string): Taken {
  const [head = ""] = raw.split("\r\n\r\n", 1);
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = lines.map((line) => [
    line.split(":", 1)[0]?.toLowerCase() ?? "",
    line.slice(line.indexOf(":") + 1).trim(),
  ]);
  return { from, to, headers: Object.fromEntries(headers), raw };
}
