/**
 * The little that the driver uses of Firefox's own window and modules. Functions with these types run inside Firefox
 * (see FirefoxRemote.inBrowser); the code of Firefox is the only documentation.
 */
import type { Actions } from './webdriver-actions';

export interface RemoteBrowser extends HTMLElement {
  browsingContext: BrowsingContext | null;
  currentURI: { spec: string };
  reload(): void;
}

export interface BrowsingContext {
  prefersColorSchemeOverride: 'dark' | 'light' | 'none';
  currentWindowGlobal: WindowGlobal | null;
}

export interface WindowGlobal {
  isInitialDocument: boolean;
  getActor(name: 'MarionetteCommands'): MarionetteActor;
  drawSnapshot(rect: DOMRect | null, scale: number, background: string): Promise<ImageBitmap>;
}

/** Marionette's own hand in a content process: what it does for a tab, it does for any document. */
export interface MarionetteActor {
  executeScript(script: string, args: unknown[], options: { sandboxName: string | null }): Promise<unknown>;
  assertInViewPort(target: unknown): Promise<void>;
  dispatchEvent(name: string, details: unknown): Promise<unknown>;
  getClientRects(element: unknown): Promise<unknown>;
  getInViewCentrePoint(rect: unknown): Promise<unknown>;
}

export interface ActionsModule {
  actions: {
    State: new () => unknown;
    Chain: {
      fromJSON(
        state: unknown,
        actions: Actions,
        options: object,
      ): Promise<{ dispatch(state: unknown, options: object): Promise<void> }>;
    };
  };
}

export interface ExtensionParentModule {
  ExtensionParent: {
    apiManager: { global: { browserActionFor(extension: unknown): { triggerAction(window: Window): unknown } } };
  };
}

declare global {
  interface Window {
    gBrowser: { selectedBrowser: RemoteBrowser };
    SidebarController: { show(id: string): Promise<boolean>; hide(): void; isOpen: boolean; currentID: string };
  }
  interface Document {
    synchronouslyUpdateRemoteBrowserDimensions(includeInactive: boolean): void;
  }
  const ChromeUtils: { importESModule(url: string): unknown };
  const WebExtensionPolicy: { getByID(id: string): { extension: unknown } | null };
}
