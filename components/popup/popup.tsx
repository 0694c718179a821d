/** The popup: the verdict on this page in one line, the reasons below it, what the reader can decide, the way to the panel. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { setPageRule, setSiteRule } from '../../storage/rules';
import { askBackground } from '../bridge/ask-background';
import { openPanelFromGesture } from '../bridge/panel-opener';
import { Icon } from '../icon/icon';
import { type PopupPage, usePopupPage } from './use-popup-page';
import { Verdict } from './verdict';

export function Popup() {
  const { page, refresh } = usePopupPage();
  if (page.kind === 'loading') return <p class="popup-status">{i18n.t('popupReading')}</p>;
  return (
    <main class="popup">
      {page.kind === 'page' ? <Verdict state={page.state} /> : <NotHere readable={page.readable} />}
      <div class="popup-actions">
        {page.kind === 'page' ? <PageRuling page={page} /> : null}
        {page.kind === 'none' && page.readable ? <SiteOffer page={page} refresh={refresh} /> : null}
        <button type="button" class="primary" data-action="panel" onClick={() => openPanel(page)}>
          <Icon name="panel" /> {i18n.t('openPanel')}
        </button>
      </div>
      {page.kind === 'page' ? <SiteRuling page={page} /> : null}
    </main>
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
      <h1 class="verdict" data-part="verdict">
        <Icon name="info" /> {readable ? i18n.t('popupNoAccess') : i18n.t('popupRestricted')}
      </h1>
    </section>
  );
}

type OnPage = Extract<PopupPage, { kind: 'page' }>;

/** The reader knows better about this page; what was decided can be taken back at the same place. */
function PageRuling({ page: { state, rules } }: { readonly page: OnPage }) {
  if (rules.site === 'off') return null;
  const { article, address } = state;
  const [words, rule] =
    rules.page !== null
      ? [i18n.t('popupOwnJudgement'), null]
      : article
        ? [i18n.t('popupNoArticle'), 'off' as const]
        : [i18n.t('popupRead'), 'article' as const];
  return (
    <button type="button" class="secondary" data-action="page-rule" onClick={() => void setPageRule(address, rule)}>
      <Icon name={rule === 'article' ? 'book' : rule === 'off' ? 'close' : 'undo'} /> {words}
    </button>
  );
}

function SiteRuling({ page: { state, rules } }: { readonly page: OnPage }) {
  const { hostname } = new URL(state.address);
  const off = rules.site === 'off';
  return (
    <p class="site-rule">
      <span>{hostname}</span>
      <button type="button" data-action="site-rule" onClick={() => void setSiteRule(hostname, off ? null : 'off')}>
        {off ? i18n.t('popupSiteOn') : i18n.t('popupSiteOff')}
      </button>
    </p>
  );
}

type NoPage = Extract<PopupPage, { kind: 'none' }>;

/** A site outside the required ones: once for this page, or for good by the reader's permission. */
function SiteOffer({
  page: { tabId, host },
  refresh,
}: {
  readonly page: NoPage;
  readonly refresh: () => Promise<void>;
}) {
  const readOnce = async () => {
    if (tabId !== undefined) await askBackground('page.read-tab', { tabId });
    await refresh();
  };
  const enable = async () => {
    if (host === undefined) return;
    // Must be the first thing after the click, or the browser refuses to ask.
    if (!(await browser.permissions.request({ origins: [`*://${host}/*`] }))) return;
    await askBackground('site.enable', { host });
    await readOnce();
  };
  return (
    <>
      <button type="button" class="secondary" data-action="read" onClick={() => void readOnce()}>
        <Icon name="book" /> {i18n.t('popupReadOnce')}
      </button>
      <button type="button" class="secondary" data-action="enable-site" onClick={() => void enable()}>
        <Icon name="check" /> {i18n.t('popupEnableSite')}
      </button>
    </>
  );
}
