/**
 * Where a write waits until no process serves what it changed. The server's process puts the means on the global
 * object, because the caller is a bundled copy of this module that shares no variable with the server's own.
 */
const KEY = Symbol.for("grounds.pages");

const hall = globalThis as { [KEY]?: () => Promise<void> };

export function provideBarrier(wait: () => Promise<void>): void {
  hall[KEY] = wait;
}

/**
 * To be awaited after COMMIT: every process that serves pages has then forgotten those that showed what was changed.
 * It waits half a second at most and never fails. Where no pages are served it returns at once; the notification
 * that the database sends with the commit still reaches whoever serves.
 */
export async function barrier(): Promise<void> {
  await hall[KEY]?.();
}
