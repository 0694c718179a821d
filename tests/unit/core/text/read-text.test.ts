// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { markupAppearance } from '../../../../core/text/appearance';
import { readText } from '../../../../core/text/read-text';
import { pageOf } from '../../support/pages';

const read = (html: string) => readText(pageOf(html).body, { appearanceOf: markupAppearance });

const BLOCKS: [what: string, html: string, text: string][] = [
  ['paragraphs', '<p>甲</p><p>乙</p>', '甲\n乙'],
  ['a paragraph that nobody closed', '<p>甲<p>乙', '甲\n乙'],
  ['headings', '<h1>通知</h1><div>各镇人民政府：</div>', '通知\n各镇人民政府：'],
  ['text beside blocks', '<div>甲<p>乙</p>丙</div>', '甲\n乙\n丙'],
  ['a block inside inline tags', '<font>甲<div>乙</div>丙</font>', '甲\n乙\n丙'],
  ['list items', '<ul><li>一是</li><li>二是</li></ul>', '一是\n二是'],
  ['line breaks', '<p>甲<br>乙<br/>丙</p>', '甲\n乙\n丙'],
  ['several line breaks', '<p>甲<br><br>\n<br>乙</p>', '甲\n乙'],
  ['cells', '<table><tr><td>文号</td><td>国发〔2019〕5号</td></tr></table>', '文号\n国发〔2019〕5号'],
  ['cells with paragraphs', '<table><tr><th><p>文号</p></th><td><p>甲</p><p>乙</p></td></tr></table>', '文号\n甲\n乙'],
  ['a caption', '<figure><img alt="图"><figcaption>开工现场</figcaption></figure><p>甲</p>', '开工现场\n甲'],
  ['tags of one content system', '<ucapcontent>甲</ucapcontent><ucapcontent>乙</ucapcontent>', '甲\n乙'],
  ['empty blocks', '<p></p><p>甲</p><div><div></div></div><p> </p><p>乙</p><p></p>', '甲\n乙'],
  ['a page without text', '<div><p> </p><br></div>', ''],
];

const INLINE: [what: string, html: string, text: string][] = [
  ['a term across tags', '新发<span style="letter-spacing:0px">展理念</span>', '新发展理念'],
  ['a term across nested tags', '“<b><i>三</i>权</b><a href="#">分置</a>”', '“三权分置”'],
  ['a term round an empty tag', '两不愁<span lang="EN-US"></span>三保障', '两不愁三保障'],
  ['a term round what Word leaves', '两不愁<o:p></o:p>三保障', '两不愁三保障'],
  ['a term round a comment', '碳<!-- 2022-02-10 -->达峰', '碳达峰'],
  ['a term round a script', '碳<script>var a = "中和";</script>达峰', '碳达峰'],
  ['a term round a picture', '乡村<img alt="图">振兴', '乡村振兴'],
  ['characters of two code units', '<b>𠮷</b>林𬭎<i>𠀀</i>', '𠮷林𬭎𠀀'],
];

const LEFT_OUT: [what: string, html: string, text: string][] = [
  ['hidden', '甲<span hidden>乙</span>丙', '甲丙'],
  ['hidden until found', '甲<span hidden="until-found">乙</span>丙', '甲丙'],
  ['display:none', '甲<span style="display:none">乙</span>丙', '甲丙'],
  ['DISPLAY : NONE among others', '甲<span style="color:red; DISPLAY : NONE !important">乙</span>丙', '甲丙'],
  ['visibility:hidden', '甲<span style="visibility:hidden">乙</span>丙', '甲丙'],
  ['what is in a hidden block', '<p>甲</p><div hidden><p>乙</p></div><p>丙</p>', '甲\n丙'],
  ['style sheets', '<style>p { color: red }</style>甲', '甲'],
  ['noscript', '<noscript>请打开脚本</noscript>甲', '甲'],
  ['templates', '<template><p>乙</p></template>甲', '甲'],
  ['form fields', '甲<input value="乙"><textarea>丙</textarea><select><option>丁</option></select>', '甲'],
  ['buttons', '甲<button>打印</button>', '甲'],
  ['frames', '甲<iframe srcdoc="乙">丙</iframe>', '甲'],
  ['drawings', '甲<svg><text>乙</text></svg>', '甲'],
  ['the reading aid of ruby', '<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>阴<rt>yīn</rt></ruby>县', '汉阴县'],
];

