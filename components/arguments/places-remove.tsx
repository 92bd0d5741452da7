import { useTranslations } from "next-intl";
import { PlaceList } from "#components/arguments/places-list";
import { RemoveHereForm } from "#components/arguments/places-remove-form";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { ArgumentView } from "#lib/arguments/view";
import type { FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  argument: ArgumentView & { thread: { slug: string; question: string } };
  place: React.ComponentProps<typeof PlaceList>["places"][number];
  /** Whether it stands nowhere else. */
  last: boolean;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Taking an argument out of one place; out of its last it goes by withdrawing it alone, which is said here. */
export function RemoveHere({ argument, place, last, act }: Props) {
  const t = useTranslations("places");
  return (
    <div className="placing-one">
      <PlaceList thread={argument.thread} places={[place]} />
      {last ? (
        <div className="mt-6">
          <Notice kind="refused" title={t("last.title")}>
            <p>{t("last.why")}</p>
            <p className="button-row">
              <Button kind="solid" href={paths.withdraw(argument.id)}>
                {t("withdraw")}
              </Button>
              <Button href={paths.move(argument.id, { link: place.link.id })}>{t("move")}</Button>
            </p>
          </Notice>
        </div>
      ) : (
        <>
          <p className="read mt-4 mb-4">{t("staysElsewhere")}</p>
          <WordsOfForms>
            <RemoveHereForm argument={argument.id} link={place.link.id} act={act} />
          </WordsOfForms>
        </>
      )}
    </div>
  );
}
