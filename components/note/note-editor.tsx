/** The editor of a note on the page: the words it is about, the field, and what becomes of what is typed. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EditorState, LayerIntents } from '../layer/layer-state';
import { trusted } from '../layer/trusted';
import { PrivateField } from './private-field';

interface NoteEditorProps {
  readonly state: EditorState;
  readonly intents: Pick<LayerIntents, 'saveNote' | 'cancelNote'>;
  /** Receives the text field, so that key handling outside can read it. */
  readonly onField: (field: HTMLTextAreaElement | null) => void;
}

export function NoteEditor({ state, intents, onField }: NoteEditorProps) {
  const field = useRef<HTMLTextAreaElement | null>(null);
  const keep = (made: HTMLTextAreaElement | null) => {
    field.current = made;
    onField(made);
  };
  const text = () => field.current?.value ?? '';
  return (
    <div class="note-editor" role="dialog" aria-label={i18n.t('writeNote')}>
      <blockquote class={`quote quote-${state.colour}`}>{state.quote}</blockquote>
      <PrivateField text={state.body} onField={keep} onSave={intents.saveNote} onCancel={intents.cancelNote} />
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
