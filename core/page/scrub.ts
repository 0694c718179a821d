/**
 * Makes a clone of a page safe for Readability. `<input name="parentNode">` inside a form shadows the DOM property in
 * Chromium's isolated world and sends Readability into an endless loop; ASP.NET government sites are one big form.
 */
import { removeAttribute } from '../dom/safe';

const TAGS = 'button, fieldset, input, object, output, select, textarea, img, form, a, embed, iframe, map';
/** Most links have neither: fewer elements to touch. */
const NAMED = `:is([name], [id], [form]):is(${TAGS})`;

/** Changes the given clone in place. */
export function scrubClone(clone: Document): void {
  for (const element of clone.querySelectorAll(NAMED))
    for (const name of ['name', 'id', 'form']) removeAttribute(element, name);
  for (const element of clone.querySelectorAll('script, style, noscript, template, iframe, object, embed'))
    element.remove();
}
