import { useTranslations } from "next-intl";
import { SpeechSide } from "#components/classes/round-parts";
import { TakeNoteBack } from "#components/classes/round-take-back";
import { FlowCellContent } from "#components/maps/flow-cell";
import { Tag } from "#components/ui/tag";
import { BEFORE } from "#lib/classes/round-flow";
import type { NoteView, RoundView } from "#lib/classes/round-queries";
import type { SheetEntry, SheetView } from "#lib/classes/round-sheet";
import type { FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  round: RoundView;
  sheet: SheetView;
  takeBack: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** A round as debaters flow it: a column a speech, a row a line of argument; notes stand in it as notes. */
export function RoundSheet({ round, sheet: { thread, columns, rows, rest }, takeBack }: Props) {
  const t = useTranslations("rounds");
  const nameOf = (column: number) => (column === BEFORE ? t("before") : round.speeches[column]?.name);
  if (rows.length === 0) return <p className="meta">{t("nothingSaid")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by a keyboard
    <section className="round-sheet" aria-label={t("flow")} tabIndex={0}>
      <table className="flow">
        <caption className="sr-only">{t("sheet")}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(column)}
                {column !== BEFORE && (
                  <small>
                    <SpeechSide side={round.speeches[column]?.side ?? null} />
                  </small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="first">
              {columns.map((column) => (
                <td key={column} className={cells.has(column) ? undefined : "void"}>
                  {cells.has(column) && <p className="why round-column">{nameOf(column)}</p>}
                  {cells.get(column)?.map((entry) => (
                    <Said key={keyOf(entry)} {...{ entry, thread, round, takeBack }} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className="meta mt-4">
          <a href={paths.thread(thread.slug)}>{t("rest", { count: rest })}</a>
        </p>
      )}
    </section>
  );
}

const keyOf = (entry: SheetEntry) => (entry.kind === "note" ? entry.note.id : entry.cell.link.id);

interface SaidProps extends Pick<Props, "round" | "takeBack"> {
  entry: SheetEntry;
  thread: SheetView["thread"];
}

function Said({ entry, thread, round, takeBack }: SaidProps) {
  if (entry.kind === "note") return <Note note={entry.note} {...{ round, takeBack }} />;
  return <FlowCellContent cell={entry.cell} thread={thread} />;
}

function Note({ note, round, takeBack }: { note: NoteView } & Pick<Props, "round" | "takeBack">) {
  const t = useTranslations("rounds");
  const { id, text, by, mayTakeBack } = note;
  const room = round.class.slug;
  const words = { short: t("takeBack"), full: t("takeBackFull", { text }) };
  return (
    <div className="round-note">
      <Tag>{t("isNote")}</Tag>
      <p className="claim">{text}</p>
      {by && (
        <p className="meta">
          <bdi>{by}</bdi>
        </p>
      )}
      <div className="round-acts">
        <a href={paths.argueNote(room, round.id, id)}>{t("makeArgument")}</a>
        {mayTakeBack && <TakeNoteBack {...{ room, round: round.id, note: id, words }} act={takeBack} />}
      </div>
    </div>
  );
}
