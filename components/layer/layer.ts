/** Our one element on the page: a host with a closed shadow root, in which everything we show lives. */
import { h, render } from 'preact';
import controls from '../../assets/styles/controls.css?inline';
import tokens from '../../assets/styles/tokens.css?inline';
import layerStyles from './layer.css?inline';
import { EMPTY_LAYER, type LayerIntents, type LayerState } from './layer-state';
import { LayerView } from './layer-view';
import { adoptSheets } from './style-sheets';

const HOST_TAG = 'yandu-layer';

export class Layer {
  readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private readonly container: HTMLElement;
  private state: LayerState = EMPTY_LAYER;
  private field: HTMLTextAreaElement | null = null;
  private readonly intents: LayerIntents;

  constructor(intents: LayerIntents, signal: AbortSignal) {
    this.intents = intents;
    // Made where no page defines elements: one who had defined this name would be handed our root with the element.
    this.host = new DOMParser().parseFromString('', 'text/html').createElement(HOST_TAG);
    this.root = this.host.attachShadow({ mode: 'closed' });
    document.adoptNode(this.host);
    adoptSheets(this.root, [tokens, controls, layerStyles], this.root);
    this.container = document.createElement('div');
    this.container.lang = document.documentElement.lang || 'zh-CN';
    this.root.append(this.container);
    this.attach();
    signal.addEventListener('abort', () => this.remove(), { once: true });
  }

  /** Puts the host back where it belongs; pages that replace their whole body take it away. */
  attach(): void {
    if (!this.host.isConnected) document.documentElement.append(this.host);
  }

  setTheme(theme: 'light' | 'dark'): void {
    this.host.dataset.theme = theme;
  }

  current(): LayerState {
    return this.state;
  }

  update(changes: Partial<LayerState>): void {
    this.state = { ...this.state, ...changes };
    this.attach();
    render(
      h(LayerView, {
        state: this.state,
        intents: this.intents,
        onField: this.keepField,
      }),
      this.container,
    );
  }

  private readonly keepField = (field: HTMLTextAreaElement | null): void => {
    this.field = field;
  };

  /** Text being typed, or null when no editor is open. */
  typedText(): string | null {
    return this.field?.value ?? null;
  }

  /** Where a field may stand that must stay out of the page's sight. */
  get fieldHome(): HTMLElement {
    return this.container;
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** Moves the focus along the buttons around the focused one. */
  stepFocus(step: 1 | -1): void {
    const group = this.focused?.closest('.bar, .note-tools');
    const buttons = [...(group?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => Object.is(button, this.focused));
    if (at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  private remove(): void {
    render(null, this.container);
    this.host.remove();
  }
}
