/** Places a surface beside words of the page and keeps it there while the page scrolls. */
import { autoUpdate, computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Anchor } from './layer-state';

const GAP = 8;
const EDGE = 8;

interface FloatingProps {
  readonly anchor: Anchor;
  readonly placement: Placement;
  readonly children: ComponentChildren;
}

export function Floating({ anchor, placement, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const floating = box.current;
    if (!floating) return;
    const reference = referenceOf(anchor);
    const place = async () => {
      const { x, y } = await computePosition(reference, floating, {
        placement,
        strategy: 'fixed',
        middleware: [
          offset(GAP),
          flip({ padding: EDGE }),
          // Also across: where neither above nor below is room for all of it, it stands over the words rather than outside.
          shift({ padding: EDGE, crossAxis: true }),
        ],
      });
      floating.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      floating.style.visibility = 'visible';
    };
    return autoUpdate(reference, floating, place, { elementResize: true });
  }, [anchor, placement]);
  return (
    <div ref={box} class="floating" style={{ visibility: 'hidden' }}>
      {children}
    </div>
  );
}

/** Words that run over two lines have two boxes: the one that was pointed at first, else what holds all of them. */
function referenceOf({ rects, point }: Anchor) {
  const pointed = point ? rects().findIndex((box) => holds(box, point)) : -1;
  const boxOf = () => {
    const boxes = rects();
    return boxes[pointed] ?? union(boxes);
  };
  return { getBoundingClientRect: boxOf, contextElement: document.documentElement };
}

/** A pointer rests beside a stroke as often as on it. */
function holds({ left, right, top, bottom }: DOMRect, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
}

function union(rects: readonly DOMRect[]): DOMRect {
  if (rects.length === 0) return new DOMRect();
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
