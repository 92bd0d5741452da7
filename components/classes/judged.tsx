import type { Judged as Given } from "#lib/classes/peer-queries";

/** What a peer thinks of somebody's work: each criterion's level, and their words. */
export function Judged({ judged: { rubric, levels, words } }: { judged: Given }) {
  return (
    <>
      <dl className="facts mt-2">
        {rubric.criteria
          .filter(({ key }) => levels[key] !== undefined)
          .map(({ key, title, levels: all }) => (
            <div key={key} className="contents">
              <dt>{title}</dt>
              <dd>{all.find(({ points }) => points === levels[key])?.label}</dd>
            </div>
          ))}
      </dl>
      {words && <p className="read mt-2 whitespace-pre-line">{words}</p>}
    </>
  );
}
