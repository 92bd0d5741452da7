import { useTranslations } from "next-intl";
import { StanceLabel } from "#components/ui/sign";
import { anchors } from "#lib/paths";
import { type CitedStretch, contestedFirst } from "#lib/sources/reader";

/** Every cited passage with what stands on it, the contested ones first. */
export function ContestedList({ marks }: { marks: CitedStretch[] }) {
  const t = useTranslations("sources");
  return (
    <nav className="contested" aria-labelledby="contested-title">
      <h2 className="section-title" id="contested-title">
        <span>{t("contestedFirst")}</span>
        <span>{marks.length}</span>
      </h2>
      <ol className="rows">
        {contestedFirst(marks).map((mark) => (
          <li key={`${mark.start} ${mark.end}`}>
            <span className="meta">¶{mark.paragraph}</span>
            <Passage mark={mark} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Passage({ mark: { start, end, quote, pro, con } }: { mark: CitedStretch }) {
  const t = useTranslations("ui");
  return (
    <div>
      <p className="words">
        <a href={`#${anchors.stretch({ from: start, to: end })}`}>{quote}</a>
      </p>
      <p className="meta flex gap-3">
        {pro > 0 && <StanceLabel stance="PRO">{t("countPro", { count: pro })}</StanceLabel>}
        {con > 0 && <StanceLabel stance="CON">{t("countCon", { count: con })}</StanceLabel>}
      </p>
    </div>
  );
}
