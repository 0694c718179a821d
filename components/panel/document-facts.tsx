/** The facts of the document: each with where it comes from, and a way to set it right. */
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageState } from '../../core/messages';
import type { Fact, FactName } from '../../core/page/fact';
import { FACT_NAMES } from '../../core/page/fact';
import { factName } from '../format/fact-name';
import { Icon } from '../icon/icon';

interface DocumentFactsProps {
  readonly article: NonNullable<PageState['article']>;
  /** Sets a fact; null takes a correction back. */
  readonly onCorrect: (name: FactName, value: string | null) => void;
}

/** What a citation needs can always be filled in, even where the page says nothing. */
const ALWAYS: ReadonlySet<FactName> = new Set(['title', 'docNumber', 'issuingBody', 'source', 'publishedAt']);

export function DocumentFacts({ article: { facts, attachments }, onCorrect }: DocumentFactsProps) {
  const [editing, setEditing] = useState<FactName | null>(null);
  const shown = FACT_NAMES.filter((name) => facts[name] || ALWAYS.has(name));
  return (
    <details class="document-facts">
      <summary>{i18n.t('panelFacts')}</summary>
      <dl>
        {shown.map((name) => (
          <div key={name} class="fact" data-fact={name}>
            <dt>{factName(name)}</dt>
            {editing === name ? (
              <FactForm
                value={facts[name]?.value ?? ''}
                label={factName(name)}
                onCancel={() => setEditing(null)}
                onSave={(value) => {
                  setEditing(null);
                  onCorrect(name, value || null);
                }}
              />
            ) : (
              <FactValue fact={facts[name]} onEdit={() => setEditing(name)} onReset={() => onCorrect(name, null)} />
            )}
          </div>
        ))}
      </dl>
      {attachments.length > 0 ? (
        <>
          <h3>{i18n.t('panelAttachments')}</h3>
          <ul class="attachments">
            {attachments.map(({ name, href }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noreferrer noopener">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  );
}

interface FactValueProps {
  readonly fact: Fact | undefined;
  readonly onEdit: () => void;
  readonly onReset: () => void;
}

function FactValue({ fact, onEdit, onReset }: FactValueProps) {
  return (
    <dd title={fact ? provenance(fact) : i18n.t('factUnknown')}>
      <span class={fact ? 'fact-value' : 'fact-value unknown'}>{fact?.value ?? i18n.t('factUnknown')}</span>
      {fact?.from === 'reader' ? (
        <button
          type="button"
          class="icon-button"
          data-action="reset-fact"
          aria-label={i18n.t('factReset')}
          title={i18n.t('factReset')}
          onClick={onReset}
        >
          <Icon name="undo" />
        </button>
      ) : null}
      <button
        type="button"
        class="icon-button"
        data-action="edit-fact"
        aria-label={i18n.t('factCorrect')}
        title={i18n.t('factCorrect')}
        onClick={onEdit}
      >
        <Icon name="edit" />
      </button>
    </dd>
  );
}

function provenance({ from, sure, others }: Fact): string {
  const where: Readonly<Record<Fact['from'], () => string>> = {
    meta: () => i18n.t('fromMeta'),
    table: () => i18n.t('fromTable'),
    line: () => i18n.t('fromLine'),
    heading: () => i18n.t('fromHeading'),
    title: () => i18n.t('fromTitle'),
    body: () => i18n.t('fromBody'),
    reader: () => i18n.t('fromReader'),
  };
  const certainty = from === 'reader' ? '' : i18n.t('factSure', [String(Math.round(sure * 100))]);
  const also = others && others.length > 0 ? i18n.t('factOthers', [others.join('；')]) : '';
  return where[from]() + certainty + also;
}

interface FactFormProps {
  readonly value: string;
  readonly label: string;
  readonly onSave: (value: string) => void;
  readonly onCancel: () => void;
}

function FactForm({ value, label, onSave, onCancel }: FactFormProps) {
  const [text, setText] = useState(value);
  return (
    <form
      class="fact-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      <input
        value={text}
        maxLength={500}
        aria-label={label}
        ref={(field) => field?.focus()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing) onCancel();
        }}
      />
      <button type="submit" class="primary" data-action="save-fact">
        {i18n.t('save')}
      </button>
      <button type="button" data-action="cancel-fact" onClick={onCancel}>
        {i18n.t('cancel')}
      </button>
    </form>
  );
}
