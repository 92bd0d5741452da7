"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { action } from "#lib/action";
import { forgetSession, getSession, keepSession } from "#lib/auth";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";
import { pathWithin } from "#lib/users/back";
import { inviteSomebody, joinForum } from "#lib/users/commands/join";
import { changePassword } from "#lib/users/commands/password";
import * as sessions from "#lib/users/commands/session";
import * as tokens from "#lib/users/commands/token";
import { spend } from "#lib/users/limits";
import { originOf } from "#lib/users/network";
import { changingPassword, demoSigningIn, joining, makingToken, naming, nothing, signingIn } from "#lib/users/schema";

/** Whoever was signed in here before is no longer. */
async function enter(session: sessions.StartedSession, back: string | undefined): Promise<string> {
  const before = await getSession();
  if (before) await sessions.endSession(before.person, before.id);
  await keepSession(session);
  return pathWithin(back);
}

const origin = async () => originOf(await headers());

export const signIn = action({
  anyone: true,
  schema: signingIn,
  act: async (_viewer, { handle, password, back }) =>
    enter(await sessions.startSession(handle, password, await origin()), back),
});

export const signInAsCast = action({
  anyone: true,
  schema: demoSigningIn,
  act: async (_viewer, { handle, back }) => enter(await sessions.startDemoSession(handle, await origin()), back),
});

export const join = action({
  anyone: true,
  schema: joining,
  act: async (_viewer, { back, ...input }) => {
    const from = await origin();
    await spend("join", from.network);
    await joinForum(input);
    return enter(await sessions.startSession(input.handle, input.password, from), back);
  },
});

export const signOut = action({
  anyone: true,
  schema: nothing,
  act: async () => {
    const session = await getSession();
    if (session) await sessions.endSession(session.person, session.id);
    await forgetSession();
    return paths.home();
  },
});

export const endSession = action({
  schema: naming,
  act: async (viewer, { id }) => {
    await sessions.endSession(viewer, id);
    return paths.settings();
  },
});

export const endOtherSessions = action({
  schema: nothing,
  act: async (viewer) => {
    await sessions.endOtherSessions(viewer, (await getSession())?.id ?? "");
    return paths.settings();
  },
});

export const giveNewPassword = action({
  schema: changingPassword,
  act: async (viewer, input) => {
    await changePassword(viewer, input, (await getSession())?.id ?? "");
    refresh();
    return { ...EMPTY, values: { shown: "" } };
  },
});

export const makeToken = action({
  limit: "post",
  schema: makingToken,
  act: async (viewer, { name }) => {
    const { token } = await tokens.makeToken(viewer, name);
    refresh();
    return { ...EMPTY, values: { shown: token } };
  },
});

export const revokeToken = action({
  schema: naming,
  act: async (viewer, { id }) => {
    await tokens.revokeToken(viewer, id);
    return paths.settings();
  },
});

export const invite = action({
  limit: "post",
  schema: nothing,
  act: async (viewer) => ({ ...EMPTY, values: { shown: await inviteSomebody(viewer) } }),
});
