import { expect, test } from "vitest";
import { segmentsOf } from "#lib/search/segments";

test("words are cut where they are marked, and what people wrote stays text", () => {
  expect(segmentsOf("\u0002<b>law</b>\u0003 and <script>")).toEqual([
    { text: "<b>law</b>", hit: true },
    { text: " and <script>", hit: false },
  ]);
});

test("without a mark there is one piece, of nothing none", () => {
  expect(segmentsOf("a ferry")).toEqual([{ text: "a ferry", hit: false }]);
  expect(segmentsOf("")).toEqual([]);
});
