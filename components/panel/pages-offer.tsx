/** An article split over pages: says so, and offers to read all of it. */
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageState } from '../../core/messages';
import { askPage } from '../bridge/ask-page';
import { Icon } from '../icon/icon';

interface PagesOfferProps {
  readonly article: NonNullable<PageState['article']>;
  readonly tabId: number;
  readonly onProblem: (message: string) => void;
}

export function PagesOffer({ article: { pages }, tabId, onProblem }: PagesOfferProps) {
  const [loading, setLoading] = useState(false);
  if (pages.count < 2) return null;
  const count = String(pages.count);
  if (pages.whole) return <p class="pages-offer">{i18n.t('pagesWhole', [count])}</p>;
  const load = async () => {
    setLoading(true);
    const reply = await askPage(tabId, 'page.load-all', {});
    setLoading(false);
    if (!reply.ok || !reply.value.loaded) onProblem(i18n.t('pagesFailed'));
  };
  return (
    <p class="pages-offer">
      <span>{i18n.t('pagesSplit', [count])}</span>
      <button type="button" class="secondary" data-action="load-all" disabled={loading} onClick={() => void load()}>
        <Icon name="book" /> {loading ? i18n.t('pagesLoading') : i18n.t('pagesLoad', [count])}
      </button>
    </p>
  );
}
