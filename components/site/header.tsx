import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchField } from "#components/site/search-field";
import { SearchKey } from "#components/site/search-key";
import { SectionLinks } from "#components/site/section-links";
import { ThemeSwitch } from "#components/site/theme-switch";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";

/** `viewer` is who is signed in, or the way to it. */
export function Header({ viewer }: { viewer?: ReactNode }) {
  const t = useTranslations("site");
  const links = <SectionLinks threads={t("threads")} sources={t("sources")} />;
  return (
    <header className="masthead">
      <div className="page">
        <a className="wordmark" href={paths.home()}>
          {t("name")}
        </a>
        <nav className="site-nav" aria-label={t("navigation")}>
          {links}
        </nav>
        <div className="masthead-end">
          <SearchField />
          <SearchKey />
          <span className="viewer">{viewer}</span>
          <ThemeSwitch label={t("changeTheme")}>
            <Icon name="sun-moon" />
          </ThemeSwitch>
          <details className="site-menu">
            <summary className="icon-button" aria-label={t("menu")}>
              <Icon name="menu" />
            </summary>
            <nav aria-label={t("navigation")}>
              <SearchField />
              {links}
            </nav>
          </details>
        </div>
      </div>
    </header>
  );
}
