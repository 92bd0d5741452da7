/** Where a teacher's choice for a link of their course arrives. */
import { answerChoice } from "#lib/lti/answers";

export const POST = (request: Request): Promise<Response> => answerChoice(request);
