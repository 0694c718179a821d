/**
 * DOM reads that a page cannot bend. In Chromium a content script sees `<form><input name="parentNode">` as
 * `form.parentNode`; the getters of the prototypes are taken once and called on the node instead.
 * Outside browsers (inspect, tests on Node) there is no global `Node`, and plain reads are safe.
 */

function readerOf<T>(holder: 'Node' | 'Element', name: string): (node: Node) => T {
  const holding: unknown = Reflect.get(globalThis, holder);
  const getter = getterOf(typeof holding === 'function' ? holding.prototype : undefined, name);
  return (node) => (getter ? getter.call(node) : Reflect.get(node, name)) as T;
}

/** The getter that a prototype has or inherits. */
function getterOf(prototype: unknown, name: string): (() => unknown) | undefined {
  if (typeof prototype !== 'object' || prototype === null) return undefined;
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  return own ? own.get : getterOf(Object.getPrototypeOf(prototype), name);
}

export const firstChild = readerOf<ChildNode | null>('Node', 'firstChild');
export const nextSibling = readerOf<ChildNode | null>('Node', 'nextSibling');
export const parentNode = readerOf<ParentNode | null>('Node', 'parentNode');
export const nodeType = readerOf<number>('Node', 'nodeType');
/** Text of an element; inherited from Node in browsers, an element's own in some DOMs of tests. */
export const textContent = readerOf<string | null>('Element', 'textContent');
const ownerDocument = readerOf<Document>('Node', 'ownerDocument');
const localNameOf = readerOf<string>('Element', 'localName');

/** Lower-case tag name of an element, '' for other nodes. */
export function tagName(node: Node): string {
  return nodeType(node) === 1 ? localNameOf(node).toLowerCase() : '';
}

export function isElement(node: Node): node is Element {
  return nodeType(node) === 1;
}

export function isText(node: Node): node is Text {
  return nodeType(node) === 3;
}

/** An attribute, read past any own property of the element. */
export function attribute(element: Element, name: string): string | null {
  return typeof Element === 'function'
    ? Element.prototype.getAttribute.call(element, name)
    : element.getAttribute(name);
}

export function setAttribute(element: Element, name: string, value: string): void {
  if (typeof Element === 'function') Element.prototype.setAttribute.call(element, name, value);
  else element.setAttribute(name, value);
}

export function removeAttribute(element: Element, name: string): void {
  if (typeof Element === 'function') Element.prototype.removeAttribute.call(element, name);
  else element.removeAttribute(name);
}

/** Parent element, or null at the top. */
export function parentElement(node: Node): Element | null {
  const parent = parentNode(node);
  return parent && isElement(parent) ? parent : null;
}

const TEXTS = 4; // NodeFilter.SHOW_TEXT

/** Walks the text nodes under an element of a document, in document order. */
export function textWalker(root: Element): TreeWalker {
  const document = ownerDocument(root);
  return typeof Document === 'function'
    ? Document.prototype.createTreeWalker.call(document, root, TEXTS)
    : document.createTreeWalker(root, TEXTS);
}
