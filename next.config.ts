import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Titles and page tags stand in the head for every reader, never in a late part of the page.
  htmlLimitedBots: /.*/,
  // `npm run check` asks the compiler, of the tests as well; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // They read files of their own folders when they run.
  serverExternalPackages: ["pg-boss", "nodemailer", "@resvg/resvg-js", "pdfkit", "docx", "write-excel-file"],
  // The largest form, a file; what other forms may send, the front decides.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
};

export default createNextIntlPlugin("./lib/words.ts")(config);
