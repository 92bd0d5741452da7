"use client";

import { Failure } from "#components/site/failure";
import words from "#messages/en-failure";
import "./globals.css";

/** When even the frame of the page failed: its own document, with the same words. */
export default function GlobalFault({ retry }: { retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>{words.title}</title>
        <main className="page">
          <Failure retry={retry} />
        </main>
      </body>
    </html>
  );
}
