"use client";

interface Anchor {
  card: Element;
  top: number;
}

/** See `holdStill`. */
export interface Stillness {
  settle: () => void;
  end: () => void;
}

/** The card nearest to the middle of the window, where one reads, and where it stands; null where none is in view. */
function anchorNow(): Anchor | null {
  const middle = innerHeight / 2;
  let nearest: (Anchor & { distance: number }) | null = null;
  for (const card of document.querySelectorAll("[data-argument]")) {
    const { top, bottom, height } = card.getBoundingClientRect();
    if (height === 0 || bottom < 0 || top > innerHeight) continue;
    const distance = Math.max(top - middle, middle - bottom, 0);
    if (nearest === null || distance < nearest.distance) nearest = { card, top, distance };
  }
  return nearest;
}

/**
 * Keeps what one reads where it is while the page around it changes: to be settled after each change, before it is
 * painted, and ended after the last. Browsers that do so by themselves know of cards that they have not laid out yet,
 * and are left to it.
 */
export function holdStill(): Stillness {
  if (CSS.supports("overflow-anchor", "auto")) return { settle() {}, end() {} };
  let anchor = anchorNow();
  const scrolled = () => {
    anchor = anchorNow();
  };
  addEventListener("scroll", scrolled, { passive: true });
  return {
    settle() {
      if (!anchor?.card.isConnected) return;
      const moved = anchor.card.getBoundingClientRect().top - anchor.top;
      if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
    },
    end: () => removeEventListener("scroll", scrolled),
  };
}
