/** What @argdown/core takes for the same map, in a process of its own: STEPS FILE; milliseconds of the processor. */
import { readFileSync } from "node:fs";
import { argdown, SyncDotToSvgExportPlugin } from "@argdown/core";
import { Graphviz } from "@hpcc-js/wasm-graphviz";

const [steps = "", file = ""] = process.argv.slice(2);
const input = readFileSync(file, "utf8");
if (steps.endsWith("export-svg")) argdown.addPlugin(new SyncDotToSvgExportPlugin(await Graphviz.load()), "export-svg");
const began = process.cpuUsage();
const answer = argdown.run({ input, process: steps.split(","), logLevel: "silent" });
const { user, system } = process.cpuUsage(began);
const written = [answer.html, answer.svg, answer.json, answer.dot].find((one) => typeof one === "string" && one !== "");
if (!written) throw new Error(`nothing was written by ${steps}`);
console.log(JSON.stringify({ ms: (user + system) / 1000, bytes: written.length }));
