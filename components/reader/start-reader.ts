/** Wires the reader of one page together. */
import type { PageInput, PageReplies } from '../../core/messages';
import { onRulesChanged } from '../../storage/rules';
import { askBackground } from '../bridge/ask-background';
import { Layer } from '../layer/layer';
import { EMPTY_LAYER, type LayerIntents } from '../layer/layer-state';
import { adoptHighlightSheet } from '../marks/highlight-sheet';
import { themeBehind } from '../marks/page-theme';
import { Painter } from '../marks/painter';
import { scrollToOffset } from '../marks/point';
import type { PageWorld } from '../page-world/page-world';
import { Announcer } from './announcer';
import { listenToReader } from './input';
import { Marking } from './marking';
import { NoteWriting } from './note-writing';
import { PageWatch } from './page-watch';
import { Reader } from './reader';
import { TermCards } from './term-cards';

export function startReader(world: PageWorld, signal: AbortSignal): void {
  const painter = new Painter(signal);
  let dressed = false;
  const reader: Reader = new Reader(
    painter,
    {
      onArticle: (session) => {
        cards.setSession(session);
        layer.setTheme(themeBehind(session.article.root));
        layer.attach();
        // A page that writes itself anew by document.open() takes all listeners off the window.
        if (world.shield.renew()) listen();
        if (!dressed) adoptHighlightSheet(layer.host, signal);
        dressed = true;
      },
      onCleared: () => layer.update(EMPTY_LAYER),
    },
    signal,
  );
  const intents: LayerIntents = {
    closeTerm: () => cards.close(),
    pinTerm: () => cards.pin(),
    stepTerm: (step) => cards.step(step),
    pointerOverCard: (over) => cards.hover.pointerOverCard(over),
    highlight: (colour) => void marking.highlight(colour),
    writeNote: () => void writing.write(),
    copy: () => void marking.copy(),
    openPanel: () => void marking.openPanel(),
    closeBar: () => marking.closeBar(),
    saveNote: (body) => void writing.save(body),
    cancelNote: (body) => writing.cancel(body),
    editNote: (annotation) => void writing.edit(annotation),
    recolour: (annotation, colour) => void marking.recolour(annotation, colour),
    remove: (annotation) => void marking.remove(annotation),
    closeNote: () => layer.update({ note: null }),
    dismissToast: () => layer.update({ toast: null }),
  };
  const layer: Layer = new Layer(intents, signal);
  const cards: TermCards = new TermCards(layer);
  const announcer = new Announcer(layer, reader);
  const marking: Marking = new Marking(reader, layer, announcer);
  const writing = new NoteWriting({ reader, layer, marking, announcer, shield: world.shield });
  const listen = () => listenToReader({ reader, layer, cards, marking, writing, shield: world.shield }, signal);
  listen();

  world.respond = async (request) => {
    switch (request.type) {
      case 'page.state':
        return reader.state();
      case 'page.read':
        await reader.read(true);
        return null;
      case 'page.text':
        return reader.session && { text: reader.session.text };
      case 'page.annotations-changed':
        await reader.refreshAnnotations(request.payload.documentId);
        return null;
      case 'page.correct':
        return correct(reader, request.payload);
      case 'page.load-all':
        return { loaded: await reader.loadAll() };
      case 'page.reveal':
        return { shown: reveal(reader, painter, request.payload.annotationId) };
    }
  };
  onRulesChanged(() => void reader.read(false), signal);
  new PageWatch(
    {
      root: () => reader.session?.article.root ?? null,
      isOurs: (node) => node === layer.host,
      reread: () => void reader.read(),
    },
    signal,
  );
  void reader.read();
}

async function correct(
  { session }: Reader,
  { name, value }: PageInput<'page.correct'>,
): Promise<PageReplies['page.correct']> {
  if (!session) return { ok: false, reason: 'not-found' };
  return askBackground('document.correct', { document: session.document(), name, value });
}

function reveal({ session }: Reader, painter: Painter, annotationId: string): boolean {
  const anchoring = session?.placedById(annotationId)?.anchoring;
  if (!session || !anchoring || anchoring.state === 'gone') return false;
  const elsewhere = session.pageOf(anchoring.start);
  if (elsewhere) {
    location.assign(elsewhere);
    return true;
  }
  scrollToOffset(session.map, anchoring.start);
  painter.flash(anchoring.start, anchoring.end);
  return true;
}
