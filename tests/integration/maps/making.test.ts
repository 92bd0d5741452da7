import { beforeAll, describe, expect, test } from "vitest";
import type { FormatName } from "#lib/maps/formats";
import { makeFile } from "#lib/maps/making";
import { framed } from "#lib/maps/making-frames";
import { Missing, Refused } from "#lib/verdict";
import { GET as exported } from "../../../app/api/v1/threads/[slug]/export/route.ts";
import { anArgument, aSource, aThread, person } from "../../support/world.ts";

let slug: string;
beforeAll(async () => {
  const naledi = await person("naledi");
  const text = await aSource(naledi);
  slug = await aThread(naledi, text);
  await anArgument(naledi, slug, text);
});

const wanted = (format: FormatName, part = {}) => ({ slug, format, part });
const waiting = (whose: string, signal = new AbortController().signal) => ({ whose, signal });

describe("making a file", { timeout: 60_000 }, () => {
  test.each(["pdf", "docx", "flow-xlsx", "png"] as const)("%s is made in a thread of its own", async (format) => {
    const told: (number | null)[] = [];
    const before = process.threadCpuUsage();
    const bytes = await makeFile(null, wanted(format), { ...waiting("one"), told: (part) => told.push(part) });
    const { user, system } = process.threadCpuUsage(before);
    expect(bytes.length).toBeGreaterThan(1_000);
    // In microseconds: others wait for what this thread of the process does, and hardly at all for this.
    expect((user + system) / 1_000).toBeLessThan(200);
    expect(told[0]).toBe(0);
  });

  test("what one may not see is missing there as here, and so is a branch that there is not", async () => {
    for (const format of ["json", "pdf"] as const) {
      await expect(makeFile(null, { ...wanted(format), slug: "none" }, waiting("one"))).rejects.toThrow(Missing);
      await expect(makeFile(null, wanted(format, { branch: 99_999 }), waiting("one"))).rejects.toThrow(Missing);
    }
  });

  test("whoever goes away has cancelled it, in line and in hand, and the place is free", async () => {
    for (const after of [0, 150]) {
      const gone = new AbortController();
      const made = makeFile(null, wanted("pdf"), waiting("one", gone.signal));
      setTimeout(() => gone.abort(new Error("gone")), after);
      await expect(made).rejects.toThrow("gone");
    }
    const [first, second] = await Promise.all([1, 2].map(() => makeFile(null, wanted("docx"), waiting("one"))));
    expect(first?.slice(0, 2)).toEqual(second?.slice(0, 2));
  });

  test("two at a time are one person's, however many others wait", async () => {
    const mine = [1, 2, 3].map(() => makeFile(null, wanted("docx"), waiting("me")));
    // As one is sent away the other two stand in line.
    await Promise.any(
      mine.map((made) =>
        made.then(
          () => Promise.reject(),
          () => true,
        ),
      ),
    );
    const told: (number | null)[] = [];
    const others = makeFile(null, wanted("docx"), { ...waiting("you"), told: (part) => told.push(part) });
    const outcomes = await Promise.allSettled(mine);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(1);
    expect((refused[0] as PromiseRejectedResult).reason).toMatchObject({ code: "makers-crowded" });
    expect((await others).length).toBeGreaterThan(1_000);
    expect(told[0]).toBe(null);
  });

  test("a refusal inside comes out as one, with its sentence's values", async () => {
    const refused = await exported(new Request(`http://localhost/x?format=none`), {
      params: Promise.resolve({ slug }),
    });
    expect(refused.status).toBe(422);
  });
});

describe("a file with the news of its making", { timeout: 60_000 }, () => {
  async function read(response: Response) {
    const bytes = Buffer.from(await response.arrayBuffer());
    const lines: Record<string, unknown>[] = [];
    let at = 0;
    while (at < bytes.length) {
      const end = bytes.indexOf("\n", at);
      const line = JSON.parse(bytes.subarray(at, end).toString());
      lines.push(line);
      at = end + 1;
      if ("bytes" in line) break;
    }
    return { lines, rest: bytes.subarray(at) };
  }

  test("tells how far it is, how long the file is, and gives it", async () => {
    const response = new Response(framed((news) => makeFile(null, wanted("pdf"), { whose: "one", ...news })));
    const { lines, rest } = await read(response);
    expect(lines[0]).toEqual({ part: 0 });
    expect(lines.at(-1)).toEqual({ bytes: rest.length });
    expect(rest.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("of what is refused, or not there, gives the sentence", async () => {
    const refusing = framed(() => Promise.reject(new Refused("makers-crowded")));
    expect(await new Response(refusing).text()).toMatch(/^\{"refused":"Many files .+"\}\n$/);
    const missing = framed((news) => makeFile(null, { ...wanted("pdf"), slug: "none" }, { whose: "one", ...news }));
    expect(await new Response(missing).text()).toMatch(/^\{"refused":".+"\}\n$/);
  });

  test("stops when the reader goes", async () => {
    let reason: unknown;
    const stream = framed(
      ({ signal, told }) =>
        new Promise((_, reject) => {
          told(0);
          signal.addEventListener("abort", () => {
            reason = signal.reason;
            reject(signal.reason);
          });
        }),
    );
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(reason).toBeInstanceOf(Error);
  });
});
