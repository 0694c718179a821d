/** A saved note, shown on the page without giving it to the page. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { openPrivateDocument } from './private-document';

const HIGHEST_PX = 200;

interface PrivateTextProps {
  /** Give each text a component of its own, by `key`. */
  readonly text: string;
  readonly onEscape: () => void;
}

export function PrivateText({ text, onEscape }: PrivateTextProps) {
  const home = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = home.current;
    if (!element) return;
    return openPrivateDocument(element, i18n.t('note'), (document) => {
      document.body.className = 'text';
      document.body.textContent = text;
      element.style.height = `${Math.min(document.documentElement.scrollHeight, HIGHEST_PX)}px`;
      document.addEventListener('keydown', ({ isTrusted, key }) => {
        if (isTrusted && key === 'Escape') onEscape();
      });
    });
  }, []);
  return <div ref={home} class="private-text" />;
}
