/** Pages that are no article, that break scripts, that are huge or never stand still: usable, and marked right or told why not. */
import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open } from './driver/session';
import type { Page, Session } from './driver/types';
import { html, type World, type WorldAnswer } from './driver/world';
import { lightToken, pixelsOf } from './support/picture';
import {
  articlePage,
  BROWSERS,
  cardTerm,
  closeAll,
  eventually,
  FILLER,
  FORM,
  HOME,
  HOST,
  LIST,
  marked,
  paintedWords,
  pointAt,
  read,
  samplePage,
  select,
  startSite,
} from './support/site';

const MEGABYTES = 5;
const SENTENCE = '要落实三区三线划定成果，推进多规合一，守住永久基本农田，加快乡村振兴。';

/** A button of the page's own, to see that it answers while we work. How fast is for the bench. */
const ANSWERING = `<script>
  addEventListener('DOMContentLoaded', () => {
    document.body.insertAdjacentHTML('afterbegin', '<button id="answer" onclick="this.textContent = 1 + +this.textContent">0</button>');
  });
</script>`;

const PAGES: Readonly<Record<string, () => WorldAnswer>> = {
  strict: () =>
    html(samplePage('county-article.html'), { 'content-security-policy': "default-src 'none'; style-src 'self'" }),
  long: () => html(articlePage({ head: ANSWERING, paragraphs: fill(`${SENTENCE}${FILLER}`) })),
  rows: () => html(tableOfRows()),
  clobbered: () => html(articlePage({ paragraphs: [SENTENCE, CLOBBERING] })),
  gbk: () => ({
    headers: { 'content-type': 'text/html' },
    body: toGbk(articlePage({ title: '汉字编码', charset: 'gbk', paragraphs: [SENTENCE] })),
  }),
  app: () => html(articlePage({ title: '第一篇', paragraphs: ['第一篇讲三区三线。'] })),
};

/** Forms and pictures by whose names Chromium hides properties of the document, for scripts in every world. */
const CLOBBERING = [
  'body head documentElement querySelector querySelectorAll getElementsByTagName createElement createTreeWalker',
  'createRange cloneNode adoptNode getSelection activeElement addEventListener implementation caretPositionFromPoint',
  'adoptedStyleSheets readyState visibilityState title defaultView childNodes firstChild nodeType ownerDocument',
]
  .join(' ')
  .split(' ')
  .map((name, i) => (i % 2 ? `<form name="${name}"><input name="parentNode"></form>` : `<img name="${name}">`))
  .join('');

