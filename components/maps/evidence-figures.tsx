import { useTranslations } from "next-intl";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import type { BySide, Evidence } from "#lib/maps/evidence";
import { paths } from "#lib/paths";

const percent = (part: number, whole: number) => `${whole === 0 ? 0 : (part / whole) * 100}%`;

/** How many passages and citations there are, and whether all of them still are what was cited. */
export function Standing({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("evidence");
  const { thread, citations, passages, moved, orphaned, alone } = evidence;
  const { slug } = thread;
  return (
    <section aria-labelledby="standing">
      <h2 className="section-title" id="standing">
        {t("standing")}
      </h2>
      <p className="figure">
        <a href={paths.search({ thread: slug, kind: "passage" })}>{passages.total}</a>{" "}
        <small>{t("passages", { count: passages.total, citations })}</small>
      </p>
      <ul className="meta notes-below">
        {moved === 0 && orphaned === 0 && <li>{t("verbatim")}</li>}
        {moved > 0 && (
          <li>
            <a href={paths.search({ thread: slug, words: "moved" })}>{t("moved", { count: moved })}</a>
          </li>
        )}
        {orphaned > 0 && (
          <li>
            <a href={paths.search({ thread: slug, words: "orphaned" })}>{t("orphaned", { count: orphaned })}</a>
          </li>
        )}
        <li>
          {alone === 0 ? (
            t("aloneNone")
          ) : (
            <a href={paths.search({ thread: slug, alone: "yes" })}>{t("alone", { count: alone })}</a>
          )}
        </li>
      </ul>
    </section>
  );
}

/** How the citations are divided among the sources. */
export function Reliance({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("evidence");
  const { thread, citations, sources } = evidence;
  const asked = { thread: thread.slug, kind: "argument" };
  return (
    <section aria-labelledby="reliance">
      <h2 className="section-title" id="reliance">
        {t("reliance")}
      </h2>
      <ul className="shares">
        {sources.shown.map(({ id, source, citations: its, alone }) => (
          <li key={id}>
            <a className="name" href={paths.source(source.slug)}>
              {source.title}
            </a>
            <a href={paths.search({ ...asked, source: source.slug })}>{t("share", { count: its, of: citations })}</a>
            <svg className="share" aria-hidden="true">
              <rect className="whole" width="100%" />
              <rect className="part" width={percent(its, citations)} />
            </svg>
            {alone > 0 && sources.total > 1 && (
              <a className="meta" href={paths.search({ ...asked, source: source.slug, alone: "yes" })}>
                {t("aloneHere", { count: alone })}
              </a>
            )}
          </li>
        ))}
      </ul>
      <More count={sources.total - sources.shown.length} />
      {sources.total === 1 && <p className="meta">{t("oneSource")}</p>}
    </section>
  );
}

function More({ count }: { count: number }) {
  const t = useTranslations("evidence");
  return count > 0 ? <p className="meta">{t("moreSources", { count })}</p> : null;
}

/** On each source, how many arguments for the question stand, and how many against it. */
export function Balance({ evidence: { thread, sources } }: { evidence: Evidence }) {
  const t = useTranslations("evidence");
  return (
    <section aria-labelledby="balance">
      <h2 className="section-title" id="balance">
        {t("balance")}
      </h2>
      <ul className="balances">
        {sources.shown.map(({ id, source, sides }) => (
          <li key={id}>
            <p className="meta name">{source.title}</p>
            <div className="balance">
              <SideLink side="PRO" count={sides.PRO} asked={{ thread: thread.slug, source: source.slug }} />
              <Divided sides={sides} />
              <SideLink side="CON" count={sides.CON} asked={{ thread: thread.slug, source: source.slug }} />
            </div>
          </li>
        ))}
      </ul>
      <p className="meta">{t("sideMeans")}</p>
    </section>
  );
}

/** The number of arguments on a side, and the way to them. */
export function SideLink({ side, count, asked }: { side: Stance; count: number; asked: Record<string, string> }) {
  const t = useTranslations("ui");
  const words = t(side === "PRO" ? "countPro" : "countCon", { count });
  const label = <StanceLabel stance={side}>{words}</StanceLabel>;
  return count === 0 ? label : <a href={paths.search({ ...asked, side: side.toLowerCase() })}>{label}</a>;
}

function Divided({ sides }: { sides: BySide }) {
  const total = sides.PRO + sides.CON;
  const parting = percent(sides.PRO, total);
  const rest = percent(sides.CON, total);
  return (
    <svg aria-hidden="true">
      <rect className="pro-line" width={parting} />
      <rect className="con-line" x={parting} width={rest} />
      <rect className="con-line lower" x={parting} width={rest} />
      <rect className="parting" x={parting} width="3" />
    </svg>
  );
}

/** A debate's depth: what stands one step below the question, two, three …, for it to the left and against it to the right. */
export function Turns({ slug, turns }: { slug: string; turns: Evidence["turns"] }) {
  const t = useTranslations("evidence");
  const widest = Math.max(...turns.flatMap(({ sides }) => [sides.PRO, sides.CON]), 1);
  return (
    <section aria-labelledby="turns">
      <h2 className="section-title" id="turns">
        {t("turns")}
      </h2>
      <table className="turns" aria-labelledby="turns">
        <thead>
          <tr>
            <th scope="col">{t("turn")}</th>
            <th scope="col">{t("for")}</th>
            <td />
            <th scope="col">{t("against")}</th>
          </tr>
        </thead>
        <tbody>
          {turns.map(({ turn, sides }) => (
            <tr key={turn}>
              <th scope="row">
                <a href={paths.search({ thread: slug, turn: String(turn) })}>{turn}</a>
              </th>
              <td>
                <SideLink side="PRO" count={sides.PRO} asked={{ thread: slug, turn: String(turn) }} />
              </td>
              <td className="drawn">
                <Wings sides={sides} widest={widest} />
              </td>
              <td>
                <SideLink side="CON" count={sides.CON} asked={{ thread: slug, turn: String(turn) }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta">{t("turnMeans")}</p>
    </section>
  );
}

/** Two lines from the middle outwards, solid to the left and double to the right. */
function Wings({ sides, widest }: { sides: BySide; widest: number }) {
  const [pro, con] = [(sides.PRO / widest) * 50, (sides.CON / widest) * 50];
  return (
    <svg className="wings" aria-hidden="true">
      <rect className="pro-line" x={`${50 - pro}%`} width={`${pro}%`} />
      <rect className="con-line" x="50%" width={`${con}%`} />
      <rect className="con-line lower" x="50%" width={`${con}%`} />
      <rect className="middle" x="50%" width="1" />
    </svg>
  );
}
