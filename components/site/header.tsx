import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ThemeSwitch } from "#components/site/theme-switch";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";

export type Section = "threads" | "sources";

function SectionLinks({ current }: { current?: Section }) {
  const t = useTranslations("site");
  const sections = [
    ["threads", paths.home()],
    ["sources", paths.sources()],
  ] as const;
  return (
    <ul>
      {sections.map(([section, path]) => (
        <li key={section}>
          <a href={path} aria-current={section === current ? "page" : undefined}>
            {t(section)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** `viewer` is who is signed in, or the way to it. */
export function Header({ current, viewer }: { current?: Section; viewer?: ReactNode }) {
  const t = useTranslations("site");
  return (
    <header className="masthead">
      <div className="page">
        <a className="wordmark" href={paths.home()}>
          {t("name")}
        </a>
        <nav className="site-nav" aria-label={t("navigation")}>
          <SectionLinks current={current} />
        </nav>
        <div className="masthead-end">
          {viewer}
          <ThemeSwitch label={t("changeTheme")}>
            <Icon name="sun-moon" />
          </ThemeSwitch>
          <details className="site-menu">
            <summary className="icon-button" aria-label={t("menu")}>
              <Icon name="menu" />
            </summary>
            <SectionLinks current={current} />
          </details>
        </div>
      </div>
    </header>
  );
}
