/** The side panel: the document of the page beside it, and its highlights in the order of the text. */
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageState } from '../../core/messages';
import type { FactName } from '../../core/page/fact';
import { listAnnotations } from '../../storage/annotations';
import { database } from '../../storage/open';
import { askBackground } from '../bridge/ask-background';
import { askPage } from '../bridge/ask-page';
import { problemText } from '../format/problem';
import { Icon } from '../icon/icon';
import { DocumentFacts } from './document-facts';
import { HighlightItem } from './highlight-item';
import { Notice } from './notice';
import { PagesOffer } from './pages-offer';
import { saveNoteFile } from './save-note-file';
import { useEditRequest } from './use-edit-request';
import { useLive } from './use-live';
import { usePageState } from './use-page-state';

/** @param tab to follow; null follows the active tab of the window */
export function Panel({ tab }: { readonly tab: number | null }) {
  const page = usePageState(tab);
  if (page.kind === 'loading') return <p class="panel-status">{i18n.t('panelLoading')}</p>;
  if (page.kind === 'unreachable')
    return <EmptyPanel title={i18n.t('panelUnreachable')} help={i18n.t('panelUnreachableHelp')} />;
  if (page.state.silent === 'reading') return <p class="panel-status">{i18n.t('panelLoading')}</p>;
  if (!page.state.article) return <EmptyPanel title={i18n.t('panelNoArticle')} help={i18n.t('panelNoArticleHelp')} />;
  return <ArticlePanel tabId={page.tabId} state={page.state} article={page.state.article} />;
}

function EmptyPanel({ title, help }: { readonly title: string; readonly help: string }) {
  return (
    <main class="panel-empty">
      <Icon name="book" size={32} />
      <h1>{title}</h1>
      <p>{help}</p>
    </main>
  );
}

interface ArticlePanelProps {
  readonly tabId: number;
  readonly state: PageState;
  readonly article: NonNullable<PageState['article']>;
}

function ArticlePanel({ tabId, state, article }: ArticlePanelProps) {
  const { documentId, facts, anchors } = article;
  const [notice, setNotice] = useState<Notice | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const requested = useEditRequest();
  useEffect(() => {
    if (requested) setEditing(requested);
  }, [requested]);
  const annotations = useLive(
    async () => (documentId ? listAnnotations(database(), documentId) : []),
    documentId ?? '',
  );
  const act = async (
    operation: ReturnType<typeof askBackground<'annotation.update' | 'annotation.delete'>>,
    done: string,
  ) => {
    const reply = await operation;
    if (reply.ok) setNotice({ tone: 'done', message: done, undo: reply.value.operationId });
    else setNotice({ tone: 'problem', message: problemText(reply.reason) });
    return reply.ok;
  };
  const correct = async (name: FactName, value: string | null) => {
    const sent = await askPage(tabId, 'page.correct', { name, value });
    const reply = sent.ok ? sent.value : sent;
    if (reply.ok) setNotice({ tone: 'done', message: i18n.t('factCorrected'), undo: reply.value.operationId });
    else setNotice({ tone: 'problem', message: problemText(reply.reason) });
  };
  const meta = [facts.docNumber, facts.issuingBody, facts.author, facts.source, facts.publishedAt];
  return (
    <div class="panel">
      <header class="panel-head">
        <h1>{facts.title?.value ?? i18n.t('untitled')}</h1>
        <p class="meta">
          {meta
            .flatMap((fact) => (fact ? [fact.value] : []))
            .filter((value, i, all) => all.indexOf(value) === i)
            .join(' · ')}
        </p>
        <div class="panel-tools">
          <span class="count">{i18n.t('panelTerms', [String(article.terms)])}</span>
          <button
            type="button"
            class="secondary"
            data-action="export"
            disabled={!annotations?.length}
            onClick={() => {
              const name = saveNoteFile({ facts, address: state.address, annotations: annotations ?? [] });
              setNotice({ tone: 'done', message: i18n.t('exported', [name]) });
            }}
          >
            <Icon name="export" /> {i18n.t('exportNote')}
          </button>
        </div>
      </header>
      <main>
        <PagesOffer article={article} tabId={tabId} onProblem={(message) => setNotice({ tone: 'problem', message })} />
        <DocumentFacts article={article} onCorrect={(name, value) => void correct(name, value)} />
        <h2>
          {i18n.t('panelHighlights')}{' '}
          <span class="count">{i18n.t('panelCount', [String(annotations?.length ?? 0)])}</span>
        </h2>
        {annotations && annotations.length === 0 ? <p class="panel-hint">{i18n.t('panelEmpty')}</p> : null}
        <ol class="highlights">
          {annotations?.map((annotation) => (
            <HighlightItem
              key={annotation.id}
              annotation={annotation}
              anchor={anchors[annotation.id] ?? 'in-place'}
              tabId={tabId}
              editing={editing === annotation.id}
              onEdit={() => setEditing(annotation.id)}
              onCancel={() => setEditing(null)}
              onSave={async (body) => {
                if (await act(askBackground('annotation.update', { id: annotation.id, body }), i18n.t('savedNote')))
                  setEditing(null);
              }}
              onDelete={() =>
                void act(askBackground('annotation.delete', { id: annotation.id }), i18n.t('deletedHighlight'))
              }
            />
          ))}
        </ol>
      </main>
      <div class="notices" role="status" aria-live="polite">
        {notice ? <Notice notice={notice} onDone={setNotice} /> : null}
      </div>
    </div>
  );
}
