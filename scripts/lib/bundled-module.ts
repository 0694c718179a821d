/** Modules of the project bundled in memory, so that they can be run where the extension's own code runs: in a page. */
import { resolve } from 'node:path';
import { build } from 'vite';
import type { ScriptWorld } from '../../tests/browser/driver/engine';
import { DrivenPage } from '../../tests/browser/driver/page';
import type { Page } from '../../tests/browser/driver/types';
import { ROOT } from './paths.mjs';

/** Source text of a function that gives the exports of a module. */
export type BundledModule = string & { readonly bundled: true };

/** @param entry path from the project's root */
export async function bundleModule(entry: string): Promise<BundledModule> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    tsconfig: resolve(ROOT, 'scripts/lib/typescript-child.json'),
    build: {
      write: false,
      minify: false,
      target: ['chrome109', 'firefox140'],
      lib: { entry: resolve(ROOT, entry), formats: ['iife'], name: 'bundled' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output.find((part) => part.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no bundle`);
  return `() => { ${chunk.code}\nreturn bundled; }` as BundledModule;
}

/** Calls a function that the module exports; arguments and result are what JSON can carry. */
export async function callInPage<R>(
  page: Page,
  world: ScriptWorld,
  module: BundledModule,
  name: string,
  ...args: unknown[]
): Promise<R> {
  if (!(page instanceof DrivenPage)) throw new Error('not a page of the driver');
  return (await page.engine.run(world, `(...args) => (${module})().${name}(...args)`, args)) as R;
}
