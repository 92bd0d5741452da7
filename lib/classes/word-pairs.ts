/** Handles that say nothing about a pupil: a colour or a stuff, and an animal or a plant. Pure but for chance. */
import { randomInt } from "node:crypto";
import { flawOfHandle, skeletonOf } from "#lib/users/handles";

/** Nothing that could be said of a person, and nothing that is one. */
const FIRST =
  "amber ash basil birch bronze cedar chalk clay cobalt copper coral cotton flint frost garnet ginger granite hazel indigo iron ivory jade linen maple marble mint moss oak ochre olive onyx opal pearl pebble pine quartz river ruby saffron sage sand satin silver slate steel stone tin topaz umber velvet walnut willow".split(
    " ",
  );
const SECOND =
  "badger beaver bison crane curlew dipper dolphin dove egret elk falcon ferret finch fox gannet gecko grebe hare hawk heron ibex ibis jay kestrel kite koala lark lemur linnet lynx magpie marten merlin mole moose newt otter owl panda petrel plover puffin quail raven robin seal shrew skua sparrow starling stoat swan swift tapir teal tern thrush toad vole wren".split(
    " ",
  );

/** Enough to find free ones among some thousand that are taken. */
const SPARE = 4;

/** Handles to choose free ones from, no two alike. */
export function drawHandles(count: number): string[] {
  const drawn = new Map<string, string>();
  for (let tries = 0; drawn.size < count * SPARE && tries < count * SPARE * 4; tries++) {
    const handle = `${FIRST[randomInt(FIRST.length)]}_${SECOND[randomInt(SECOND.length)]}${randomInt(2, 100)}`;
    if (flawOfHandle(handle) === null) drawn.set(skeletonOf(handle), handle);
  }
  return [...drawn.values()];
}

/** The words of a handle as a name: "amber_heron42" is Amber Heron 42. */
export const nameOf = (handle: string): string =>
  handle
    .replace(/(\d+)$/, "_$1")
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
