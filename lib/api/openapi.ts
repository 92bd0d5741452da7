/** The API's description in OpenAPI 3.1, made of the table of routes and of the schemas that the routes obey. */
import { z } from "zod";
import { dueProcess } from "#lib/api/appeal-routes";
import * as tasks from "#lib/api/assignment-routes";
import * as classes from "#lib/api/class-routes";
import * as contract from "#lib/api/contract";
import * as imports from "#lib/api/contract-imports";
import { notices } from "#lib/api/following-routes";
import { logged, queue, review } from "#lib/api/judging-routes";
import { letsIn } from "#lib/api/mode-route";
import { challenges, marks, policy } from "#lib/api/moderation-routes";
import { peers } from "#lib/api/peer-routes";
import { noted, round } from "#lib/api/round-routes";
import { BASE, ROUTES } from "#lib/api/routes";
import { sanctions } from "#lib/api/sanction-routes";
import { snapshot, snapshots } from "#lib/api/snapshot-routes";
import { splitting, wordings } from "#lib/api/wording-routes";
import { citationInput } from "#lib/sources/schema";

type Route = (typeof ROUTES)[number];

const GIVEN: Record<string, z.ZodType> = {
  Thread: contract.thread,
  ThreadList: contract.threads,
  Argument: contract.argument,
  ArgumentInThread: contract.argumentInThread,
  RevisionList: contract.revisions,
  Link: contract.link,
  Rating: contract.rating,
  Citation: contract.citation,
  Passage: contract.passage,
  Source: contract.source,
  SourceList: contract.sources,
  SourceProposal: contract.sourceProposal,
  ProposedQuestionList: contract.proposedQuestions,
  SearchResult: contract.found,
  Round: round,
  RoundNote: noted,
  AssignmentList: tasks.assignments,
  Assignment: tasks.assignment,
  ClassProgress: tasks.classProgress,
  GradeList: tasks.grades,
  OwnGrade: tasks.ownGrade,
  PeerFeedback: peers,
  LettingIn: letsIn,
  SanctionList: sanctions,
  NoticeList: notices,
  Policy: policy,
  Snapshot: snapshot,
  SnapshotList: snapshots,
  MarkList: marks,
  ChallengeList: challenges,
  WordingList: wordings,
  Splitting: splitting,
  ReviewList: queue,
  Review: review,
  DueProcess: dueProcess,
  Log: logged,
  ImportProposal: imports.importProposal,
  OpeningProposal: imports.openingProposal,
  OpenedFromFile: imports.openedFromFile,
  Imported: imports.imported,
  Tray: imports.tray,
  PostedAll: imports.postedAll,
  PutAway: imports.putAway,
  ClassList: classes.classes,
  Class: classes.schoolClass,
  MemberList: classes.members,
  JoinCode: classes.joinCode,
  Placed: classes.placed,
  RosterChanges: classes.changes,
  CardList: classes.cards,
  Problem: contract.problem,
};

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** "/threads/{slug}/arguments" by post → "postThreadsArguments". */
function nameOf({ method, path }: Route): string {
  const words = path.replace(/\{\w+\}/g, "").match(/[a-z]+/g) ?? [];
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

const named = (route: Route) => nameOf(route) + (route.path.endsWith("}") ? "One" : "");

function schemasOf(entries: Record<string, z.ZodType>, io: "input" | "output") {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(entries)) registry.add(schema, { id });
  const uri = (id: string) => ref(id).$ref;
  const { schemas } = z.toJSONSchema(registry, { io, uri, unrepresentable: "any" });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]));
}

function content({ gives }: Route) {
  if (gives === undefined) return {};
  if (Array.isArray(gives)) return { content: Object.fromEntries(gives.map((type) => [type, {}])) };
  const name = Object.keys(GIVEN).find((known) => GIVEN[known] === gives);
  if (name === undefined) throw new Error("an answer without a name");
  return { content: { "application/json": { schema: ref(name) } } };
}

function operation(route: Route) {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(route.query ?? {}).map(([name, description]) => ({
    name,
    in: "query",
    description,
    schema: { type: "string" },
  }));
  const created = { Location: { schema: { type: "string" } } };
  return {
    operationId: named(route),
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    parameters: [...inPath, ...inQuery],
    ...(route.takes
      ? { requestBody: { required: true, content: { "application/json": { schema: ref(named(route)) } } } }
      : {}),
    security: route.takes ? [{ token: [] }] : [{}, { token: [] }],
    responses: {
      [route.status]: {
        description: route.summary,
        ...content(route),
        ...(route.status === 201 ? { headers: created } : {}),
      },
      default: {
        description: "A refusal; the last part of its type is a stable code",
        content: { "application/problem+json": { schema: ref("Problem") } },
      },
    },
  };
}

export function openapi({ version, appUrl }: { version: string; appUrl: string }) {
  const taken = ROUTES.flatMap((route): [string, z.ZodType][] => (route.takes ? [[named(route), route.takes]] : []));
  const byPath = Map.groupBy(ROUTES, ({ path }) => path);
  return {
    openapi: "3.1.0",
    info: { title: "Grounds", version, description: "A debate forum in which every argument stands on a passage." },
    servers: [{ url: appUrl + BASE }],
    paths: Object.fromEntries(
      Array.from(byPath, ([path, routes]) => [
        path,
        Object.fromEntries(routes.map((route) => [route.method, operation(route)])),
      ]),
    ),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A token made in the settings." } },
      schemas: {
        ...schemasOf(GIVEN, "output"),
        ...schemasOf({ CitationInput: citationInput, ...Object.fromEntries(taken) }, "input"),
      },
    },
  };
}
