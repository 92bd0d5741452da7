/** What those who teach a class call its people. */
import { expect, it } from "vitest";
import { listedIn } from "#lib/classes/listed";

const made = { name: "Ana Ruiz", classId: "a" };
const plain = { name: "Amber Heron 42", made, ltiSubject: null };
const brought = { ...plain, ltiSubject: { platformId: "moodle" } };
const room = (id: string, platformId?: string) => ({ id, ltiContext: platformId ? { platformId } : null });

it("is the name on the list of the class for which the account was made, and nowhere else", () => {
  expect(listedIn(room("a"), plain)).toBe("Ana Ruiz");
  expect(listedIn(room("b"), plain)).toBe("Amber Heron 42");
  expect(listedIn(room("b", "moodle"), plain)).toBe("Amber Heron 42");
  expect(listedIn(room("b"), { name: "Farid", made: null, ltiSubject: null })).toBe("Farid");
});

it("is what a learning platform says, in each of its courses and in no other's", () => {
  expect(listedIn(room("b", "moodle"), brought)).toBe("Ana Ruiz");
  expect(listedIn(room("b", "canvas"), brought)).toBe("Amber Heron 42");
  expect(listedIn(room("b"), brought)).toBe("Amber Heron 42");
});
