/** The columns in which the lines of printed pages stand: where their left and right edges are. */

export interface Line {
  text: string;
  /** Its left and right edge, its baseline, and the size of its letters. */
  left: number;
  right: number;
  base: number;
  size: number;
}

export interface Column {
  left: number;
  right: number;
}

/** Of a line's size: lines whose left edges are further apart stand in two columns. */
const APART = 4;
/** Of a line's size: what is set in from the left by more begins a paragraph, or belongs to a quotation. */
const INDENT = 0.8;
/** A title may run over several columns, and an image's words over the edge: of twenty lines one does not count. */
const COUNTED = 0.95;
/** So many lines with one left edge are no chance. */
const EDGE = 3;

/** The column of each line: lines whose left edges follow each other closely, on whichever page. */
export function columnsOf(lines: Line[]): Map<Line, Column> {
  const found = new Map<Line, Column>();
  let members: Line[] = [];
  const end = () => {
    const column = { left: leftOf(members), right: rightOf(members) };
    for (const line of members) found.set(line, column);
    members = [];
  };
  for (const line of lines.toSorted((a, b) => a.left - b.left)) {
    const last = members.at(-1);
    if (last && line.left - last.left > APART * line.size) end();
    members.push(line);
  }
  end();
  return found;
}

/** The leftmost edge that several lines have; of few lines their leftmost. Members are sorted by it. */
function leftOf(members: Line[]): number {
  const edge = members.findIndex(
    (line, i) => (members[i + EDGE - 1]?.left ?? Number.POSITIVE_INFINITY) - line.left < 1,
  );
  return members[Math.max(0, edge)]?.left ?? 0;
}

function rightOf(members: Line[]): number {
  const rights = members.map(({ right }) => right).toSorted((a, b) => a - b);
  return rights[Math.floor(rights.length * COUNTED)] ?? 0;
}

/** Whether a line is set in from its column's left edge. */
export const isInset = ({ left, size }: Line, column: Pick<Column, "left"> | undefined): boolean =>
  left > (column?.left ?? left) + INDENT * size;

/** How much room a line leaves in its column; none where it runs over it. */
export const roomAfter = ({ right }: Line, column: Column | undefined): number =>
  Math.max(0, (column?.right ?? right) - right);
