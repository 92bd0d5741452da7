/** As much of jsonld as the tests call; it brings no types of its own. */
declare module "jsonld" {
  interface Quad {
    predicate: { value: string };
    object: { value: string };
  }
  interface Options {
    /** Refuses what would be dropped in silence. */
    safe: boolean;
    documentLoader?: (url: string) => Promise<{ documentUrl: string; document: object }>;
  }
  const jsonld: { toRDF(document: unknown, options: Options): Promise<Quad[]> };
  export default jsonld;
}
