import { afterEach, describe, expect, it, vi } from "vitest";
import { log } from "#lib/log";

const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterEach(() => write.mockClear());
const written = () => write.mock.calls.map(([line]) => String(line)).join("");

describe("the log", () => {
  it("writes one line of JSON for each fact", () => {
    log.warn("two\nlines", { count: 2, big: 3n });
    expect(written()).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(written())).toMatchObject({ level: "warn", message: "two\nlines", count: 2, big: "3" });
  });

  it("hides secrets, by the field's name and in addresses, however deep", () => {
    log.info("connected", {
      sessionToken: "hush",
      request: { headers: { cookie: "hush", Authorization: "hush" } },
      url: "postgres://app:hush@localhost/grounds",
    });
    expect(written()).not.toContain("hush");
    expect(written()).toContain("postgres://localhost/grounds");
  });

  it("keeps of an error its name, message and code", () => {
    log.error("failed", { error: Object.assign(new TypeError("bad: postgres://app:hush@localhost"), { code: "X1" }) });
    expect(JSON.parse(written()).error).toMatchObject({
      name: "TypeError",
      message: "bad: postgres://localhost",
      code: "X1",
    });
    expect(written()).not.toContain("hush");
  });
});
