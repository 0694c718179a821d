/** Says what happened, and takes it back. */
import { i18n } from '#i18n';
import type { Reply } from '../../core/messages';
import { askBackground } from '../bridge/ask-background';
import { problemText } from '../format/problem';
import type { Layer } from '../layer/layer';
import type { ToastState } from '../layer/layer-state';
import type { Reader } from './reader';

/** Time to read the line and reach for 撤销. */
const TOAST_MS = 10_000;

export class Announcer {
  private readonly layer: Layer;
  private readonly reader: Reader;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(layer: Layer, reader: Reader) {
    this.layer = layer;
    this.reader = reader;
  }

  /** @param operationId what 撤销 takes back */
  done(message: string, operationId?: string): void {
    const undo = operationId === undefined ? {} : { undo: () => void this.undo(operationId) };
    this.show({ message, tone: 'done', ...undo });
  }

  problem(message: string): void {
    this.show({ message, tone: 'problem' });
  }

  /** Passes a good reply on; says what went wrong with a bad one. */
  accepts<T>(reply: Reply<T>): reply is { ok: true; value: T } {
    if (!reply.ok) this.problem(problemText(reply.reason));
    return reply.ok;
  }

  private async undo(operationId: string): Promise<void> {
    if (this.accepts(await askBackground('operation.undo', { operationId }))) this.done(i18n.t('undone'));
    const documentId = this.reader.session?.documentId;
    if (documentId) await this.reader.refreshAnnotations(documentId);
  }

  private show(toast: ToastState): void {
    clearTimeout(this.timer);
    this.layer.update({ toast });
    this.timer = setTimeout(() => this.layer.update({ toast: null }), TOAST_MS);
  }
}
