import { file } from "#lib/api/answer";
import { csvOf } from "#lib/moderation/log-file";
import { listLog, logAsked } from "#lib/moderation/queries/log";

/** The log as the page shows it, narrowed alike, as a table. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const answer = file(csvOf(await listLog(logAsked(query))), { mediaType: "text/csv; charset=utf-8", name: "log.csv" });
  answer.headers.set("cache-control", "no-store");
  answer.headers.set("x-content-type-options", "nosniff");
  return answer;
}
