/** Other people's readers of our files, so that what they accept is their word and not ours. */
import { spawnSync } from "node:child_process";
import type { FormatName } from "#lib/maps/formats";

interface Reader {
  name: string;
  /** Throws where the file is refused. */
  accept: (bytes: Buffer) => unknown;
}

const json = { name: "JSON.parse", accept: (bytes: Buffer) => JSON.parse(bytes.toString()) };

const xml: Reader = {
  name: "saxes (strict XML)",
  accept: async (bytes) => {
    const { SaxesParser } = await import("saxes");
    const parser = new SaxesParser({ xmlns: false });
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(bytes.toString()).close();
  },
};

const none: Reader = { name: "none at hand", accept: () => {} };

/** Many files have a check of their form in the unit tests besides. */
export const READERS: Record<FormatName, Reader> = {
  json: {
    name: "our own import",
    accept: async (bytes) => {
      const { readSnapshot } = await import("#lib/maps/snapshot-file");
      if (!("snapshot" in readSnapshot(bytes.toString()))) throw new Error("refused");
    },
  },
  argdown: {
    name: "@argdown/core",
    accept: async (bytes) => {
      const { argdown } = await import("@argdown/core");
      const { parserErrors } = argdown.run({
        input: bytes.toString(),
        process: ["parse-input", "build-model"],
        logLevel: "silent",
      }) as { parserErrors?: unknown[] };
      if (parserErrors?.length !== 0) throw new Error(`${parserErrors?.length} errors`);
    },
  },
  xaif: json,
  aif: json,
  "aif-jsonld": json,
  sadface: json,
  kialo: none,
  webannotation: json,
  hypothesis: json,
  graphml: {
    name: "saxes, graphology",
    accept: async (bytes) => {
      await xml.accept(bytes);
      const { MultiDirectedGraph } = await import("graphology");
      const { default: graphml } = await import("graphology-graphml");
      return graphml.parse(MultiDirectedGraph, bytes.toString().replace(/^<\?xml.*\?>/, "")).order;
    },
  },
  svg: xml,
  png: {
    name: "its own signature",
    accept: (bytes) => {
      if (bytes.subarray(1, 4).toString() !== "PNG") throw new Error("no PNG");
    },
  },
  dot: {
    name: "Graphviz (wasm), parsed",
    accept: async (bytes) => {
      const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
      // Canonical form is written without a layout, which takes minutes at this size.
      return (await Graphviz.load()).layout(bytes.toString(), "canon", "dot").length;
    },
  },
  mermaid: none,
  opml: xml,
  freeplane: xml,
  markdown: none,
  csv: {
    name: "csv-parse",
    accept: async (bytes) => {
      const [{ parse }, { unzipSync }] = await Promise.all([import("csv-parse/sync"), import("fflate")]);
      for (const table of Object.values(unzipSync(bytes))) parse(Buffer.from(table), { bom: true, columns: true });
    },
  },
  pdf: {
    name: spawnSync("pdftotext", ["-v"]).error ? "unpdf (pdf.js)" : "unpdf (pdf.js), pdftotext",
    accept: async (bytes) => {
      const { getDocumentProxy } = await import("unpdf");
      const document = await getDocumentProxy(new Uint8Array(bytes));
      return (await (await document.getPage(document.numPages)).getTextContent()).items.length;
    },
  },
  docx: {
    name: "mammoth",
    accept: async (bytes) => (await (await import("mammoth")).default.extractRawText({ buffer: bytes })).value,
  },
  "flow-xlsx": {
    name: "read-excel-file",
    accept: async (bytes) => (await import("read-excel-file/node")).readSheet(bytes),
  },
  "flow-json": json,
  bibtex: none,
  ris: none,
  csl: json,
};
