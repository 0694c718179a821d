/**
 * The editor of a note on the page. Keys reach it through the shield, not as DOM events, so the field keeps its own
 * text and is read when needed.
 */
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EditorState, LayerIntents } from '../layer/layer-state';
import { trusted } from '../layer/trusted';

interface NoteEditorProps {
  readonly state: EditorState;
  readonly intents: Pick<LayerIntents, 'saveNote' | 'cancelNote'>;
  /** Receives the text field, so that key handling outside can read it. */
  readonly onField: (field: HTMLTextAreaElement | null) => void;
}

export function NoteEditor({ state, intents, onField }: NoteEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    onField(field.current);
    field.current?.focus({ preventScroll: true });
    return () => onField(null);
  }, [onField]);
  const text = () => field.current?.value ?? '';
  return (
    <div class="note-editor" role="dialog" aria-label={i18n.t('writeNote')}>
      <blockquote class={`quote quote-${state.colour}`}>{state.quote}</blockquote>
      <textarea
        ref={field}
        defaultValue={state.body}
        rows={4}
        aria-label={i18n.t('note')}
        placeholder={i18n.t('notePlaceholder')}
      />
      <div class="actions">
        <span class="hint">{i18n.t('noteHint')}</span>
        <button type="button" data-action="cancel" onClick={trusted(() => intents.cancelNote(text()))}>
          {i18n.t('cancel')}
        </button>
        <button type="button" class="primary" data-action="save" onClick={trusted(() => intents.saveNote(text()))}>
          {i18n.t('save')}
        </button>
      </div>
    </div>
  );
}
