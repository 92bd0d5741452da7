/** The elaboration as it comes in: a document, or plain text; as it is stored: a checked document and its text. */
import {
  DOCUMENT_SCHEMA,
  type Document,
  DocumentError,
  documentFromText,
  plainTextOf,
  readDocument,
} from "#lib/text/document";
import { Refused } from "#lib/verdict";

export interface Body {
  document: Document | null;
  text: string | null;
  schema: number;
}

/** @throws Refused with the document's own code. */
export function readBody(value: unknown): Body {
  try {
    const document = typeof value === "string" ? documentFromText(value) : value === null ? null : readDocument(value);
    return { document, text: document && plainTextOf(document), schema: DOCUMENT_SCHEMA };
  } catch (error) {
    if (error instanceof DocumentError) throw new Refused(error.code, { values: error.values });
    throw error;
  }
}
