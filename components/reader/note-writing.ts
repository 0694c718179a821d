/** Writing a note on the page: on a new passage or on a saved highlight. */
import { i18n } from '#i18n';
import type { AnnotationView } from '../../core/annotation/annotation';
import type { Colour } from '../../core/annotation/colour';
import { askBackground } from '../bridge/ask-background';
import type { Layer } from '../layer/layer';
import type { Shield } from '../shield/shield';
import type { Announcer } from './announcer';
import type { Marking } from './marking';
import { anchorOf, type Passage, wordsOf } from './passage';
import type { Reader } from './reader';

/** What the open editor writes to: a passage that is not saved yet, or a saved annotation. */
type Edited = { readonly passage: Passage } | { readonly annotation: AnnotationView };

const FIRST_COLOUR: Colour = 1;

interface Parts {
  readonly reader: Reader;
  readonly layer: Layer;
  readonly marking: Marking;
  readonly announcer: Announcer;
  readonly shield: Shield;
}

export class NoteWriting {
  private readonly parts: Parts;
  private edited: Edited | null = null;
  private discardArmed = false;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Opens the editor on the selection; where typing here would not be private, the panel takes the note. */
  async write(): Promise<void> {
    const { marking, shield } = this.parts;
    const passage = marking.selected;
    if (!passage) return;
    if (shield.isWhole()) {
      this.open({ passage }, passage, '', FIRST_COLOUR);
      return;
    }
    const saved = await marking.create(passage, FIRST_COLOUR, '');
    if (saved) await marking.openPanel(saved.annotation.id);
  }

  async edit(annotation: AnnotationView): Promise<void> {
    const { reader, marking, shield } = this.parts;
    const { session } = reader;
    const anchoring = session?.placedById(annotation.id)?.anchoring;
    if (!session || !anchoring || anchoring.state === 'gone' || !shield.isWhole())
      await marking.openPanel(annotation.id);
    else this.open({ annotation }, { session, ...anchoring }, annotation.body, annotation.colour);
  }

  private open(edited: Edited, passage: Passage, body: string, colour: Colour): void {
    const { layer, reader } = this.parts;
    this.edited = edited;
    this.discardArmed = false;
    // The focus leaves the selection, so the passage is marked while it is written about.
    void reader.repaint({ start: passage.start, end: passage.end, layer: colour });
    const editor = { anchor: anchorOf(passage), quote: wordsOf(passage), body, colour };
    layer.update({ bar: null, note: null, term: null, editor });
    // A selection without the focus is grey, over the mark that stands in for it.
    document.getSelection()?.removeAllRanges();
  }

  async save(body: string): Promise<void> {
    const saved = await this.saveEdited(body);
    if (!saved) return;
    this.edited = null;
    this.parts.layer.update({ editor: null });
    this.parts.announcer.done(i18n.t('savedNote'), saved);
  }

  /** @returns the operation, or null when nothing was saved; the text stays in the editor then */
  private async saveEdited(body: string): Promise<string | null> {
    const { edited, parts } = this;
    if (!edited) return null;
    if ('passage' in edited)
      return (await parts.marking.create(edited.passage, FIRST_COLOUR, body))?.operationId ?? null;
    const reply = await askBackground('annotation.update', { id: edited.annotation.id, body });
    if (!parts.announcer.accepts(reply)) return null;
    await parts.reader.saved(reply.value.annotation);
    return reply.value.operationId;
  }

  /** Typed words are not thrown away at the first Escape. */
  cancel(body: string): void {
    const { layer, reader, announcer } = this.parts;
    const before = layer.current().editor?.body ?? '';
    if (body !== before && !this.discardArmed) {
      this.discardArmed = true;
      announcer.problem(i18n.t('discardNote'));
      return;
    }
    this.edited = null;
    layer.update({ editor: null, toast: null });
    void reader.repaint();
  }
}
