/** Where a page of one's own is opened from a platform's frame: here, as everywhere else, a cookie keeps the session. */
import { keepSession } from "#lib/auth";
import { answerEnter } from "#lib/lti/answers";

export const POST = (request: Request): Promise<Response> => answerEnter(request, keepSession);
