/**
 * Puts style sheets into a document or a shadow root. Firefox before 153 or so refuses `adoptedStyleSheets` from a
 * content script; there a `<style>` element does it, inside our own host, so that the page's own nodes stay untouched.
 */

/**
 * Adopts sheets.
 * @param home where `<style>` elements go if there is no other way
 * @returns takes them back
 */
export function adoptSheets(
  root: Document | ShadowRoot,
  texts: readonly string[],
  home: Element | ShadowRoot,
): () => void {
  try {
    // A sheet serves only the document that it was made in; a document itself has no owner.
    const view = (root.ownerDocument ?? (root as Document)).defaultView;
    const Sheet = view && view !== window ? view.CSSStyleSheet : CSSStyleSheet;
    const sheets = texts.map((text) => {
      const sheet = new Sheet();
      sheet.replaceSync(text);
      return sheet;
    });
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
    };
  } catch {
    const elements = texts.map((text) => {
      const element = document.createElement('style');
      element.textContent = text;
      return element;
    });
    home.append(...elements);
    return () => {
      for (const element of elements) element.remove();
    };
  }
}
