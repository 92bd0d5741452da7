/** All that can be read of a file, by whatever way: its bytes, the parts of its archive, and what readers of its kind find. */
import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { extractText, getDocumentProxy } from "unpdf";

export async function opened(content: string | Uint8Array): Promise<string> {
  if (typeof content === "string") return content;
  const bytes = Buffer.from(content);
  const parts = [bytes.toString("utf8"), bytes.toString("latin1"), bytes.toString("utf16le")];
  if (bytes.subarray(0, 2).toString() === "PK") parts.push(...(await archived(bytes)));
  if (bytes.subarray(0, 5).toString() === "%PDF-") parts.push(...(await printed(bytes)));
  if (bytes.subarray(1, 4).toString() === "PNG") parts.push(...chunks(bytes));
  return parts.join("\n");
}

/** Of an archive the names and parts; of XML its words in one, however they are cut into runs, and its attributes. */
async function archived(bytes: Buffer): Promise<string[]> {
  const entries = Object.entries(unzipSync(bytes)).map(([path, part]) => [path, Buffer.from(part).toString("utf8")]);
  const xml = entries.flatMap(([path = "", text = ""]) => (/\.(xml|rels)$/.test(path) ? words(text) : []));
  const word = entries.some(([path]) => path === "word/document.xml");
  const read = word ? [(await mammoth.extractRawText({ buffer: bytes })).value] : [];
  return [...entries.flat(), ...xml, ...read] as string[];
}

function words(xml: string): string {
  let said = "";
  const parser = new SaxesParser();
  parser.on("text", (text) => {
    said += text;
  });
  parser.on("opentag", ({ attributes }) => {
    said += ` ${Object.values(attributes).join(" ")} `;
  });
  parser.write(xml).close();
  return said;
}

async function printed(bytes: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  const about = [await document.getMetadata(), await document.getOutline(), await document.getAttachments()];
  return [text.replace(/\s+/g, " "), ...about.map((one) => JSON.stringify(one))];
}

/** Of a picture all that is not pixels. */
function chunks(bytes: Buffer): string[] {
  const said: string[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.subarray(at + 4, at + 8).toString();
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind !== "IDAT") said.push(`${kind} ${data.toString("utf8")}`);
    // A keyword, a zero and the method stand before what is packed.
    if (kind === "zTXt") said.push(inflateSync(data.subarray(data.indexOf(0) + 2)).toString("utf8"));
    at += 12 + length;
  }
  return said;
}
