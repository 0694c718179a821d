/** axe-core, run in a document of either browser. */
import axe from 'axe-core';
import type { Page, PageFunction } from '../driver/types';

export interface Violation {
  rule: string;
  impact: string;
  places: string[];
}

/** Made from text, so that the whole of axe travels as one function into pages whose policy lets in no script. */
const runAxe = new Function(
  'scope',
  `${axe.source};
   return axe.run(scope ?? document, { resultTypes: ['violations'] }).then(({ violations }) =>
     violations.map(({ id, impact, nodes }) => ({
       rule: id,
       impact: String(impact),
       places: nodes.map(({ target, html, failureSummary }) =>
         [target.flat().join(' '), html.slice(0, 160), failureSummary.slice(0, 300)].join(' — ')),
     })));`,
) as PageFunction<[scope: string | null], Violation[]>;

/** @param scope selector of the part to look at; by default the whole document */
export async function violationsIn(page: Page, scope: string | null = null): Promise<Violation[]> {
  // A colour on its way from one theme to the other is neither.
  await page.waitFor(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  return page.eval(runAxe, scope);
}
