/** Who may know which platforms lead people here, and what was done to them. */
import { beforeAll, describe, expect, it } from "vitest";
import { registerPlatform, retirePlatform } from "#lib/lti/commands/platform";
import { registeringPlatform } from "#lib/lti/form";
import { getPlatforms } from "#lib/lti/queries";
import { OPERATOR } from "#lib/users/policy";
import { makeWorld, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** As the form sends it. */
const typed = {
  ...{ name: " Our school ", issuer: "https://lms.school.org", clientId: "1234", deployments: "1\r\n\r\n 2 " },
  loginUrl: "https://lms.school.org/auth",
  tokenUrl: "https://lms.school.org/token",
  jwksUrl: "https://lms.school.org/jwks",
  origins: "https://pages.school.org/x",
};

describe("the platforms", () => {
  it("are shown to who runs the forum, with who did what to them and when", async () => {
    const { mateo } = world.people;
    await registerPlatform(mateo, registeringPlatform.parse(typed));
    await retirePlatform(OPERATOR, typed.issuer, typed.clientId);
    const { platforms, acts } = await getPlatforms(mateo);
    expect(platforms).toEqual([
      {
        ...{ name: "Our school", issuer: typed.issuer, clientId: "1234", deployments: ["1", "2"], retired: true },
        origins: ["https://lms.school.org", "https://pages.school.org"],
      },
    ]);
    expect(acts.map(({ kind, platform, by }) => [kind, platform, by])).toEqual([
      ["retired", "Our school", null],
      ["registered", "Our school", mateo.name],
    ]);
  });

  it("are there for nobody else, and registered by nobody else", async () => {
    const { naledi, signe } = world.people;
    for (const who of [null, naledi, signe]) expect(await refusal(getPlatforms(who))).toBe("missing");
    expect(await refusal(registerPlatform(signe, registeringPlatform.parse(typed)))).toBe("admins-only");
  });

  it("are asked for field by field: what is missing, and what is no address of the open network's kind", () => {
    const flaws = (other: object) =>
      registeringPlatform
        .safeParse({ ...typed, ...other })
        .error?.issues.map(({ path, message }) => [path[0], message]);
    expect(flaws({ name: "", deployments: " " })).toEqual([
      ["name", "blank"],
      ["deployments", "blank"],
    ]);
    expect(flaws({ jwksUrl: "http://lms.school.org/jwks" })).toEqual([["jwksUrl", "platform-address-unfit"]]);
    expect(flaws({ origins: "lms.school.org" })).toEqual([["origins", "platform-address-unfit"]]);
  });
});
