/** The card of my own highlight on the page: its note, its colour, and what can be done with it. */
import { i18n } from '#i18n';
import { COLOURS } from '../../core/annotation/colour';
import { ColourSwatch } from '../bar/colour-swatch';
import { colourName } from '../format/colour-name';
import { Icon } from '../icon/icon';
import type { LayerIntents, NoteCardState } from '../layer/layer-state';
import { trusted } from '../layer/trusted';
import { PrivateText } from './private-text';

interface NoteCardProps {
  readonly state: NoteCardState;
  readonly intents: Pick<LayerIntents, 'editNote' | 'recolour' | 'remove' | 'openPanel' | 'closeNote'>;
}

export function NoteCard({ state: { annotation }, intents }: NoteCardProps) {
  return (
    <div class="note-card" role="dialog" aria-label={i18n.t('myHighlight')} tabIndex={-1}>
      {annotation.body ? (
        <PrivateText key={annotation.body} text={annotation.body} onEscape={intents.closeNote} />
      ) : null}
      <div class="note-tools">
        {COLOURS.map((colour) => (
          <ColourSwatch
            key={colour}
            colour={colour}
            action={`recolour-${colour}`}
            label={colourName(colour)}
            pressed={annotation.colour === colour}
            onPick={() => intents.recolour(annotation, colour)}
          />
        ))}
        <span class="divider" aria-hidden="true" />
        <button type="button" data-action="edit" onClick={trusted(() => intents.editNote(annotation))}>
          <Icon name="edit" /> {annotation.body ? i18n.t('editNote') : i18n.t('note')}
        </button>
        <button
          type="button"
          class="icon-button"
          data-action="delete"
          title={i18n.t('delete')}
          aria-label={i18n.t('delete')}
          onClick={trusted(() => intents.remove(annotation))}
        >
          <Icon name="trash" />
        </button>
        <button
          type="button"
          class="icon-button"
          data-action="panel"
          title={i18n.t('openPanel')}
          aria-label={i18n.t('openPanel')}
          onClick={trusted(intents.openPanel)}
        >
          <Icon name="panel" />
        </button>
      </div>
    </div>
  );
}
