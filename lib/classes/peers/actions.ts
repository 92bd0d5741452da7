"use server";

import { action } from "#lib/action";
import { namedForm } from "#lib/classes/assignment-form";
import * as verbs from "#lib/classes/commands/peers";
import { askPeersForm, hidingForm, peerForm, reportingForm } from "#lib/classes/peer-form";
import { paths } from "#lib/paths";

export const askPeers = action({
  limit: "post",
  schema: askPeersForm,
  act: async (viewer, { class: room, assignment, input }) => {
    await verbs.askForPeers(viewer, room, assignment, input);
    return paths.ofAssignment(room, assignment, "peers", "asked");
  },
});

export const givePeer = action({
  limit: "post",
  schema: peerForm,
  act: async (viewer, { class: room, assignment, feedback, given }) => {
    await verbs.givePeerFeedback(viewer, room, assignment, feedback, given);
    return paths.ofAssignment(room, assignment, "peers", "given");
  },
});

export const hidePeer = action({
  limit: "judge",
  schema: hidingForm,
  act: async (viewer, { class: room, assignment, feedback, hide }) => {
    await verbs.hidePeerFeedback(viewer, room, assignment, feedback, hide === "yes");
    return paths.ofAssignment(room, assignment, "peers", hide === "yes" ? "hidden" : "shown");
  },
});

export const reportPeer = action({
  limit: "post",
  schema: reportingForm,
  act: async (viewer, { class: room, assignment, feedback, note }) => {
    await verbs.reportPeerFeedback(viewer, room, assignment, feedback, note ?? null);
    return paths.ofAssignment(room, assignment, "peers", "reported");
  },
});

export const releasePeers = action({
  limit: "post",
  schema: namedForm,
  act: async (viewer, { class: room, assignment }) => {
    await verbs.releasePeerFeedback(viewer, room, assignment);
    return paths.ofAssignment(room, assignment, "peers", "released");
  },
});
