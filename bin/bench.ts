/** npm run bench -- [NAME …]: measures what the app promises, and fails where a promise is missed. */
import { parseArgs } from "node:util";
import type { Measured } from "../tests/bench/pages/pages.ts";

const BENCHES: Record<string, () => Promise<{ bench: () => Promise<Measured[]> }>> = {
  anchoring: () => import("../tests/bench/anchoring/anchoring.ts"),
  exports: () => import("../tests/bench/exports/exports.ts"),
  large: () => import("../tests/bench/large/large.ts"),
  map: () => import("../tests/bench/map/map.ts"),
  pages: () => import("../tests/bench/pages/pages.ts"),
  search: () => import("../tests/bench/search/search.ts"),
};

const HELP = `npm run bench -- [NAME …]

Measures, on this machine and its loopback alone, what is promised. Names: ${Object.keys(BENCHES).join(", ")}; all where none is given.
The figures are ratios within one run. Exit status 1 when a promise is missed.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: "boolean" } } });
const names = positionals.length ? positionals : Object.keys(BENCHES);
const unknown = names.filter((name) => !(name in BENCHES));

if (values.help) console.log(HELP);
else if (unknown.length) {
  console.error(`There is no bench called ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exitCode = 2;
} else await measure();

async function measure(): Promise<void> {
  const all: Measured[] = [];
  for (const name of names) {
    console.log(`Measuring ${name} …`);
    const { bench } = await (BENCHES[name] as (typeof BENCHES)[string])();
    for (const measured of await bench()) {
      console.log(
        `  ${measured.passed ? "kept  " : "MISSED"} ${measured.name}: ${measured.figures} (promised: ${measured.promised})`,
      );
      all.push(measured);
    }
  }
  const missed = all.filter(({ passed }) => !passed).length;
  console.log(`${all.length} measured, ${missed} missed`);
  process.exitCode = missed ? 1 : 0;
}
