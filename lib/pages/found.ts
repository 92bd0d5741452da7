import { notFound } from "next/navigation";
import { Missing } from "#lib/verdict";

/** What a page asks for; where there is no such thing for this viewer, the page that says so. */
export async function found<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Missing) notFound();
    throw error;
  }
}
