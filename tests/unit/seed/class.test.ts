import { describe, expect, test } from "vitest";
import { read, roleOf, sideOf, threads } from "./reading";

describe("the class", () => {
  const { class: room, assignment } = JSON.parse(read("class.json"));
  const roster: { handle: string; role: string; pseudonym: string | null }[] = room.roster;
  const students = roster.filter(({ role }) => role === "student");

  test("has its roster from the cast, with a pseudonym for each student", () => {
    expect(roleOf.get(room.teacher)).toBe("teacher");
    expect(roster.filter(({ handle, role }) => roleOf.get(handle) !== role)).toEqual([]);
    expect(new Set(students.flatMap(({ pseudonym }) => pseudonym ?? [])).size).toBe(students.length);
  });

  test("has an assignment whose students argued the side they drew", () => {
    const thread = threads.find(({ slug }) => slug === assignment.thread);
    for (const { handle } of students) {
      const drawn = ["PRO", "CON"].filter((side) => assignment.sides[side].includes(handle));
      const argued = thread?.arguments.filter((a) => a.author === handle && !a.concession).map(sideOf);
      expect([...new Set(argued)]).toEqual(drawn);
    }
    expect(Object.values(assignment.requires).every((n) => Number.isInteger(n) && Number(n) >= 1)).toBe(true);
    expect(assignment.opensInDays).toBeLessThan(assignment.deadlineInDays);
  });

  test("has a rubric of four criteria that add up to 100, each level described", () => {
    const { criteria, scale } = assignment.rubric as {
      scale: number[];
      criteria: { weight: number; levels: { points: number; description: string }[] }[];
    };
    expect(criteria).toHaveLength(4);
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { levels } of criteria) expect(levels.map(({ points }) => points)).toEqual(scale);
    expect(criteria.flatMap(({ levels }) => levels).filter(({ description }) => description.length < 30)).toEqual([]);
  });
});
