/**
 * A place for the reader's own words on somebody's page: a frame without an address, under a closed root of its own.
 *
 * Our closed root alone keeps no secrets. What is selected in it, the page's `getSelection().toString()` gives back,
 * and `document.execCommand('selectAll')` selects it; `window.find()` answers guesses; Firefox even hands the root
 * out, by `event.originalTarget` and by the selection that `find()` makes. (All tried; tests/browser/privacy.test.ts.)
 * A frame under a shadow root has a selection and events of its own, and stands in no list of the page's frames. This
 * inner root holds no words by which the page could get hold of it, and the shield stops the events that name it.
 */
import controls from '../../assets/styles/controls.css?inline';
import tokens from '../../assets/styles/tokens.css?inline';
import { adoptSheets } from '../layer/style-sheets';
import styles from './private-document.css?inline';

/**
 * Opens the document in an element of ours, once for each element.
 * @param furnish fills the document; called again when the browser puts a fresh one in its place (Firefox before 148)
 * @returns closes it
 */
export function openPrivateDocument(
  home: HTMLElement,
  title: string,
  furnish: (document: Document) => void,
): () => void {
  const frame = document.createElement('iframe');
  // Scripts stay out; ours reach it from outside, being of the page's origin.
  frame.sandbox.add('allow-same-origin');
  frame.title = title;
  frame.style.cssText = 'display: block; width: 100%; height: 100%; border: 0;';
  const theme = outerHost(home)?.dataset.theme;
  let furnished: Document | null = null;
  const settle = () => {
    const inner = frame.contentDocument;
    if (!inner || inner === furnished) return;
    furnished = inner;
    inner.documentElement.lang = document.documentElement.lang || 'zh-CN';
    if (theme) inner.documentElement.dataset.theme = theme;
    adoptSheets(inner, [tokens, controls, styles], inner.head);
    furnish(inner);
  };
  frame.addEventListener('load', settle);
  home.attachShadow({ mode: 'closed' }).append(frame);
  settle();
  return () => frame.remove();
}

function outerHost(element: Element): HTMLElement | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof HTMLElement ? root.host : null;
}
