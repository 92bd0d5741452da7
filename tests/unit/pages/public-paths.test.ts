import { describe, expect, it } from "vitest";
import { wayOf } from "#lib/pages/public-paths";

const way = (url: string, headers: Record<string, string> = {}, method = "GET") => wayOf({ method, url, headers });

const FILES = ["/robots.txt", "/sitemap.xml", "/sitemap/12.xml"];

describe("the way of a request", () => {
  it("is the store for the reading pages of public things", () => {
    const thread = "/t/is-it-lawful";
    const views = ["export", "bibliography", "activity", "activity/2", "map", "map/12", "feed.atom"].map(
      (view) => `${thread}/${view}`,
    );
    for (const path of ["/", thread, ...views, "/a/0b1c", "/s/a-digest", "/policy", "/log", ...FILES]) {
      expect(way(path), path).toEqual({ by: "store", path, payload: false });
      expect(way(path, {}, "HEAD").by).toBe("store");
      expect(way(`${path}?_rsc=x1`, { rsc: "1" }), path).toEqual({ by: "store", path, payload: true });
    }
  });

  it("is a render for forms, for what differs by viewer, and for what writes", () => {
    const forms = [
      "/t/new",
      "/t/new/map",
      "/s/new",
      "/policy/new",
      "/log/csv",
      "/t/x/argue",
      "/t/x/weigh",
      "/a/0b1c/use",
      "/a/0b1c/move",
      "/a/0b1c/places",
      "/a/0b1c/rate",
      "/s/x/correct",
      "/a/0b1c/moved",
      "/a/0b1c/edit",
      "/a/0b1c/history",
      "/search",
      "/m",
      "/api/health",
    ];
    for (const path of [
      ...forms,
      "/t/X",
      "/t/x/",
      "/a/a-b",
      "/t/x%2Fy",
      "/t/x/bibliography/y",
      "/t/x.rsc",
      "/t/a\n",
      "/sitemap/0.xml",
      "/robotsxtxt",
    ]) {
      expect(way(path).by, path).toBe("render");
    }
    expect(way("/t/x", {}, "POST").by).toBe("render");
  });

  it("is a render for prefetches, which ask for a part", () => {
    expect(way("/t/x?_rsc=a", { rsc: "1", "next-router-prefetch": "1" }).by).toBe("render");
    expect(way("/t/x?_rsc=a", { rsc: "1", "next-router-segment-prefetch": "/_tree" }).by).toBe("render");
  });

  it("is the store for lists of answers, page by page, and for what the browser alone reads of a query", () => {
    for (const path of ["/t/x/pro", "/t/x/con/12", "/a/0b1c/answers", "/a/0b1c/pro", "/a/0b1c/con/3"]) {
      expect(way(path), path).toEqual({ by: "store", path, payload: false });
    }
    expect(way("/t/x?open=12,pro*")).toEqual({ by: "store", path: "/t/x", payload: false });
    for (const path of ["/t/x/answers", "/t/x/pro/123456", "/a/0b1c/pro/1/2", "/t/x/12"])
      expect(way(path).by).toBe("render");
  });

  it("is the store for frozen states and for what changed between two", () => {
    for (const path of [
      "/t/x/snapshots",
      "/t/x/snapshots/0b1c",
      "/t/x/snapshots/0b1c..2d3e",
      "/t/x/snapshots/0b1c..now",
      "/t/x/snapshots/0b1c..2d3e/added/2",
    ])
      expect(way(path), path).toEqual({ by: "store", path, payload: false });
    for (const path of ["/t/x/opengraph.png", "/embed/t/x", "/embed/t/x/map"]) {
      expect(way(path), path).toEqual({ by: "store", path, payload: false });
      expect(way(`${path}?crawler=1`), path).toEqual({ by: "redirect", to: path });
    }
    for (const path of [
      "/t/x/snapshots/",
      "/t/x/snapshots/a..b..c",
      "/t/x/snapshots/a/added/2",
      "/t/x/snapshots/a..b/added",
      "/t/x/snapshots/a.b",
      "/t/x/freeze",
    ])
      expect(way(path).by, path).toBe("render");
  });

  it("is a render for the queries that reading pages know, and a redirect to the bare page for others", () => {
    expect(way("/s/x?from=1&to=2").by).toBe("render");
    expect(way("/s/x?version=1").by).toBe("render");
    expect(way("/t/x?answers=a&_rsc=b").by).toBe("render");
    expect(way("/t/x?sort=impact&by=for").by).toBe("render");
    for (const url of ["/t/x?utm_source=a", "/t/x?from=1&x=2", "/t/x?to=//evil.test&x", "/t/x?__proto__=a"]) {
      expect(way(url), url).toMatchObject({ by: "redirect", to: expect.stringMatching(/^\/t\/x$/) });
    }
    expect(way("/?x=//evil.test")).toEqual({ by: "redirect", to: "/" });
  });
});
