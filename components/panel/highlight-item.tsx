/** One highlight in the panel: its colour in words, the quote, the note, and the way to its place. */
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AnnotationView } from '../../core/annotation/annotation';
import type { AnchorState } from '../../core/messages';
import { askPage } from '../bridge/ask-page';
import { colourName } from '../format/colour-name';
import { Icon } from '../icon/icon';

interface HighlightItemProps {
  readonly annotation: AnnotationView;
  readonly anchor: AnchorState;
  readonly tabId: number;
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly onCancel: () => void;
  readonly onSave: (body: string) => void;
  readonly onDelete: () => void;
}

export function HighlightItem({
  annotation,
  anchor,
  tabId,
  editing,
  onEdit,
  onCancel,
  onSave,
  onDelete,
}: HighlightItemProps) {
  const { id, colour, target, body } = annotation;
  return (
    <li class="highlight" data-annotation-id={id}>
      <div class="highlight-head">
        <span class={`mark-tag mark-tag-${colour}`}>{colourName(colour)}</span>
        {anchor === 'moved' ? <span class="hint">{i18n.t('panelMoved')}</span> : null}
        <span class="spring" />
        {editing ? null : (
          <button
            type="button"
            class="icon-button"
            data-action="edit"
            aria-label={body ? i18n.t('editPanelNote') : i18n.t('addNote')}
            title={body ? i18n.t('editPanelNote') : i18n.t('addNote')}
            onClick={onEdit}
          >
            <Icon name="edit" />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          data-action="delete"
          aria-label={i18n.t('delete')}
          title={i18n.t('delete')}
          onClick={onDelete}
        >
          <Icon name="trash" />
        </button>
      </div>
      {anchor === 'gone' ? (
        <p class="gone">
          <Icon name="warning" /> {i18n.t('panelGone')}
        </p>
      ) : null}
      <button
        type="button"
        class="go"
        data-action="go"
        title={i18n.t('goToText')}
        disabled={anchor === 'gone'}
        onClick={() => void askPage(tabId, 'page.reveal', { annotationId: id })}
      >
        <span class={`quote quote-${colour}`}>{target.quote.exact}</span>
      </button>
      {editing ? <NoteForm body={body} onSave={onSave} onCancel={onCancel} /> : null}
      {!editing && body ? <p class="note-body">{body}</p> : null}
    </li>
  );
}

interface NoteFormProps {
  readonly body: string;
  readonly onSave: (body: string) => void;
  readonly onCancel: () => void;
}

function NoteForm({ body, onSave, onCancel }: NoteFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    // Behind what is there: most that is written is added.
    field.current?.setSelectionRange(body.length, body.length);
  }, []);
  const save = () => onSave(field.current?.value ?? '');
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={field}
        defaultValue={body}
        rows={4}
        aria-label={i18n.t('note')}
        placeholder={i18n.t('notePlaceholder')}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          if (event.key === 'Escape' && field.current?.value === body) onCancel();
        }}
      />
      <div class="actions">
        <span class="hint">{i18n.t('noteHint')}</span>
        <button type="button" data-action="cancel" onClick={onCancel}>
          {i18n.t('cancel')}
        </button>
        <button type="submit" class="primary" data-action="save">
          {i18n.t('save')}
        </button>
      </div>
    </form>
  );
}
