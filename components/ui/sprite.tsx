import * as check from "lucide-react/icons/check";
import * as chevronDown from "lucide-react/icons/chevron-down";
import * as circle from "lucide-react/icons/circle";
import * as clock from "lucide-react/icons/clock";
import * as cornerDownRight from "lucide-react/icons/corner-down-right";
import * as download from "lucide-react/icons/download";
import * as eyeOff from "lucide-react/icons/eye-off";
import * as gavel from "lucide-react/icons/gavel";
import * as info from "lucide-react/icons/info";
import * as link from "lucide-react/icons/link";
import * as loaderCircle from "lucide-react/icons/loader-circle";
import * as lock from "lucide-react/icons/lock";
import * as locationOff from "lucide-react/icons/map-pin-off";
import * as menu from "lucide-react/icons/menu";
import * as messageSquareQuote from "lucide-react/icons/message-square-quote";
import * as move from "lucide-react/icons/move";
import * as octagonX from "lucide-react/icons/octagon-x";
import * as pencil from "lucide-react/icons/pencil";
import * as plus from "lucide-react/icons/plus";
import * as scale from "lucide-react/icons/scale";
import * as search from "lucide-react/icons/search";
import * as sunMoon from "lucide-react/icons/sun-moon";
import * as tag from "lucide-react/icons/tag";
import * as undo from "lucide-react/icons/undo-2";
import { createElement } from "react";

type Shapes = [element: string, attributes: Record<string, string>][];

const ICONS = {
  check,
  "chevron-down": chevronDown,
  circle,
  clock,
  "corner-down-right": cornerDownRight,
  download,
  "eye-off": eyeOff,
  gavel,
  info,
  link,
  "loader-circle": loaderCircle,
  lock,
  "map-pin-off": locationOff,
  menu,
  "message-square-quote": messageSquareQuote,
  move,
  "octagon-x": octagonX,
  pencil,
  plus,
  scale,
  search,
  "sun-moon": sunMoon,
  tag,
  "undo-2": undo,
};

export type IconName = keyof typeof ICONS;

/** lucide's own component is a client component; its shapes, which its types leave out, are all that is wanted. */
function shapesOf(name: IconName): Shapes {
  return (ICONS[name] as unknown as { __iconData: { node: Shapes } }).__iconData.node;
}

/** Every sign of the site, drawn once a page; `Icon` and `Sign` point here, so that a long thread stays light. */
export function Sprite() {
  return (
    <svg className="hidden" aria-hidden="true">
      {(Object.keys(ICONS) as IconName[]).map((name) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          {shapesOf(name).map(([element, attributes]) => createElement(element, attributes))}
        </symbol>
      ))}
      <symbol id="impact-steps" viewBox="0 0 29 8">
        <path className="gaps" d="M6 0h1.5v8H6zM13.5 0H15v8h-1.5zM21 0h1.5v8H21z" />
        <path className="edges" d="M.5.5h5v7h-5zM8 .5h5v7H8zM15.5.5h5v7h-5zM23 .5h5v7h-5z" />
      </symbol>
      <symbol id="sign-pro" viewBox="0 0 14 14">
        <circle cx="7" cy="7" r="7" fill="currentColor" />
        <path className="sign-plus" d="M7 3.6v6.8M3.6 7h6.8" strokeWidth="1.7" strokeLinecap="round" />
      </symbol>
      <symbol id="sign-con" viewBox="0 0 14 14">
        <circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M4 7h6" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
      </symbol>
    </svg>
  );
}
