import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readForm } from "#lib/form";

const schema = z.object({
  claim: z.string(),
  note: z.string().optional(),
  quote: z.array(z.string()).min(1),
  newPassword: z.string(),
});

function formOf(pairs: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

describe("a form", () => {
  it("gives the schema's fields and keeps every word but passwords", () => {
    const form = formOf([
      ["claim", "One thing"],
      ["quote", "first"],
      ["quote", "second"],
      ["newPassword", "three brown herons"],
    ]);
    expect(readForm(schema, form)).toEqual({
      input: { claim: "One thing", quote: ["first", "second"], newPassword: "three brown herons" },
      values: { claim: "One thing", "quote.0": "first", "quote.1": "second" },
      flaws: {},
    });
  });

  it("leaves out what may be left out when it is empty", () => {
    const { input, values } = readForm(
      schema,
      formOf([
        ["claim", ""],
        ["note", " "],
      ]),
    );
    expect(input).toEqual({ claim: "", quote: [] });
    expect(values).toEqual({ claim: "", note: " " });
  });

  it("finds a flaw in a field that stands twice and in a file", () => {
    const form = formOf([
      ["claim", "one"],
      ["claim", "two"],
      ["note", new Blob(["x"])],
    ]);
    expect(readForm(schema, form).flaws).toEqual({ claim: "sent-twice", note: "not-text" });
  });

  it("reads no field that the schema does not name, whatever it is called", () => {
    const names = ["__proto__", "constructor", "toString", "a[__proto__][x]", "$ACTION_ID_1", "$ACTION_REF_1", "role"];
    const { input, values, flaws } = readForm(
      schema,
      formOf(
        names.flatMap((name) => [
          [name, "1"],
          [name, "2"],
        ]),
      ),
    );
    expect({ input, values, flaws }).toEqual({ input: { quote: [] }, values: {}, flaws: {} });
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it("may end in a transform", () => {
    const turned = schema.transform(({ claim }) => claim.length);
    expect(readForm(turned, formOf([["claim", "abc"]])).input).toEqual({ claim: "abc", quote: [] });
  });

  it("takes one file where the schema asks for one, and knows when none was chosen", () => {
    const fields = z.object({ file: z.file().optional() });
    const file = new File(["words"], "a.txt");
    expect(readForm(fields, formOf([["file", file]])).input.file).toEqual(file);
    expect(readForm(fields, formOf([["file", file]])).values).toEqual({});
    expect(readForm(fields, formOf([["file", new File([], "")]]))).toEqual({ input: {}, values: {}, flaws: {} });
    const twice = formOf([
      ["file", file],
      ["file", file],
    ]);
    expect(readForm(fields, twice).flaws).toEqual({ file: "sent-twice" });
    expect(fields.safeParse(readForm(fields, formOf([["file", "words"]])).input).success).toBe(false);
  });
});
