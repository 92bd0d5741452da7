/**
 * What a stored page depends on. A page names its tags in its metadata, `other: pageTags(tag.thread(id))`; the capture
 * reads them there, and the trigger on the events table notifies the same words in the transaction of the act.
 */

export const tag = {
  /** A page that lists many things: every event concerns it. */
  home: "home",
  thread: (id: string) => `t:${id}`,
  source: (id: string) => `s:${id}`,
};

/** Notified where it cannot be said which pages hold what was changed, as after words are blanked wherever they stand. */
const ALL = "all";

export const NAME = "page-tags";
const META = new RegExp(`<meta name="${NAME}" content="([^"]*)"`, "g");
const TAG = /^(?:home|[ts]:[\w-]+)$/;

/** For `other` in a page's metadata. */
export function pageTags(...tags: string[]): Record<string, string> {
  return { [NAME]: tags.join(" ") };
}

/**
 * The tags that an answer names, a page in its metadata and a file in a header of this name, or null where it names none
 * or one that is not a tag: such an answer is not kept. What people write cannot pretend to be one, since its angle
 * brackets are escaped.
 */
export function readTags(html: string, header?: string): ReadonlySet<string> | null {
  const named = header === undefined ? Array.from(html.matchAll(META), ([, content = ""]) => content) : [header];
  const tags = named.flatMap((words) => words.split(" ").filter((word) => word !== ""));
  return tags.length > 0 && tags.every((word) => TAG.test(word)) ? new Set(tags) : null;
}

/** Whether a notification concerns a page of these tags. */
export function concerns(notified: string, tags: ReadonlySet<string>): boolean {
  return tags.has(notified) || notified === ALL || tags.has(tag.home);
}
