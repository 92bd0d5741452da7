import { useTranslations } from "next-intl";
import { SpeechSide } from "#components/classes/round-parts";
import { TakeNoteBack } from "#components/classes/round-take-back";
import { Tag } from "#components/ui/tag";
import type { NoteView, RoundView } from "#lib/classes/round-queries";
import type { FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  round: RoundView;
  /** The speech that is on. */
  speech: number;
  takeBack: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** What was noted, a column a speech, on the sheet above what stands on passages. */
export function RoundNotes({ round, speech, takeBack }: Props) {
  const t = useTranslations("rounds");
  const columns = round.speeches
    .map((one, place) => ({ ...one, place, notes: round.notes.filter((note) => note.speech === place) }))
    .filter(({ place, notes }) => notes.length > 0 || place === speech);
  if (columns.length === 0) return <p className="meta">{t("noNotes")}</p>;
  return (
    <ol className="round-notes">
      {columns.map(({ place, name, side, notes }) => (
        <li key={place} aria-current={place === speech ? "step" : undefined}>
          <h3>
            {name} <SpeechSide side={side} />
          </h3>
          {notes.length === 0 && <p className="meta">{t("noNotesYet")}</p>}
          <ul>
            {notes.map((note) => (
              <Note key={note.id} note={note} round={round} takeBack={takeBack} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Note({ note, round, takeBack }: { note: NoteView; round: RoundView; takeBack: Props["takeBack"] }) {
  const t = useTranslations("rounds");
  const { id, text, by, mayTakeBack } = note;
  const room = round.class.slug;
  const words = { short: t("takeBack"), full: t("takeBackFull", { text }) };
  return (
    <li className="round-note">
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
    </li>
  );
}
