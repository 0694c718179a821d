/** The bar over a selection: five colours, note, copy with citation, panel. A toolbar of the ARIA pattern. */
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { COLOURS } from '../../core/annotation/colour';
import { colourName } from '../format/colour-name';
import { Icon } from '../icon/icon';
import type { BarState, LayerIntents } from '../layer/layer-state';
import { trusted } from '../layer/trusted';
import { ColourSwatch } from './colour-swatch';

interface SelectionBarProps {
  readonly state: BarState;
  readonly intents: Pick<LayerIntents, 'highlight' | 'writeNote' | 'copy' | 'openPanel'>;
}

export function SelectionBar({ state, intents }: SelectionBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.focus) bar.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [state.focus]);
  // A press on the bar must not take the selection away.
  const keepSelection = (event: Event) => event.preventDefault();
  return (
    <div
      ref={bar}
      class="bar"
      role="toolbar"
      aria-label={i18n.t('barLabel')}
      onPointerDown={keepSelection}
      onMouseDown={keepSelection}
    >
      {COLOURS.map((colour) => (
        <ColourSwatch
          key={colour}
          colour={colour}
          action={`highlight-${colour}`}
          label={i18n.t('highlightAs', [colourName(colour)])}
          onPick={() => intents.highlight(colour)}
        />
      ))}
      <span class="divider" aria-hidden="true" />
      <button type="button" data-action="note" title={i18n.t('writeNote')} onClick={trusted(intents.writeNote)}>
        <Icon name="note" /> {i18n.t('note')}
      </button>
      <button type="button" data-action="copy" title={i18n.t('copyWithCitation')} onClick={trusted(intents.copy)}>
        <Icon name="copy" /> {i18n.t('copy')}
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
  );
}
