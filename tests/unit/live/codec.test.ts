import { describe, expect, it } from "vitest";
import { lineOf, placeOf, REPLAY_MAX, resetLine } from "#lib/live/codec";

const LATEST = 1_000;
const place = (last: string | undefined, after: string | null = null) => placeOf({ last, after }, "thread1", LATEST);

describe("a line of the stream", () => {
  it("carries its place, ids and codes, in the form that browsers read", () => {
    expect(lineOf("thread1", { id: 7, kind: "argument.posted", argument: "a", parent: "b" })).toBe(
      'id: thread1.7\ndata: {"id":7,"kind":"argument.posted","argument":"a","parent":"b"}\n\n',
    );
    expect(resetLine("thread1", 9)).toBe('id: thread1.9\nevent: reset\ndata: {"id":9}\n\n');
  });
});

describe("the place where a page goes on", () => {
  it("is the browser's own note before the page's address", () => {
    expect(place(undefined, "990")).toBe(990);
    expect(place("thread1.995", "990")).toBe(995);
    expect(place("thread1.1000")).toBe(LATEST);
  });

  it("is nowhere for a note of another thread, of the future, or of no thread", () => {
    for (const last of ["thread2.995", "thread1.1001", "995", "thread1.4294967296", "thread1.99999999999"])
      expect(place(last, "990"), last).toBeNull();
  });

  it("is nowhere for anything else that somebody sends", () => {
    const garbage = [
      "",
      "x",
      "thread1.",
      ".7",
      "thread1.-1",
      "thread1.7e2",
      "thread1.7\n8",
      `thread1.${"9".repeat(5_000)}`,
      "٧",
    ];
    for (const last of garbage) expect(place(last, "990"), last).toBeNull();
    for (const after of [null, ...garbage]) expect(place(undefined, after), String(after)).toBeNull();
  });

  it("is nowhere where more was missed than is told one by one", () => {
    expect(place(`thread1.${LATEST - REPLAY_MAX}`)).toBe(LATEST - REPLAY_MAX);
    expect(place(`thread1.${LATEST - REPLAY_MAX - 1}`)).toBeNull();
    expect(place(undefined, "0")).toBeNull();
  });
});
