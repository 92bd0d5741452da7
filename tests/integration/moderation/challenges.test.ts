/** Doubts about evidence: raised by anybody, answered by its author, ruled on by a moderator, shown wherever the words are used. */
import { beforeAll, describe, expect, it } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { readCards } from "#lib/arguments/queries/cards";
import { db } from "#lib/db";
import { answerChallenge, raiseChallenge, ruleChallenge } from "#lib/moderation/commands/challenge";
import { getChallenged } from "#lib/moderation/queries/challenges";
import { getSource } from "#lib/sources/queries";
import { setThreadMode } from "#lib/threads/commands";
import { NAMES } from "#lib/threads/names";
import type { Person } from "#lib/users/viewer";
import { GET } from "../../../app/api/v1/arguments/[id]/challenges/route.ts";
import { POST as RULE } from "../../../app/api/v1/challenges/[id]/ruling/route.ts";
import { call } from "../../support/call.ts";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";
import { tokenOf } from "../../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const NOWHERE = "0000000000000000";
const CLIPPED = { kind: "CLIPPED", note: "The sentence goes on." } as const;

async function posted(author: Person = world.people.yuki, quote: string = QUOTES[1]) {
  const { id } = await world.post(author, { citations: [{ source: world.source, quote }] });
  const [citation] = (await getArgument(author, id)).citations;
  return { id, citation: citation?.id ?? "" };
}

const only = async (id: string) => (await getChallenged(null, id)).challenges[0];
const doubtsOn = async (id: string) => (await getArgument(null, id)).citations[0]?.challenges;

