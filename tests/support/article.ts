/** One article of the tests' own in every kind of file in which articles come. */
import { wordFileOf } from "./archive.ts";
import { brokenInto, pdfOf } from "./pdf.ts";

export const ARTICLE = {
  title: "Harbour town weighs a toll for its old lighthouse road",
  byline: "Ines Duarte",
  outlet: "The Tide",
  publishedOn: "2026-11-03",
  paragraphs: [
    "The council of the harbour town heard on Tuesday why the well-known road to the lighthouse, which the sea has twice carried off, should be paid for by those who drive on it. The engineer’s report puts the cost of a third repair at more than the town spends on its schools in a year.",
    "“Nobody here wants to close it,” the mayor said — but a toll of two coins for each car, she added, would pay for the work within eleven years, unless winters as hard as the last one come more often than the report assumes.",
    "A narrow vote",
    "Shopkeepers at the far end of the road object. Visitors, they say, would turn round at the barrier, and a well-meant toll would empty the very place that it is meant to keep open. The pilots’ union asked whether ambulances and the school bus would pay as well, and was told that this had not been decided.",
    "The vote is set for the spring. Until then the road stays open at the drivers’ own risk, and a sign at its head says so.",
  ],
};

const { title, byline, outlet, paragraphs } = ARTICLE;
const SUBTITLE = "The town cannot agree who should pay for a road that the sea keeps taking";
const BY = `By ${byline} for ${outlet}`;
const WHOLE = [title, SUBTITLE, BY, "Published 3 November 2026", ...paragraphs];
const PROMPT = "Sign up for our newsletter and get the news in your inbox.";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const marked = (text: string) => (text === "A narrow vote" ? `<h2>${text}</h2>` : `<p>${escaped(text)}</p>`);

export const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
<meta property="og:site_name" content="${outlet}"><style>p { margin: 1em }</style><script>document.write("<p>scripted words</p>")</script>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "${title}", "author": {"@type": "Person", "name": "${byline}"}, "datePublished": "2026-11-03T06:00:00Z"}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<main><article><h1>${title}</h1><p class="subtitle">${SUBTITLE}</p><p class="byline">${BY}</p>
${paragraphs.map(marked).join("\n")}
<p style="display: none">Words that nobody sees, put here by somebody who hopes that they are read all the same.</p>
<p style="color: #fff">White words on white paper, put here by somebody who hopes that they are read all the same.</p>
<noscript>Words for those who have no script.</noscript><template><p>Words of a template.</p></template>
</article></main><footer><p>${PROMPT}</p></footer></body></html>`;

/** By the ending of the file's name. */
export const FILES: Record<string, Buffer> = {
  "article.txt": Buffer.from(WHOLE.join("\n\n")),
  "wrapped.txt": Buffer.from(WHOLE.map((text) => brokenInto(76, text).join("\n")).join("\n\n")),
  "article.md": Buffer.from(
    [
      `# ${title}`,
      `*${SUBTITLE}*`,
      BY,
      "Published 3 November 2026",
      "---",
      ...paragraphs.map((text) =>
        text === "A narrow vote"
          ? `## ${text}`
          : text.replace("lighthouse", "[lighthouse](https://tide.example/a)").replace("Nobody", "**Nobody**"),
      ),
    ].join("\n\n"),
  ),
  "article.html": Buffer.from(PAGE),
  "article.pdf": pdfOf(WHOLE.map((text) => brokenInto(70, text))),
  "article.docx": wordFileOf(WHOLE),
};
