/** The card of a term: the word, one sentence, its parts in order, where it comes from and since when. */
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Concept, Sense } from '../../core/glossary/pack';
import { Icon } from '../icon/icon';
import type { LayerIntents, TermCardState } from '../layer/layer-state';
import { trusted } from '../layer/trusted';
import { SenseBody } from './sense-body';

interface TermCardProps {
  readonly state: TermCardState;
  readonly intents: Pick<LayerIntents, 'closeTerm' | 'pinTerm' | 'stepTerm' | 'pointerOverCard'>;
}

export function TermCard({ state, intents }: TermCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.focus) card.current?.focus({ preventScroll: true });
  }, [state.focus, state.concept]);
  const { concept, sense, words } = state;
  const heading = sense?.labels.preferred ?? concept?.senses[0]?.labels.preferred ?? words;
  return (
    <div
      ref={card}
      class="card"
      role="dialog"
      aria-labelledby="card-term"
      tabIndex={-1}
      onPointerEnter={trusted(() => intents.pointerOverCard(true))}
      onPointerLeave={trusted(() => intents.pointerOverCard(false))}
      onPointerDown={trusted(() => intents.pinTerm())}
    >
      <header class="card-head">
        <h2 id="card-term">{heading}</h2>
        {concept ? <span class="category">{concept.category}</span> : null}
        <button
          type="button"
          class="icon-button"
          data-action="close"
          aria-label={i18n.t('close')}
          onClick={trusted(intents.closeTerm)}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long card scrolls, and keys must be able to scroll it */}
      <div class="card-body" tabIndex={0}>
        {bodyOf(concept, sense)}
      </div>
      {state.pinned ? (
        <footer class="card-foot">
          <button type="button" data-action="previous-term" onClick={trusted(() => intents.stepTerm(-1))}>
            <Icon name="previous" /> {i18n.t('previousTerm')}
          </button>
          <button type="button" data-action="next-term" onClick={trusted(() => intents.stepTerm(1))}>
            {i18n.t('nextTerm')} <Icon name="next" />
          </button>
        </footer>
      ) : null}
    </div>
  );
}

function bodyOf(concept: Concept | null | undefined, sense: Sense | null) {
  if (concept === undefined) return <p class="quiet">{i18n.t('loading')}</p>;
  if (concept === null) return <p class="quiet">{i18n.t('termUnavailable')}</p>;
  if (sense) return <SenseBody sense={sense} />;
  return (
    <>
      <p class="caution">
        <Icon name="info" /> {i18n.t('senseUndecided')}
      </p>
      {concept.senses.map((possible) => (
        <section key={possible.definition} class="sense">
          {possible.gloss ? <h3>{possible.gloss}</h3> : null}
          <SenseBody sense={possible} brief />
        </section>
      ))}
    </>
  );
}
