/** Everything that our layer shows over a page. */
import { i18n } from '#i18n';
import { SelectionBar } from '../bar/selection-bar';
import { TermCard } from '../card/term-card';
import { Icon } from '../icon/icon';
import { NoteCard } from '../note/note-card';
import { NoteEditor } from '../note/note-editor';
import { Floating } from './floating';
import type { LayerIntents, LayerState, ToastState } from './layer-state';
import { trusted } from './trusted';

interface LayerViewProps {
  readonly state: LayerState;
  readonly intents: LayerIntents;
  readonly onField: (field: HTMLTextAreaElement | null) => void;
}

export function LayerView({ state: { term, note, bar, editor, toast }, intents, onField }: LayerViewProps) {
  return (
    <>
      {term ? (
        <Floating anchor={term.anchor} placement="bottom-start">
          <TermCard state={term} intents={intents} />
        </Floating>
      ) : null}
      {note ? (
        <Floating anchor={note.anchor} placement="bottom-start">
          <NoteCard state={note} intents={intents} />
        </Floating>
      ) : null}
      {bar ? (
        <Floating anchor={bar.anchor} placement="top">
          <SelectionBar state={bar} intents={intents} />
        </Floating>
      ) : null}
      {editor ? (
        <Floating anchor={editor.anchor} placement="bottom-start">
          <NoteEditor state={editor} intents={intents} onField={onField} />
        </Floating>
      ) : null}
      <div class="toasts" role="status" aria-live="polite">
        {toast ? <Toast toast={toast} onClose={intents.dismissToast} /> : null}
      </div>
    </>
  );
}

function Toast({ toast, onClose }: { readonly toast: ToastState; readonly onClose: () => void }) {
  const { undo } = toast;
  return (
    <div class={`toast toast-${toast.tone}`}>
      <Icon name={toast.tone === 'done' ? 'check' : 'warning'} />
      <span>{toast.message}</span>
      {undo ? (
        <button type="button" data-action="undo" onClick={trusted(undo)}>
          {i18n.t('undo')}
        </button>
      ) : null}
      <button
        type="button"
        class="icon-button"
        data-action="dismiss"
        aria-label={i18n.t('close')}
        onClick={trusted(onClose)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
