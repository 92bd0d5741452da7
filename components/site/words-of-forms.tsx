import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import messages from "#messages/en";

/** Hands the words of the forms, and no others, to the parts that run in the browser. */
export function WordsOfForms({ children }: { children: ReactNode }) {
  return <NextIntlClientProvider messages={{ forms: messages.forms }}>{children}</NextIntlClientProvider>;
}