describe.each(BROWSERS)('bad pages in %s', (name) => {
  let world: World;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    world = await startSite(({ url }) => (PAGES[addressed(url)] ?? PAGES.app)?.() ?? html(''));
    session = await open(name, { proxyPort: world.port });
    page = await session.newPage();
    await page.setViewport(1280, 900);
  });

  afterEach(() => closeAll(page));

  afterAll(async () => {
    await session.close();
    await world.close();
  });

  const verdict = async () => {
    const popup = await session.popup(page);
    try {
      await popup.waitFor(() => !/正在/.test(document.querySelector('[data-part=verdict]')?.textContent ?? '正在'));
      return await popup.text('[data-part=verdict]');
    } finally {
      await popup.close().catch(() => undefined);
    }
  };

  it.each([
    { address: LIST, says: '这是列表页' },
    { address: HOME, says: '这是首页' },
  ])('marks nothing on $address, and says why', async ({ address, says }) => {
    await page.goto(address);
    expect(await verdict()).toContain(says);
    expect(await paintedWords(page, 0)).toEqual([]);
  });

  it('reads an article within a form whose fields are named like properties of the DOM', async () => {
    await read(page, FORM);
    await pointAt(page, '双随机');
    expect(await cardTerm(page)).toBe('双随机、一公开');
    expect(await page.eval(() => 1 + 1)).toBe(2);
  });

  it('reads a page whose forms and pictures are named like properties of the document', async () => {
    await read(page, at('clobbered'));
    await pointAt(page, '三区三线');
    expect(await cardTerm(page)).toBe('三区三线');
    await closeAll(page);
    await select(page, '守住永久');
    await page.shadow('.bar button[data-action=highlight-2]').click();
    await eventually(() => paintedWords(page, 2)).toEqual(['守住永久']);
  });

  it('paints marks and shows its own surfaces under a strict content security policy', async () => {
    await read(page, at('strict'));
    await eventually(async () => pixelsOf(page, await page.textBox('多规'), lightToken('term-line'))).toBeGreaterThan(
      5,
    );
    await pointAt(page, '多规');
    expect(await cardTerm(page)).toBe('多规合一');
    expect((await page.shadow('.card').box()).width).toBe(360);
    await closeAll(page);
    await select(page, '坚持一张蓝图绘到底');
    await page.shadow('.bar button[data-action=note]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.type('也能记');
    const field = await page.evalInNote((document) => {
      const area = document.querySelector('textarea');
      return { value: area?.value, border: area && getComputedStyle(area).borderTopStyle, height: area?.clientHeight };
    });
    expect(field).toMatchObject({ value: '也能记', border: 'solid' });
    expect(field?.height).toBeGreaterThan(60);
  });

  it.each(['long', 'rows'])('leaves a page of 5 MB usable: %s', async (kind) => {
    await page.goto(at(kind));
    const says = await verdict();
    await page.click('#answer');
    await page.waitFor(() => document.querySelector('#answer')?.textContent === '1');
    if (/已识别为文章/.test(says)) {
      await marked(page);
      await pointAt(page, '永久基本农田', 3);
      expect(await cardTerm(page)).toBe('永久基本农田');
    } else expect(says).toMatch(/太大|不是文章|没有识别/);
  });

  it('has its marks on the right words after a body that changed for three seconds', async () => {
    await read(page, at('app'));
    await page.eval(async () => {
      const box = document.querySelector('.TRS_Editor') ?? document.body;
      const end = performance.now() + 3000;
      for (let i = 0; performance.now() < end; i++) {
        const fresh = document.createElement('p');
        fresh.textContent = `第${i}次更新：${'填充'.repeat(i % 7)}坚持多规合一不动摇。`;
        box.insertBefore(fresh, box.children[i % box.children.length] ?? null);
        if (i % 3 === 2) box.children[(i * 5) % box.children.length]?.remove();
        const text = box.querySelector('p')?.firstChild;
        if (text instanceof Text) text.insertData(0, '新');
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      box.insertAdjacentHTML('afterbegin', '<p id="late">最后一段讲的是枫桥经验。</p>');
    });
    await eventually(() => paintedWords(page, 0)).toContain('枫桥经验');
    const words = new Set(await paintedWords(page, 0));
    for (const word of words) expect(['枫桥经验', '多规合一', '三区三线']).toContain(word);
    await pointAt(page, '枫桥');
    expect(await cardTerm(page)).toBe('枫桥经验');
  });

  it('puts its marks back where the page clears all highlights, and leaves the page’s own alone', async () => {
    await read(page, at('app'));
    await page.eval(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('h1') ?? document.body);
      const own = () => CSS.highlights.set('page-own', new Highlight(range));
      for (let i = 0; i < 3; i++) {
        CSS.highlights.clear();
        own();
      }
    });
    await marked(page);
    await pointAt(page, '三区三线');
    expect(await cardTerm(page)).toBe('三区三线');
    expect(await page.eval(() => CSS.highlights.get('page-own')?.size)).toBe(1);
    await eventually(async () =>
      pixelsOf(page, await page.textBox('三区三线'), lightToken('term-line')),
    ).toBeGreaterThan(5);
  });

  it('reads a page in GBK', async () => {
    await read(page, at('gbk'));
    expect(await page.eval(() => document.characterSet)).toBe('GBK');
    await pointAt(page, '三区三线');
    expect(await cardTerm(page)).toBe('三区三线');
  });

  it('follows a page that turns into another by pushState', async () => {
    await read(page, at('app'));
    expect(await paintedWords(page, 0)).toContain('三区三线');
    await page.eval(() => {
      history.pushState(null, '', '/zwyw/lldy/t20220302_2.html');
      document.title = '第二篇';
      const meta = document.querySelector('meta[name=ArticleTitle]');
      meta?.setAttribute('content', '第二篇');
      const box = document.createElement('div');
      box.className = 'TRS_Editor';
      box.innerHTML = `<p>第二篇讲枫桥经验。</p>${'<p>各地要结合实际，抓好落实，不走过场，务求实效。</p>'.repeat(20)}`;
      document.querySelector('.TRS_Editor')?.replaceWith(box);
    });
    await eventually(() => paintedWords(page, 0)).toEqual(['枫桥经验']);
    await pointAt(page, '枫桥');
    expect(await cardTerm(page)).toBe('枫桥经验');
  });

  it('clears its marks when the article goes away', async () => {
    await read(page, at('app'));
    await page.eval(() => {
      history.pushState(null, '', '/zwyw/hyyw/');
      document.querySelector('meta[name=ArticleTitle]')?.remove();
      document.querySelector('meta[name=PubDate]')?.remove();
      document.body.innerHTML = '<ul><li><a href="a.html">标题一</a> 2022-02-10</li></ul>';
    });
    await eventually(verdict).toMatch(/没有识别|列表页/);
    expect(await paintedWords(page, 0)).toEqual([]);
  });

  it('sends nothing anywhere', () => {
    expect(world.strays()).toEqual([]);
  });
});

function at(kind: string): string {
  return `${HOST}/zwyw/lldy/t20220301_1.html?${kind}`;
}

function addressed({ search }: URL): string {
  return search.slice(1);
}

/** As many of a paragraph as make five megabytes. */
function fill(paragraph: string): string[] {
  return Array.from({ length: Math.ceil((MEGABYTES * 1e6) / Buffer.byteLength(paragraph)) }, () => paragraph);
}

function tableOfRows(): string {
  const cells = ['2022-03-01', '永久基本农田', '1234.5', '汉阴县城关镇人民政府办公室（县自然资源局驻镇工作组）'];
  const remark = '<td>已经会同有关部门逐户核实，资料齐全，按规定公示七天，没有人提出不同意见</td>';
  const row = `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}${remark}</tr>`;
  const rows = row.repeat(Math.ceil((MEGABYTES * 1e6) / Buffer.byteLength(row)));
  return articlePage({ head: ANSWERING, paragraphs: [] }).replace(
    '<div class="TRS_Editor">',
    `$&<table style="table-layout: fixed">${rows}</table>`,
  );
}

function toGbk(text: string): Buffer {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input: text });
}