const KEPT: [what: string, html: string, text: string][] = [
  ['a style that only looks like hiding', '甲<span style="--display:none;content:none">乙</span>丙', '甲乙丙'],
  ['what is only pale', '甲<span style="opacity:0">乙</span>', '甲乙'],
  ['labels of a form', '<label>关键词</label>', '关键词'],
];

const SPACE: [what: string, html: string, text: string][] = [
  ['becomes one space', '甲 \n\t 乙', '甲 乙'],
  ['becomes one space across tags', '甲 <b> 乙</b><i> </i> <u>丙</u>', '甲 乙 丙'],
  ['goes at the start and the end of a line', '<p> 甲 </p>\n<p>\n 乙\n</p>', '甲\n乙'],
  ['goes at the end of a line, tag or no tag', '<div>甲 <b> </b><p> 乙</p></div>', '甲\n乙'],
  ['goes beside a line break', '<p>甲 <br> 乙</p>', '甲\n乙'],
  ['that does not break stays', '甲&nbsp;&nbsp;乙', '甲\u00a0\u00a0乙'],
  ['of full width stays', '<p>　　甲</p>', '　　甲'],
  ['counts as written in pre', '<pre>一\n  二\n\n三 </pre>', '一\n  二\n三 '],
  ['counts as written in tags within pre', '<pre>一  <b>二\n三</b>  四</pre>', '一  二\n三  四'],
  ['counts no more after pre', '<pre>一  二</pre>三  四', '一  二\n三 四'],
];

describe('reading', () => {
  test.each(BLOCKS)('ends a line for %s', (_, html, text) => expect(read(html).text).toBe(text));
  test.each(INLINE)('does not see %s', (_, html, text) => expect(read(html).text).toBe(text));
  test.each(LEFT_OUT)('leaves out %s', (_, html, text) => expect(read(html).text).toBe(text));
  test.each(KEPT)('keeps %s', (_, html, text) => expect(read(html).text).toBe(text));
  test.each(SPACE)('white space %s', (_, html, text) => expect(read(html).text).toBe(text));

  test('names the nearest block of each line', () => {
    const map = read('<div id="a">甲<p id="b"><b>乙</b></p>丙</div><table><tr><td id="c">丁</td></tr></table>');
    const lines = map.lines.map(({ start, end, element }) => [map.text.slice(start, end), element.id]);
    expect(lines).toEqual([
      ['甲', 'a'],
      ['乙', 'b'],
      ['丙', 'a'],
      ['丁', 'c'],
    ]);
  });

  test('leaves out what the caller skips, and of shells only their own text', () => {
    const { body } = pageOf('<div class="shell">面包屑<p>甲<b>乙</b></p>页脚</div><div class="skip"><p>丙</p></div>');
    const map = readText(body, {
      appearanceOf: markupAppearance,
      isSkipped: (element) => element.className === 'skip',
      isShell: (element) => element.className === 'shell',
    });
    expect(map.text).toBe('甲乙');
  });

  test('reads nothing of a hidden root, and no further than its root', () => {
    const { body } = pageOf('<p hidden>甲</p><p>乙</p><p>丙</p>');
    const [hidden, shown] = body.querySelectorAll('p');
    const textOf = (root: Element | undefined) => root && readText(root, { appearanceOf: markupAppearance }).text;
    expect([textOf(hidden), textOf(shown)]).toEqual(['', '乙']);
  });

  test('reads a page nested 10,000 deep', () => {
    const page = pageOf('');
    let inner: Element = page.body;
    for (let depth = 0; depth < 10_000; depth++) {
      const next = page.createElement(depth % 2 ? 'div' : 'b');
      if (depth % 1000 === 0) inner.append('层');
      inner.append(next);
      inner = next;
    }
    inner.append('底');
    expect(readText(page.body, { appearanceOf: markupAppearance }).text.replaceAll('\n', '')).toBe(
      `${'层'.repeat(10)}底`,
    );
  });

  test('leaves the page as it was', () => {
    const page = pageOf('<p> 甲 <b>乙</b></p><pre> 丙\n</pre>');
    const before = page.body.innerHTML;
    readText(page.body, { appearanceOf: markupAppearance });
    expect(page.body.innerHTML).toBe(before);
  });
});
