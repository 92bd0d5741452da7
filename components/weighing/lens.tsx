import { useFormatter, useTranslations } from "next-intl";
import { StanceLabel } from "#components/ui/sign";
import { paths } from "#lib/paths";
import type { Change, LensView } from "#lib/weighing/lens";
import type { Method } from "#lib/weighing/semantics";

const METHODS: Method[] = ["quadraticEnergy", "dfQuad"];
const EXPLAINED = ["base", "up", "steps", "evidence"] as const;
const NOT = ["truth", "unanswered", "people"] as const;
const PLACES = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** What follows for the thesis by arithmetic alone, how that is worked out, and what would change it most. */
export function Lens({ view }: { view: LensView }) {
  const t = useTranslations("weighing.lens");
  const { thesis, strength, counted, changes } = view;
  return (
    <div className="lens">
      <section aria-labelledby="lens-thesis">
        <h2 className="section-title" id="lens-thesis">
          {t("thesis")}
        </h2>
        <p className="claim claim-top">{thesis}</p>
        <dl className="lens-figures">
          {METHODS.map((method) => (
            <Figure key={method} name={t(`methods.${method}`)} value={strength[method]} />
          ))}
        </dl>
        <p className="meta">{t("scale", { count: counted })}</p>
      </section>
      <section aria-labelledby="lens-how">
        <h2 className="section-title" id="lens-how">
          {t("how")}
        </h2>
        <ul className="lens-words">
          {EXPLAINED.map((key) => (
            <li key={key}>{t(`explained.${key}`)}</li>
          ))}
        </ul>
        <h3 className="label mt-4">{t("not")}</h3>
        <ul className="lens-words">
          {NOT.map((key) => (
            <li key={key}>{t(`isNot.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section className="lens-wide" aria-labelledby="lens-changes">
        <h2 className="section-title" id="lens-changes">
          {t("changes")}
        </h2>
        <p className="read mb-4">{changes.length === 0 ? t("none") : t("changesMean")}</p>
        {changes.length > 0 && <Changes view={view} />}
      </section>
      <p className="meta lens-wide">
        {t("sources")} <cite>{t("rago")}</cite> <cite>{t("potyka")}</cite>
      </p>
    </div>
  );
}

/** A number from 0 to 1 and its place between them; the tick is where nothing speaks either way. */
function Figure({ name, value }: { name: string; value: number }) {
  const format = useFormatter();
  const at = `${value * 100}%`;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{format.number(value, PLACES)}</b>
        <svg aria-hidden="true">
          <rect className="track" y="5" width="100%" height="2" />
          <rect className="tick" x="50%" y="1" width="1" height="10" />
          <circle cx={at} cy="6" r="5" />
        </svg>
      </dd>
    </div>
  );
}

function Changes({ view: { strength, changes } }: { view: LensView }) {
  const t = useTranslations("weighing.lens");
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{t("argument")}</th>
          <th scope="col" className="number">
            {t("own")}
          </th>
          {METHODS.map((method) => (
            <th scope="col" className="number" key={method}>
              {t("without", { method: t(`methods.${method}`) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={change.argument.id} change={change} strength={strength} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  change: { argument, strength: own, without },
  strength,
}: { change: Change } & Pick<LensView, "strength">) {
  const t = useTranslations("weighing");
  const format = useFormatter();
  return (
    <tr>
      <th scope="row">
        <StanceLabel stance={argument.side}>{t(`lens.side.${argument.side}`)}</StanceLabel>{" "}
        <span className="ref">#{argument.number}</span>
        <br />
        <a className="claim" href={paths.argument(argument.id)}>
          {argument.claim}
        </a>
      </th>
      <td className="number" data-label={t("lens.own")}>
        {format.number(own.quadraticEnergy, PLACES)}
      </td>
      {METHODS.map((method) => (
        <td className="number" key={method} data-label={t("lens.without", { method: t(`lens.methods.${method}`) })}>
          {format.number(without[method], PLACES)}{" "}
          <span className="meta">
            ({format.number(without[method] - strength[method], { ...PLACES, signDisplay: "exceptZero" })})
          </span>
        </td>
      ))}
    </tr>
  );
}
