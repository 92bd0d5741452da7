/**
 * A list of pupils as a teacher has it: names, one a line, or a table with a head, as OneRoster's users.csv (1.1 and 1.2)
 * has it. Pure. What cannot be taken says its line, counted from 1, and why.
 */
import { parse } from "csv-parse/sync";
import { name as nameSchema } from "#lib/users/schema";

/** The largest schools' whole lists; a class takes at most `MEMBERS_MAX` of them. */
export const ROSTER_LINES_MAX = 5_000;
/** Two hundred bytes a line, as tables of schools have them. */
export const ROSTER_BYTES_MAX = 1_000_000;

export interface Listed {
  line: number;
  name: string;
  sourcedId: string | null;
  /** The list says itself that they are no longer there. */
  left: boolean;
}

export interface Unfit {
  line: number;
  reason: RosterFlaw;
}

export type RosterFlaw =
  | "formula"
  | "name-unfit"
  | "no-name"
  | "not-a-pupil"
  | "id-unfit"
  | "named-twice"
  | "was-removed"
  | "row-unreadable";

export interface Roster {
  listed: Listed[];
  unfit: Unfit[];
}

/** Why nothing of it can be read, for a refusal's code. */
export class RosterError extends Error {
  readonly code: "roster-too-long" | "roster-empty" | "roster-unreadable";
  constructor(code: RosterError["code"]) {
    super(code);
    this.code = code;
  }
}

/** A spreadsheet would take it for a formula; no name begins like this. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const SOURCED_ID = /^[\w.:@/\- ]{1,255}$/;
const PUPIL = new Set(["", "student", "pupil", "learner"]);

interface Row {
  line: number;
  given?: string;
  id?: string;
  status?: string;
  enabled?: string;
  role?: string;
}

/** @throws RosterError */
export function readRoster(raw: string): Roster {
  const text = raw.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (text.length > ROSTER_BYTES_MAX || text.split("\n", ROSTER_LINES_MAX + 2).length > ROSTER_LINES_MAX + 1)
    throw new RosterError("roster-too-long");
  const rows = isTable(text) ? rowsOfTable(text) : rowsOfNames(text);
  if (rows.length === 0) throw new RosterError("roster-empty");
  const listed: Listed[] = [];
  const unfit: Unfit[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const one = read(row);
    if (typeof one === "string") unfit.push({ line: row.line, reason: one });
    else if (seen.has(keyOf(one))) unfit.push({ line: row.line, reason: "named-twice" });
    else {
      seen.add(keyOf(one));
      listed.push(one);
    }
  }
  return { listed, unfit };
}

/** By what somebody of a list is known again: the school's id, or the name as it is spoken. */
export const keyOf = ({ sourcedId, name }: { sourcedId: string | null; name: string }): string =>
  sourcedId === null ? `name ${name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ")}` : `id ${sourcedId}`;

function read({ line, given = "", id = "", status = "", enabled = "", role = "" }: Row): Listed | RosterFlaw {
  if ([given, id].some((cell) => FORMULA.test(cell))) return "formula";
  if (!PUPIL.has(role.trim().toLowerCase())) return "not-a-pupil";
  const sourcedId = id.trim() || null;
  if (sourcedId !== null && !SOURCED_ID.test(sourcedId)) return "id-unfit";
  if (given.trim() === "") return "no-name";
  const name = nameSchema.safeParse(given.replace(/ {2,}/g, " "));
  if (!name.success) return "name-unfit";
  const left = /^(tobedeleted|inactive)$/i.test(status.trim()) || /^(false|0|no)$/i.test(enabled.trim());
  return { line, name: name.data, sourcedId, left };
}

const rowsOfNames = (text: string): Row[] =>
  text
    .split("\n")
    .flatMap((given, index) => (given.trim() === "" ? [] : [{ line: index + 1, given: given.replaceAll("\t", " ") }]));

/** The first line names columns, and one of them holds names. */
function isTable(text: string): boolean {
  const head = text.split("\n", 1)[0]?.toLowerCase() ?? "";
  return (
    /[,;\t]/.test(head) &&
    /(given_?name|family_?name|first name|last name|sourcedid|"name"|(^|[,;\t])name([,;\t]|$))/.test(head)
  );
}

/** Names of columns, in OneRoster and as people write them. */
const COLUMNS = {
  name: ["name", "full name"],
  given: ["givenname", "given_name", "given name", "first name", "firstname"],
  family: ["familyname", "family_name", "family name", "last name", "lastname", "surname"],
  id: ["sourcedid", "sourced_id", "id"],
  status: ["status"],
  enabled: ["enableduser"],
  role: ["role"],
} as const;

function rowsOfTable(text: string): Row[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      ...{ delimiter: [",", ";", "\t"], info: true, relax_column_count: true, skip_empty_lines: true },
      ...{ max_record_size: 10_000, to: ROSTER_LINES_MAX + 2 },
    }) as unknown as typeof records;
  } catch {
    throw new RosterError("roster-unreadable");
  }
  const [head, ...body] = records;
  const names = head?.record.map((cell) => cell.trim().toLowerCase()) ?? [];
  const at = (column: keyof typeof COLUMNS) =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  const places = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, at(name as keyof typeof COLUMNS)]));
  return body.map(({ record, info }) => {
    const cell = (name: keyof typeof COLUMNS) => record[places[name] ?? -1] ?? "";
    const whole = cell("name") || [cell("given"), cell("family")].filter((part) => part.trim() !== "").join(" ");
    // A formula in either part is one, whatever stands before it.
    const given = [cell("given"), cell("family")].find((part) => FORMULA.test(part)) ?? whole;
    return {
      line: info.lines,
      given,
      id: cell("id"),
      status: cell("status"),
      enabled: cell("enabled"),
      role: cell("role"),
    };
  });
}
