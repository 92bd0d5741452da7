import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Footer } from "#components/site/footer";
import { Header, type Section } from "#components/site/header";

interface Props {
  current?: Section;
  viewer?: ReactNode;
  children: ReactNode;
}

/** Everything around a page: the way past the header, header, main, footer. */
export function Frame({ current, viewer, children }: Props) {
  const t = useTranslations("site");
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <Header current={current} viewer={viewer} />
      <main className="page" id="main">
        {children}
      </main>
      <Footer />
    </>
  );
}
