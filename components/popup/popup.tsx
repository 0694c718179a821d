/** The popup: the verdict on this page in one line, the reasons below it, and the way to the panel. */
import { i18n } from '#i18n';
import type { PageState } from '../../core/messages';
import { askBackground } from '../bridge/ask-background';
import { openPanelFromGesture } from '../bridge/panel-opener';
import { Icon } from '../icon/icon';
import { signalText } from './signal-text';
import { type PopupPage, usePopupPage } from './use-popup-page';

export function Popup() {
  const { page, refresh } = usePopupPage();
  if (page.kind === 'loading') return <p class="popup-status">{i18n.t('popupReading')}</p>;
  const read = async () => {
    if (page.tabId !== undefined) await askBackground('page.read-tab', { tabId: page.tabId });
    await refresh();
  };
  return (
    <div class="popup">
      {page.kind === 'page' ? <Verdict state={page.state} /> : <NotHere readable={page.readable} />}
      <div class="popup-actions">
        {page.kind === 'page' && page.state.article ? null : (
          <button
            type="button"
            class="secondary"
            data-action="read"
            disabled={page.kind === 'none' && !page.readable}
            onClick={() => void read()}
          >
            <Icon name="book" /> {i18n.t('popupRead')}
          </button>
        )}
        <button type="button" class="primary" data-action="panel" onClick={() => openPanel(page)}>
          <Icon name="panel" /> {i18n.t('openPanel')}
        </button>
      </div>
    </div>
  );
}

function openPanel(page: PopupPage): void {
  if (page.kind === 'loading') return;
  const opening = openPanelFromGesture({ id: page.tabId, windowId: page.windowId });
  void opening.then(() => window.close());
}

function NotHere({ readable }: { readonly readable: boolean }) {
  return (
    <section>
      <p class="verdict" data-part="verdict">
        <Icon name="info" /> {readable ? i18n.t('popupNoAccess') : i18n.t('popupRestricted')}
      </p>
    </section>
  );
}

function Verdict({ state }: { readonly state: PageState }) {
  const { recognition, article } = state;
  const authority = {
    government: i18n.t('popupGovernment'),
    'official-media': i18n.t('popupMedia'),
    elsewhere: i18n.t('popupElsewhere'),
  }[recognition.authority];
  return (
    <section>
      <p class={article ? 'verdict good' : 'verdict'} data-part="verdict">
        <Icon name={article ? 'check' : 'info'} /> {verdictText(state)}
        <span class="authority">{authority}</span>
      </p>
      {article ? (
        <>
          <p class="title">{article.facts.title?.value ?? i18n.t('untitled')}</p>
          <p class="found">
            {i18n.t('popupFound', [
              String(article.characters),
              String(article.terms),
              String(Object.keys(article.anchors).length),
            ])}
          </p>
        </>
      ) : null}
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

function verdictText({ recognition, article, silent }: PageState): string {
  if (article) return i18n.t('popupArticle');
  if (silent === 'reading') return i18n.t('popupReading');
  if (silent === 'failed') return i18n.t('popupFailed');
  if (silent === 'too-large') return i18n.t('popupTooLarge');
  if (silent === 'no-body') return i18n.t('popupNoBody');
  if (recognition.kind === 'list') return i18n.t('popupList');
  return recognition.kind === 'home' ? i18n.t('popupHome') : i18n.t('popupOther');
}
