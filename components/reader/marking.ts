/** What the reader does with a selection and with highlights: mark, copy, recolour, delete. */
import { i18n } from '#i18n';
import type { AnnotationView } from '../../core/annotation/annotation';
import type { Colour } from '../../core/annotation/colour';
import { LONGEST_QUOTE } from '../../core/annotation/longest-quote';
import { describe } from '../../core/annotation/selector';
import { quoteWithCitation } from '../../core/exchange/citation';
import type { Saved } from '../../core/messages';
import { selectedRange } from '../bar/selected-range';
import { askBackground } from '../bridge/ask-background';
import { copyText } from '../format/copy-text';
import { today } from '../format/date';
import type { Layer } from '../layer/layer';
import type { Announcer } from './announcer';
import { anchorOf, type Passage, wordsOf } from './passage';
import type { Reader } from './reader';

export class Marking {
  private readonly reader: Reader;
  private readonly layer: Layer;
  private readonly announcer: Announcer;
  selected: Passage | null = null;
  private saving = false;

  constructor(reader: Reader, layer: Layer, announcer: Announcer) {
    this.reader = reader;
    this.layer = layer;
    this.announcer = announcer;
  }

  /** The selection has changed: shows or hides the bar. */
  followSelection(): void {
    if (this.layer.current().editor) return;
    const { session } = this.reader;
    const range = session && selectedRange(session.map, session.article.root);
    this.selected = session && range && { session, ...range };
    if (this.selected)
      this.layer.update({ bar: { anchor: anchorOf(this.selected), focus: false }, note: null, term: null });
    else if (this.layer.current().bar) this.layer.update({ bar: null });
  }

  focusBar(): void {
    // Fingers are faster than the rest that a selection is given: what counts is what is selected now.
    this.followSelection();
    const { bar } = this.layer.current();
    if (bar) this.layer.update({ bar: { ...bar, focus: true } });
  }

  closeBar(): void {
    document.getSelection()?.removeAllRanges();
    this.selected = null;
    this.layer.update({ bar: null });
  }

  async highlight(colour: Colour): Promise<void> {
    if (!this.selected) return;
    const saved = await this.create(this.selected, colour, '');
    if (saved) this.announcer.done(i18n.t('savedHighlight'), saved.operationId);
  }

  /** @returns null when it was not saved; the reader has been told why */
  async create(passage: Passage, colour: Colour, body: string): Promise<Saved | null> {
    const { session, start, end } = passage;
    if (end - start > LONGEST_QUOTE) {
      this.announcer.problem(i18n.t('problemTooLong'));
      return null;
    }
    // A hand that presses twice means once.
    if (this.saving) return null;
    const target = describe(session.text, start, end);
    const made = { document: session.document(), target, colour, body };
    this.saving = true;
    const reply = await askBackground('annotation.create', made);
    this.saving = false;
    if (!this.announcer.accepts(reply)) return null;
    this.closeBar();
    await this.reader.saved(reply.value.annotation);
    return reply.value;
  }

  async copy(): Promise<void> {
    if (!this.selected) return;
    const { facts } = this.selected.session;
    const cited = { facts, address: location.href.replace(/#.*$/, ''), accessed: today() };
    const copied = await copyText(quoteWithCitation(wordsOf(this.selected), cited), this.layer.fieldHome);
    if (copied) this.announcer.done(i18n.t('copied'));
    else this.announcer.problem(i18n.t('problemCopy'));
  }

  showNote(annotation: AnnotationView, passage: Passage): void {
    this.layer.update({ note: { anchor: anchorOf(passage), annotation }, term: null, bar: null });
  }

  async recolour({ id }: AnnotationView, colour: Colour): Promise<void> {
    const reply = await askBackground('annotation.update', { id, colour });
    if (!this.announcer.accepts(reply)) return;
    await this.reader.saved(reply.value.annotation);
    const { note } = this.layer.current();
    if (note) this.layer.update({ note: { ...note, annotation: reply.value.annotation } });
  }

  async remove({ id, documentId }: AnnotationView): Promise<void> {
    const reply = await askBackground('annotation.delete', { id });
    if (!this.announcer.accepts(reply)) return;
    this.layer.update({ note: null });
    await this.reader.refreshAnnotations(documentId);
    this.announcer.done(i18n.t('deletedHighlight'), reply.value.operationId);
  }

  async openPanel(edit?: string): Promise<void> {
    this.announcer.accepts(await askBackground('panel.open', edit === undefined ? {} : { edit }));
  }
}
