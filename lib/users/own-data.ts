/** Everything that one person wrote and did, as one JSON value, read and sent piece by piece. */
import { pool } from "#lib/db";
import { PERSONAL, SAID } from "#lib/users/personal";
import type { Person } from "#lib/users/viewer";

/** Rows read at a time: of the longest texts some four megabytes, for whose reader the database waits thirty seconds. */
const AT_ONCE = 10;

/** The parts of the file, in their order: each a name, and the rows of one person. */
export function partsOf(): { name: string; sql: string }[] {
  const own = PERSONAL.flatMap(({ table, by, shown }) =>
    shown === null ? [] : [{ name: nameOf(table, by), sql: `SELECT ${shown} FROM ${table} WHERE ${by} = $1` }],
  );
  return [...own, ...Object.entries(SAID).map(([name, sql]) => ({ name, sql }))];
}

/** A table that names a person in two ways is in the file twice. */
const nameOf = (table: string, column: string): string =>
  PERSONAL.filter((one) => one.table === table && one.shown !== null).length > 1 ? `${table}.${column}` : table;

const ABOUT = `SELECT id, handle, name, about, role::text, locale, email, email_confirmed_at, created_at FROM users WHERE id = $1`;

/** Each keeps a connection for as long as somebody reads: two of the pool's ten, and whoever comes third waits. */
const READERS = 2;
/** Some forty megabytes at a megabit a second; whoever reads longer is cut off, so that the next may read. */
const LONGEST_MS = 5 * 60_000;

const waiting: (() => void)[] = [];
let reading = 0;

async function enter(): Promise<void> {
  if (reading < READERS) reading += 1;
  else await new Promise<void>((go) => waiting.push(go));
}

function leave(): void {
  const next = waiting.shift();
  // The place goes to who waits, or is free.
  if (next) next();
  else reading -= 1;
}

/** The state of one moment, from the first piece that is asked for; a reader who goes away ends it. */
export async function* ownData(viewer: Person): AsyncGenerator<string> {
  await enter();
  try {
    yield* read(viewer);
  } finally {
    leave();
  }
}

/** The next query says that the connection is lost; told to nobody, it would end the process. */
const lost = () => {};

async function* read(viewer: Person): AsyncGenerator<string> {
  const client = await pool().connect();
  client.on("error", lost);
  const until = Date.now() + LONGEST_MS;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows } = await client.query(ABOUT, [viewer.id]);
    yield `{"format":"grounds-own-data","version":1,"madeAt":${JSON.stringify(new Date())},"person":${JSON.stringify(rows[0] ?? null)}`;
    for (const { name, sql } of partsOf()) {
      yield `,\n${JSON.stringify(name)}:[`;
      await client.query(`DECLARE part NO SCROLL CURSOR FOR SELECT row_to_json(own)::text AS row FROM (${sql}) own`, [
        viewer.id,
      ]);
      for (let first = true; ; first = false) {
        if (Date.now() > until) throw new Error("somebody's own data were read too slowly");
        const { rows: some } = await client.query<{ row: string }>(`FETCH ${AT_ONCE} FROM part`);
        if (some.length === 0) break;
        yield `${first ? "" : ","}\n${some.map(({ row }) => row).join(",\n")}`;
      }
      await client.query("CLOSE part");
      yield "]";
    }
    yield "}\n";
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
    client.off("error", lost);
  }
}
