"use server";

import { action } from "#lib/action";
import { assignForm, namedForm, sidesForm } from "#lib/classes/assignment-form";
import { chooseSides, drawSides } from "#lib/classes/commands/draw-sides";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { paths } from "#lib/paths";

export const assign = action({
  limit: "post",
  schema: assignForm,
  act: async (viewer, { class: room, input }) =>
    paths.assignment(room, (await setAssignment(viewer, room, input)).slug),
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
