import { answerEmbed } from "#lib/feeds/answer-embed";

interface Context {
  params: Promise<{ slug: string }>;
}

/** A thread's map as other sites may frame it. */
export async function GET(_request: Request, { params }: Context) {
  return answerEmbed((await params).slug, "map");
}
