/** The server's diary: one line of JSON a fact, on standard error, so that standard output stays for answers. */

type Level = "info" | "warn" | "error";
type Fields = Record<string, unknown>;

/** Fields whose value is never written, whatever it is. */
const SECRET = /password|passwd|secret|token|authorization|cookie|credential|connectionstring/i;

/** Words without what an address may carry before its host: `postgres://name:password@host`. */
const withoutLogin = (text: string) => text.replace(/\/\/[^\s/@]*@/g, "//");

function plain(key: string, value: unknown): unknown {
  if (SECRET.test(key)) return "[hidden]";
  if (typeof value === "string") return withoutLogin(value);
  if (typeof value === "bigint") return String(value);
  if (value instanceof Error) {
    const { name, message, stack } = value;
    return { name, message, code: "code" in value ? value.code : undefined, at: stack?.split("\n", 2)[1]?.trim() };
  }
  return value;
}

function write(level: Level, message: string, fields: Fields = {}): void {
  const line = { at: new Date().toISOString(), level, message, ...fields };
  process.stderr.write(`${JSON.stringify(line, plain)}\n`);
}

/** Each writes one fact. Of an error only name, message, code and place are kept. */
export const log = {
  info: (message: string, fields?: Fields) => write("info", message, fields),
  warn: (message: string, fields?: Fields) => write("warn", message, fields),
  error: (message: string, fields?: Fields) => write("error", message, fields),
};
