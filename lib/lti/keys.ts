/**
 * Our own key. It is made once, when it is first needed, and kept in the database, so that every process signs alike; its
 * private half is sealed with a key made from SECRET. It could not be made from SECRET itself: platforms know it by its
 * id, and it must be possible to give another without ending everybody's session.
 */
import { hkdfSync } from "node:crypto";
import {
  CompactEncrypt,
  type CryptoKey,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from "jose";
import { db, type Tx, transact } from "#lib/db";
import { env } from "#lib/env";
import { newId } from "#lib/text/id";

/** LTI 1.3 asks for this one of every platform and tool. */
export const ALGORITHM = "RS256";
/** What was signed before a change of keys is looked at within the hour; platforms keep our keys for a day at most. */
const RETIRED_MS = 24 * 60 * 60 * 1_000;

const sealing = () =>
  new Uint8Array(
    hkdfSync("sha256", env().SECRET, "", "grounds: the private half of the key for learning platforms", 32),
  );

const seal = (jwk: JWK): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(jwk)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(sealing());

async function unseal(sealed: string): Promise<JWK> {
  const { plaintext } = await compactDecrypt(sealed, sealing());
  return JSON.parse(new TextDecoder().decode(plaintext));
}

interface Signing {
  id: string;
  key: CryptoKey;
}

/** Makes a key and puts it in the place of the one before, which is published for a day more. */
export async function makeKey(tx: Tx, at: Date): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true });
  const id = newId();
  const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: "sig" };
  const sealed = await seal(await exportJWK(privateKey));
  await tx.ltiKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: at } });
  await tx.ltiKey.create({ data: { id, publicJwk, sealed, madeAt: at }, select: { id: true } });
  return id;
}

/** The key in force. Where there is none, or SECRET is another than it was sealed with, a new one is made. */
async function signingKey(): Promise<Signing> {
  const known = await openKey(await db().ltiKey.findFirst({ where: { retiredAt: null } }));
  if (known) return known;
  return transact(async (tx, at) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('lti_keys'))::text`;
    const find = () => tx.ltiKey.findFirst({ where: { retiredAt: null } });
    const there = await openKey(await find());
    if (there) return there;
    await makeKey(tx, at);
    const made = await openKey(await find());
    if (!made) throw new Error("a key that was just made cannot be opened");
    return made;
  });
}

async function openKey(row: { id: string; sealed: string } | null): Promise<Signing | null> {
  if (!row) return null;
  const jwk = await unseal(row.sealed).catch(() => null);
  return jwk && { id: row.id, key: (await importJWK(jwk, ALGORITHM)) as CryptoKey };
}

/** The public halves of the key in force and of those that were until yesterday. */
export async function publicKeys(now = new Date()): Promise<{ keys: JWK[] }> {
  await signingKey();
  const since = new Date(now.getTime() - RETIRED_MS);
  const rows = await db().ltiKey.findMany({
    where: { OR: [{ retiredAt: null }, { retiredAt: { gt: since } }] },
    orderBy: { madeAt: "desc" },
    select: { publicJwk: true },
  });
  return { keys: rows.map(({ publicJwk }) => publicJwk as JWK) };
}

/** A message of ours, good for five minutes: as long as a page with it may stand open, and once at the platform. */
export async function sign(claims: JWTPayload): Promise<string> {
  const { id, key } = await signingKey();
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setJti(newId())
    .sign(key);
}
