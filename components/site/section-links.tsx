"use client";

import { usePathname } from "next/navigation";
import { paths } from "#lib/paths";

interface Props {
  threads: string;
  sources: string;
}

/** The site's sections; a leaf of its own because only the address says in which of them a page stands. */
export function SectionLinks({ threads, sources }: Props) {
  const path = usePathname();
  const sections = [
    { label: threads, href: paths.home(), isHere: path === "/" || /^\/[at]\//.test(path) },
    { label: sources, href: paths.sources(), isHere: path.startsWith("/s/") },
  ];
  return (
    <ul>
      {sections.map(({ label, href, isHere }) => (
        <li key={href}>
          <a href={href} aria-current={isHere ? (href === path ? "page" : "true") : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
