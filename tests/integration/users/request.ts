/**
 * The request in which Next would run the code under test. A test puts this in the place of Next's own modules:
 * `vi.mock("next/headers", () => import("./request.ts"))`, likewise `next/navigation` and `next/cache`.
 */

interface SetCookie {
  name: string;
  value: string;
  options: Record<string, unknown>;
}

export const request = { cookie: "", headers: {} as Record<string, string>, set: [] as SetCookie[] };

export const headers = async () => new Headers({ ...request.headers, cookie: request.cookie });

export const cookies = async () => ({
  set: (name: string, value: string, options: Record<string, unknown>) => request.set.push({ name, value, options }),
});

/** How an action leaves the page that it was called from. */
export class Left extends Error {}

export const redirect = (path: string): never => {
  throw new Left(path);
};

export const notFound = (): never => {
  throw new Left("not found");
};

export const refresh = (): void => {};

/** As a browser with this session cookie, or with none. */
export function carry(value?: string): void {
  request.cookie = value === undefined ? "theme=dark" : `theme=dark; grounds.session=${value}`;
  request.set = [];
}

export function lastSet(): SetCookie {
  const cookie = request.set.at(-1);
  if (!cookie) throw new Error("no cookie was set");
  return cookie;
}

export function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  return form;
}
