/** What we take the page for, what was found in it, and why. */
import { i18n } from '#i18n';
import type { PageState } from '../../core/messages';
import { Icon } from '../icon/icon';
import { signalText } from './signal-text';
import { verdictText } from './verdict-text';

export function Verdict({ state }: { readonly state: PageState }) {
  const { recognition, article } = state;
  const authority = {
    government: i18n.t('popupGovernment'),
    'official-media': i18n.t('popupMedia'),
    elsewhere: i18n.t('popupElsewhere'),
  }[recognition.authority];
  return (
    <section>
      <h1 class={article ? 'verdict good' : 'verdict'} data-part="verdict">
        <Icon name={article ? 'check' : 'info'} /> {verdictText(state)}
        <span class="authority">{authority}</span>
      </h1>
      {article ? <Found article={article} /> : null}
      <details open={!article}>
        <summary>{i18n.t('popupWhy')}</summary>
        <ul class="signals">
          {recognition.signals.map((signal) => (
            <li key={signal.code} class={signal.weight > 0 ? 'for' : signal.weight < 0 ? 'against' : 'neutral'}>
              <span class="weight">{signal.weight > 0 ? `+${signal.weight}` : signal.weight || '·'}</span>
              {signalText(signal)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Found({ article }: { readonly article: NonNullable<PageState['article']> }) {
  const { facts, characters, terms, anchors, attachments } = article;
  const counts: [string, string, string] = [String(characters), String(terms), String(Object.keys(anchors).length)];
  return (
    <>
      <p class="title">{facts.title?.value ?? i18n.t('untitled')}</p>
      <p class="found">
        {i18n.t('popupFound', counts)}
        {attachments.length > 0 ? i18n.t('popupAttachments', [String(attachments.length)]) : ''}
      </p>
    </>
  );
}
