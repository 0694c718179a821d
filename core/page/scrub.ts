/**
 * Makes a clone of a page safe for Readability. `<input name="parentNode">` inside a form shadows the DOM property in
 * Chromium's isolated world and sends Readability into an endless loop; ASP.NET government sites are one big form.
 */
import { attribute, removeAttribute, tagName } from '../dom/safe';

const NAMED = 'button, fieldset, input, object, output, select, textarea, img, form, a, embed, iframe, map, meta[name]';

/** Changes the given clone in place. */
export function scrubClone(clone: Document): void {
  for (const element of clone.querySelectorAll(NAMED)) {
    const tag = tagName(element);
    if (tag === 'meta') continue;
    for (const name of ['name', 'id', 'form']) removeAttribute(element, name);
    // Readability turns such a link into a new node, and the way back to the live one would be lost.
    if (tag === 'a' && attribute(element, 'href')?.trim().toLowerCase().startsWith('javascript:'))
      removeAttribute(element, 'href');
  }
  for (const element of clone.querySelectorAll('script, style, noscript, template, iframe, object, embed'))
    element.remove();
}
