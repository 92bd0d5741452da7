/** Made-up reports and made-up arguments about night buses in a port town: plain English that nobody wrote and nothing rests on. */
import type { Chance } from "./chance.ts";

const list = (words: string) => words.split(",").map((word) => word.trim());

const WHO =
  list(`the harbour board, the transport office, a survey of shift workers, the drivers' association, the town's auditor,
  the hospital, a group of tenants, the ferry company, the chamber of trade, an evening school, the police station at the quay,
  a study by the technical college, the council's own report, the association of innkeepers, the fish market, a parents' circle,
  the regional railway, an insurer of taxis, the night shelter, the port chaplain`);
const DID =
  list(`counted, recorded, reported, estimated, published, listed, measured, noted, claimed, found, described, announced,
  confirmed, questioned, corrected, summed up`);
const WHAT =
  list(`night passengers, empty seats after midnight, complaints about noise, late shifts without a way home, cancelled runs,
  accidents on the ring road, litres of fuel for an empty bus, hours of overtime, fares left unpaid, walks of more than a mile,
  parked cars at the pier, taxi rides to the hospital, tickets sold after eleven, kilometres driven without passengers,
  apprentices without a car, broken shelters, requests for a stop, deliveries before dawn, patients discharged at night,
  letters to the editor`);
const WHEN =
  list(`in the first winter, during the trial, since the timetable changed, between May and August, on weekdays alone,
  in the year of the flood, before the bridge was closed, over eighteen months, at the end of the season, on the nights of the fair,
  when the ferry was late, in every month but one, after the second round of cuts, during the strike, in the darkest quarter`);
const WHERE =
  list(`in the upper town, along the quay, on line seven, near the shipyard, in the villages behind the dunes, at the old depot,
  between the station and the hospital, on the island, in the new quarter, around the market hall, beyond the ring road, at the terminus`);
const SO =
  list(`which the office calls a success, which nobody had expected, although the sample was small, and the trend went on,
  a third more than the year before, against what had been promised, so that two runs were merged, which leaves the question of cost open,
  and no other town of this size comes near it, though the figures for Sundays are missing, half of them by the same forty people,
  as the minutes of the meeting show, without anybody being asked, which is less than a single parking house costs`);
const POINT =
  list(`the line serves those who have no other way, the money would do more by day, the count leaves out the ferry nights,
  a trial of three months proves little, noise is moved and not made, a bus that runs empty today is what makes a shift possible tomorrow,
  the same sum pays for shared taxis, a fare that nobody checks is no measure, safety is a reason of its own,
  what holds for one winter need not hold for the next, the burden falls on people who were never asked,
  the comparison is with a town twice as large, an average hides the nights that matter, the contract can be ended within a year,
  demand follows the timetable and not the other way round, the drivers bear what the timetable saves`);
const BECAUSE =
  list(`because the figures were taken before the bridge was closed, since it was the same people who were counted twice,
  for the report itself says so, as long as the ferry keeps its hours, even where one grants the cost, whatever the office has said since,
  if one reads the table to its end, and that was known when the line was drawn, unless Sundays are left out,
  since nobody has shown another way home, because a promise was made to the island, and the auditor did not object,
  for the shelters stand there already, when the hospital's own count is added, as the drivers have said from the start`);
const STILL =
  list(`Even so, Besides, At the same time, In the end, By the same table, On that count, Seen from the island, For the shift that ends at two,
  With the ferry late, Once the bridge is open, If the trial ends, On an ordinary night, Measured by cost alone, As the contract stands,
  In the report's own words, Without the fair`);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const figure = (chance: Chance) => chance.from(12, 9_800).toLocaleString("en-GB");

/** A sentence of a report, 60 to 260 letters. */
function reported(chance: Chance): string {
  const after = chance.hits(0.6) ? `, ${chance.pick(SO)}` : "";
  const where = chance.hits(0.6) ? ` ${chance.pick(WHERE)}` : "";
  const count = `${figure(chance)} ${chance.pick(WHAT)}${where}`;
  return chance.hits(0.5)
    ? `${capital(chance.pick(WHEN))} ${chance.pick(WHO)} ${chance.pick(DID)} ${count}${after}.`
    : `${capital(chance.pick(WHO))} ${chance.pick(DID)} ${count} ${chance.pick(WHEN)}${after}.`;
}

/** A report in canonical form, of so many paragraphs. */
export function report(chance: Chance, paragraphs: number): string {
  const one = () => Array.from({ length: chance.from(2, 5) }, () => reported(chance)).join(" ");
  return Array.from({ length: paragraphs }, one).join("\n\n");
}

/** What somebody says, 70 to 240 letters. */
export function claim(chance: Chance): string {
  const point = `${chance.pick(POINT)} ${chance.pick(BECAUSE)}`;
  const opened = chance.hits(0.4) ? `${chance.pick(STILL)}, ${point}` : capital(point);
  return chance.hits(0.3) ? `${opened}; ${chance.pick(POINT)}.` : `${opened}.`;
}

/** Two or three paragraphs of it. */
export function elaboration(chance: Chance): string {
  const paragraph = () => Array.from({ length: chance.from(2, 4) }, () => claim(chance)).join(" ");
  return Array.from({ length: chance.from(2, 3) }, paragraph).join("\n\n");
}
