import { env } from "#lib/env";
import { answerFile } from "#lib/feeds/answer";
import { robotsOf } from "#lib/feeds/robots";

export const dynamic = "force-dynamic";

export const GET = (request: Request) => answerFile(request, "text/plain", () => robotsOf(env().APP_URL));
