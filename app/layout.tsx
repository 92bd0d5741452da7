import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "#components/site/frame";
import { ViewerMenu } from "#components/site/viewer-menu";
import { env } from "#lib/env";
import { LOCALE } from "#lib/words";
import "./globals.css";

/** Whatever is rendered while the site is built has neither a nonce nor hashes, so nothing is. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
  };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const t = await getTranslations("site");
  const policy = (await headers()).get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return (
    // The script sets the chosen theme on the element before anything is painted.
    <html lang={LOCALE} suppressHydrationWarning>
      <head>
        <script src="/theme.js" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <Frame
          viewer={
            <ViewerMenu
              signIn={t("signIn")}
              settings={t("settings")}
              news={t("news")}
              review={t("review")}
              classes={t("classes")}
            />
          }
        >
          {children}
        </Frame>
      </body>
    </html>
  );
}
