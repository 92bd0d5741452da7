"use server";

import { action } from "#lib/action";
import { confirmAnchor } from "#lib/arguments/commands/confirm";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { postArgument } from "#lib/arguments/commands/post";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { declineSplit, rejoinArgument, splitArgument, takeSplit } from "#lib/arguments/commands/split";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { declineWording, offerWording, takeWording } from "#lib/arguments/commands/wording";
import {
  confirmForm,
  declineForm,
  declinePartsForm,
  offerForm,
  postForm,
  rejoinForm,
  reviseForm,
  splitForm,
  takeForm,
  takePartsForm,
  withdrawForm,
} from "#lib/arguments/form";
import { hereTooForm, moveForm, removeHereForm } from "#lib/arguments/placing-form";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";

export const post = action({
  limit: "post",
  schema: postForm,
  act: async (viewer, { slug, mended, input }) => {
    if (mended) return { ...EMPTY, values: mended };
    const { id, pending } = await postArgument(viewer, slug, input);
    return pending ? paths.history(id) : paths.argument(id);
  },
});

export const revise = action({
  limit: "post",
  schema: reviseForm,
  act: async (viewer, { id, mended, input }) => {
    if (mended) return { ...EMPTY, values: mended };
    await reviseArgument(viewer, id, input);
    return paths.history(id);
  },
});

export const withdraw = action({
  limit: "post",
  schema: withdrawForm,
  act: async (viewer, { argument, reason }) => {
    await withdrawArgument(viewer, argument, reason ?? null);
    return paths.argument(argument);
  },
});

export const offer = action({
  limit: "mark",
  schema: offerForm,
  act: async (viewer, { argument, ...wording }) => {
    await offerWording(viewer, argument, wording);
    return paths.wordings(argument);
  },
});

export const split = action({
  limit: "post",
  schema: splitForm,
  act: async (viewer, { argument, input }) => {
    await splitArgument(viewer, argument, input);
    return paths.split(argument);
  },
});

export const takeParts = action({
  limit: "post",
  schema: takePartsForm,
  act: async (viewer, { split: id, answers }) => paths.argument(await takeSplit(viewer, id, answers)),
});

export const declineParts = action({
  limit: "mark",
  schema: declinePartsForm,
  act: async (viewer, { split: id, answer }) => paths.split(await declineSplit(viewer, id, answer)),
});

export const rejoin = action({
  limit: "post",
  schema: rejoinForm,
  act: async (viewer, { argument }) => {
    await rejoinArgument(viewer, argument);
    return paths.argument(argument);
  },
});

export const take = action({
  limit: "post",
  schema: takeForm,
  act: async (viewer, { wording }) => paths.history(await takeWording(viewer, wording)),
});

export const decline = action({
  limit: "mark",
  schema: declineForm,
  act: async (viewer, { wording, answer }) => paths.wordings(await declineWording(viewer, wording, answer ?? null)),
});

export const confirm = action({
  limit: "post",
  schema: confirmForm,
  act: async (viewer, { citation, version }) => {
    const { argument, left } = await confirmAnchor(viewer, citation, { version });
    return left ? paths.moved(argument) : paths.argument(argument);
  },
});

export const hereToo = action({
  limit: "post",
  schema: hereTooForm,
  act: async (viewer, input) => {
    const { id } = await startLink(viewer, input);
    return paths.places(input.child, { did: "used", link: id });
  },
});

export const move = action({
  limit: "post",
  schema: moveForm,
  act: async (viewer, { argument, link, asked }) => {
    const { id } = await moveArgument(viewer, link, asked);
    return paths.places(argument, { did: "moved", link: id });
  },
});

export const removeHere = action({
  limit: "post",
  schema: removeHereForm,
  act: async (viewer, { argument, link, reason }) => {
    await endLink(viewer, link, reason);
    return paths.places(argument, { did: "removed", link });
  },
});
