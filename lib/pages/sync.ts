/** One round of question and answers among the processes that serve pages; they are known by their database pids. */
export class Sync {
  readonly #answered = new Set<number>();
  readonly #done = Promise.withResolvers<void>();
  #asked: readonly number[] | null = null;

  /** Resolves when everybody asked has answered. */
  get done(): Promise<void> {
    return this.#done.promise;
  }

  /** Answers may arrive before it is known who was asked. */
  answer(pid: number): void {
    this.#answered.add(pid);
    this.#check();
  }

  ask(pids: readonly number[]): void {
    this.#asked = pids;
    this.#check();
  }

  #check(): void {
    if (this.#asked?.every((pid) => this.#answered.has(pid))) this.#done.resolve();
  }
}
