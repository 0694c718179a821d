/**
 * DOM reads that a page cannot bend. In Chromium a content script sees `<form><input name="parentNode">` as
 * `form.parentNode`; the getters of the prototypes are taken once and called on the node instead.
 * Outside browsers (inspect, tests on Node) there is no global `Node`, and plain reads are safe.
 */

/** @returns undefined outside browsers */
function getterOf<T>(holder: 'Node' | 'Element', name: string): ((this: Node) => T) | undefined {
  const holding: unknown = Reflect.get(globalThis, holder);
  return typeof holding === 'function' ? findGetter<T>(holding.prototype, name) : undefined;
}

/** The getter that a prototype has or inherits. */
function findGetter<T>(prototype: unknown, name: string): ((this: Node) => T) | undefined {
  if (typeof prototype !== 'object' || prototype === null) return undefined;
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  return own ? own.get : findGetter(Object.getPrototypeOf(prototype), name);
}

const getFirstChild = getterOf<ChildNode | null>('Node', 'firstChild');
const getNextSibling = getterOf<ChildNode | null>('Node', 'nextSibling');
const getParentElement = getterOf<Element | null>('Node', 'parentElement');
const getParentNode = getterOf<ParentNode | null>('Node', 'parentNode');
const getNodeType = getterOf<number>('Node', 'nodeType');
/** Text of an element; inherited from Node in browsers, an element's own in some DOMs of tests. */
const getTextContent = getterOf<string | null>('Element', 'textContent');
const getLocalName = getterOf<string>('Element', 'localName');
const getOwnerDocument = getterOf<Document | null>('Node', 'ownerDocument');

// One function for each, not one that takes the getter: engines make a call of one known getter several times as fast.

export function firstChild(node: Node): ChildNode | null {
  return getFirstChild ? getFirstChild.call(node) : node.firstChild;
}

export function nextSibling(node: Node): ChildNode | null {
  return getNextSibling ? getNextSibling.call(node) : node.nextSibling;
}

export function parentNode(node: Node): ParentNode | null {
  return getParentNode ? getParentNode.call(node) : node.parentNode;
}

export function nodeType(node: Node): number {
  return getNodeType ? getNodeType.call(node) : node.nodeType;
}

export function textContent(node: Node): string | null {
  return getTextContent ? getTextContent.call(node) : node.textContent;
}

/** Lower-case tag name of an element, '' for other nodes. */
export function tagName(node: Node): string {
  return isElement(node) ? elementName(node) : '';
}

/** Lower-case tag name of what is known to be an element. */
export function elementName(element: Element): string {
  return (getLocalName ? getLocalName.call(element) : element.localName).toLowerCase();
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
  return getParentElement ? getParentElement.call(node) : node.parentElement;
}

const TEXTS = 4; // NodeFilter.SHOW_TEXT

/** Walks the text nodes under an element of a document, in document order, by {@link nextText}. */
export function textWalker(root: Element): TreeWalker {
  const document = getOwnerDocument?.call(root) ?? root.ownerDocument;
  return typeof Document === 'function'
    ? Document.prototype.createTreeWalker.call(document, root, TEXTS)
    : document.createTreeWalker(root, TEXTS);
}

/** The walker was told to show texts alone. */
export function nextText(walker: TreeWalker): Text | null {
  return walker.nextNode() as Text | null;
}
