import { useTranslations } from "next-intl";
import { PlaceList } from "#components/arguments/places-list";
import { Button } from "#components/ui/button";
import type { ArgumentView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

interface Props {
  argument: ArgumentView & { thread: { slug: string; question: string } };
  places: React.ComponentProps<typeof PlaceList>["places"];
  /** Whether the viewer may change them. */
  may: boolean;
}

/** Where an argument stands, and what can be done about it: two different ways to be gone among them. */
export function Places({ argument, places, may }: Props) {
  const t = useTranslations("places");
  const { id } = argument;
  return (
    <div className="placing-one">
      <h2 className="section-title">{t("count", { count: places.length })}</h2>
      <p className="meta mb-4">{t("homeMeans")}</p>
      <PlaceList
        thread={argument.thread}
        places={places}
        acts={(link) =>
          may && (
            <p className="button-row mt-1">
              <a className="quiet" href={paths.move(id, { link: link.id })}>
                {t("move")}
              </a>
              <a className="quiet" href={paths.removeHere(id, link.id)}>
                {t("removeHere")}
              </a>
            </p>
          )
        }
      />
      {may && (
        <p className="button-row mt-6 mb-6">
          <Button kind="solid" href={paths.use(id)}>
            {t("use")}
          </Button>
          <Button href={paths.withdraw(id)}>{t("withdraw")}</Button>
        </p>
      )}
    </div>
  );
}
