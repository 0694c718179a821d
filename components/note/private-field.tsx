/** The field that a note is typed into. Its keys and its text stay in a document that the page cannot reach. */
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { openPrivateDocument } from './private-document';

interface PrivateFieldProps {
  readonly text: string;
  readonly onField: (field: HTMLTextAreaElement | null) => void;
  readonly onSave: (text: string) => void;
  readonly onCancel: (text: string) => void;
}

export function PrivateField({ text, onField, onSave, onCancel }: PrivateFieldProps) {
  const home = useRef<HTMLDivElement>(null);
  // After painting: by then the editor stands in its place and may take the focus.
  useEffect(() => {
    const element = home.current;
    if (!element) return;
    const close = openPrivateDocument(element, i18n.t('note'), (document) => {
      const field = document.createElement('textarea');
      field.value = text;
      field.placeholder = i18n.t('notePlaceholder');
      field.setAttribute('aria-label', i18n.t('note'));
      field.addEventListener('keydown', (event) => {
        if (!event.isTrusted || event.isComposing) return;
        if (event.key === 'Escape') onCancel(field.value);
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave(field.value);
      });
      document.body.replaceChildren(field);
      onField(field);
      field.focus({ preventScroll: true });
    });
    return () => {
      onField(null);
      close();
    };
  }, []);
  return <div ref={home} class="private-field" />;
}
