/** Which platforms may lead people here. */
import { transact } from "#lib/db";
import { env } from "#lib/env";
import { record } from "#lib/events/record";
import { makeKey } from "#lib/lti/keys";
import { mayRegister } from "#lib/lti/policy";
import type { PlatformInput } from "#lib/lti/schema";
import { checkedAddress } from "#lib/sources/fetching/address";
import { newId } from "#lib/text/id";
import { OPERATOR, type Operator } from "#lib/users/policy";
import type { Person } from "#lib/users/viewer";
import { Missing, must } from "#lib/verdict";

type Actor = Person | Operator;

const idOf = (actor: Actor) => (actor === OPERATOR ? null : actor.id);

/**
 * Lets a platform lead its people here. Said again of the same issuer and client, addresses and name are changed and
 * deployments added; one that was retired is let in again.
 * @throws Refused "admins-only", "address-unreachable" for addresses that no public server has
 */
export async function registerPlatform(actor: Actor, input: PlatformInput): Promise<{ id: string }> {
  return transact(async (tx, at) => {
    must(mayRegister(actor));
    const { name, issuer, clientId, deployments, loginUrl, tokenUrl, jwksUrl } = input;
    for (const address of [loginUrl, tokenUrl, jwksUrl, ...input.origins]) checkedAddress(address, env().APP_URL);
    const origins = [...new Set([new URL(loginUrl).origin, ...input.origins])];
    const said = { name, loginUrl, tokenUrl, jwksUrl, origins, retiredAt: null };
    const { id } = await tx.ltiPlatform.upsert({
      where: { issuer_clientId: { issuer, clientId } },
      create: { ...said, id: newId(), issuer, clientId, registeredById: idOf(actor), registeredAt: at },
      update: said,
      select: { id: true },
    });
    await tx.ltiDeployment.createMany({
      data: deployments.map((deployment) => ({ id: newId(), platformId: id, deployment })),
      skipDuplicates: true,
    });
    const subjects = { platform: id };
    await record(tx, { stream: "site", kind: "platform.registered", actorId: idOf(actor), subjects, at });
    return { id };
  });
}

/** Lets nobody in by this platform any more, and asks it for nothing. Twice is as once. */
export async function retirePlatform(actor: Actor, issuer: string, clientId: string): Promise<void> {
  await transact(async (tx, at) => {
    must(mayRegister(actor));
    const platform = await tx.ltiPlatform.findUnique({ where: { issuer_clientId: { issuer, clientId } } });
    if (!platform) throw new Missing();
    if (platform.retiredAt) return;
    await tx.ltiPlatform.update({ where: { id: platform.id }, data: { retiredAt: at }, select: { id: true } });
    await tx.ltiState.deleteMany({ where: { platformId: platform.id } });
    const subjects = { platform: platform.id };
    await record(tx, { stream: "site", kind: "platform.retired", actorId: idOf(actor), subjects, at });
  });
}

/** Signs with a new key from now on. */
export async function changeKey(actor: Actor): Promise<{ id: string }> {
  return transact(async (tx, at) => {
    must(mayRegister(actor));
    const id = await makeKey(tx, at);
    await record(tx, { stream: "site", kind: "platform.key_made", actorId: idOf(actor), subjects: { key: id }, at });
    return { id };
  });
}
