/**
 * A snapshot's map as a picture: what `svg.ts` draws, painted by resvg with the faces of this project and no others, so
 * that it is the same on every machine. Where it is from stands in the picture and in its text chunks (PNG 3, 11.3.3).
 */
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { proofLines } from "#lib/maps/said";
import type { Snapshot } from "#lib/maps/snapshot";
import { drawingOf } from "#lib/maps/snapshot-drawing";
import { svgOf } from "#lib/maps/svg";
import { Refused } from "#lib/verdict";

/** For screens of two pixels a point, and for print. */
const SCALE = 2;
/** A picture of so many pixels takes 48 MB while it is painted, and half a second to pack. */
const PIXELS_MAX = 12_000_000;
/** Many readers of PNG keep a side in 15 bits. */
const SIDE_MAX = 32_000;
/** Smaller, a claim is less than 6 pixels high, and nobody can read it. */
const SCALE_MIN = 0.4;

const FONTS = [
  "source-serif-4/500Medium/SourceSerif4_500Medium",
  "inter/400Regular/Inter_400Regular",
  "inter/600SemiBold/Inter_600SemiBold",
];
/** The folder of the project is where every process of it runs. */
const fontFiles = FONTS.map((font) => join(process.cwd(), "node_modules/@expo-google-fonts", `${font}.ttf`));

/** How large a drawing is painted, or null where nobody could read it. */
export function scaleOf(width: number, height: number): number | null {
  const scale = Math.min(SCALE, Math.sqrt(PIXELS_MAX / (width * height)), SIDE_MAX / Math.max(width, height));
  return scale < SCALE_MIN ? null : scale;
}

/** @throws Refused where the map is too large for a picture. */
export async function toPng(snapshot: Snapshot): Promise<Uint8Array<ArrayBuffer>> {
  const { svg, width, height } = svgOf(snapshot, drawingOf(snapshot));
  const scale = scaleOf(width, height);
  if (scale === null) throw new Refused("picture-too-large", { values: { arguments: snapshot.arguments.length } });
  const png = await paint(svg, Math.floor(width * scale));
  return withText(png, { Title: snapshot.thread.question, Description: proofLines(snapshot).join("\n") });
}

/**
 * A drawing as a PNG that is `width` pixels wide. The machine's own faces lend their letters only where asked, for
 * alphabets that ours do not have.
 */
export async function paint(svg: string, width: number, { borrowing = false } = {}): Promise<Buffer> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const font = { fontFiles, loadSystemFonts: borrowing, defaultFontFamily: "Source Serif 4" };
  return (await renderAsync(svg, { font, fitTo: { mode: "width", value: width } })).asPng();
}

/** After the signature of 8 bytes and the header's chunk of 25. */
const FIRST_CHUNK = 33;

function withText(png: Uint8Array, texts: Record<string, string>): Uint8Array<ArrayBuffer> {
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk("iTXt", `${keyword}\0\0\0\0\0${text}`));
  return new Uint8Array(Buffer.concat([png.subarray(0, FIRST_CHUNK), ...chunks, png.subarray(FIRST_CHUNK)]));
}

/** Its length, its type, its content, and a sum over type and content. */
function chunk(type: string, content: string): Buffer {
  const body = Buffer.from(type + content);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - type.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
