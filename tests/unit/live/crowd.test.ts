import { expect, it } from "vitest";
import { Crowd, NETWORK_MAX, PERSON_MAX } from "#lib/live/crowd";

const code = (act: () => unknown): string => {
  try {
    act();
    return "let in";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it("five hundred streams of one person are ten, from however many networks", () => {
  const crowd = new Crowd();
  const codes = Array.from({ length: 500 }, (_, i) =>
    code(() => crowd.enter({ person: "ada", network: `10.0.0.${i % 250}` })),
  );
  expect(codes.filter((one) => one === "let in")).toHaveLength(PERSON_MAX);
  expect(new Set(codes)).toEqual(new Set(["let in", "streams-of-person"]));
  expect(code(() => crowd.enter({ person: "eve", network: "10.0.0.1" }))).toBe("let in");
});

it("strangers are counted by their network, and those who are refused take no room", () => {
  const crowd = new Crowd();
  for (let i = 0; i < NETWORK_MAX; i++) crowd.enter({ person: null, network: "10.0.0.1" });
  for (let i = 0; i < 9; i++)
    expect(code(() => crowd.enter({ person: null, network: "10.0.0.1" }))).toBe("streams-crowded");
  expect(crowd.size).toBe(NETWORK_MAX);
  expect(code(() => crowd.enter({ person: null, network: "10.0.0.2" }))).toBe("let in");
});

it("whoever leaves makes room once, however often they leave", () => {
  const crowd = new Crowd();
  const leave = Array.from({ length: PERSON_MAX }, () => crowd.enter({ person: "ada", network: "home" }));
  leave[0]?.();
  leave[0]?.();
  expect(crowd.size).toBe(PERSON_MAX - 1);
  crowd.enter({ person: "ada", network: "home" });
  expect(code(() => crowd.enter({ person: "ada", network: "home" }))).toBe("streams-of-person");
});
