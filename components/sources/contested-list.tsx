import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import { StanceLabel } from "#components/ui/sign";
import { anchors, paths } from "#lib/paths";
import { type CitedStretch, contestedFirst } from "#lib/sources/reader";

/** Every cited passage with all that stands on it, the contested ones first. */
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

function Passage({ mark }: { mark: CitedStretch }) {
  const t = useTranslations("ui");
  const words = useTranslations("arguments");
  const stretch = { from: mark.start, to: mark.end };
  return (
    <div>
      <p className="words">
        <a href={`#${anchors.stretch(stretch)}`}>{mark.quote}</a>
      </p>
      <details className="fold">
        <summary className="meta flex gap-3 py-0.5">
          {mark.pro > 0 && <StanceLabel stance="PRO">{t("countPro", { count: mark.pro })}</StanceLabel>}
          {mark.con > 0 && <StanceLabel stance="CON">{t("countCon", { count: mark.con })}</StanceLabel>}
          <Icon name="chevron-down" />
        </summary>
        <ul className="standing" id={anchors.standing(stretch)}>
          {mark.arguments.map(({ id, number, claim, stance }) => (
            <li key={id}>
              <a href={paths.argument(id)}>
                <StanceLabel stance={stance}>{words(stance)}</StanceLabel> <span className="ref">#{number}</span>{" "}
                {claim}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
