import { useTranslations } from "next-intl";
import { FlowCellContent } from "#components/maps/flow-cell";
import { Empty } from "#components/ui/empty";
import { Tag } from "#components/ui/tag";
import type { FlowCell, FlowView } from "#lib/maps/flow-view";
import { paths } from "#lib/paths";

/** A thread as the debaters' sheet: a column a turn, each row an exchange read from left to right. */
export function FlowSheet({ view: { thread, rows, columns, rest, dropped } }: { view: FlowView }) {
  const t = useTranslations("maps.flow");
  if (rows.length === 0) return <Empty>{t("empty")}</Empty>;
  return (
    <>
      <p className="flow-tools">
        {dropped > 0 && <Tag kind="dropped">{t("dropped", { count: dropped })}</Tag>}
        <span className="meta">{t("how")}</span>
      </p>
      <table className="flow">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            {Array.from({ length: columns }, (_, i) => i + 1).map((turn) => (
              <th key={turn} scope="col">
                {t("turn", { turn })} <small>{t("role", { turn })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row[0]?.link.id} row={row} columns={columns} thread={thread} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className="meta mt-4">
          <a href={paths.thread(thread.slug)}>{t("rest", { count: rest })}</a>
        </p>
      )}
    </>
  );
}

function Row({ row, columns, thread }: { row: FlowCell[]; columns: number; thread: FlowView["thread"] }) {
  const end = row.at(-1)?.column ?? columns;
  return (
    <tr className={row[0]?.column === 1 ? "first" : undefined}>
      {row.map((cell) => (
        <td
          key={cell.link.id}
          data-turn={cell.column}
          rowSpan={cell.rows}
          className={cell.extends ? "extends" : undefined}
        >
          <FlowCellContent cell={cell} thread={thread} />
        </td>
      ))}
      {end < columns && <td className="void" colSpan={columns - end} />}
    </tr>
  );
}
