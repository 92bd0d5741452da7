import { useTranslations } from "next-intl";
import { SelectField } from "#components/ui/field";

interface Props {
  classes: readonly { slug: string; name: string }[];
  /** The slug of the class that is chosen. */
  chosen?: string;
}

/** For everybody, or for one of the classes that somebody teaches; nothing where they teach none. */
export function OwnerField({ classes, chosen = "" }: Props) {
  const t = useTranslations("forms.owner");
  if (classes.length === 0) return null;
  return (
    <SelectField name="class" label={t("legend")} hint={t("hint")} defaultValue={chosen}>
      <option value="">{t("everybody")}</option>
      {classes.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
