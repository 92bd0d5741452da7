import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Pool } from "pg";
import { root } from "./folders.mjs";

const { SchemaEngine, __wbg_set_wasm } = engineModule as typeof engineModule & {
  __wbg_set_wasm(exports: unknown): void;
};

// Once a process: the glue beside the module keeps one instance's memory.
const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
  "./schema_engine_bg.js": glue(),
});
__wbg_set_wasm(instance.exports);
(instance.exports.__wbindgen_start as () => void)();

/** Its functions, but the timer that guards its lock for ten seconds and is never cleared does not keep a process alive. */
function glue() {
  const functions = { ...engineModule } as unknown as Record<string, WebAssembly.ImportValue>;
  for (const name of Object.keys(functions).filter((name) => name.startsWith("__wbg_setTimeout")))
    functions[name] = (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref();
  return functions;
}

/** Prisma's schema engine as WebAssembly: the native one would have to be downloaded. */
export function openEngine(pool: Pool, onFailure: (error: Error, script: string) => void) {
  const schema = readFileSync(join(root, "prisma/schema.prisma"), "utf8");
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool, onFailure));
  return SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}

/** Prisma's adapter cuts a script at every semicolon, also inside the body of a function; PostgreSQL takes it whole. */
class WholeScripts extends PrismaPg {
  readonly #onFailure: (error: Error, script: string) => void;

  constructor(pool: Pool, onFailure: (error: Error, script: string) => void) {
    super(pool);
    this.#onFailure = onFailure;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.#onFailure(error as Error, script);
        throw error;
      }
    };
    return adapter;
  }
}
