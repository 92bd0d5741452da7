import { notFound } from "next/navigation";
import { file } from "#lib/api/answer";
import { getViewer } from "#lib/auth";
import { getGradebook } from "#lib/classes/assessment-queries";
import { getAssignment, getClassProgress } from "#lib/classes/assignment-queries";
import { gradebookCsv } from "#lib/classes/gradebook-file";
import { Missing } from "#lib/verdict";

interface Context {
  params: Promise<{ slug: string; assignment: string }>;
}

/** Progress and grades of a class with names, for who teaches it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, assignment } = await params;
  const viewer = await getViewer();
  try {
    const book = await getGradebook(viewer, slug, assignment);
    const { rounds } = await getAssignment(viewer, slug, assignment);
    const progress = await Promise.all(
      rounds.map(({ ordinal }) => getClassProgress(viewer, slug, assignment, ordinal)),
    );
    const answer = file(gradebookCsv(book, progress), {
      mediaType: "text/csv; charset=utf-8",
      name: `${assignment}.csv`,
    });
    answer.headers.set("cache-control", "no-store");
    answer.headers.set("x-content-type-options", "nosniff");
    return answer;
  } catch (error) {
    if (error instanceof Missing) notFound();
    throw error;
  }
}
