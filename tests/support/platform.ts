/**
 * A learning platform for tests, as LTI 1.3 has it: its keys, its sign-in, its tokens, its rosters in pages and its marks,
 * over real HTTP on this machine. A browser is pretended: it carries forms between the platform and us.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from "jose";
import type { Network } from "#lib/lti/asking";
import { isOpen } from "#lib/sources/fetching/hosts";

const LTI = "https://purl.imsglobal.org/spec/lti/claim";
const DL = "https://purl.imsglobal.org/spec/lti-dl/claim";
export const ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
export const INSTITUTION_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";

const PUBLIC = "93.184.215.14";

export interface Pupil {
  sub: string;
  name?: string;
  roles: string[];
  status?: string;
}

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

type Claims = Record<string, unknown>;
interface Key {
  kid: string;
  publicJwk: JWK;
  privateKey: CryptoKey;
}

async function newKey(): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const kid = randomUUID();
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" } };
}

/** A page of the course, with a tool in a frame of it. */
function framed(response: ServerResponse, tool: string): void {
  const frame = `<iframe title="Tool" width="900" height="700" src="${tool.replaceAll("&", "&amp;")}"></iframe>`;
  response.writeHead(200, { "content-type": "text/html" });
  response.end(`<!doctype html><title>School</title><h1>Debate, year 9</h1>${frame}`);
}

