/** Puts text on the clipboard within a click of the reader. Many county portals still run on http, where the clipboard API is missing. */

/** @param root a shadow root of ours, for the way over a field */
export async function copyText(text: string, root: HTMLElement): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // A page's permissions policy may forbid it; the old way is still open.
    }
  }
  return copyOverField(text, root);
}

function copyOverField(text: string, root: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position: fixed; opacity: 0; pointer-events: none';
  root.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
