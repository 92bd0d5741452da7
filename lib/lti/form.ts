/** The forms about learning platforms: their fields, and what the verbs take. Pure. */
import { z } from "zod";
import { platformInput } from "#lib/lti/schema";
import { oneLine } from "#lib/text/one-line";

const typed = z.string().default("");

/** Several, one a line; empty lines are none. */
const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

export const registeringPlatform = z
  .object({
    ...{ name: typed, issuer: typed, clientId: typed, deployments: typed },
    ...{ loginUrl: typed, tokenUrl: typed, jwksUrl: typed, origins: typed },
  })
  .transform(({ name, deployments, origins, ...said }, context) => {
    const trimmed = Object.fromEntries(Object.entries(said).map(([field, text]) => [field, text.trim()]));
    const input = { ...trimmed, name: oneLine(name), deployments: lines(deployments), origins: lines(origins) };
    const parsed = platformInput.safeParse(input);
    if (parsed.success) return parsed.data;
    // Of several in one field the field is named.
    for (const { path } of parsed.error.issues) {
      const field = String(path[0]);
      const blank = input[field as "name"] === undefined || input[field as "name"].length === 0;
      context.addIssue({ code: "custom", message: blank ? "blank" : messageOf(field), path: [field] });
    }
    return z.NEVER;
  });

const messageOf = (field: string) => (/Url$|^origins$/.test(field) ? "platform-address-unfit" : "field-unfit");

export const namingPlatform = z.object({ issuer: z.string(), clientId: z.string() });
