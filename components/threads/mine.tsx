"use client";

import type { Followed } from "#lib/notices/view";
import type { NewsView } from "#lib/visits/news";

/** What a page of a thread is told of its reader; each field is its room's. `app/api/mine/route.ts` answers it. */
export interface Mine {
  /** What is new since the last visit. */
  news: NewsView;
  /** What they follow in it. */
  followed: Followed;
}
