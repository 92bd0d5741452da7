import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OwnWords } from "#components/site/own-words";
import type { PlainBlock } from "#lib/text/plain-page";

interface Props {
  title: string;
  /** The owner's own words; null where they have said nothing, and `otherwise` stands in their place. */
  own: PlainBlock[] | null;
  otherwise: string[];
  /** Where whoever runs the forum is reached, as they say it. */
  contact: string | undefined;
  children: ReactNode;
}

/** A page on how things are here: what whoever runs the forum says, and below what the software itself does. */
export function ToldPage({ title, own, otherwise, contact, children }: Props) {
  const t = useTranslations("told");
  return (
    <article>
      <h1 className="title mb-6">{title}</h1>
      <OwnWords words={own ?? otherwise.map((text) => ({ kind: "paragraph", text }))} />
      {own === null && <p className="meta mt-4">{t("default")}</p>}
      <p className="mt-4">{contact ? t("contact", { contact }) : t("noContact")}</p>
      {children}
    </article>
  );
}
