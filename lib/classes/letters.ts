/** The letters to the teachers of a class. */
import { createTranslator } from "use-intl/core";
import { absolute } from "#lib/mail/send";
import { paths } from "#lib/paths";
import en from "#messages/en" with { type: "json" };

const t = createTranslator({ locale: "en-GB", messages: en, namespace: "classes.letter", timeZone: "UTC" });

export function classEndsLetter({ slug, name, day }: { slug: string; name: string; day: Date }): {
  subject: string;
  text: string;
} {
  const text = t("text", { name, day, link: absolute(paths.classSettings(slug)) });
  return { subject: t("subject", { name, day }), text: `${text}\n` };
}

export function codeFullLetter({ slug, name, cap }: { slug: string; name: string; cap: number }): {
  subject: string;
  text: string;
} {
  const text = t("codeFull.text", { name, cap, link: absolute(paths.classPeople(slug)) });
  return { subject: t("codeFull.subject", { name }), text: `${text}\n` };
}
