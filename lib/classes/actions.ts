"use server";

import { headers } from "next/headers";
import { action } from "#lib/action";
import * as cards from "#lib/classes/commands/cards";
import * as codes from "#lib/classes/commands/code";
import { copyThread } from "#lib/classes/commands/copy-thread";
import { erasePupil } from "#lib/classes/commands/erase";
import { joinClass, joinClassAnew } from "#lib/classes/commands/join";
import * as classes from "#lib/classes/commands/open";
import * as people from "#lib/classes/commands/people";
import { redactPost } from "#lib/classes/commands/redact";
import { applyRoster } from "#lib/classes/commands/roster";
import * as form from "#lib/classes/form";
import { qrOf } from "#lib/classes/qr";
import { lookAtRoster } from "#lib/classes/queries";
import { ROSTER_BYTES_MAX } from "#lib/classes/roster";
import { env } from "#lib/env";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";
import { joinForum } from "#lib/users/commands/join";
import { startSession } from "#lib/users/commands/session";
import { enter } from "#lib/users/entering";
import { spend } from "#lib/users/limits";
import { mailboxOf } from "#lib/users/mailbox";
import { originOf } from "#lib/users/network";
import { Refused } from "#lib/verdict";

const origin = async () => originOf(await headers());

export const openClass = action({
  limit: "post",
  schema: form.openingClass,
  act: async (viewer, input) => paths.class((await classes.openClass(viewer, input)).slug),
});

export const changeClass = action({
  limit: "post",
  schema: form.changingClass,
  act: async (viewer, { slug, input }) => {
    await classes.changeClass(viewer, slug, input);
    return paths.class(slug);
  },
});

export const addTeacher = action({
  limit: "post",
  schema: form.namingMember,
  act: async (viewer, { slug, handle }) => {
    await people.addTeacher(viewer, slug, handle);
    return paths.classPeople(slug);
  },
});

export const removeMember = action({
  limit: "post",
  schema: form.namingMember,
  act: async (viewer, { slug, handle }) => {
    await people.removeMember(viewer, slug, handle);
    return handle === viewer.handle ? paths.classes() : paths.classPeople(slug);
  },
});

export const letBackIn = action({
  limit: "post",
  schema: form.namingMember,
  act: async (viewer, { slug, handle }) => {
    await people.letBackIn(viewer, slug, handle);
    return paths.classPeople(slug);
  },
});

export const erase = action({
  limit: "post",
  schema: form.namingMember,
  act: async (viewer, { slug, handle }) => {
    await erasePupil(viewer, slug, handle);
    return paths.classPeople(slug);
  },
});

export const redact = action({
  limit: "post",
  schema: form.redactingPost,
  act: async (viewer, { argument, reason }) => {
    await redactPost(viewer, argument, { reason });
    return paths.argument(argument);
  },
});

export const makeCode = action({
  limit: "post",
  schema: form.makingCode,
  act: async (viewer, { slug, input }) => {
    await codes.makeCode(viewer, slug, input);
    return paths.classCode(slug);
  },
});

export const revokeCode = action({
  limit: "post",
  schema: form.namingClass,
  act: async (viewer, { slug }) => {
    await codes.revokeCode(viewer, slug);
    return paths.classCode(slug);
  },
});

export const copyDebate = action({
  limit: "snapshot",
  schema: form.copyingThread,
  act: async (viewer, { slug, input }) => paths.thread((await copyThread(viewer, slug, input)).slug),
});

export const joinWithCode = action({
  schema: form.joiningClass,
  act: async (viewer, { code }) => paths.class((await joinClass(viewer, code, (await origin()).network)).slug),
});

export const joinAnew = action({
  anyone: true,
  schema: form.joiningAnew,
  act: async (_viewer, { back, code, ...input }) => {
    const from = await origin();
    await spend("join", from.network);
    if (input.email !== undefined) await spend("letter", mailboxOf(input.email));
    const joined = code === undefined ? null : await joinClassAnew(input, code, from.network);
    if (!joined) await joinForum(input);
    return enter(await startSession(input.handle, input.password, from), joined ? paths.class(joined.slug) : back);
  },
});

/** The list comes back with what it would change, so that the same words are applied. */
export const sendRoster = action({
  limit: "post",
  schema: form.sendingRoster,
  act: async (viewer, { slug, roster: pasted = "", file, removeGone, do: act }) => {
    if (file && file.size > ROSTER_BYTES_MAX) throw new Refused("roster-too-long", { details: { field: "roster" } });
    const roster = file ? await file.text() : pasted;
    const input = { roster, removeGone: removeGone !== undefined };
    const changes = await (act === "apply" ? applyRoster(viewer, slug, input) : lookAtRoster(viewer, slug, roster));
    const values = { roster, changes: JSON.stringify(changes), done: act, ...(removeGone && { removeGone }) };
    return { ...EMPTY, values };
  },
});

/** Shown this once, to be printed. */
export const makeCards = action({
  limit: "post",
  schema: form.makingCards,
  act: async (viewer, { slug, handle }) => {
    const made = await cards.makeCards(viewer, slug, handle === undefined ? {} : { handles: [handle] });
    const shown = made.map((card) => ({ ...card, qr: qrOf(env().APP_URL + paths.card(card.secret)) }));
    return { ...EMPTY, values: { cards: JSON.stringify(shown) } };
  },
});

export const openByCard = action({
  anyone: true,
  schema: form.openingCard,
  act: async (_viewer, input) => {
    const from = await origin();
    const { handle, slug } = await cards.openByCard(input, from.network);
    return enter(await startSession(handle, input.newPassword, from), paths.class(slug));
  },
});
