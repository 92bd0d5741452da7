/** Our public keys. */
import { answerKeys } from "#lib/lti/answers";

export const dynamic = "force-dynamic";
export const GET = (): Promise<Response> => answerKeys();
