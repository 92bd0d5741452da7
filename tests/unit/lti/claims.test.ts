/** What a platform's words mean here. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameIn, roleOf } from "#lib/lti/claims";

const COURSE = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
const SUB = "http://purl.imsglobal.org/vocab/lis/v2/membership/";
const INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";
const SYSTEM = "http://purl.imsglobal.org/vocab/lis/v2/system/person#";

describe("a role in a course", () => {
  it("is what the course says, in full or in plain words", () => {
    expect(roleOf([`${COURSE}Instructor`])).toBe("TEACHER");
    expect(roleOf(["Instructor"])).toBe("TEACHER");
    expect(roleOf([`${COURSE}Learner`, `${SUB}Learner#GuestLearner`])).toBe("STUDENT");
    expect(roleOf([`${COURSE}Instructor`, `${SUB}Instructor#TeachingAssistant`])).toBe("TEACHER");
  });

  it("is nothing that somebody is elsewhere, whatever it is called", () => {
    const elsewhere = [INSTITUTION, SYSTEM, SUB, "http://evil.example/membership#", "instructor", " ", "#"];
    const role = fc.constantFrom("Instructor", "Learner", "Administrator", "Faculty", "Student", "Mentor");
    const said = fc.tuple(fc.constantFrom(...elsewhere), role).map(([where, name]) => where + name);
    fc.assert(fc.property(fc.array(said), (roles) => roleOf(roles) === null));
    fc.assert(fc.property(fc.array(said), (roles) => roleOf([...roles, `${COURSE}Learner`]) === "STUDENT"));
  });
});

describe("a name", () => {
  it("is one line that can be read, or nothing", () => {
    expect(nameIn({ name: "  Ada\n Okoro " })).toBe("Ada Okoro");
    expect(nameIn({ given_name: "Ada", family_name: "Okoro" })).toBe("Ada Okoro");
    expect(nameIn({ name: "", given_name: "Ada" })).toBe("Ada");
    expect(nameIn({ name: "\u202e\u0000 " })).toBeNull();
    expect(nameIn({})).toBeNull();
    // Longer than what is kept, in few runs: it is the letters that matter.
    const written = fc.string({ unit: "binary", maxLength: 300 });
    const isLine = (text: string) => !/[\p{Cc}\p{Cf}]/u.test(text) && [...text].length <= 255 && text === text.trim();
    fc.assert(
      fc.property(written, (name) => isLine(nameIn({ name }) ?? "")),
      { numRuns: 30 },
    );
  });
});
