/** What this site tells programs that read it: every reading page, and none of the forms. */
import { paths } from "#lib/paths";

/** Pages that are made for one person, and doors for programs that come with a key. */
const CLOSED = ["/api/", "/c/", "/dev/", "/m/", "/m$", "/search", "/settings", "/sign-in", "/join"];
/** A form's own address, with or without a query; what merely begins alike is a page. */
const form = (path: string) => [`${path}$`, `${path}?`];
const FORMS = [
  ...form(paths.openThread()),
  ...form(paths.bringSource()),
  "/t/*/argue",
  "/a/*/edit",
  "/a/*/withdraw",
  "/a/*/moved",
  "/s/*/correct",
];

export const robotsOf = (site: string): string =>
  `${["User-agent: *", ...[...CLOSED, ...FORMS].map((path) => `Disallow: ${path}`), "", `Sitemap: ${site}/sitemap.xml`].join("\n")}\n`;
