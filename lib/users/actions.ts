"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { action } from "#lib/action";
import { forgetSession, getSession } from "#lib/auth";
import { EMPTY } from "#lib/form";
import { mailIsOn } from "#lib/mail/way";
import { paths } from "#lib/paths";
import * as addresses from "#lib/users/commands/address";
import { blockPerson, unblockPerson } from "#lib/users/commands/block";
import { closeAccount } from "#lib/users/commands/close";
import { inviteSomebody } from "#lib/users/commands/join";
import { changePassword } from "#lib/users/commands/password";
import { askForReset, resetPassword } from "#lib/users/commands/reset";
import * as sessions from "#lib/users/commands/session";
import * as tokens from "#lib/users/commands/token";
import { enter } from "#lib/users/entering";
import { originOf } from "#lib/users/network";
import * as schema from "#lib/users/schema";
import { changingPassword, demoSigningIn, makingToken, naming, nothing, signingIn } from "#lib/users/schema";

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

/** What is said once it is done; the page has what changed. */
function done() {
  refresh();
  return { ...EMPTY, values: { shown: "" } };
}

export const giveAddress = action({
  limit: "post",
  schema: schema.givingAddress,
  act: async (viewer, input) => {
    await addresses.giveAddress(viewer, input, mailIsOn());
    return done();
  },
});

export const confirmAddress = action({
  limit: "post",
  schema: schema.confirmingAddress,
  act: async (viewer, { token }) => {
    await addresses.confirmAddress(viewer, token);
    return paths.settings();
  },
});

export const removeAddress = action({
  schema: nothing,
  act: async (viewer) => {
    await addresses.removeAddress(viewer);
    return paths.settings();
  },
});

/** The same words whether or not there is anybody of this address. */
export const forgetPassword = action({
  anyone: true,
  schema: schema.forgetting,
  act: async (_viewer, { email }) => {
    await askForReset(email, await origin());
    return { ...EMPTY, values: { shown: "" } };
  },
});

export const resetForgotten = action({
  anyone: true,
  schema: schema.resetting,
  act: async (_viewer, input) => enter(await resetPassword(input, await origin()), paths.settings()),
});

export const block = action({
  limit: "post",
  schema: schema.blocking,
  act: async (viewer, { handle, back }) => {
    await blockPerson(viewer, handle);
    return back ? paths.blockPerson(handle) : paths.settings();
  },
});

export const unblock = action({
  schema: schema.blocking,
  act: async (viewer, { handle, back }) => {
    await unblockPerson(viewer, handle);
    return back ? paths.blockPerson(handle) : paths.settings();
  },
});

export const close = action({
  limit: "post",
  schema: schema.closing,
  act: async (viewer, input) => {
    await closeAccount(viewer, input);
    await forgetSession();
    return paths.home();
  },
});
