/**
 * A snapshot as the debaters' sheet for spreadsheets: a column a turn, and rows that follow an argument across. A second
 * sheet says what copy it is. Every cell is text and says so, whatever it looks like; there is no formula and no link.
 */
import type { CellObject, Row, SheetData } from "write-excel-file/node";
import { outline, wired } from "#lib/arguments/tree";
import { rezipped } from "#lib/maps/archive";
import { type Cell, flowOf } from "#lib/maps/flow";
import { type FlowSaid, flowSaid } from "#lib/maps/flow-said";
import { proofLines } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { inXml } from "#lib/maps/xml";

/** Far deeper than people argue, and narrow enough for every spreadsheet; who goes on is counted in the last column. */
const COLUMNS = 200;
/** Characters: a claim of 100 takes three lines. */
const WIDTH = 44;
/** The colours of the light theme. */
const INK = "#15181b";
const PAPER = "#fbfbf9";
const COLOUR = { PRO: "#0c8391", CON: "#c5560f" } as const;
/** Solid and double, as everywhere. */
const LINE = { PRO: "medium", CON: "double" } as const;

/** Spreadsheets read `_x0041_` as the letter that it numbers: its first sign is written so itself. */
const text = (value: string): string => inXml(value).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

const TEXT = { type: String, format: "@", wrap: true, alignVertical: "top" } as const;

const head = (value: string): CellObject => ({ ...TEXT, value: text(value), fontWeight: "bold" });

function cellOf({ branch, rows, beyond }: Cell<SnapshotArgument, SnapshotLink>, flow: FlowSaid): CellObject {
  const { stance } = branch.link;
  const lines = [...flow.lines(branch), ...(beyond > 0 ? [words("beyond", { count: beyond })] : [])];
  return {
    ...TEXT,
    value: text(lines.join("\n")),
    rowSpan: rows,
    leftBorderColor: COLOUR[stance],
    leftBorderStyle: LINE[stance],
    ...(flow.dropped(branch) && { backgroundColor: INK, textColor: PAPER, fontWeight: "bold" }),
  };
}

function sheetOf(snapshot: Snapshot): SheetData {
  const debate = wired(snapshot);
  const flow = flowSaid(snapshot, debate);
  const sheet = flowOf(outline(debate), { columns: COLUMNS, rows: Number.POSITIVE_INFINITY });
  const turns = Array.from({ length: Math.max(1, sheet.columns) }, (_, i) => head(words("turn", { turn: i + 1 })));
  const rows = sheet.rows.map((cells) => {
    const row: Row = [];
    for (const cell of cells) row[cell.column - 1] = cellOf(cell, flow);
    return Array.from(row, (cell) => cell ?? null);
  });
  return [turns, ...rows];
}

function copyOf(snapshot: Snapshot): SheetData {
  return [[head(snapshot.thread.question)], ...proofLines(snapshot).map((line) => [{ ...TEXT, value: text(line) }])];
}

/** Characters: a line of proof is a hash of 64 and some words. */
const WIDE = 110;

export async function toFlowXlsx(snapshot: Snapshot): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import("write-excel-file/node");
  const data = sheetOf(snapshot);
  const columns = (data[0] ?? []).map(() => ({ width: WIDTH }));
  const file = await write([
    { data, sheet: words("flow"), columns, stickyRowsCount: 1, orientation: "landscape" },
    { data: copyOf(snapshot), sheet: words("copy"), columns: [{ width: WIDE }] },
  ]).toBuffer();
  return rezipped(file, {}, snapshot);
}
