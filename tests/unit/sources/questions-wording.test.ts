import { describe, expect, test } from "vitest";
import { questionOf } from "#lib/sources/questions-wording";

const small = new Set(["the", "a", "critics", "ministers", "residents", "they", "it", "parents"]);
const asked = (sentence: string) => questionOf({ sentence, topic: null, small }).question;

describe("the question of a sentence", () => {
  test.each([
    ["Critics argue that the mast could fall.", "Could the mast fall?"],
    ["The mast, critics say, could fall on the school.", "Could the mast fall on the school?"],
    ["The mast could fall, residents said.", "Could the mast fall?"],
    ["The mast could, in the view of critics, fall on the school.", "Could the mast fall on the school?"],
    ["Parents fear the mast would hum at night.", "Would the mast hum at night?"],
    ["Ministers insist that the mast is safe, but they have not measured it.", "Is the mast safe?"],
  ])("has its verb first, and not who says it: %s", (sentence, question) => {
    expect(asked(sentence)).toBe(question);
  });

  test.each([
    ["Nobody knows whether or not the tower should stay.", "Should the tower stay?"],
    ["Whether the tower is safe is still unclear.", "Is the tower safe?"],
    ["They wonder if the tower has been sold.", "Has the tower been sold?"],
    ["They decided whether to sell the tower.", "Is this right: “They decided whether to sell the tower”?"],
  ])("is what stands after whether or if: %s", (sentence, question) => {
    expect(asked(sentence)).toBe(question);
  });

  test.each([
    ["In winter, the road might close.", "In winter, might the road close?"],
    ["But the road, a track in places, might close.", "Might the road, a track in places, close?"],
    ["A road—the only one—might close.", "Might a road—the only one—close?"],
  ])("keeps what stands before or within its subject in place: %s", (sentence, question) => {
    expect(asked(sentence)).toBe(question);
  });

  test.each([
    ["Residents foresee a flood.", "Are residents right to foresee a flood?"],
    ["The town’s engineers have questioned the figures.", "Are the town’s engineers right to question the figures?"],
    ["Ane Holm, who keeps the books, called it “a gift”.", "Is Ane Holm right to call it “a gift”?"],
    ["Critics say a toll punishes the poor.", "Are critics right to say a toll punishes the poor?"],
  ])("asks whether somebody is right where no verb can be moved: %s", (sentence, question) => {
    expect(asked(sentence)).toBe(question);
  });

  test("keeps a name’s capital, and an abbreviation’s", () => {
    expect(asked("Leith could flood.")).toBe("Could Leith flood?");
    expect(questionOf({ sentence: "US rivers could flood.", topic: null, small: new Set(["us"]) }).question).toBe(
      "Could US rivers flood?",
    );
  });

  test("is itself where the text asks", () => {
    expect(asked("Should the town pay?")).toBe("Should the town pay?");
  });

  test("is about the words as they stand where they speak of us, or have a verb inside their subject", () => {
    const quoted = { sentence: "We could build on it if it were lawful.", topic: "LEGALITY", small } as const;
    expect(questionOf(quoted)).toEqual({
      question: "Would this be lawful: “We could build on it if it were lawful”?",
      plain: false,
    });
    expect(asked("A road that could flood is no road.")).toBe("Is this right: “A road that could flood is no road”?");
  });

  test("is never longer than a thread’s question may be, and is cut between words", () => {
    const { question } = questionOf({ sentence: `Our ${"long ".repeat(90)}road.`, topic: "FEE", small });
    expect([...question].length).toBeLessThanOrEqual(280);
    expect(question).toMatch(/^Is this a sound use of money: “Our long .* long …”\?$/);
  });
});
