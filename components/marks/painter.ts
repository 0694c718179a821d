/**
 * The one painter: draws marks as CSS custom highlights, without a node or attribute in the page. Only blocks near the
 * viewport are registered: with 20,000 ranges registered at once scrolling drops frames, with those nearby it does not
 * (shared research, matching 3). Ranges are static, since live ones tax every change that the page makes in Firefox.
 */
import { nodeRanges, type TextMap } from '../../core/text/text-map';
import type { LayerNumber, Mark } from './mark';

const LAYERS: readonly LayerNumber[] = [0, 1, 2, 3, 4, 5, 6];
const NEAR = '100% 0px';
/** A page that erases our highlights gets them back so often; then it has won, and we stop spending its time. */
const MOST_REPAIRS = 10;
const REPAIR_CHECK_MS = 1500;
const FLASH_MS = 1600;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly layer: LayerNumber;
}

export function highlightName(layer: LayerNumber): string {
  return `yd${layer}`;
}

export class Painter {
  private readonly highlights: ReadonlyMap<LayerNumber, Highlight>;
  private readonly observer: IntersectionObserver;
  private map: TextMap | null = null;
  private pieces = new Map<Element, Piece[]>();
  /** What is registered for each block near the viewport. */
  private drawn = new Map<Element, { highlight: Highlight; range: AbstractRange }[]>();
  private repairs = 0;
  private flashTimer: ReturnType<typeof setTimeout> | undefined;
  private whenDrawn: (() => void) | null = null;

  constructor(signal: AbortSignal) {
    this.highlights = new Map(
      LAYERS.map((layer) => {
        const highlight = new Highlight();
        highlight.priority = layer;
        return [layer, highlight];
      }),
    );
    this.observer = new IntersectionObserver((entries) => this.follow(entries), { rootMargin: NEAR });
    this.register();
    const timer = setInterval(() => this.repair(), REPAIR_CHECK_MS);
    signal.addEventListener(
      'abort',
      () => {
        clearInterval(timer);
        this.dispose();
      },
      { once: true },
    );
  }

  private register(): void {
    // Never CSS.highlights.clear(): the page and other extensions have highlights of their own.
    for (const [layer, highlight] of this.highlights) CSS.highlights.set(highlightName(layer), highlight);
  }

  private repair(): void {
    if (document.visibilityState !== 'visible' || this.repairs >= MOST_REPAIRS) return;
    const whole = [...this.highlights].every(
      ([layer, highlight]) => CSS.highlights.get(highlightName(layer)) === highlight,
    );
    if (whole) return;
    this.repairs++;
    this.register();
  }

  /**
   * Draws these marks and no others.
   * @returns when those near the viewport are registered
   */
  paint(map: TextMap, marks: readonly Mark[]): Promise<void> {
    this.map = map;
    this.pieces = cutAtBlocks(map, marks);
    const near = [...this.drawn.keys()];
    for (const element of near) this.erase(element);
    this.observer.disconnect();
    for (const element of this.pieces.keys()) this.observer.observe(element);
    // What was drawn stays drawn until the observer speaks: no flicker when one mark is added.
    for (const element of near) if (this.pieces.has(element)) this.draw(element);
    this.whenDrawn?.();
    if (this.pieces.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.whenDrawn = resolve;
    });
  }

  private follow(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.draw(target);
      else this.erase(target);
    }
    this.whenDrawn?.();
  }

  private draw(element: Element): void {
    if (this.drawn.has(element)) return;
    this.drawn.set(
      element,
      (this.pieces.get(element) ?? []).flatMap((piece) => this.registerPiece(piece)),
    );
  }

  private registerPiece({ start, end, layer }: Piece): { highlight: Highlight; range: AbstractRange }[] {
    const highlight = this.highlights.get(layer);
    if (!highlight || !this.map) return [];
    return nodeRanges(this.map, start, end)
      .filter(({ node, end: last }) => last <= node.length)
      .map(({ node, start: from, end: to }) => {
        const range = new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to });
        highlight.add(range);
        return { highlight, range };
      });
  }

  private erase(element: Element): void {
    for (const { highlight, range } of this.drawn.get(element) ?? []) highlight.delete(range);
    this.drawn.delete(element);
  }

  /** Draws a stretch on top of everything for a moment. */
  flash(start: number, end: number): void {
    const highlight = this.highlights.get(6);
    clearTimeout(this.flashTimer);
    highlight?.clear();
    this.registerPiece({ start, end, layer: 6 });
    this.flashTimer = setTimeout(() => highlight?.clear(), FLASH_MS);
  }

  private dispose(): void {
    clearTimeout(this.flashTimer);
    this.observer.disconnect();
    for (const [layer, highlight] of this.highlights)
      if (CSS.highlights.get(highlightName(layer)) === highlight) CSS.highlights.delete(highlightName(layer));
  }
}

/** Marks cut at the lines of the text and gathered by block, so that each block is drawn and erased by itself. */
function cutAtBlocks(map: TextMap, marks: readonly Mark[]): Map<Element, Piece[]> {
  const pieces = new Map<Element, Piece[]>();
  for (const { start, end, layer } of marks) {
    for (let i = firstLineEndingAfter(map, start); i < map.lines.length; i++) {
      const line = map.lines[i];
      if (!line || line.start >= end) break;
      const piece = { start: Math.max(start, line.start), end: Math.min(end, line.end), layer };
      const known = pieces.get(line.element);
      if (known) known.push(piece);
      else pieces.set(line.element, [piece]);
    }
  }
  return pieces;
}

function firstLineEndingAfter(map: TextMap, offset: number): number {
  let low = 0;
  let high = map.lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((map.lines[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
