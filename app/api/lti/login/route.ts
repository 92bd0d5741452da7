/** Where a platform begins a sign-in. */
import { answerLogin } from "#lib/lti/answers";

export const GET = (request: Request): Promise<Response> => answerLogin(request);
export const POST = (request: Request): Promise<Response> => answerLogin(request);
