import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import messages from "#messages/en";

interface Props {
  /** What a form shows as a reading page does. */
  also?: "versions" | "modes" | "sanctions" | "assignments";
  children: ReactNode;
}

/** Hands the words of the forms, and no others, to the parts that run in the browser. */
export function WordsOfForms({ also, children }: Props) {
  const words = { forms: messages.forms, ...(also && { [also]: messages[also] }) };
  return <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>;
}
