/**
 * What a reader should look at twice before a text is stored. `text-layer`: the words of a PDF are those that it holds,
 * not surely those that it shows. `title-mismatch`: a page's title is about something else than its words, as before a wall.
 */
export const WARNINGS = ["text-layer", "short-text", "title-mismatch"] as const;
export type Warning = (typeof WARNINGS)[number];
