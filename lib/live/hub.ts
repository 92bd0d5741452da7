/**
 * Who listens to which thread in this process, and what each is told. A notification makes it read once what happened in
 * its thread, and once whose sessions last, for all who listen. Each stream knows after which event it is: so nothing is
 * told twice and nothing left out, whether it comes from a notification, after deafness, or from before the stream.
 */
import { lineOf, resetLine } from "#lib/live/codec";
import { type LiveThread, listHappened, listLiveThreads, PORTION, told } from "#lib/live/queries";
import { log } from "#lib/log";
import { maySee } from "#lib/threads/policy";
import { listLasting } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";

export interface Stream {
  thread: string;
  /** Null for a stranger. */
  session: string | null;
  /** The number of the event that it was told last, or that it has already. */
  place: number;
  write(text: string): void;
  /** Its reader may no longer listen; whether another stream is let in, is asked when it comes. */
  cut(): void;
}

interface Topic {
  streams: Set<Stream>;
  /** Something happened that has not been read yet. */
  due: boolean;
  reading: boolean;
}

/** Sessions and threads as they are now. */
interface Rights {
  sessions: Map<string, Person>;
  threads: Map<string, LiveThread>;
}

export class Hub {
  readonly #topics = new Map<string, Topic>();

  /** Answers how it leaves. What happened after its place is on its way. */
  join(stream: Stream): () => void {
    const topic = this.#topics.get(stream.thread) ?? { streams: new Set(), due: false, reading: false };
    this.#topics.set(stream.thread, topic);
    topic.streams.add(stream);
    this.#tell(stream.thread);
    return () => {
      topic.streams.delete(stream);
      if (topic.streams.size === 0 && this.#topics.get(stream.thread) === topic) this.#topics.delete(stream.thread);
    };
  }

  /** Every stream that is open. */
  streams(): Stream[] {
    return [...this.#topics.values()].flatMap(({ streams }) => [...streams]);
  }

  /** Changes are heard again: whatever was missed is read now. */
  open(): void {
    for (const thread of this.#topics.keys()) this.#tell(thread);
  }

  /** Streams stay while nothing is heard: what they miss comes when it is. */
  shut(): void {}

  /** A notification, in the words of `lib/pages/tags.ts`. */
  invalidate(tag: string): void {
    if (tag.startsWith("t:")) this.#tell(tag.slice(2));
    // A session may have ended, or a person gone.
    else if (tag === "site") void this.examine();
    // Words were blanked, nobody can say where.
    else if (tag === "all") for (const stream of this.streams()) stream.write(resetLine(stream.thread, stream.place));
  }

  /** Cuts every stream whose reader may no longer listen, and reads what could not be read before. */
  async examine(): Promise<void> {
    const streams = this.streams();
    if (streams.length === 0) return;
    try {
      const rights = await rightsOf(streams);
      for (const stream of streams) if (viewerOf(stream, rights) === undefined) stream.cut();
    } catch (error) {
      log.warn("it could not be asked who may listen", { error });
    }
    for (const [thread, { due }] of this.#topics) if (due) this.#tell(thread);
  }

  /** One reading at a time; what is notified meanwhile is read after it. */
  #tell(thread: string): void {
    const topic = this.#topics.get(thread);
    if (!topic) return;
    topic.due = true;
    if (topic.reading) return;
    topic.reading = true;
    this.#read(thread, topic)
      .catch((error) => {
        topic.due = true;
        log.warn("what happened in a thread could not be read", { error });
      })
      .finally(() => {
        topic.reading = false;
      });
  }

  async #read(thread: string, topic: Topic): Promise<void> {
    while (topic.due && topic.streams.size > 0) {
      topic.due = false;
      // Who joins while this is read may be further back: they are told by the next reading.
      const streams = [...topic.streams];
      const after = Math.min(...streams.map(({ place }) => place));
      const happened = await listHappened(thread, after);
      if (happened.length === 0) continue;
      const rights = await rightsOf(streams);
      for (const stream of streams) {
        const viewer = viewerOf(stream, rights);
        if (viewer === undefined) {
          stream.cut();
          continue;
        }
        const news = happened.filter(({ number }) => number > stream.place);
        const lines = news.flatMap((one) => {
          const event = told(viewer, thread, one);
          return event ? [lineOf(thread, event)] : [];
        });
        stream.place = Math.max(stream.place, news.at(-1)?.number ?? 0);
        if (lines.length > 0) stream.write(lines.join(""));
      }
      if (happened.length === PORTION) topic.due = true;
    }
  }
}

async function rightsOf(streams: Stream[]): Promise<Rights> {
  const asked = new Set(streams.flatMap(({ session }) => session ?? []));
  const [sessions, threads] = await Promise.all([
    asked.size > 0 ? listLasting([...asked]) : new Map<string, Person>(),
    listLiveThreads([...new Set(streams.map(({ thread }) => thread))]),
  ]);
  return { sessions, threads };
}

/** Who listens, as they are now; undefined where they may no longer. */
function viewerOf({ session, thread: id }: Stream, { sessions, threads }: Rights): Person | null | undefined {
  const viewer = session === null ? null : sessions.get(session);
  const thread = threads.get(id);
  return viewer !== undefined && thread && maySee(viewer, thread) ? viewer : undefined;
}
