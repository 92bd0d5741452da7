import { useTranslations } from "next-intl";
import type { ClassView } from "#lib/classes/queries";
import { paths } from "#lib/paths";

type Place = "class" | "people" | "code" | "cards" | "settings";

/** What stands above every page of a class, with the way to the others for its teachers. */
export function ClassHead({ of, here }: { of: ClassView; here: Place }) {
  const t = useTranslations("classes.head");
  const { slug, name, term, teachers, pupils, role } = of;
  const places: [Place, string][] = [
    ["class", paths.class(slug)],
    ["people", paths.classPeople(slug)],
    ["code", paths.classCode(slug)],
    ["cards", paths.cards(slug)],
    ["settings", paths.classSettings(slug)],
  ];
  return (
    <header className="class-head">
      <p className="kicker">
        <a href={paths.classes()}>{t("classes")}</a>
      </p>
      <h1 className="title">
        <bdi>{name}</bdi>
      </h1>
      <p className="meta dots mt-2">
        {term && <span>{term}</span>}
        <span>
          {t("taughtBy")} <bdi>{teachers.map((one) => one.name).join(", ")}</bdi>
        </span>
        <span>{t("pupils", { count: pupils })}</span>
      </p>
      {role === "TEACHER" && (
        <nav className="places" aria-label={t("places")}>
          <ul>
            {places.map(([place, href]) => (
              <li key={place}>
                <a href={href} aria-current={place === here ? "page" : undefined}>
                  {t(place)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
