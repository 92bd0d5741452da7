/** What is told on a page about its outlines, so that whoever adds to them need not know one another. */

/** On the document, with the list that came, for whoever adds to its cards. */
export const CAME = "outline:came";

/** On a list, by whoever put entries into it. */
export const CHANGED = "outline:changed";

/**
 * On the document when the page was made anew in place: what a part of it has fetched by itself may be old. Its detail are
 * the arguments that it concerns, or null where that is not known.
 */
export const REFRESHED = "thread:refreshed";
