/**
 * The styles of policy debate's Word files, as the Verbatim template names them: its macros and other people's readers
 * find a heading or a run by id, name or alias, so that all three are exact. How they look is close to the template's.
 */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>';

const edge = (side: string, space: number) => `<w:${side} w:val="single" w:sz="24" w:space="${space}" w:color="auto"/>`;
const BOX = `<w:pBdr>${edge("top", 1)}${edge("left", 4)}${edge("bottom", 1)}${edge("right", 4)}</w:pBdr>`;
const OWN_PAGE = "<w:pageBreakBefore/>";
const CENTRED = '<w:jc w:val="center"/>';
const spaced = (before: number) => `<w:spacing w:before="${before}" w:after="0"/>`;

interface Heading {
  level: 1 | 2 | 3 | 4;
  alias: string;
  /** Half points. */
  size: number;
  line?: "single" | "double";
  paragraph: string;
}

const HEADINGS: Heading[] = [
  { level: 1, alias: "Pocket", size: 52, paragraph: `${OWN_PAGE}${BOX}${spaced(240)}${CENTRED}` },
  { level: 2, alias: "Hat", size: 44, line: "double", paragraph: `${OWN_PAGE}${spaced(40)}${CENTRED}` },
  { level: 3, alias: "Block", size: 32, line: "single", paragraph: `${OWN_PAGE}${spaced(40)}${CENTRED}` },
  { level: 4, alias: "Tag", size: 26, paragraph: spaced(40) },
];

/** A paragraph's style and the character's that goes with it. */
function heading({ level, alias, size, line, paragraph }: Heading): string {
  const look = `<w:rPr><w:b/><w:sz w:val="${size}"/>${line ? `<w:u w:val="${line}"/>` : ""}</w:rPr>`;
  const id = `Heading${level}`;
  return [
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${level}"/><w:aliases w:val="${alias}"/>`,
    `<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:link w:val="${id}Char"/><w:uiPriority w:val="${level}"/><w:qFormat/>`,
    `<w:pPr><w:keepNext/><w:keepLines/>${paragraph}<w:outlineLvl w:val="${level - 1}"/></w:pPr>${look}</w:style>`,
    `<w:style w:type="character" w:customStyle="1" w:styleId="${id}Char"><w:name w:val="Heading ${level} Char"/>`,
    `<w:aliases w:val="${alias} Char"/><w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="${id}"/>${look}</w:style>`,
  ].join("");
}

interface Character {
  id: string;
  name: string;
  alias?: string;
  priority: number;
  look: string;
  /** Word's own styles are not marked as custom. */
  own?: boolean;
}

const CHARACTERS: Character[] = [
  {
    id: "Style13ptBold",
    name: "Style 13 pt Bold",
    alias: "Cite",
    priority: 5,
    look: '<w:b/><w:bCs/><w:sz w:val="26"/><w:u w:val="none"/>',
  },
  {
    id: "StyleUnderline",
    name: "Style Underline",
    alias: "Underline",
    priority: 6,
    look: '<w:b w:val="0"/><w:sz w:val="22"/><w:u w:val="single"/>',
  },
  {
    id: "Emphasis",
    name: "Emphasis",
    priority: 7,
    look: `${FONTS}<w:b/><w:i w:val="0"/><w:iCs w:val="0"/><w:sz w:val="22"/><w:u w:val="single"/>`,
    own: true,
  },
];

const character = ({ id, name, alias, priority, look, own }: Character): string =>
  [
    `<w:style w:type="character"${own ? "" : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/>`,
    alias ? `<w:aliases w:val="${alias}"/>` : "",
    `<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="${priority}"/><w:qFormat/><w:rPr>${look}</w:rPr></w:style>`,
  ].join("");

export const STYLES = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ${W}>`,
  `<w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="22"/></w:rPr></w:rPrDefault>`,
  '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:aliases w:val="Normal/Card"/>',
  `<w:qFormat/><w:rPr>${FONTS}</w:rPr></w:style>`,
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>',
  '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  ...HEADINGS.map(heading),
  ...CHARACTERS.map(character),
  "</w:styles>",
].join("");
