/** A page's query as Next gives it. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** Each name once: of several the first. */
export async function singles(query: PageQuery): Promise<Record<string, string | undefined>> {
  const entries = Object.entries(await query);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}
