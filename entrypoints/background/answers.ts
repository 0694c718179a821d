/** One answer for each request; the map's type makes forgetting one a compile error. */
import { browser } from 'wxt/browser';
import type { Sender } from '../../components/bridge/answer';
import { isOwnPage } from '../../components/bridge/answer';
import { askPage } from '../../components/bridge/ask-page';
import { normaliseAddress } from '../../core/document/address';
import { type Claim, claimsOf } from '../../core/document/claims';
import type {
  BACKGROUND_REQUESTS,
  BackgroundInput,
  BackgroundReplies,
  BackgroundRequest,
  FailureReason,
  Parsed,
  Reply,
} from '../../core/messages';
import {
  createAnnotation,
  deleteAnnotation,
  listAnnotations,
  updateAnnotation,
  viewOf,
} from '../../storage/annotations';
import { correctedFacts, correctFact } from '../../storage/corrections';
import { addClaims, findDocument, isClaimedBy } from '../../storage/documents';
import { isNewerDatabase, NewerDatabaseError } from '../../storage/open';
import { documentOf, undoOperation } from '../../storage/operations';
import type { YanduDatabase } from '../../storage/schema';
import type { Glossary } from './glossary';
import { injectReader, readTab } from './inject';
import { openPanel } from './panel';
import { enableSite } from './sites';

interface Asked<K extends BackgroundRequest> {
  readonly db: YanduDatabase;
  readonly glossary: Glossary;
  readonly input: BackgroundInput<K>;
  readonly sender: Sender;
}

type Answers = { [K in BackgroundRequest]: (asked: Asked<K>) => Promise<Reply<BackgroundReplies[K]>> };

const done = { ok: true, value: null } as const;
const fail = (reason: FailureReason) => ({ ok: false, reason }) as const;

const ANSWERS: Answers = {
  'page.candidate': async ({ sender }) => ((await injectReader(sender)) ? done : fail('not-found')),
  'page.read-tab': async ({ input }) => ((await readTab(input.tabId)) ? done : fail('not-found')),
  'page.changed': async () => done,

  'article.opened': async ({ db, input, sender }) => {
    const claims = await claimsFor(input, sender);
    const document = await findDocument(db, claims);
    if (!document) return { ok: true, value: { documentId: null, annotations: [], corrected: {} } };
    if (!(await isNewerDatabase(db)))
      await db.transaction('rw', db.claims, () => addClaims(db, document.id, claims, Date.now()));
    const annotations = await listAnnotations(db, document.id);
    const corrected = correctedFacts(document.facts);
    return { ok: true, value: { documentId: document.id, annotations: annotations.map(viewOf), corrected } };
  },

  'terms.match': async ({ glossary, input }) => ({ ok: true, value: await glossary.match(input.text) }),
  'terms.explain': async ({ glossary, input }) => ({ ok: true, value: await glossary.explain(input.conceptId) }),

  'annotation.create': async ({ db, input, sender }) => {
    const address = addressOf(sender);
    const { facts, text } = input.document;
    const document = { facts, text, claims: await claimsFor(input.document, sender), address };
    const { annotation, operationId } = await createAnnotation(db, { ...input, document }, Date.now());
    await tellPages(annotation.documentId);
    return { ok: true, value: { annotation: viewOf(annotation), operationId } };
  },

  'annotation.update': async ({ db, input, sender }) => {
    if (!(await mayChange(db, input.id, sender))) return fail('not-found');
    const { id, ...changes } = input;
    const written = await updateAnnotation(db, id, changes, Date.now());
    if (!written) return fail('not-found');
    await tellPages(written.annotation.documentId);
    return { ok: true, value: { annotation: viewOf(written.annotation), operationId: written.operationId } };
  },

  'annotation.delete': async ({ db, input, sender }) => {
    if (!(await mayChange(db, input.id, sender))) return fail('not-found');
    const operationId = await deleteAnnotation(db, input.id, Date.now());
    const row = await db.annotations.get(input.id);
    if (!operationId || !row) return fail('not-found');
    await tellPages(row.documentId);
    return { ok: true, value: { operationId } };
  },

  'operation.undo': async ({ db, input, sender }) => {
    const operation = await db.operations.get(input.operationId);
    const documentId = operation && (await documentOf(db, operation));
    if (!documentId || !(await mayTouch(db, documentId, sender))) return fail('not-found');
    if (!(await undoOperation(db, input.operationId, Date.now()))) return fail('not-found');
    await tellPages(documentId);
    return done;
  },

  'document.correct': async ({ db, input, sender }) => {
    const address = addressOf(sender);
    const { facts, text } = input.document;
    const document = { facts, text, claims: await claimsFor(input.document, sender), address };
    const { documentId, operationId } = await correctFact(db, { ...input, document }, Date.now());
    await tellPages(documentId);
    return { ok: true, value: { operationId } };
  },

  'site.enable': async ({ input }) => ((await enableSite(input.host)) ? done : fail('not-found')),

  'panel.open': async ({ input, sender }) => ({ ok: true, value: { where: await openPanel(sender, input.edit) } }),
};

export async function answer(
  db: YanduDatabase,
  glossary: Glossary,
  request: Parsed<typeof BACKGROUND_REQUESTS>,
  sender: Sender,
): Promise<Reply<unknown>> {
  // `Parsed` pairs each type with its own payload; the compiler cannot follow that pairing through the lookup.
  const act = ANSWERS[request.type] as (asked: Asked<BackgroundRequest>) => Promise<Reply<unknown>>;
  try {
    return await act({ db, glossary, input: request.payload, sender });
  } catch (error) {
    console.error('Yandu:', request.type, error);
    return fail(reasonOf(error));
  }
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof NewerDatabaseError) return 'newer-database';
  const named = error instanceof Error ? `${error.name} ${error.message}` : '';
  return /QuotaExceeded/.test(named) ? 'storage-full' : 'storage-failed';
}

/** A page's own word for its address is not taken: the browser says where the message comes from. */
function addressOf(sender: Sender): string {
  return sender.url?.replace(/#.*$/, '') ?? '';
}

/** What a page's document is known by: its number, its text, its address, and those of its other pages on the same site. */
async function claimsFor(
  { facts, text, addresses = [] }: BackgroundInput<'article.opened'>,
  sender: Sender,
): Promise<Claim[]> {
  const address = addressOf(sender);
  const own = await claimsOf({ facts, text, address });
  const site = URL.canParse(address) ? new URL(address).host : null;
  const others = addresses.flatMap((other) => {
    const value = URL.canParse(other) && new URL(other).host === site ? normaliseAddress(other) : null;
    return value === null ? [] : [{ kind: 'address' as const, value }];
  });
  return [...own, ...others.filter(({ value }) => !own.some((claim) => claim.value === value))];
}

async function mayChange(db: YanduDatabase, annotationId: string, sender: Sender): Promise<boolean> {
  const annotation = await db.annotations.get(annotationId);
  return annotation !== undefined && mayTouch(db, annotation.documentId, sender);
}

/** Our own pages may change everything; a script in a page only what belongs to its page's document. */
async function mayTouch(db: YanduDatabase, documentId: string, sender: Sender): Promise<boolean> {
  if (isOwnPage(sender)) return true;
  const address = normaliseAddress(addressOf(sender));
  return address !== null && isClaimedBy(db, documentId, address);
}

/** Every open page of the document repaints; pages that are none of ours do not answer. */
async function tellPages(documentId: string): Promise<void> {
  const tabs = await browser.tabs.query({});
  for (const { id } of tabs) if (id !== undefined) void askPage(id, 'page.annotations-changed', { documentId });
}
