/** The first step of coming in from a platform: we send the browser back to it, with what only its answer can name. */
import { transact } from "#lib/db";
import { env } from "#lib/env";
import { ltiPaths } from "#lib/lti/addresses";
import type { LoginInput } from "#lib/lti/schema";
import { minutesFrom, newSecret, STATE_MINUTES } from "#lib/lti/secrets";
import { hashOf } from "#lib/users/queries";
import { Refused } from "#lib/verdict";

/** An issuer or client that nobody registered, or several clients of one issuer and none named. */
const unknown = () => new Refused("platform-unknown", { ground: "forbidden" });

/**
 * Where the browser goes. State and nonce are kept in the database, so that the answer needs no cookie, which a browser
 * would not send within a frame.
 * @throws Refused "platform-unknown", "platform-target-elsewhere"
 */
export async function startLogin(input: LoginInput): Promise<string> {
  return transact(async (tx, at) => {
    const platforms = await tx.ltiPlatform.findMany({
      where: {
        issuer: input.iss,
        retiredAt: null,
        ...(input.client_id !== undefined && { clientId: input.client_id }),
        ...(input.lti_deployment_id !== undefined && {
          deployments: { some: { deployment: input.lti_deployment_id } },
        }),
      },
      take: 2,
      select: { id: true, clientId: true, loginUrl: true },
    });
    const [platform] = platforms;
    if (!platform || platforms.length > 1) throw unknown();
    if (URL.parse(input.target_link_uri)?.origin !== new URL(env().APP_URL).origin)
      throw new Refused("platform-target-elsewhere", { ground: "forbidden" });
    const [state, nonce] = [newSecret(), newSecret()];
    await tx.ltiState.create({
      data: {
        ...{ hash: hashOf(state), nonceHash: hashOf(nonce), platformId: platform.id },
        expiresAt: minutesFrom(at, STATE_MINUTES),
      },
      select: { hash: true },
    });
    const asked = {
      ...{ scope: "openid", response_type: "id_token", response_mode: "form_post", prompt: "none" },
      ...{ client_id: platform.clientId, redirect_uri: env().APP_URL + ltiPaths.launch, state, nonce },
      login_hint: input.login_hint,
      ...(input.lti_message_hint !== undefined && { lti_message_hint: input.lti_message_hint }),
    };
    const address = new URL(platform.loginUrl);
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    return address.href;
  });
}
