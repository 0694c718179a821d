/** One sense of a term. Parts come before prose: numeric abbreviations are what readers look up first. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Sense } from '../../core/glossary/pack';
import { formatDate } from '../format/date';
import { Icon } from '../icon/icon';

interface SenseBodyProps {
  readonly sense: Sense;
  /** Among several possible senses: without the lines that help nobody choose. */
  readonly brief?: boolean;
}

export function SenseBody({ sense, brief = false }: SenseBodyProps) {
  const { definition, parts, origin, basis, validity, regions, note, translation } = sense;
  return (
    <>
      <p class="definition">{definition}</p>
      {parts && parts.length > 0 ? (
        <ol class="parts">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ol>
      ) : null}
      <dl class="facts">
        {origin ? <Row name={i18n.t('origin')}>{originText(sense)}</Row> : null}
        {basis?.map(({ title, number, date }) => (
          <Row key={title} name={i18n.t('basis')}>
            《{title.replace(/^《|》$/g, '')}》{number ? `（${number}）` : ''}
            {date ? <span class="date"> {formatDate(date)}</span> : null}
          </Row>
        ))}
        {validity ? (
          <Row name={i18n.t('validity')}>
            {[validityText(validity), validity.note].filter(Boolean).join(i18n.t('listSeparator'))}
          </Row>
        ) : null}
        {regions && regions.length > 0 ? (
          <Row name={i18n.t('region')}>{i18n.t('localTerm', [regions.join('、')])}</Row>
        ) : null}
        {!brief && note ? <Row name={i18n.t('remark')}>{note}</Row> : null}
        {!brief && translation ? <Row name={i18n.t('english')}>{translation.en}</Row> : null}
      </dl>
      {brief ? null : <Confidence sense={sense} />}
    </>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The document of origin is not told twice when it is the basis, too. */
function originText({ origin, basis }: Sense): string {
  const told = basis?.some(({ title }) => bare(title).includes(bare(origin?.occasion ?? title))) ?? false;
  const when = origin?.date ? formatDate(origin.date) : '';
  const published = origin?.published ? i18n.t('publishedOn', [formatDate(origin.published)]) : '';
  return [origin?.body, told ? '' : origin?.occasion, when, published].filter(Boolean).join(i18n.t('listSeparator'));
}

function bare(title: string): string {
  return title.replace(/[\s《》、]/g, '');
}

function validityText({ state, from, until, by }: NonNullable<Sense['validity']>): string {
  const words = {
    'in-force': i18n.t('validityInForce'),
    ended: i18n.t('validityEnded'),
    superseded: i18n.t('validitySuperseded'),
    evolved: i18n.t('validityEvolved'),
    renamed: i18n.t('validityRenamed'),
  }[state];
  const span = [from, until].filter(Boolean).map((date) => formatDate(date ?? ''));
  const successor = by ? ` → ${by}` : '';
  return `${words}${successor}${span.length > 0 ? `（${span.join('—')}）` : ''}`;
}

function Confidence({ sense }: { readonly sense: Sense }) {
  const verified = sense.confidence === 'verified';
  return (
    <p class={verified ? 'confidence verified' : 'confidence'}>
      <Icon name={verified ? 'check' : 'info'} />
      {verified ? i18n.t('confidenceVerified') : i18n.t('confidenceProbable')}
      {sense.unverified?.includes('origin.date') ? i18n.t('dateUnverified') : ''}
    </p>
  );
}