describe("a challenge", () => {
  it("is raised, shown at the citation, and opens a review", async () => {
    const { id, citation } = await posted();
    await raiseChallenge(world.people.seun, citation, CLIPPED);
    expect(await doubtsOn(id)).toEqual([{ kind: "CLIPPED", ruled: false, argument: id }]);
    expect((await eventsOf(world.thread)).slice(-2)).toEqual(["review.opened", "challenge.raised"]);
    expect(await db().review.findFirst({ where: { argumentId: id } })).toMatchObject({ cause: "CHALLENGE" });
    const cards = await readCards({ names: NAMES, ids: [id], quoted: [id] });
    expect(cards.argument(id)?.citations[0]?.challenges).toEqual(await doubtsOn(id));
  });

  it("of what one may not see is missing, and so is one of an older revision", async () => {
    const { seun, yuki, signe } = world.people;
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const hidden = await posted();
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect(await refusal(raiseChallenge(seun, hidden.citation, CLIPPED))).toBe("missing");
    expect(await refusal(raiseChallenge(seun, NOWHERE, CLIPPED))).toBe("missing");
    expect(await refusal(getChallenged(seun, hidden.id))).toBe("missing");
    const { id, citation } = await posted();
    const citations = [{ source: world.source, quote: QUOTES[2] }];
    await reviseArgument(yuki, id, { claim: "Otherwise.", body: null, citations });
    expect(await refusal(raiseChallenge(seun, citation, CLIPPED))).toBe("missing");
    expect(await refusal(answerChallenge(yuki, NOWHERE, "No."))).toBe("missing");
    expect(await refusal(ruleChallenge(signe, NOWHERE, { upheld: true }))).toBe("missing");
  });

  it("is answered by its author alone, and ruled on by a moderator who neither raised it nor wrote the post", async () => {
    const { yuki, seun, farid, signe, mateo } = world.people;
    const { id, citation } = await posted();
    expect(await refusal(raiseChallenge(yuki, citation, CLIPPED))).toBe("own-argument");
    await raiseChallenge(signe, citation, CLIPPED);
    const challenge = (await only(id))?.id ?? "";
    expect(await refusal(answerChallenge(farid, challenge, "No."))).toBe("author-only");
    expect(await refusal(ruleChallenge(seun, challenge, { upheld: true }))).toBe("moderators-only");
    expect(await refusal(ruleChallenge(signe, challenge, { upheld: true }))).toBe("challenge-own");
    const own = await posted(mateo);
    await raiseChallenge(seun, own.citation, CLIPPED);
    expect(await refusal(ruleChallenge(mateo, (await only(own.id))?.id ?? "", { upheld: false }))).toBe("own-argument");
    const forged = db().challenge.update({
      where: { id: challenge },
      data: { upheld: true, ruledById: signe.id, ruledAt: new Date() },
    });
    await expect(forged).rejects.toThrow(/judged_by_another/);
  });

  it("lets its author amend after the edit window, and says so", async () => {
    const { yuki, seun } = world.people;
    const long = new Date(Date.now() - 5 * 3_600_000);
    const { id } = await world.post(yuki, {}, { at: long });
    const [citation] = (await getArgument(null, id)).citations;
    await raiseChallenge(seun, citation?.id ?? "", CLIPPED);
    const citations = [{ source: world.source, quote: QUOTES[3] }];
    await reviseArgument(yuki, id, { claim: "Amended.", body: null, citations });
    expect((await getHistory(null, id)).revisions[0]?.occasion).toBe("CHALLENGE");
    expect(await only(id)).toMatchObject({ amended: true, ruling: null });
    expect(await doubtsOn(id)).toBeUndefined();
  });

  it("twice is as once: raising, answering, ruling; and a second ruling sees the first", async () => {
    const { yuki, seun, farid, signe, mateo } = world.people;
    const { id, citation } = await posted();
    await raiseChallenge(seun, citation, CLIPPED);
    let before = await countRows();
    await raiseChallenge(seun, citation, CLIPPED);
    await raiseChallenge(farid, citation, CLIPPED);
    expect(await countRows()).toEqual(before);
    const challenge = (await only(id))?.id ?? "";
    await answerChallenge(yuki, challenge, "It is the whole sentence.");
    before = await countRows();
    await answerChallenge(yuki, challenge, "It is the whole sentence.");
    expect(await countRows()).toEqual(before);
    expect(await refusal(answerChallenge(yuki, challenge, "Something else."))).toBe("challenge-answered");
    await ruleChallenge(signe, challenge, { upheld: false });
    before = await countRows();
    await ruleChallenge(signe, challenge, { upheld: false });
    expect(await countRows()).toEqual(before);
    expect(await refusal(ruleChallenge(mateo, challenge, { upheld: true }))).toBe("challenge-ruled");
    expect(await doubtsOn(id)).toBeUndefined();
    expect(await db().review.findFirst({ where: { argumentId: id } })).toMatchObject({ verdict: "APPROVED" });
  });
});

describe("a ruling", () => {
  it("that upholds is shown wherever the same passage is used, then and later, in the source, and to programs", async () => {
    const { seun, farid, signe } = world.people;
    const quote = QUOTES[2];
    const first = await posted(world.people.yuki, quote);
    const second = await posted(farid, quote);
    await raiseChallenge(seun, first.citation, { kind: "OUT_OF_CONTEXT", note: "Read on." });
    const challenge = (await only(first.id))?.id ?? "";
    const { status } = await call(RULE, {
      token: await tokenOf(signe),
      params: { id: challenge },
      body: { upheld: true, ruling: "The next sentence turns it." },
    });
    expect(status).toBe(200);
    const ruled = [{ kind: "OUT_OF_CONTEXT", ruled: true, argument: first.id }];
    expect(await doubtsOn(first.id)).toEqual(ruled);
    expect(await doubtsOn(second.id)).toEqual(ruled);
    expect(await doubtsOn((await posted(seun, quote)).id)).toEqual(ruled);
    expect(await doubtsOn((await posted(seun, QUOTES[0])).id)).toBeUndefined();
    const { passages } = await getSource(null, world.source);
    expect(passages.filter((passage) => passage.ruled).map((passage) => passage.quote)).toEqual([quote]);
    const { json } = await call(GET, { params: { id: first.id } });
    expect(json.items[0].ruling).toMatchObject({ upheld: true, text: "The next sentence turns it." });
    expect(JSON.stringify(json)).not.toContain("signe");
  });
});
