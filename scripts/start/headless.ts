/**
 * `npm start` where nobody can look: the main job, done by the tests' driver, leaves two pictures and the exported
 * note. They are the only thing on stdout.
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { open } from '../../tests/browser/driver/session';
import type { Page, Session } from '../../tests/browser/driver/types';
import { html, startWorld } from '../../tests/browser/driver/world';
import { ARTICLE_HOST, ARTICLE_URL, type Job, readArticle, say } from './job';

const RESULTS = resolve('.cache/start');
/** Terms of the sample article; the first is the one that the picture is best with. */
const TERMS = ['三区', '脱贫攻坚', '乡村振兴', '高质量发展'];
const PASSAGE = { from: '绘制好未来发展蓝图', to: '谋篇布局' };
const LIMIT_MS = 180_000;

export async function main([json = '']: string[]): Promise<number> {
  const job: Job = JSON.parse(json);
  // Leaving is enough: what still runs is ended as this process exits (driver/leftovers.ts).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
  const tooLong = setTimeout(() => {
    say(`It took more than ${LIMIT_MS / 1000} s: stopped.`);
    process.exit(1);
  }, LIMIT_MS);

  const world = await startWorld({ [ARTICLE_HOST]: () => html(readArticle().toString()) }, { secure: false });
  try {
    await rm(RESULTS, { recursive: true, force: true });
    await mkdir(RESULTS, { recursive: true });
    say(`Opening ${job.path} without a window …`);
    const session = await open(job.family === 'firefox' ? 'firefox' : 'chrome', {
      proxyPort: world.port,
      extension: job.extension,
      executable: job.path,
    });
    try {
      for (const path of await readAndExport(session)) process.stdout.write(`${path}\n`);
      return 0;
    } finally {
      await session.close();
    }
  } catch (error) {
    say(`\nThe article was not read through: ${error instanceof Error ? error.message : error}`);
    say('If the extension is changed, `npm test` says more; a fresh clone that fails is a bug worth reporting.');
    return 1;
  } finally {
    clearTimeout(tooLong);
    await world.close();
  }
}

/** @returns the absolute paths of two pictures and the note */
async function readAndExport(session: Session): Promise<string[]> {
  const [article, panel, note] = ['article.png', 'panel.png', 'note.md'].map((name) => resolve(RESULTS, name));
  if (!article || !panel || !note) throw new Error('unreachable');

  say(`Opening ${ARTICLE_URL} …`);
  const page = await session.newPage(ARTICLE_URL);
  say('Pointing at a term …');
  await openCard(page);
  await page.screenshot(article);

  say('Selecting and highlighting a passage …');
  await page.press('Escape');
  await page.selectText(PASSAGE.from, PASSAGE.to);
  await page.shadow('.bar button[data-action=highlight-1]').click();

  say('Looking at it in the side panel, exporting the note …');
  const side = await session.sidePanel();
  await side.waitFor(() => document.querySelector('li[data-annotation-id]') !== null);
  await side.screenshot(panel);
  await side.click('button[data-action=export]');
  await copyFile(await session.download('.md'), note);
  return [article, panel, note];
}

/** The page's own scripts may see that there are highlights, and so may we: nothing else tells that it is ready. */
async function openCard(page: Page): Promise<void> {
  await page.waitFor(() => (CSS.highlights.get('yd0')?.size ?? 0) > 0);
  for (const term of TERMS) {
    const { x, y, width, height } = await page.textBox(term);
    await page.pointer.move(x + width / 2, y + height / 2);
    const opened = await page
      .shadow('.card')
      .shown({ patience: 4000 })
      .then(
        () => true,
        () => false,
      );
    if (opened) return;
  }
  throw new Error(`no card opened on any of ${TERMS.join(', ')}`);
}
