"use server";

import { action } from "#lib/action";
import * as verbs from "#lib/notices/commands";
import {
  followingArgument,
  followingThread,
  keying,
  naming,
  namingOfClass,
  settingNotices,
  undoing,
} from "#lib/notices/schema";
import { paths } from "#lib/paths";
import { nothing } from "#lib/users/schema";

const OF_THREAD = { watch: verbs.watchThread, unwatch: verbs.unwatchThread };
const OF_ARGUMENT = {
  watch: verbs.watchBranch,
  unwatch: verbs.unwatchBranch,
  bookmark: verbs.bookmarkArgument,
  unbookmark: verbs.unbookmarkArgument,
};

export const followThread = action({
  limit: "post",
  schema: followingThread,
  act: async (viewer, { slug, follow }) => {
    await OF_THREAD[follow](viewer, slug);
    return paths.followThread(slug);
  },
});

export const followArgument = action({
  limit: "post",
  schema: followingArgument,
  act: async (viewer, { id, follow, back }) => {
    await OF_ARGUMENT[follow](viewer, id);
    return back === "bookmarks" ? paths.bookmarks() : paths.follow(id);
  },
});

export const wishNotices = action({
  limit: "post",
  schema: settingNotices,
  act: async (viewer, wishes) => {
    await verbs.wishNotices(viewer, wishes);
    return paths.settingsSaved();
  },
});

export const readNotice = action({
  schema: naming,
  act: async (viewer, notice) => {
    await verbs.readNotice(viewer, notice);
    return paths.notices();
  },
});

export const readClassNotice = action({
  schema: namingOfClass,
  act: async (viewer, notice) => {
    await verbs.readClassNotice(viewer, notice);
    return paths.notices();
  },
});

export const readAllNotices = action({
  schema: nothing,
  act: async (viewer) => paths.notices({ marked: (await verbs.readAllNotices(viewer)) ?? undefined }),
});

export const unreadNotices = action({
  schema: undoing,
  act: async (viewer, { at }) => {
    await verbs.unreadNotices(viewer, at);
    return paths.notices();
  },
});

export const stopLetters = action({
  anyone: true,
  schema: keying,
  act: async (_viewer, { key }) => {
    await verbs.stopLetters(key);
    return paths.stopLetters(key, "stopped");
  },
});
