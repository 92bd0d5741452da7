import type { Page } from "#lib/pages/capture";
import { concerns } from "#lib/pages/tags";

/** Some five hundred long threads with their payloads: more than a forum of one machine has in daily use. */
const LIMIT_BYTES = 128 * 2 ** 20;

interface Entry {
  page: Promise<Page>;
  /** null while the page is being rendered: until it is known what it shows, every notification concerns it. */
  tags: ReadonlySet<string> | null;
  bytes: number;
}

/**
 * Pages in memory, by key, the least recently used first. It keeps nothing while it is shut, which it is until
 * somebody listens for changes; then each request is a render of its own.
 */
export class PageStore {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;
  #bytes = 0;
  #open = false;

  constructor(limitBytes = LIMIT_BYTES) {
    this.#limit = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Whether this page is here, or on its way. */
  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The page of this key; those who ask while it is being rendered share the one render. */
  get(key: string, render: () => Promise<Page>): Promise<Page> {
    if (!this.#open) return render();
    const known = this.#entries.get(key);
    if (known) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.page;
    }
    const entry: Entry = { page: render(), tags: null, bytes: 0 };
    this.#entries.set(key, entry);
    entry.page.then(
      (page) => this.#settle(key, entry, page),
      () => this.#settle(key, entry, null),
    );
    return entry.page;
  }

  /** Forgets what shows the thing of this tag, and whatever is being rendered now. */
  invalidate(tag: string): void {
    for (const [key, { tags }] of this.#entries) if (tags === null || concerns(tag, tags)) this.#drop(key);
  }

  /** To be called when changes are listened to again: what was rendered before is gone. */
  open(): void {
    this.shut();
    this.#open = true;
  }

  shut(): void {
    this.#open = false;
    this.#entries.clear();
    this.#bytes = 0;
  }

  #settle(key: string, entry: Entry, page: Page | null): void {
    if (this.#entries.get(key) !== entry) return;
    if (page === null || page.tags === null) {
      this.#drop(key);
      return;
    }
    entry.tags = page.tags;
    entry.bytes = page.bytes;
    this.#bytes += page.bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}
