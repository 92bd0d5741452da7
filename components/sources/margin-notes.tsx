import { useTranslations } from "next-intl";
import { Rail } from "#components/ui/rail";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import { anchors, paths } from "#lib/paths";
import type { CitedStretch } from "#lib/sources/reader";

const STANCES: Stance[] = ["PRO", "CON"];

/** What stands on a paragraph's words: each side's count and its first claim; narrow screens show the counts alone. */
export function MarginNotes({ paragraph, marks }: { paragraph: number; marks: CitedStretch[] }) {
  const t = useTranslations("sources");
  if (marks.length === 0) return null;
  return (
    <ul className="notes" aria-label={t("argumentsOn", { number: paragraph })}>
      {STANCES.map((stance) => (
        <SideNote key={stance} stance={stance} marks={marks} />
      ))}
    </ul>
  );
}

/** One argument is a link to itself, several to the list of all that stand on those words. */
function SideNote({ stance, marks }: { stance: Stance; marks: CitedStretch[] }) {
  const t = useTranslations("ui");
  const uses = marks.flatMap((mark) => mark.arguments.map((argument) => ({ mark, argument })));
  const ofSide = uses.filter(({ argument }) => argument.stance === stance);
  const count = new Set(ofSide.map(({ argument }) => argument.id)).size;
  const [first] = ofSide;
  if (first === undefined) return null;
  const { mark, argument } = first;
  const list = `#${anchors.standing({ from: mark.start, to: mark.end })}`;
  return (
    <Rail as="li" stance={stance}>
      <a href={count === 1 ? paths.argument(argument.id) : list}>
        <StanceLabel stance={stance}>{t(stance === "PRO" ? "countPro" : "countCon", { count })}</StanceLabel>{" "}
        <span className="said">{argument.claim}</span>
      </a>
    </Rail>
  );
}
