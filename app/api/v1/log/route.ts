import { file, found } from "#lib/api/answer";
import { entriesOf, logQuery } from "#lib/api/judging-routes";
import { door } from "#lib/door";
import { csvOf } from "#lib/moderation/log-file";
import { getLog, listLog, logAsked } from "#lib/moderation/queries/log";

export const GET = door({
  query: logQuery,
  act: async (_viewer, { query: { after, format, ...narrow } }) => {
    const asked = logAsked({ ...narrow, page: after });
    if (format === "csv")
      return file(csvOf(await listLog(asked)), { mediaType: "text/csv; charset=utf-8", name: "log.csv" });
    const { entries, more } = await getLog(asked);
    return found({ items: entriesOf(entries), next: more ? String(asked.page + 1) : null });
  },
});
