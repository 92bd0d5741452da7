/** Where a platform's signed message arrives, by a form that the platform's page sends. */
import { answerLaunch } from "#lib/lti/answers";

export const POST = (request: Request): Promise<Response> => answerLaunch(request);
