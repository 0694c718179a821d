/** Reads elements of a page into one text with its map: blocks, `<br>` and cells are line ends, inline tags invisible. */
import { elementName, firstChild, nextSibling, nodeType } from '../dom/safe';
import { runSteps, type Steps } from '../steps';
import type { Appearance, AppearanceOf } from './appearance';
import type { Line, Run, TextMap } from './text-map';

/** What is never text of an article: scripts, forms, embedded things, and the reading aid of ruby. */
const NEVER_TEXT = new Set(
  (
    'script style noscript template head title iframe frame object embed applet canvas audio video map svg math ' +
    'input select textarea button option datalist meter progress rt rp'
  ).split(' '),
);

export interface ReadOptions {
  readonly appearanceOf: AppearanceOf;
  /** Elements whose whole subtree stays out. */
  readonly isSkipped?: (element: Element) => boolean;
  /** Elements whose own text nodes stay out while their children are read. */
  readonly isShell?: (element: Element) => boolean;
}

const COLLAPSIBLE = /[\t\n\f\r ]+/g;

/** Collects runs and lines while the tree is walked. */
class TextBuilder {
  // Pieces joined at the end: appending to and looking at one long string would copy it again and again.
  private readonly pieces: string[] = [];
  private length = 0;
  private endsInSpace = false;
  private lineStart = 0;
  private readonly nodes: Text[] = [];
  private readonly runs: { start: number; length: number; node: number; nodeOffset: number }[] = [];
  private readonly lines: Line[] = [];
  private readonly root: Element;
  private lineElement: Element;

  constructor(root: Element) {
    this.root = root;
    this.lineElement = root;
  }

  addText(node: Text, data: string, block: Element, preformatted: boolean): void {
    if (preformatted) this.addPreformatted(node, data, block);
    else this.addCollapsed(node, data, block);
  }

  private addPreformatted(node: Text, data: string, block: Element): void {
    let from = 0;
    for (let at = data.indexOf('\n'); ; at = data.indexOf('\n', from)) {
      this.append(node, from, data.slice(from, at < 0 ? data.length : at), block);
      if (at < 0) return;
      this.endLine();
      from = at + 1;
    }
  }

  private addCollapsed(node: Text, data: string, block: Element): void {
    let from = 0;
    COLLAPSIBLE.lastIndex = 0;
    for (let space = COLLAPSIBLE.exec(data); space; space = COLLAPSIBLE.exec(data)) {
      this.append(node, from, data.slice(from, space.index), block);
      if (this.length > this.lineStart && !this.endsInSpace) this.append(node, space.index, ' ', block);
      from = space.index + space[0].length;
    }
    this.append(node, from, data.slice(from), block);
  }

  private append(node: Text, nodeOffset: number, piece: string, block: Element): void {
    if (piece.length === 0) return;
    if (this.length === this.lineStart) this.lineElement = block;
    if (this.nodes[this.nodes.length - 1] !== node) this.nodes.push(node);
    const index = this.nodes.length - 1;
    const last = this.runs[this.runs.length - 1];
    const inStep = last && last.node === index && last.nodeOffset + last.length === nodeOffset;
    if (inStep && last.start + last.length === this.length) last.length += piece.length;
    else this.runs.push({ start: this.length, length: piece.length, node: index, nodeOffset });
    this.write(piece);
  }

  private write(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
    this.endsInSpace = piece === ' ';
  }

  endLine(): void {
    if (this.endsInSpace) this.dropSpace();
    if (this.length === this.lineStart) return;
    this.lines.push({ start: this.lineStart, end: this.length, element: this.lineElement });
    this.write('\n');
    this.lineStart = this.length;
    this.lineElement = this.root;
  }

  /** White space at the end of a line is not shown; it was written as a piece of its own. */
  private dropSpace(): void {
    this.pieces.pop();
    this.length--;
    this.endsInSpace = false;
    const last = this.runs[this.runs.length - 1];
    if (last && --last.length === 0) this.runs.pop();
  }

  finish(): TextMap {
    this.endLine();
    const text = this.pieces.slice(0, -1).join('');
    const runs: readonly Run[] = this.runs;
    return { text, lines: this.lines, nodes: this.nodes, runs };
  }
}

/** An element that is being read; what its words look like is found out with the first of them. */
class Frame {
  readonly element: Element;
  readonly appearance: Appearance;
  readonly parent: Frame | undefined;
  /** The nearest block. */
  readonly block: Element;
  private seen: boolean | undefined;
  private written: boolean | undefined;

  constructor(element: Element, appearance: Appearance, parent: Frame | undefined) {
    this.element = element;
    this.appearance = appearance;
    this.parent = parent;
    this.block = appearance.block || !parent ? element : parent.block;
  }

  get invisible(): boolean {
    this.seen ??= this.nearest('invisible');
    return this.seen;
  }

  get preformatted(): boolean {
    this.written ??= this.nearest('preformatted');
    return this.written;
  }

  private nearest(property: 'invisible' | 'preformatted'): boolean {
    for (let frame: Frame | undefined = this; frame; frame = frame.parent) {
      const own = frame.appearance[property];
      if (own !== undefined) return own;
    }
    return false;
  }
}

const ELEMENT = 1; // Node.ELEMENT_NODE
const TEXT = 3; // Node.TEXT_NODE
const SPACE = /[\t\n\f\r ]/;

/**
 * Reads the text under an element. Iterative, so that a page nested a million deep is read like any other.
 * White space is collapsed as a browser shows it; full-width spaces stay.
 */
export function readText(root: Element, options: ReadOptions): TextMap {
  return runSteps(readTextInSteps(root, options));
}

/** Elements between two steps: some milliseconds on a slow machine. */
const STEP = 500;

export function* readTextInSteps(root: Element, options: ReadOptions): Steps<TextMap> {
  const builder = new TextBuilder(root);
  let elements = 0;
  let frame = enter(root, undefined, builder, options, true);
  let node: Node | null = frame && firstChild(root);
  while (frame) {
    const entered: Frame | null = node ? visit(node, frame, builder, options) : null;
    if (entered) frame = entered;
    if (entered && ++elements % STEP === 0) yield 'text';
    node = entered ? firstChild(entered.element) : node && nextSibling(node);
    while (!node && frame) {
      if (frame.appearance.block) builder.endLine();
      node = frame.element === root ? null : nextSibling(frame.element);
      frame = frame.parent ?? null;
    }
  }
  return builder.finish();
}

/** @returns the frame of an element to go into */
function visit(node: Node, frame: Frame, builder: TextBuilder, options: ReadOptions): Frame | null {
  const type = nodeType(node);
  if (type === TEXT) addText(node as Text, frame, builder, options);
  return type === ELEMENT ? enter(node as Element, frame, builder, options, false) : null;
}

function addText(node: Text, frame: Frame, builder: TextBuilder, options: ReadOptions): void {
  const { data } = node;
  if (data.length === 0 || options.isShell?.(frame.element) || frame.invisible) return;
  builder.addText(node, data, frame.block, SPACE.test(data) && frame.preformatted);
}

function enter(
  element: Element,
  parent: Frame | undefined,
  builder: TextBuilder,
  options: ReadOptions,
  isRoot: boolean,
): Frame | null {
  const tag = elementName(element);
  if (tag === 'br') builder.endLine();
  if (tag === 'br' || NEVER_TEXT.has(tag)) return null;
  if (!isRoot && options.isSkipped?.(element)) return null;
  const appearance = options.appearanceOf(element);
  if (appearance.hidden) return null;
  if (appearance.block) builder.endLine();
  return new Frame(element, appearance, parent);
}
