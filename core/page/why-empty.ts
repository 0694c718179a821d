/** An article without text is still an article: a picture that explains, or nothing but files. Says which. */
import { attribute } from '../dom/safe';
import { findAttachments } from './attachments';

/** Icons and logos are smaller. */
const LARGE_PICTURE = 300;

export function whyEmpty(document: Document, url: URL): 'pictures-only' | 'files-only' | 'no-body' {
  if (findAttachments(document, url).length > 0) return 'files-only';
  for (const picture of document.querySelectorAll('img')) if (widthOf(picture) >= LARGE_PICTURE) return 'pictures-only';
  return 'no-body';
}

function widthOf(picture: HTMLImageElement): number {
  return Math.max(picture.naturalWidth || 0, Number(attribute(picture, 'width')?.replace(/px$/, '')) || 0);
}
