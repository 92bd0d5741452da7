import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { publishPolicy } from "#lib/moderation/commands/publish";
import { publishForm } from "#lib/moderation/form";
import { findPolicyToRevise, getPolicy, listOwnPolicies } from "#lib/moderation/queries/rules";
import { publishPolicyInput } from "#lib/moderation/schema";
import { countRows, makeWorld, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const RULES = [
  { code: "off-topic", sentence: "It does not bear on the question of its thread.", example: "A story about a car." },
  { code: "spam", sentence: "It advertises something." },
];
const standing = async (thread?: string) => (await findPolicyToRevise(null, thread))?.number ?? 0;

describe("publishing the rules", () => {
  it("makes a version that is in force from then on, and the record says so", async () => {
    const { mateo, signe, yuki } = world.people;
    expect((await getPolicy(null)).number).toBe(1);
    const number = await publishPolicy(mateo, { after: 1, reasons: RULES });
    expect(number).toBe(2);
    const policy = await getPolicy(null);
    expect([policy.number, policy.newest, policy.rules.map(({ code }) => code)]).toEqual([2, 2, ["off-topic", "spam"]]);
    expect((await getPolicy(null, { number: 1 })).newest).toBe(2);
    const event = await db().event.findFirstOrThrow({ where: { kind: "policy.published" } });
    expect([event.stream, event.actorId, event.subjects]).toEqual(["site", mateo.id, { policy: "2" }]);
    const { id } = await world.post(yuki);
    await removeArgument(signe, id, { code: "spam", note: null });
    expect(await db().removal.findFirst({ select: { policy: true, code: true } })).toEqual({ policy: 2, code: "spam" });
    expect((await getPolicy(null)).rules.map(({ decisions }) => decisions)).toEqual([0, 1]);
  });

  it("no decision names a reason that the version in force has not", async () => {
    const { id } = await world.post(world.people.yuki);
    const old = removeArgument(world.people.signe, id, { code: "private-information", note: null });
    expect(await refusal(old)).toBe("reason-unknown");
  });

  it("of one thread holds there beside the site's, and goes before it", async () => {
    const { mateo, signe, yuki } = world.people;
    const own = [{ code: "off-topic", sentence: "It is not about ferries." }];
    const number = await publishPolicy(mateo, { thread: world.thread, after: 0, reasons: own });
    expect((await getPolicy(null)).number).toBe(2);
    expect((await getPolicy(null, { thread: world.thread })).rules.map(({ sentence }) => sentence)).toEqual([
      "It is not about ferries.",
    ]);
    expect((await listOwnPolicies(null)).map(({ slug }) => slug)).toEqual([world.thread]);
    const [here, siteWide] = [await world.post(yuki), await world.post(yuki)];
    await removeArgument(signe, here.id, { code: "off-topic", note: null });
    await removeArgument(signe, siteWide.id, { code: "spam", note: null });
    const named = await db().removal.findMany({ where: { argumentId: { in: [here.id, siteWide.id] } } });
    expect(named.map(({ policy }) => policy).sort()).toEqual([2, number]);
  });

  it("for a thread that is not there is missing", async () => {
    const { mateo } = world.people;
    expect(await refusal(publishPolicy(mateo, { thread: "no-such-thread", after: 0, reasons: RULES }))).toBe("missing");
    expect(await refusal(getPolicy(null, { thread: "no-such-thread" }))).toBe("missing");
    expect(await refusal(getPolicy(null, { number: 999 }))).toBe("missing");
  });

  it("is for admins alone", async () => {
    const before = await countRows();
    for (const who of [world.people.signe, world.people.yuki])
      expect(await refusal(publishPolicy(who, { after: await standing(), reasons: RULES.slice(1) }))).toBe(
        "admins-only",
      );
    expect(await countRows()).toEqual(before);
  });

  it("twice is as once, and of two who publish at once the second reads the first", async () => {
    const { mateo } = world.people;
    const from = await standing();
    expect(await publishPolicy(mateo, { after: from, reasons: RULES.toReversed() })).toBe(from);
    const two = ["One.", "Two."].map((sentence) =>
      refusal(publishPolicy(mateo, { after: from, reasons: [{ code: "other", sentence }] })),
    );
    expect((await Promise.all(two)).sort()).toEqual(["done", "policy-moved-on"]);
  });

  it("is not undone: nothing is added to a version that stands, and none is empty", async () => {
    const add = db().reason.create({ data: { policy: 1, code: "late", sentence: "Late." } });
    await expect(add).rejects.toThrow(/reason_is_of_now/);
    const empty = db().policyVersion.create({ data: { number: 900 } });
    await expect(empty).rejects.toThrow(/policy_needs_reason/);
    await expect(db().reason.updateMany({ data: { sentence: "Other." } })).rejects.toThrow(/permission denied/);
  });
});

describe("what comes in", () => {
  it("has at least one reason, no two of one code, and codes that letters can name", () => {
    const codeOf = (reasons: object[]) =>
      publishPolicyInput.safeParse({ after: 0, reasons }).error?.issues.map(({ message }) => message);
    expect(codeOf([])).toEqual(["no-reason"]);
    expect(codeOf([RULES[1], RULES[1]] as object[])).toEqual(["reason-twice"]);
    expect(codeOf([{ code: "=cmd()", sentence: "x" }])).toEqual(["bad-code"]);
    expect(codeOf([{ code: "fit", sentence: " " }])).toEqual(["blank"]);
  });

  it("from the form leaves emptied rows out and says at which row something is wrong", () => {
    const sent = { after: "1", code: ["", "spam", ""], sentence: ["", "It advertises.", ""], example: ["x", "", ""] };
    expect(publishForm.parse(sent).reasons).toEqual([{ code: "spam", sentence: "It advertises.", example: null }]);
    const bad = publishForm.safeParse({ ...sent, code: ["", "Not Fit", ""] });
    expect(bad.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([["code.1", "bad-code"]]);
  });
});
