/** The one place that turns errors of the database into refusals that have a sentence. */
import { Refused } from "#lib/verdict";

/** The database's own rules (constraint or trigger) by name, and the code whose sentence a person reads. */
const RULES: Record<string, string> = {
  passage_is_the_text: "quote-not-found",
  passage_length: "quote-too-short",
  passage_ends: "quote-at-space",
  revision_needs_citation: "no-citation",
  citation_needs_span: "no-citation",
  spans_in_order: "spans-overlap",
  citation_length: "quote-too-long",
  link_closes_no_circle: "link-closes-circle",
  link_not_itself: "link-closes-circle",
  links_living: "link-exists",
  link_only_ends: "link-has-ended",
  rating_of_another: "rating-own",
  rating_of_a_living_link: "rating-ended",
  rating_of_what_stands: "argument-gone",
  split_is_answered_once: "split-answered",
  wording_is_anothers: "wording-own",
  wording_is_answered_once: "wording-answered",
  thread_needs_policy: "no-policy",
  users_handle_key: "handle-taken",
  users_skeleton_key: "handle-taken",
  users_email_key: "email-taken",
  threads_slug_key: "slug-taken",
  sources_slug_key: "slug-taken",
};

/** Conflicts of concurrency and outages by SQLSTATE: nothing was stored, and trying again is safe. */
const STATES: Record<string, "busy" | "database-unavailable"> = {
  "40001": "busy",
  "40P01": "busy",
  "55P03": "busy",
  "57014": "busy",
  "53100": "database-unavailable",
  "53300": "database-unavailable",
  "57P01": "database-unavailable",
  "57P03": "database-unavailable",
};

const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|Server has closed the connection|connection error|timeout exceeded when trying to connect|Can't reach database/i;

/** The refusal that a database error stands for, or null where it is a bug. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  const texts = textsOf(error);
  const rule = Object.keys(RULES).find((name) => texts.some((text) => text.includes(name)));
  if (rule)
    return new Refused(RULES[rule] as string, {
      ground: rule.endsWith("_key") || rule === "links_living" ? "conflict" : "unprocessable",
    });
  const state = Object.keys(STATES).find((code) => texts.includes(code));
  if (state) return new Refused(STATES[state] as string, { ground: "unavailable" });
  if (texts.some((text) => UNREACHABLE.test(text) || text === "P2028" || text === "P2024")) {
    return new Refused("database-unavailable", { ground: "unavailable" });
  }
  return null;
}

/** Everything that an error and its causes say: Prisma nests the driver's error in several ways. */
function textsOf(error: unknown, depth = 0): string[] {
  if (typeof error === "string") return [error];
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const own = error instanceof Error ? [error.message] : [];
  return [
    ...own,
    ...Object.values(error).flatMap((value) => textsOf(value, depth + 1)),
    ...(error instanceof Error ? textsOf(error.cause, depth + 1) : []),
  ];
}
