/** What the reader does to the text: highlight, note, recolour, delete, copy; each with its undo. */
import { i18n } from '#i18n';
import type { AnnotationView, Colour } from '../../core/annotation/annotation';
import { LONGEST_QUOTE } from '../../core/annotation/annotation';
import { describe } from '../../core/annotation/selector';
import { quoteWithCitation } from '../../core/exchange/citation';
import type { BackgroundReplies, Reply } from '../../core/messages';
import { selectedRange } from '../bar/selected-range';
import { askBackground } from '../bridge/ask-background';
import { copyText } from '../format/copy-text';
import { today } from '../format/date';
import { problemText } from '../format/problem';
import type { Layer } from '../layer/layer';
import type { Anchor } from '../layer/layer-state';
import { rectsOf } from '../marks/point';
import type { Shield } from '../shield/shield';
import type { Reader } from './reader';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What the open editor writes to: a passage that is not saved yet, or a saved annotation. */
type Edited = { readonly range: Range } | { readonly annotation: AnnotationView };

const TOAST_MS = 8000;
const FIRST_COLOUR: Colour = 1;

export class Marking {
  private readonly reader: Reader;
  private readonly layer: Layer;
  private readonly shield: Shield;
  private selected: Range | null = null;
  private edited: Edited | null = null;
  private discardArmed = false;
  private toastTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(reader: Reader, layer: Layer, shield: Shield) {
    this.reader = reader;
    this.layer = layer;
    this.shield = shield;
  }

  private anchorOf({ start, end }: Range): Anchor {
    const map = this.reader.session?.article.map;
    return { rects: () => (map ? rectsOf(map, start, end) : []) };
  }

  /** The selection has changed: shows or hides the bar. */
  followSelection(): void {
    const article = this.reader.session?.article;
    this.selected = article ? selectedRange(article.map, article.root) : null;
    if (this.layer.current().editor) return;
    if (this.selected)
      this.layer.update({ bar: { anchor: this.anchorOf(this.selected), focus: false }, note: null, term: null });
    else if (this.layer.current().bar) this.layer.update({ bar: null });
  }

  focusBar(): void {
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
    if (saved) this.announce(i18n.t('savedHighlight'), saved.operationId);
  }

  private async create(
    range: Range,
    colour: Colour,
    body: string,
  ): Promise<BackgroundReplies['annotation.create'] | null> {
    const { session } = this.reader;
    if (!session) return null;
    if (range.end - range.start > LONGEST_QUOTE) {
      this.complain(i18n.t('problemTooLong'));
      return null;
    }
    const reply = await askBackground('annotation.create', {
      document: { facts: session.article.facts, text: session.text },
      target: describe(session.text, range.start, range.end),
      colour,
      body,
    });
    if (!this.accepted(reply)) return null;
    this.closeBar();
    await this.reader.saved(reply.value.annotation);
    return reply.value;
  }

  private accepted<T>(reply: Reply<T>): reply is { ok: true; value: T } {
    if (!reply.ok) this.complain(problemText(reply.reason));
    return reply.ok;
  }

  /** Opens the editor on the selection; where typing here would not be private, the panel takes the note. */
  async writeNote(): Promise<void> {
    const range = this.selected;
    if (!range) return;
    if (this.shield.isWhole()) {
      this.openEditor({ range }, range, '', FIRST_COLOUR);
      return;
    }
    const saved = await this.create(range, FIRST_COLOUR, '');
    if (saved) await this.openPanel(saved.annotation.id);
  }

  async editNote(annotation: AnnotationView): Promise<void> {
    const anchoring = this.reader.session?.placedById(annotation.id)?.anchoring;
    if (!this.shield.isWhole() || !anchoring || anchoring.state === 'gone') await this.openPanel(annotation.id);
    else this.openEditor({ annotation }, anchoring, annotation.body, annotation.colour);
  }

  private openEditor(edited: Edited, range: Range, body: string, colour: Colour): void {
    const quote = this.reader.session?.text.slice(range.start, range.end) ?? '';
    this.edited = edited;
    this.discardArmed = false;
    this.layer.update({
      bar: null,
      note: null,
      term: null,
      editor: { anchor: this.anchorOf(range), quote, body, colour },
    });
  }

  async saveNote(body: string): Promise<void> {
    const { edited } = this;
    if (!edited) return;
    if ('range' in edited) {
      const saved = await this.create(edited.range, FIRST_COLOUR, body);
      if (saved) this.editorDone(i18n.t('savedNote'), saved.operationId);
    } else {
      const reply = await askBackground('annotation.update', { id: edited.annotation.id, body });
      if (!this.accepted(reply)) return;
      await this.reader.saved(reply.value.annotation);
      this.editorDone(i18n.t('savedNote'), reply.value.operationId);
    }
  }

  private editorDone(message: string, operationId: string): void {
    this.edited = null;
    this.layer.update({ editor: null });
    this.announce(message, operationId);
  }

  /** Typed words are not thrown away at the first Escape. */
  cancelNote(body: string): void {
    const before = this.layer.current().editor?.body ?? '';
    if (body !== before && !this.discardArmed) {
      this.discardArmed = true;
      this.complain(i18n.t('discardNote'));
      return;
    }
    this.edited = null;
    this.layer.update({ editor: null, toast: null });
  }

  async recolour({ id }: AnnotationView, colour: Colour): Promise<void> {
    const reply = await askBackground('annotation.update', { id, colour });
    if (!this.accepted(reply)) return;
    await this.reader.saved(reply.value.annotation);
    const { note } = this.layer.current();
    if (note) this.layer.update({ note: { ...note, annotation: reply.value.annotation } });
  }

  async remove({ id, documentId }: AnnotationView): Promise<void> {
    const reply = await askBackground('annotation.delete', { id });
    if (!this.accepted(reply)) return;
    this.layer.update({ note: null });
    await this.reader.refreshAnnotations(documentId);
    this.announce(i18n.t('deletedHighlight'), reply.value.operationId);
  }

  showNote(annotation: AnnotationView, range: Range): void {
    this.layer.update({ note: { anchor: this.anchorOf(range), annotation }, term: null, bar: null });
  }

  async copy(): Promise<void> {
    const { session } = this.reader;
    if (!session || !this.selected) return;
    const quote = session.text.slice(this.selected.start, this.selected.end);
    const cited = { facts: session.article.facts, address: location.href.replace(/#.*$/, ''), accessed: today() };
    const copied = await copyText(quoteWithCitation(quote, cited), this.layer.fieldHome);
    if (copied) this.announce(i18n.t('copied'));
    else this.complain(i18n.t('problemCopy'));
  }

  async openPanel(edit?: string): Promise<void> {
    this.accepted(await askBackground('panel.open', edit === undefined ? {} : { edit }));
  }

  private announce(message: string, operationId?: string): void {
    const undo = operationId === undefined ? {} : { undo: () => void this.undo(operationId) };
    this.toast({ message, tone: 'done', ...undo });
  }

  private async undo(operationId: string): Promise<void> {
    if (this.accepted(await askBackground('operation.undo', { operationId }))) this.announce(i18n.t('undone'));
    const { session } = this.reader;
    if (session?.documentId) await this.reader.refreshAnnotations(session.documentId);
  }

  private complain(message: string): void {
    this.toast({ message, tone: 'problem' });
  }

  private toast(toast: NonNullable<ReturnType<Layer['current']>['toast']>): void {
    clearTimeout(this.toastTimer);
    this.layer.update({ toast });
    this.toastTimer = setTimeout(() => this.layer.update({ toast: null }), TOAST_MS);
  }
}
