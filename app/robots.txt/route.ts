import { env } from "#lib/env";
import { answerFile } from "#lib/feeds/answer";
import { robotsOf } from "#lib/feeds/robots";
import { tag } from "#lib/pages/tags";

export const dynamic = "force-dynamic";

export const GET = () => answerFile("text/plain", () => ({ body: robotsOf(env().APP_URL), tag: tag.home }));
