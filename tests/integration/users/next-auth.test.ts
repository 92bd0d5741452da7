import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getViewer } from "#lib/auth";
import { db, disconnect } from "#lib/db";
import { startSession } from "#lib/users/commands/session";
import { findSession, listSessions } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { authOptions } from "../../../app/api/auth/options.ts";
import { join, PASSWORD, signIn } from "./people.ts";
import { carry } from "./request.ts";

vi.mock("next/headers", () => import("./request.ts"));

let ada: Person;
beforeAll(async () => {
  ada = await join("ada");
});
afterAll(disconnect);

interface Answer {
  status: number;
  location: string;
  cookies: Record<string, string>;
  body: unknown;
}

/** One exchange in next-auth's protocol, with a jar that keeps its cookies. */
class Client {
  readonly jar: Record<string, string> = {};
  readonly network: string;

  constructor(network: string) {
    this.network = network;
  }

  async ask(method: "GET" | "POST", path: string, body: Record<string, string> = {}): Promise<Answer> {
    const [address = "", query = ""] = path.split("?");
    const answer: Answer = { status: 200, location: "", cookies: {}, body: null };
    const response = {
      status: (code: number) => {
        answer.status = code;
        return response;
      },
      getHeader: () => undefined,
      setHeader: (name: string, value: string | string[]) => {
        if (name === "Location") answer.location = String(value);
        if (name === "Set-Cookie")
          for (const line of [value].flat()) {
            const [, key = "", text = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            answer.cookies[key] = decodeURIComponent(text);
          }
      },
      end: () => {},
      send: (sent: unknown) => {
        answer.body = sent;
      },
      json: (sent: unknown) => {
        answer.body = sent;
      },
    };
    await NextAuth(
      {
        method,
        body,
        cookies: this.jar,
        headers: { "x-client-address": this.network, host: "evil.example", "x-forwarded-host": "evil.example" },
        query: { ...Object.fromEntries(new URLSearchParams(query)), nextauth: address.split("/") },
      } as unknown as NextApiRequest,
      response as unknown as NextApiResponse,
      authOptions(),
    );
    Object.assign(this.jar, answer.cookies);
    return answer;
  }

  async signIn(handle: string, password: string, more: Record<string, string> = {}): Promise<Answer> {
    const { csrfToken } = (await this.ask("GET", "csrf")).body as { csrfToken: string };
    return this.ask("POST", "callback/credentials", { csrfToken, handle, password, ...more });
  }
}

describe("next-auth's addresses", () => {
  it("sign in by the same verb, into the same cookie, and lead only within the site", async () => {
    const client = new Client("n1");
    const { location } = await client.signIn("ada", PASSWORD, { callbackUrl: "https://evil.example/x" });
    expect(location).toBe("http://localhost:3000/");
    carry(client.jar["grounds.session"]);
    expect(await getViewer()).toEqual(ada);
    const again = await new Client("n1").signIn("ada", PASSWORD, { callbackUrl: "http://localhost:3000/t/lawful?x=1" });
    expect(again.location).toBe("http://localhost:3000/t/lawful?x=1");
  });

  it("refuse the unknown and the wrong password alike", async () => {
    for (const handle of ["ada", "nobody_here"]) {
      const { location, cookies } = await new Client("n2").signIn(handle, "wrong password");
      expect(location).toContain("error=wrong-handle-or-password");
      expect(cookies).not.toHaveProperty("grounds.session");
    }
  });

  it("refuse a sign-in that does not come from a form of theirs", async () => {
    const before = (await listSessions(ada)).length;
    await new Client("n3").ask("POST", "callback/credentials", { handle: "ada", password: PASSWORD });
    expect((await listSessions(ada)).length).toBe(before);
  });

  it("spend the same tries as every other way in", async () => {
    for (let i = 0; i < 10; i++)
      await startSession("ada", "wrong password", { network: "n4", agent: "" }).catch(() => {});
    const { location } = await new Client("n4").signIn("ada", PASSWORD);
    expect(location).toContain("error=too-many");
  });

  it("know an ended session from a living one", async () => {
    const client = new Client("n5");
    await client.signIn("ada", PASSWORD);
    expect((await client.ask("GET", "session")).body).toMatchObject({ user: { name: ada.name } });
    await db().session.updateMany({ where: { userId: ada.id }, data: { endedAt: new Date() } });
    const { body, cookies } = await client.ask("GET", "session");
    expect(body).toEqual({});
    expect(cookies["grounds.session"]).toBe("");
  });

  it("end the session when one signs out, and only by POST", async () => {
    const client = new Client("n6");
    await client.signIn("ada", PASSWORD);
    const [session] = await listSessions(ada);
    await client.ask("GET", "signout");
    expect(await findSession(session?.id ?? "")).toEqual(ada);
    const { csrfToken } = (await client.ask("GET", "csrf")).body as { csrfToken: string };
    await client.ask("POST", "signout", { csrfToken });
    expect(await findSession(session?.id ?? "")).toBeNull();
  });

  it("show their pages to nobody: ours stand instead", async () => {
    const client = new Client("n7");
    expect((await client.ask("GET", "signin")).location).toMatch(/^\/sign-in\?/);
    expect((await client.ask("GET", "signout")).location).toBe("/settings");
    expect((await client.ask("GET", "error?error=Configuration")).location).toMatch(/^\/sign-in\?/);
  });
});

it("a session started elsewhere is none of next-auth's to prolong: its end stays", async () => {
  const { id, expiresAt } = await signIn(ada);
  expect((await db().session.findUniqueOrThrow({ where: { id } })).expiresAt).toEqual(expiresAt);
});
