import { describe, expect, test } from "vitest";
import { wordsOf } from "#lib/search/words";

describe("the words of a search", () => {
  test("are looked for in all that is said, and in the heading first", () => {
    expect(wordsOf("'law' & 'prison'")).toEqual({
      all: "'law' & 'prison'",
      head: "'law':A & 'prison':A",
      any: "'law' | 'prison'",
    });
  });

  test("keep a quote and a backslash inside a lexeme as they are", () => {
    expect(wordsOf("'o''brien' | 'c\\\\x'")?.head).toBe("'o''brien':A | 'c\\\\x':A");
  });

  test("of a phrase stay together where they are looked for, and are marked each", () => {
    const words = wordsOf("'due' <-> 'process' | 'court'");
    expect(words?.all).toBe("'due' <-> 'process' | 'court'");
    expect(words?.any).toBe("'due' | 'process' | 'court'");
  });

  test("that are not wanted are not marked", () => {
    expect(wordsOf("'law' & !'prison'")?.any).toBe("'law'");
    expect(wordsOf("'law' & !( 'due' <-> 'process' ) & 'court'")?.any).toBe("'law' | 'court'");
  });

  test("are none where there are only signs, or only what is not wanted", () => {
    expect(wordsOf("")).toBeNull();
    expect(wordsOf("!'prison'")).toBeNull();
    expect(wordsOf("!( 'due' <-> 'process' ) & !'law'")).toBeNull();
  });
});
