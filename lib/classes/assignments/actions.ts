"use server";

import { action } from "#lib/action";
import { gradeForm, noteForm } from "#lib/classes/assessment-form";
import { assignForm, changeForm, namedForm, sidesForm } from "#lib/classes/assignment-form";
import { chooseSides, drawSides } from "#lib/classes/commands/draw-sides";
import { changeRubric, gradePupil, noteArgument, releaseGrades, withholdGrades } from "#lib/classes/commands/grade";
import { changeAssignment, setAssignment } from "#lib/classes/commands/set-assignment";
import { rubricForm } from "#lib/classes/rubric-form";
import { paths } from "#lib/paths";

export const assign = action({
  limit: "post",
  schema: assignForm,
  act: async (viewer, { class: room, input }) =>
    paths.assignment(room, (await setAssignment(viewer, room, input)).slug),
});

export const change = action({
  limit: "post",
  schema: changeForm,
  act: async (viewer, { class: room, assignment, input }) => {
    await changeAssignment(viewer, room, assignment, input);
    return paths.assignment(room, assignment, { did: "changed" });
  },
});

export const judgeBy = action({
  limit: "post",
  schema: rubricForm,
  act: async (viewer, { class: room, assignment, rubric }) => {
    await changeRubric(viewer, room, assignment, rubric);
    return paths.ofAssignment(room, assignment, "rubric", "kept");
  },
});

export const drawAgain = action({
  limit: "post",
  schema: namedForm,
  act: async (viewer, { class: room, assignment }) => {
    await drawSides(viewer, room, assignment);
    return paths.assignment(room, assignment);
  },
});

export const giveSides = action({
  limit: "post",
  schema: sidesForm,
  act: async (viewer, { class: room, assignment, chosen }) => {
    await chooseSides(viewer, room, assignment, chosen);
    return paths.assignment(room, assignment);
  },
});

export const grade = action({
  limit: "judge",
  schema: gradeForm,
  act: async (viewer, { class: room, assignment, handle, grade: given }) => {
    await gradePupil(viewer, room, assignment, handle, given);
    return paths.ofAssignment(room, assignment, `grade/${handle}`, "graded");
  },
});

export const note = action({
  limit: "judge",
  schema: noteForm,
  act: async (viewer, { class: room, assignment, handle, argument, note: words }) => {
    await noteArgument(viewer, room, assignment, argument, words ?? null);
    return paths.ofAssignment(room, assignment, `grade/${handle}`, "noted");
  },
});

export const release = action({
  limit: "post",
  schema: namedForm,
  act: async (viewer, { class: room, assignment }) => {
    await releaseGrades(viewer, room, assignment);
    return paths.assignment(room, assignment, { did: "released" });
  },
});

export const withhold = action({
  limit: "post",
  schema: namedForm,
  act: async (viewer, { class: room, assignment }) => {
    await withholdGrades(viewer, room, assignment);
    return paths.assignment(room, assignment, { did: "withheld" });
  },
});
