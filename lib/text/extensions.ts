/**
 * What the rich text of an elaboration may consist of, for the editor and the server alike: paragraphs, hard breaks,
 * bullet and ordered lists, quotations; bold, italic and links.
 */
import type { Extensions } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { allowedLink } from "#lib/text/links";

export const EXTENSIONS: Extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      isAllowedUri: (href) => allowedLink(href) !== null,
      HTMLAttributes: { target: null, rel: "nofollow ugc noopener" },
    },
  }),
];
