import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Footer } from "#components/site/footer";
import { Header } from "#components/site/header";
import { Sprite } from "#components/ui/sprite";

/** Everything around a page: the way past the header, header, main, footer. */
export function Frame({ viewer, children }: { viewer?: ReactNode; children: ReactNode }) {
  const t = useTranslations("site");
  return (
    <>
      <Sprite />
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <Header viewer={viewer} />
      <main className="page" id="main">
        {children}
      </main>
      <Footer />
    </>
  );
}
