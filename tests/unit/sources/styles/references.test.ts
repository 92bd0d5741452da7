import { describe, expect, test } from "vitest";
import type { CslItem } from "#lib/sources/csl";
import { plain, type Run } from "#lib/sources/styles/runs";
import { citationLine, STYLES, type StyleName } from "#lib/sources/styles/styles";
import { titleCase } from "#lib/sources/styles/title-case";
import { BOOK, DIGEST, HERALD, JOURNAL, PAY, SURVEY } from "./works.ts";

/** Italics between asterisks. */
const starred = (runs: Run[]) =>
  runs.map((run) => (typeof run !== "string" && "italic" in run ? `*${run.italic}*` : plain([run]))).join("");

const GOLDEN: Record<StyleName, [CslItem, string][]> = {
  apa: [
    [SURVEY, "Moss, A. (2025, March 2). *Library use survey 2025*. Example Press. https://example.org/survey"],
    [HERALD, "Lund, P., & Ek, E. (2026, January 9). Sunday hours cost more. *City Herald*. https://example.org/herald"],
    [
      JOURNAL,
      "Berg, O., Dahl, I., & Foss, T. (2024). Opening hours and reading. *Journal of Libraries*, *12*(3), 45–67. https://doi.org/10.1000/xyz",
    ],
    [PAY, "City Council. (2025). *Municipal pay scale*. City Council. https://example.org/pay"],
    [BOOK, "Vik, N. (2019). *Public rooms*. North Press."],
    [
      DIGEST,
      "*Inside the mega-prison where he would go 'in a heartbeat'* [Digest]. (n.d.). https://forum.example/s/inside",
    ],
  ],
  mla: [
    [SURVEY, "Moss, Ada. “Library Use Survey 2025.” *Example Press*, 2 Mar. 2025, https://example.org/survey."],
    [
      HERALD,
      "Lund, Per, and Eva Ek. “Sunday Hours Cost More.” *City Herald*, 9 Jan. 2026, https://example.org/herald.",
    ],
    [
      JOURNAL,
      "Berg, Ola, et al. “Opening Hours and Reading.” *Journal of Libraries*, vol. 12, no. 3, 2024, pp. 45–67, https://doi.org/10.1000/xyz.",
    ],
    [PAY, "City Council. *Municipal Pay Scale*. City Council, 2025, https://example.org/pay."],
    [BOOK, "Vik, Nora. *Public Rooms*. North Press, 2019."],
    [
      DIGEST,
      "“Inside the Mega-Prison Where He Would Go 'in a Heartbeat.'” https://forum.example/s/inside. Accessed 20 Nov. 2026. Digest.",
    ],
  ],
  chicago: [
    [SURVEY, "Moss, Ada. “Library Use Survey 2025.” Example Press, March 2, 2025. https://example.org/survey."],
    [
      HERALD,
      "Lund, Per, and Eva Ek. “Sunday Hours Cost More.” *City Herald*, January 9, 2026. https://example.org/herald.",
    ],
    [
      JOURNAL,
      "Berg, Ola, Ida Dahl, and Tor Foss. “Opening Hours and Reading.” *Journal of Libraries* 12, no. 3 (2024): 45–67. https://doi.org/10.1000/xyz.",
    ],
    [PAY, "City Council. “Municipal Pay Scale.” City Council, 2025. https://example.org/pay."],
    [BOOK, "Vik, Nora. *Public Rooms*. Oslo: North Press, 2019."],
    [
      DIGEST,
      "“Inside the Mega-Prison Where He Would Go 'in a Heartbeat.'” Digest, n.d. Accessed November 20, 2026. https://forum.example/s/inside.",
    ],
  ],
};