export class Platform {
  readonly issuer: string;
  readonly clientId = "grounds at school";
  readonly deployment = "1";
  readonly context = { id: "course-7", title: "Debate, year 9" };
  /** Who is in the course, a page of the roster each. */
  pages: Pupil[][] = [[]];
  /** The page that fails, counted from 0. */
  broken: number | null = null;
  keys: Key[] = [];
  published: JWK[] = [];
  readonly asked: Asked[] = [];
  readonly columns: Claims[] = [];
  readonly scores: { column: string; score: Claims }[] = [];
  /** What teachers chose for links of the course, as we signed it. */
  readonly chosen: string[] = [];
  /** Who is on their way to us, by the hint that the platform gave us of them. */
  readonly waiting = new Map<string, (nonce: string) => Claims>();
  /** Where its messages may go. */
  redirectUri = "";
  /** Our own keys, as the platform fetches them. */
  toolKeys: () => Promise<{ keys: JWK[] }> = async () => ({ keys: [] });
  private open: Network | undefined;
  private readonly tokens = new Map<string, string[]>();
  private readonly seen = new Set<string>();
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));
  readonly host: string;

  constructor(host: string) {
    this.host = host;
    this.issuer = `https://${host}`;
  }

  /** `port`: where a browser and a server in another process know it. */
  async start(port = 0): Promise<this> {
    await this.rotate();
    await new Promise<void>((ready) => this.server.listen(port, "127.0.0.1", ready));
    return this;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  at(path: string): string {
    return `http://${this.host}${path}`;
  }

  /** What whoever runs the forum types in. */
  get registration() {
    return {
      ...{ name: "School", issuer: this.issuer, clientId: this.clientId, deployments: [this.deployment], origins: [] },
      ...{ loginUrl: this.at("/auth"), tokenUrl: this.at("/token"), jwksUrl: this.at("/jwks") },
    };
  }

  /** A new key takes the place of the one before. */
  async rotate(): Promise<Key> {
    const key = await newKey();
    this.keys.unshift(key);
    this.published = [key.publicJwk];
    return key;
  }

  /** The open network of the tests: what the rules let pass as public is asked for on this machine. */
  network(): Network {
    this.open ??= {
      resolve: async (name) => {
        if (name !== this.host) throw Object.assign(new Error(`ENOTFOUND ${name}`), { code: "ENOTFOUND" });
        return [{ address: isOpen(PUBLIC) ? "127.0.0.1" : PUBLIC, family: 4 }];
      },
      isOpen: (address) => address === "127.0.0.1" || isOpen(address),
      port: this.port,
    };
    return this.open;
  }

  /** What a link in the course says of somebody who opens it. */
  claims({ sub, name, roles }: Pupil, nonce: string, target: string, link = "link-1"): Claims {
    const services = "https://purl.imsglobal.org/spec/lti-ags";
    return {
      ...{ iss: this.issuer, aud: this.clientId, sub, nonce, ...(name !== undefined && { name }) },
      [`${LTI}/message_type`]: "LtiResourceLinkRequest",
      [`${LTI}/version`]: "1.3.0",
      [`${LTI}/deployment_id`]: this.deployment,
      [`${LTI}/target_link_uri`]: target,
      [`${LTI}/resource_link`]: { id: link },
      [`${LTI}/roles`]: roles,
      [`${LTI}/context`]: this.context,
      "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {
        context_memberships_url: this.at("/members"),
        service_versions: ["2.0"],
      },
      [`${services}/claim/endpoint`]: {
        scope: [`${services}/scope/score`, `${services}/scope/lineitem`],
        lineitems: this.at("/columns?course=7"),
      },
    };
  }

  /** What a teacher's wish to make a link says. */
  choosing(teacher: Pupil, nonce: string, returnUrl: string): Claims {
    return {
      ...this.claims(teacher, nonce, ""),
      [`${LTI}/message_type`]: "LtiDeepLinkingRequest",
      [`${DL}/deep_linking_settings`]: {
        ...{ deep_link_return_url: returnUrl, accept_types: ["ltiResourceLink"], data: "opaque" },
        accept_presentation_document_targets: ["window"],
      },
    };
  }

  sign(claims: Claims, key = this.keys[0] as Key, expires = "5m"): Promise<string> {
    const signing = new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: key.kid }).setExpirationTime(expires);
    return (claims.iat === undefined ? signing.setIssuedAt() : signing).sign(key.privateKey);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { pathname, searchParams } = new URL(request.url ?? "/", this.at("/"));
    this.asked.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body });
    const json = (status: number, said: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(said));
    if (pathname === "/jwks") return void json(200, { keys: this.published });
    if (pathname === "/auth") return this.authorise(searchParams, response);
    if (pathname === "/course") return void framed(response, searchParams.get("tool") ?? "");
    if (pathname === "/chosen" && request.method === "POST") {
      this.chosen.push(new URLSearchParams(body).get("JWT") ?? "");
      return void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><h1>Added</h1>");
    }
    if (pathname === "/token") return void json(...(await this.grant(new URLSearchParams(body))));
    const scopes = this.tokens.get(request.headers.authorization?.replace(/^Bearer /, "") ?? "") ?? [];
    const may = (scope: string) => scopes.some((one) => one.endsWith(scope));
    if (pathname === "/members" && may("contextmembership.readonly")) {
      const page = Number(searchParams.get("page") ?? "0");
      if (page === this.broken) return void json(500, {});
      const more = page + 1 < this.pages.length;
      const link = `<${this.at(`/members?page=${page + 1}`)}>; rel="next"`;
      const members = this.pages[page]?.map(({ sub, ...rest }) => ({ user_id: sub, ...rest }));
      return void json(200, { id: "x", context: this.context, members }, more ? { link } : {});
    }
    if (pathname === "/columns" && request.method === "POST" && may("scope/lineitem")) {
      const id = this.at(`/columns/${this.columns.length + 1}?course=7`);
      this.columns.push({ id, ...JSON.parse(body) });
      return void json(201, this.columns.at(-1));
    }
    const column = /^\/columns\/(\d+)\/scores$/.exec(pathname)?.[1];
    if (column && request.method === "POST" && may("scope/score")) {
      this.scores.push({ column, score: JSON.parse(body) });
      return void response.writeHead(204).end();
    }
    json(403, {});
  }

  /** Its sign-in, of somebody whom it knows already: a page that brings its message to us. */
  private async authorise(asked: URLSearchParams, response: ServerResponse): Promise<void> {
    const said = (name: string) => asked.get(name) ?? "";
    const claims = this.waiting.get(said("login_hint"));
    const fixed = { scope: "openid", response_type: "id_token", response_mode: "form_post", prompt: "none" };
    const wanted = { ...fixed, client_id: this.clientId, redirect_uri: this.redirectUri };
    const fits = Object.entries(wanted).every(([name, value]) => said(name) === value) && said("nonce") !== "";
    if (!claims || !fits) return void response.writeHead(400).end("invalid_request");
    const token = await this.sign(claims(said("nonce")));
    const field = (name: string, value: string) => `<input type="hidden" name="${name}" value="${value}">`;
    const form = `<form method="post" action="${this.redirectUri}">${field("id_token", token)}${field("state", said("state"))}</form>`;
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>School</title>${form}<script>document.forms[0].submit()</script>`);
  }

  /** A token for whom our published keys say it is; a message counts once. */
  private async grant(form: URLSearchParams): Promise<[number, Claims]> {
    try {
      const keys = createLocalJWKSet(await this.toolKeys());
      const { payload } = await jwtVerify(form.get("client_assertion") ?? "", keys, {
        ...{ issuer: this.clientId, subject: this.clientId, audience: this.at("/token"), algorithms: ["RS256"] },
        requiredClaims: ["jti", "exp", "iat"],
      });
      if (form.get("grant_type") !== "client_credentials" || this.seen.has(payload.jti as string)) throw new Error();
      this.seen.add(payload.jti as string);
      const token = randomUUID();
      this.tokens.set(token, (form.get("scope") ?? "").split(" "));
      return [200, { access_token: token, token_type: "bearer", expires_in: 3600, scope: form.get("scope") }];
    } catch {
      return [401, { error: "invalid_client" }];
    }
  }
}
