import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Choice } from "#components/ui/choice";
import { SelectField, TextField } from "#components/ui/field";
import { Icon } from "#components/ui/icon";
import type { FormatName } from "#lib/maps/formats";
import { paths } from "#lib/paths";

/** Asks for a part of a map, or for a copy without names; what it sends changes nothing. */
export function PartForm({ slug, names, chosen }: { slug: string; names: FormatName[]; chosen: FormatName }) {
  const t = useTranslations("pages.exports");
  return (
    <section className="mt-8" aria-labelledby="part-title">
      <h2 className="section-title" id="part-title">
        {t("choose")}
      </h2>
      <form className="form mt-4" action={paths.api.export(slug)} method="get">
        <SelectField name="format" label={t("format")} defaultValue={chosen}>
          {names.map((name) => (
            <option key={name} value={name}>
              {t(`of.${name}.name`)}
            </option>
          ))}
        </SelectField>
        <TextField name="branch" label={t("branch")} hint={t("branchHint")} inputMode="numeric" pattern="[1-9][0-9]*" />
        <TextField name="depth" label={t("depth")} hint={t("depthHint")} inputMode="numeric" pattern="[1-9][0-9]*" />
        <Choice
          name="stance"
          legend={t("side")}
          chosen=""
          options={[
            { value: "", label: t("both") },
            { value: "PRO", label: t("PRO"), stance: "PRO" },
            { value: "CON", label: t("CON"), stance: "CON" },
          ]}
        />
        <Choice
          name="authors"
          legend={t("authors")}
          chosen="names"
          options={[
            { value: "names", label: t("names") },
            { value: "pseudonyms", label: t("pseudonyms") },
          ]}
        />
        <Button kind="solid">
          <Icon name="download" />
          {t("download")}
        </Button>
      </form>
    </section>
  );
}
