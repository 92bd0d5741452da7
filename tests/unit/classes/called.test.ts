import { describe, expect, it } from "vitest";
import { calls } from "#lib/classes/called";

const ana = { listed: "Ana Ruíz", shown: ["plain_heron_12", "Plain Heron 12"] };

describe("a speaker's label", () => {
  it.each(["Ana", "ANA R.", "Team Ana", "Ruiz", "ruíz, first", "plain_heron_12", "The Plain Heron 12"])(
    "calls a pupil by a part of their name: %s",
    (label) => expect(calls(label, ana)).toBe(true),
  );

  it.each(["Anabel", "A. R.", "Team Tern", "Plain Heron 1", "", "2"])("calls nobody otherwise: %s", (label) =>
    expect(calls(label, ana)).toBe(false),
  );

  it("calls nobody whom no list names", () => {
    expect(calls("Ana", { listed: null, shown: ["plain_heron_12"] })).toBe(false);
  });
});
