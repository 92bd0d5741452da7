/** A work of each kind that the styles know, all invented. */
import type { CslItem } from "#lib/sources/csl";

export const SURVEY: CslItem = {
  id: "moss2025",
  type: "webpage",
  title: "Library use survey 2025",
  author: [{ family: "Moss", given: "Ada" }],
  "container-title": "Example Press",
  issued: { "date-parts": [[2025, 3, 2]] },
  accessed: { "date-parts": [[2026, 11, 20]] },
  URL: "https://example.org/survey",
  language: "en",
};

export const HERALD: CslItem = {
  id: "lund2026",
  type: "article-newspaper",
  title: "Sunday hours cost more",
  author: [
    { family: "Lund", given: "Per" },
    { family: "Ek", given: "Eva" },
  ],
  "container-title": "City Herald",
  issued: { "date-parts": [[2026, 1, 9]] },
  accessed: { "date-parts": [[2026, 11, 20]] },
  URL: "https://example.org/herald",
};

export const JOURNAL: CslItem = {
  id: "berg2024",
  type: "article-journal",
  title: "Opening hours and reading",
  author: [
    { family: "Berg", given: "Ola" },
    { family: "Dahl", given: "Ida" },
    { family: "Foss", given: "Tor" },
  ],
  "container-title": "Journal of Libraries",
  volume: "12",
  issue: "3",
  page: "45-67",
  issued: { "date-parts": [[2024]] },
  DOI: "10.1000/xyz",
};

export const PAY: CslItem = {
  id: "council2025",
  type: "report",
  title: "Municipal pay scale",
  author: [{ literal: "City Council" }],
  publisher: "City Council",
  issued: { "date-parts": [[2025]] },
  URL: "https://example.org/pay",
};

export const BOOK: CslItem = {
  id: "vik2019",
  type: "book",
  title: "Public rooms",
  author: [{ family: "Vik", given: "Nora" }],
  publisher: "North Press",
  "publisher-place": "Oslo",
  issued: { "date-parts": [[2019]] },
};

/** A text of which little is known: no author, no outlet, no date, no address but ours; and it is a digest. */
export const DIGEST: CslItem = {
  id: "inside",
  type: "article-newspaper",
  title: "Inside the mega-prison where he would go 'in a heartbeat'",
  genre: "Digest",
  accessed: { "date-parts": [[2026, 11, 20]] },
  archive_location: "https://forum.example/s/inside",
};
