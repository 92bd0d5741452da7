import { beforeAll, describe, expect, it } from "vitest";
import { getOutline } from "#lib/arguments/queries/outline";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { linkedThread } from "#lib/feeds/linked-data";
import { getOpening } from "#lib/feeds/queries";
import { removeArgument } from "#lib/moderation/commands";
import { newId } from "#lib/text/id";
import { GET as picture } from "../../../app/(forum)/t/[slug]/opengraph.png/route.ts";
import { GET as oembed } from "../../../app/api/oembed/route.ts";
import { GET as embed } from "../../../app/embed/t/[slug]/route.ts";
import { makeWorld, type World } from "../../support/island.ts";

let world: World;
let hidden: string;
beforeAll(async () => {
  world = await makeWorld();
  const { raisedById, openedById } = await db().thread.findUniqueOrThrow({ where: { slug: world.thread } });
  const classId = newId();
  await db().class.create({ data: { id: classId, slug: "a-class", name: "A class" } });
  hidden = "the-class-s-own";
  await db().thread.create({
    data: { id: newId(), slug: hidden, question: "Theirs?", raisedById, openedById, classId },
  });
});

const params = (slug: string) => ({ params: Promise.resolve({ slug }) });
const asked = (query: string) => oembed(new Request(`http://test/api/oembed?${query}`));
const addressOf = (slug: string) => encodeURIComponent(`${env().APP_URL}/t/${slug}`);
const request = new Request("http://test/");

describe("what is shown outside this site", () => {
  it("is of public threads alone: a class's is as unknown as what is not there", async () => {
    for (const slug of [hidden, "nothing"]) {
      const answers = [
        ...[await picture(request, params(slug)), await embed(request, params(slug))],
        await asked(`url=${addressOf(slug)}`),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(404);
        expect(await answer.text()).not.toContain("Theirs?");
      }
    }
    expect((await embed(request, params(world.thread))).headers.get("content-security-policy")).toContain(
      "frame-ancestors *",
    );
    expect((await picture(request, params(world.thread))).headers.get("content-type")).toBe("image/png");
  });

  it("is answered as JSON alone, to those who name an address of ours", async () => {
    const url = addressOf(world.thread);
    expect(await (await asked(`url=${url}&format=json&maxwidth=400&dnt=1`)).json()).toMatchObject({ width: 400 });
    expect((await asked(`url=${url}&format=xml`)).status).toBe(501);
    expect((await asked("format=json")).status).toBe(400);
    expect((await asked(`url=${url}&maxwidth=-1`)).status).toBe(400);
    expect((await asked("url=https%3A%2F%2Fevil.example%2Ft%2Fx")).status).toBe(404);
  });

  it("holds no words that were removed", async () => {
    const { yuki, signe } = world.people;
    const { id } = await world.post(yuki, { claim: "This will be taken away." });
    const shown = async () => {
      const view = await getOutline(null, world.thread);
      const linked = linkedThread(view, await getOpening(view.thread.id), env().APP_URL);
      return (await (await embed(request, params(world.thread))).text()) + JSON.stringify(linked);
    };
    expect((await shown()).match(/This will be taken away\./g)).toHaveLength(2);
    await removeArgument(signe, id, { code: "off-topic", note: null });
    expect(await shown()).not.toContain("This will be taken away.");
  });
});
