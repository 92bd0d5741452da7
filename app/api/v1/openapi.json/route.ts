import { found } from "#lib/api/answer";
import { openapi } from "#lib/api/openapi";
import { door } from "#lib/door";
import { env } from "#lib/env";
import manifest from "../../../../package.json" with { type: "json" };

export const GET = door({ act: async () => found(openapi({ version: manifest.version, appUrl: env().APP_URL })) });
