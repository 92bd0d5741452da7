import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { StanceLabel } from "#components/ui/sign";
import type { Gradebook, GradeView } from "#lib/classes/assessment-queries";
import { MEASURES, type Measure } from "#lib/classes/assignment";
import type { AssignmentView, PupilLine, RoundView } from "#lib/classes/assignment-queries";
import { paths } from "#lib/paths";

interface Props {
  assignment: AssignmentView;
  round: RoundView;
  pupils: PupilLine[];
  /** The measure by which the lines stand; without one, by name. */
  by: Measure | null;
  grades: Gradebook["grades"];
}

/** A class's progress in one round: people by requirements, no scores of people. */
export function ClassProgress({ assignment, round, pupils, by, grades }: Props) {
  const t = useTranslations("assignments");
  const { class: room, slug, rounds, sides } = assignment;
  const asked = MEASURES.filter((measure) => round.requires[measure] > 0);
  const finished = pupils.filter(({ progress }) => progress.finished).length;
  const begun = pupils.filter(({ progress }) => progress.begun && !progress.finished).length;
  const named = pupils.some(({ pseudonym }) => pseudonym !== null);
  const grouped = pupils.some(({ group }) => group !== null);
  if (pupils.length === 0) return <Empty>{t("progress.nobody")}</Empty>;
  const link = (measure?: Measure) => paths.assignment(room.slug, slug, { round: round.ordinal, by: measure });
  return (
    <>
      <div className="progress-head">
        <p className="meta dots">
          <span>{t("progress.pupils", { count: pupils.length })}</span>
          <span>{t("progress.finished", { count: finished })}</span>
          <span>{t("progress.underWay", { count: begun })}</span>
          <b>{t("progress.notBegun", { count: pupils.length - finished - begun })}</b>
        </p>
        {rounds.length > 1 && (
          <nav className="meta dots" aria-label={t("progress.rounds")}>
            {rounds.map(({ ordinal }) => (
              <a
                key={ordinal}
                href={paths.assignment(room.slug, slug, { round: ordinal })}
                aria-current={ordinal === round.ordinal ? "true" : undefined}
              >
                {t("progress.round", { ordinal })}
              </a>
            ))}
          </nav>
        )}
      </div>
      <table className="figures mt-3">
        <caption className="sr-only">{t("progress.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={by === null ? "ascending" : undefined}>
              <a href={link()}>{t("progress.pupil")}</a>
            </th>
            {named && <th scope="col">{t("progress.toPeers")}</th>}
            {grouped && <th scope="col">{t("progress.group")}</th>}
            {sides !== "NONE" && <th scope="col">{t("progress.side")}</th>}
            {asked.map((measure) => (
              <th scope="col" key={measure} aria-sort={by === measure ? "ascending" : undefined}>
                <a href={link(measure)}>{t(`measures.${measure}`)}</a>
              </th>
            ))}
            <th scope="col">{t("progress.last")}</th>
            <th scope="col" className="number">
              {t("grades.grade")}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(pupils, by).map((pupil) => (
            <Line
              key={pupil.handle}
              pupil={pupil}
              grade={grades.get(pupil.handle)}
              href={paths.ofAssignment(room.slug, slug, `grade/${pupil.handle}`)}
              {...{ named, grouped, sided: sides !== "NONE" }}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** By what is missing most, so that whoever needs help stands first. */
function inOrder(pupils: PupilLine[], by: Measure | null): PupilLine[] {
  if (by === null) return pupils;
  const done = ({ progress }: PupilLine) => progress.counts.find(({ measure }) => measure === by)?.done ?? 0;
  return pupils.toSorted((a, b) => done(a) - done(b));
}

interface LineProps {
  pupil: PupilLine;
  grade?: GradeView;
  /** Where they are judged. */
  href: string;
  named: boolean;
  grouped: boolean;
  sided: boolean;
}

function Line({ pupil, grade, href, ...shown }: LineProps) {
  const t = useTranslations("assignments");
  const { name, pseudonym, group, side, progress, lastAt } = pupil;
  return (
    <tr>
      <th scope="row">
        <a href={href}>
          <bdi>{name}</bdi>
        </a>
      </th>
      {shown.named && <td data-label={t("progress.toPeers")}>{pseudonym ?? "–"}</td>}
      {shown.grouped && <td data-label={t("progress.group")}>{group ?? "–"}</td>}
      {shown.sided && (
        <td data-label={t("progress.side")}>
          {side === null ? "–" : <StanceLabel stance={side}>{t(`sides.${side}`)}</StanceLabel>}
        </td>
      )}
      {progress.counts.map(({ measure, done, asked }) => (
        <td key={measure} data-label={t(`measures.${measure}`)}>
          <Cells done={done} asked={asked} />
        </td>
      ))}
      <td data-label={t("progress.last")}>
        {lastAt === null ? <b>{t("progress.never")}</b> : <Day at={new Date(lastAt).toISOString()} />}
      </td>
      <td className="number" data-label={t("grades.grade")}>
        <a href={href}>
          {grade
            ? grade.total === null
              ? t("grades.begun")
              : t("grades.total", { total: grade.total })
            : t("grades.give")}
          <span className="sr-only">: {t("grades.portfolio", { name })}</span>
        </a>
      </td>
    </tr>
  );
}

/** More boxes than these nobody counts at a glance: then figures say it. */
const CELLS = 6;

function Cells({ done, asked }: { done: number; asked: number }) {
  const t = useTranslations("assignments");
  const said = t("of", { done, asked });
  if (asked > CELLS) return said;
  return (
    <>
      <span className="cells" aria-hidden="true">
        {Array.from({ length: asked }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name than their place
          <i key={i} className={i < done ? "filled" : ""} />
        ))}
      </span>
      <span className="sr-only">{said}</span>
    </>
  );
}
