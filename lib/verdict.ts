/** How a rule answers: yes, or no with a code and values; the sentence for the code stands in `messages/`. */

export type Values = Record<string, string | number>;

/** What kind of no: it decides the HTTP status. */
export type Ground = "forbidden" | "unprocessable" | "conflict" | "too-many" | "unauthenticated" | "unavailable";

export const STATUS: Record<Ground, number> = {
  forbidden: 403,
  unprocessable: 422,
  conflict: 409,
  "too-many": 429,
  unauthenticated: 401,
  unavailable: 503,
};

export type Verdict = { ok: true } | { ok: false; code: string; values?: Values };

export const yes: Verdict = { ok: true };
export const no = (code: string, values?: Values): Verdict => ({ ok: false, code, values });

/** An act that the rules refuse. `details` holds what helps to mend it, for instance the nearest passage. */
export class Refused extends Error {
  readonly code: string;
  readonly ground: Ground;
  readonly values: Values;
  readonly details: Record<string, unknown>;

  constructor(code: string, options: { ground?: Ground; values?: Values; details?: Record<string, unknown> } = {}) {
    super(code);
    this.code = code;
    this.ground = options.ground ?? "unprocessable";
    this.values = options.values ?? {};
    this.details = options.details ?? {};
  }
}

/** What does not exist, or what this viewer may not see: the two look alike. */
export class Missing extends Error {
  constructor() {
    super("missing");
  }
}

/** Throws `Refused` where the verdict is no. */
export function must(verdict: Verdict): void {
  if (!verdict.ok) throw new Refused(verdict.code, { ground: "forbidden", values: verdict.values });
}
