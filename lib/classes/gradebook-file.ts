/** A class's progress and grades as a table, with names, for who teaches it. Pure. */
import type { Gradebook } from "#lib/classes/assessment-queries";
import { MEASURES } from "#lib/classes/assignment";
import type { PupilLine, RoundView } from "#lib/classes/assignment-queries";
import { table } from "#lib/text/csv";

export function gradebookCsv(
  { rubric, grades }: Pick<Gradebook, "rubric" | "grades">,
  rounds: readonly { round: RoundView; pupils: PupilLine[] }[],
): string {
  const asked = rounds.flatMap(({ round: { ordinal, requires } }) =>
    MEASURES.filter((measure) => requires[measure] > 0).map((measure) => ({ ordinal, measure })),
  );
  const named = (measure: string, ordinal: number) => `round ${ordinal} ${measure}`;
  const criteria = rubric.criteria.map(({ key }) => key);
  const columns = [
    ...["name", "handle", "to peers", "group", "side"],
    ...asked.map(({ measure, ordinal }) => named(measure, ordinal)),
    ...criteria,
    ...["total of 100", "feedback"],
  ];
  const [first] = rounds;
  return table(
    columns,
    (first?.pupils ?? []).map(({ handle, name, pseudonym, group, side }) => {
      const grade = grades.get(handle);
      const counts = asked.map(({ ordinal, measure }) => {
        const round = rounds.find((one) => one.round.ordinal === ordinal);
        const progress = round?.pupils.find((one) => one.handle === handle)?.progress;
        return [named(measure, ordinal), progress?.counts.find((one) => one.measure === measure)?.done];
      });
      return {
        ...{ name, handle, "to peers": pseudonym, group, side: side?.toLowerCase() },
        ...Object.fromEntries(counts),
        ...Object.fromEntries(criteria.map((key) => [key, grade?.levels[key]])),
        ...{ "total of 100": grade?.total, feedback: grade?.feedback },
      };
    }),
  );
}
