/**
 * Does to a page what Chromium's named properties do: a control in a form stands in for the form's own property of that
 * name. happy-dom has them not, so each is put on the form by hand.
 */
export function clobber(page: Document): void {
  for (const form of page.querySelectorAll('form'))
    for (const control of form.querySelectorAll('[name]'))
      Object.defineProperty(form, control.getAttribute('name') ?? '', { value: control, configurable: true });
}

/** A page whose form has controls named like what is read of nodes. */
export const CLOBBERED = `<form id="f" class="aspnet"><input name="parentNode"><input name="firstChild">
  <input name="nextSibling"><input name="nodeType"><input name="textContent"><input name="localName">
  <input name="attributes"><input name="getAttribute"><input name="children"><input name="querySelectorAll">
  <p>甲</p><p>乙</p></form><p id="after">丙</p>`;

export function clobberedPage(): Document {
  const page = new DOMParser().parseFromString(`<!DOCTYPE html><body>${CLOBBERED}</body>`, 'text/html');
  clobber(page);
  return page;
}
