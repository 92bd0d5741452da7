import { useTranslations } from "next-intl";
import { CitationState, Doubts } from "#components/sources/citation-state";
import { Icon } from "#components/ui/icon";
import { Rail } from "#components/ui/rail";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import { anchors, paths } from "#lib/paths";
import type { CitedStretch } from "#lib/sources/reader";

const STANCES: Stance[] = ["PRO", "CON"];

interface Props {
  /** Where the paragraph, or the excerpt of it, starts. */
  start: number;
  number: number;
  /** What begins in it. */
  marks: CitedStretch[];
}

/** What stands on a paragraph's words: each side's count and its first claim, and a sheet with all of it. */
export function MarginNotes({ start, number, marks }: Props) {
  const t = useTranslations("sources");
  if (marks.length === 0) return null;
  return (
    <div className="notes">
      <ul aria-label={t("argumentsOn", { number })}>
        {STANCES.map((stance) => (
          <SideNote key={stance} stance={stance} marks={marks} sheet={anchors.sheet(start)} />
        ))}
      </ul>
      <Sheet id={anchors.sheet(start)} number={number} marks={marks} />
    </div>
  );
}

/** Count and first claim, the claim where there is room for it; pressed, it opens the sheet. */
function SideNote({ stance, marks, sheet }: { stance: Stance; marks: CitedStretch[]; sheet: string }) {
  const t = useTranslations("ui");
  const ofSide = marks.flatMap((mark) => mark.arguments).filter((argument) => argument.stance === stance);
  const [first] = ofSide;
  if (first === undefined) return null;
  const count = new Set(ofSide.map(({ id }) => id)).size;
  return (
    <Rail as="li" stance={stance}>
      <button type="button" popoverTarget={sheet}>
        <StanceLabel stance={stance}>{t(stance === "PRO" ? "countPro" : "countCon", { count })}</StanceLabel>{" "}
        <span className="said">{first.claim}</span>
      </button>
    </Rail>
  );
}

/** Everything that stands on a paragraph, passage by passage. The browser itself opens and closes it. */
function Sheet({ id, number, marks }: { id: string; number: number; marks: CitedStretch[] }) {
  const t = useTranslations("sources");
  const words = useTranslations("arguments");
  return (
    <section className="sheet" id={id} popover="auto" aria-labelledby={`${id}-title`}>
      <h2 className="section-title" id={`${id}-title`}>
        <span>{t("argumentsOn", { number })}</span>
        <button type="button" className="quiet" popoverTarget={id} popoverTargetAction="hide">
          {t("close")}
        </button>
      </h2>
      <ul className="rows">
        {marks.map((mark) => (
          <li key={`${mark.start} ${mark.end}`}>
            <p className="words">{mark.quote}</p>
            {mark.ruled && (
              <p>
                <Doubts doubts={mark.ruled} />
              </p>
            )}
            {mark.pro > 0 && mark.con > 0 && (
              <p className="tag">
                <Icon name="scale" />
                {t("contested")}
              </p>
            )}
            <ul className="standing">
              {mark.arguments.map(({ id, number, claim, stance, state, confirmed }) => (
                <li key={id}>
                  <a href={paths.argument(id)}>
                    <StanceLabel stance={stance}>{words(stance)}</StanceLabel> <span className="ref">#{number}</span>{" "}
                    {claim}
                  </a>
                  {state && (
                    <p>
                      <CitationState citation={{ state, confirmed }} />
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
