/** The words of the interface, for the server alone: no bundle of them goes to a browser. */
import type {} from "next-intl";
import { getRequestConfig } from "next-intl/server";
import messages from "#messages/en";

/** British English, for the order of dates: 13 Nov. */
export const LOCALE = "en-GB";

declare module "next-intl" {
  interface AppConfig {
    Messages: typeof messages;
  }
}

export default getRequestConfig(async () => ({ locale: LOCALE, messages, timeZone: "UTC" }));
