/** Whether a page is about what its title says: what stands before a wall seldom is. */
import { describe, expect, it } from "vitest";
import { isTitleOff } from "#lib/sources/extraction/title";

const TITLE = "Harbour town weighs a toll for its old lighthouse road";
const ADDRESS = "https://tide.example/2026/11/harbour-town-weighs-toll-9f3c.html";
const off = (title: string, shown: string[], address = "") =>
  isTitleOff(title, { outlet: "The Tide Gazette", shown, address });

describe("a page's title", () => {
  it("fits where a heading or the beginning shares its words, though not all of them", () => {
    expect(off(TITLE, ["News", "A toll for the lighthouse road"], ADDRESS)).toBe(false);
    expect(off(TITLE, ["The council of the harbour town heard on Tuesday why it should pay."], ADDRESS)).toBe(false);
  });

  it("does not fit what asks for consent or money instead, the outlet's name notwithstanding", () => {
    expect(off(TITLE, ["We value your privacy", "We and our partners store information on your device."])).toBe(true);
    expect(off(`${TITLE} | The Tide Gazette`, ["The Tide Gazette", "Subscribe to The Tide Gazette"])).toBe(true);
    expect(off(TITLE, [])).toBe(true);
  });

  it("does not fit an address with other words, as where a wall has its own title", () => {
    expect(off("Before you continue", ["Before you continue"], ADDRESS)).toBe(true);
    expect(off("Before you continue", ["Before you continue"], "https://tide.example/a/12345")).toBe(false);
  });

  it("is not judged by an address in another script, nor by words that it has not", () => {
    expect(off("Портовый город обсуждает дорогу", ["Портовый город"], ADDRESS)).toBe(false);
    expect(off("Statistics", ["Statistics"], "https://tide.example/statistics")).toBe(false);
  });
});
