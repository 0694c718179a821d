/** What was acknowledged is there again: after a crash of the browser, and without any network. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from './driver/leftovers';
import { open } from './driver/session';
import type { Session } from './driver/types';
import { html, startWorld, type World } from './driver/world';
import {
  ARTICLE,
  BROWSERS,
  cardTerm,
  eventually,
  highlight,
  listedIn,
  paintedWords,
  pointAt,
  read,
  samplePage,
  select,
  startSite,
} from './support/site';

const QUOTE = '以高质量项目引领高质量发展';

describe.each(BROWSERS)('durability in %s', (name) => {
  const profile = temporaryFolder(`durability-${name}`);
  let world: World;
  let session: Session | null = null;

  const start = async (port: number) => {
    session = await open(name, { proxyPort: port, profile });
    const page = await session.newPage();
    await page.setViewport(1280, 900);
    await read(page, ARTICLE);
    return { session, page };
  };

  beforeAll(async () => {
    world = await startSite();
  });

  afterEach(async () => {
    await session?.close();
    session = null;
  });

  afterAll(async () => {
    await world.close();
    removeFolder(profile);
  });

  it('keeps a highlight and a note through a SIGKILL right after they were acknowledged', async () => {
    const { session: before, page } = await start(world.port);
    await highlight(page, 2, '科学规划建管并重');
    await select(page, QUOTE);
    await page.shadow('.bar button[data-action=note]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.type('断电也在');
    await page.press('Control+Enter');
    // The toast is the acknowledgement: nothing is waited for between it and the kill.
    await eventually(() => page.shadow('.toast').text()).toContain('笔记已保存');
    await before.kill();
    session = null;

    const { session: after, page: again } = await start(world.port);
    await again.textBox(QUOTE);
    await eventually(() => paintedWords(again, 1)).toEqual([QUOTE]);
    const panel = await after.sidePanel();
    await eventually(() => listedIn(panel)).toMatchObject([
      { quote: QUOTE, note: '断电也在' },
      { quote: '科学规划建管并重', note: '', colour: '时限' },
    ]);
    // And the database still takes writes.
    await highlight(again, 4, '因地制宜精准施策');
    await eventually(async () => (await listedIn(panel)).length).toBe(3);
  });

  it('reads, explains and lists at the next start where only the page itself can be reached', async () => {
    const hosts = { 'www.hanyin.gov.cn': () => html(samplePage('county-article.html')) };
    const lonely = await startWorld(hosts, { secure: false });
    try {
      const { session: again, page } = await start(lonely.port);
      await pointAt(page, '多规');
      expect(await cardTerm(page)).toBe('多规合一');
      const panel = await again.sidePanel();
      await eventually(async () => (await listedIn(panel)).length).toBe(3);
      expect(lonely.strays()).toEqual([]);
    } finally {
      await lonely.close();
    }
  });
});
