import { found } from "#lib/api/answer";
import { openapi } from "#lib/api/openapi";
import { door } from "#lib/door";
import { env } from "#lib/env";
import { version } from "../../../../package.json" with { type: "json" };

export const GET = door({ act: async () => found(openapi({ version, appUrl: env().APP_URL })) });