describe("a reference", () => {
  for (const [style, cases] of Object.entries(GOLDEN) as [StyleName, [CslItem, string][]][]) {
    test.each(cases.map(([item, text]) => [item.type, item.id, item, text] as const))(
      `in ${style} of a ${"%s"} (%s) is as the style has it`,
      (_type, _id, item, text) => expect(starred(STYLES[style].reference(item))).toBe(text),
    );
  }

  test("ends no title that has a mark of its own a second time, and sets quotation marks within one as single", () => {
    const { mla, apa } = STYLES;
    const item = { id: "a", type: "webpage", title: "Who said “never”?" };
    expect(starred(mla.reference(item))).toBe("“Who Said ‘Never’?”");
    expect(starred(apa.reference(item))).toBe("*Who said “never”?* (n.d.).");
  });

  test("says of a digest that has an outlet that it is one", () => {
    const item = { ...HERALD, genre: "Digest" };
    const written = (["apa", "mla", "chicago"] as const).map((style) => starred(STYLES[style].reference(item)));
    expect(written[0]).toContain("Sunday hours cost more [Digest]. *City Herald*.");
    expect(written[1]).toMatch(/herald\. Digest\.$/);
    expect(written[2]).toContain("“Sunday Hours Cost More.” Digest. *City Herald*, January 9, 2026.");
  });

  test("has as much of a date as is known", () => {
    const item: CslItem = { id: "a", type: "webpage", title: "Ferry", issued: { "date-parts": [[2025, 9]] } };
    const written = (["apa", "mla", "chicago"] as const).map((style) => starred(STYLES[style].reference(item)));
    expect(written).toEqual(["*Ferry*. (2025, September).", "“Ferry.” Sept. 2025.", "“Ferry.” September 2025."]);
  });
});

test("a title gets the capitals of English titles unless it is in another language or has its own", () => {
  expect(titleCase("the road: a view of iPhone users and the U.S. on example.org")).toBe(
    "The Road: A View of iPhone Users and the U.S. on example.org",
  );
  expect(titleCase("A Day In The Life Of")).toBe("A Day in the Life Of");
  expect(titleCase("Die lage der nation", "de")).toBe("Die lage der nation");
  expect(titleCase("A VIEW OF THE SEA")).toBe("A VIEW OF THE SEA");
  expect(titleCase("don’t look up")).toBe("Don’t Look Up");
});

describe("a quotation's line", () => {
  const at = {
    quote: "Sunday hours are paid",
    paragraph: 4,
    url: "https://forum.example/s/x?from=1&to=22",
    accessedOn: "2026-11-20",
  };

  test("on a debate card is the golden cite, then the words", () => {
    expect(citationLine("card", HERALD, at)).toBe(
      "Lund and Ek 26 (Per Lund, Eva Ek, “Sunday hours cost more,” City Herald, 1-9-2026, https://example.org/herald, accessed 11-20-2026), para. 4: “Sunday hours are paid”",
    );
    expect(citationLine("card", DIGEST, at)).toMatch(
      /^Inside the mega-prison .* n\.d\. \(“Inside .*,'” digest, n\.d\., /,
    );
    expect(citationLine("card", JOURNAL, at)).toMatch(/^Berg et al\. 24 /);
  });

  test.each([
    [
      "apa",
      "(Lund & Ek, 2026, para. 4)",
      "(“Inside the mega-prison where he would go 'in a heartbeat,'” n.d., para. 4)",
    ],
    ["mla", "(Lund and Ek, par. 4)", "(“Inside the Mega-Prison Where He Would Go 'in a Heartbeat,'” par. 4)"],
    [
      "chicago",
      "(Lund and Ek, “Sunday Hours Cost More,” para. 4)",
      "(“Inside the Mega-Prison Where He Would Go 'in a Heartbeat,'” para. 4)",
    ],
  ] as const)("in %s names author or title and the paragraph, then the work", (style, named, untitled) => {
    const line = citationLine(style, HERALD, at);
    expect(line).toBe(`“${at.quote}” ${named}. ${plain(STYLES[style].reference(HERALD))}`);
    expect(citationLine(style, DIGEST, at)).toContain(`“${at.quote}” ${untitled}. `);
  });

  test.each([
    [
      "The board called it “neither safe nor comfortable” and left.",
      "The board called it ‘neither safe nor comfortable’ and left.",
    ],
    [
      "“It was said that ‘nobody’s boat’ would sail,” she wrote.",
      "‘It was said that “nobody’s boat” would sail,’ she wrote.",
    ],
    ["safe nor comfortable”, and they don’t sail", "safe nor comfortable’, and they don’t sail"],
    ["called it “neither safe nor", "called it ‘neither safe nor"],
    ['a ("floating") bridge—"so to speak"', "a (‘floating’) bridge—‘so to speak’"],
    ["the ‘floating bridge’ of theirs", "the ‘floating bridge’ of theirs"],
  ])("has no marks doubled: %s", (quote, words) => {
    for (const style of ["mla", "apa", "chicago", "card"] as const) {
      expect(citationLine(style, HERALD, { ...at, quote })).toContain(`“${words}”`);
    }
  });

  test("leads to the words as they are kept here where the work has no address of its own, and only there", () => {
    expect(citationLine("apa", DIGEST, at)).toContain(at.url);
    expect(citationLine("apa", HERALD, at)).not.toContain(at.url);
  });
});
