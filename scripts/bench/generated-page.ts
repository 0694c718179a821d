/** Pages in the manner of government sites, as long and as full as a measure needs them. */

const CLAUSES = [
  '坚持以人民为中心的发展思想，完整准确全面贯彻新发展理念',
  '各乡镇人民政府、县直各部门要切实提高政治站位，压实工作责任',
  '加快构建以国内大循环为主体、国内国际双循环相互促进的新发展格局',
  '推动巩固拓展脱贫攻坚成果同乡村振兴有效衔接，守住不发生规模性返贫的底线',
  '对2023年6月30日前完成验收的项目，按照项目投资额的15%给予补助，最高不超过200万元',
  '依据《中华人民共和国行政许可法》（国发〔2019〕5号）的有关规定办理',
  '由县发展改革局牵头，县财政局、县自然资源局按职责分工负责',
];

/** A paragraph of prose, never the same twice. */
function sentence(n: number): string {
  const pick = (step: number) => CLAUSES[(n * step + (n >> 3)) % CLAUSES.length] ?? '';
  return `${n + 1}．${pick(1)}，${pick(3)}；${pick(5)}。`;
}

function paragraph(n: number): string {
  const words = sentence(n);
  const style = 'font-family: 仿宋_GB2312; font-size: 16pt';
  if (n % 40 === 0)
    return `<p style="text-align: center"><strong>第${n / 40 + 1}章　${words.slice(3, 12)}</strong></p>`;
  if (n % 15 === 7)
    return `<p style="text-indent: 2em"><span style="${style}">${words.slice(0, 20)}<b>${words.slice(20, 40)}</b>${words.slice(40)}</span></p>`;
  return `<p style="text-indent: 2em"><span style="${style}">${words}</span></p>`;
}

function table(n: number): string {
  const rows = Array.from(
    { length: 12 },
    (_, row) =>
      `<tr><td><p>${row + 1}</p></td><td><p>项目${n}-${row}</p></td><td><p>责任单位：县财政局</p></td><td><p>${row * 15}万元</p></td></tr>`,
  );
  return `<table border="1" cellspacing="0"><tbody>${rows.join('')}</tbody></table>`;
}

const link = (n: number) => `<li><a href="/zwgk/${n}/index.html" target="_blank">栏目名称${n}</a></li>`;
const dated = (n: number) =>
  `<li><a href="/zwgk/t20220210_${n}.html" title="关于${n}">关于印发${n}号工作方案的通知</a><span>2022-02-${String((n % 27) + 1).padStart(2, '0')}</span></li>`;
const list = (count: number, item: (n: number) => string) =>
  `<ul>${Array.from({ length: count }, (_, n) => item(n)).join('')}</ul>`;

interface Wanted {
  /** Of the body's text, roughly. */
  readonly characters: number;
  /** `id` and `class` of the box around the body: one that we know skips Readability. */
  readonly box: string;
}

/** An article with its menus, information table, tables in the text and a column of links. */
export function articleOf({ characters, box }: Wanted): string {
  const parts: string[] = [];
  for (let n = 0, length = 0; length < characters; n++) {
    const part = n % 60 === 59 ? table(n) : paragraph(n);
    length += part.replace(/<[^>]*>/g, '').length;
    parts.push(part);
  }
  return page(
    '关于印发县乡村建设行动实施方案的通知',
    `<div class="xxgk-table"><table><tbody>
<tr><td>索 引 号：</td><td>000014349/2022-00012</td><td>主题分类：</td><td>农业、林业、水利</td></tr>
<tr><td>发文机关：</td><td>县人民政府办公室</td><td>成文日期：</td><td>2022年02月08日</td></tr>
<tr><td>标　　题：</td><td colspan="3">关于印发县乡村建设行动实施方案的通知</td></tr>
<tr><td>发文字号：</td><td>汉政办发〔2022〕5号</td><td>发布日期：</td><td>2022年02月10日</td></tr></tbody></table></div>
<h1>关于印发县乡村建设行动实施方案的通知</h1>
<div class="info"><span>发布时间：2022-02-10 09:30</span><span>来源：县人民政府办公室</span><span>浏览次数：<b>128</b></span></div>
<div ${box}>${parts.join('\n')}</div>
<div class="side"><h3>相关文件</h3>${list(40, dated)}</div>`,
  );
}

/** A list of links such as any column of a portal, of which nothing is to be read. */
export function listOf(links: number): string {
  return page('通知公告', `<div class="list">${list(links, dated)}</div>`);
}

function page(title: string, main: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}_某某县人民政府</title>
<meta name="SiteName" content="某某县人民政府"><meta name="SiteIDCode" content="6109210001"><meta name="ColumnName" content="通知公告">
<style>.nav li { display: inline-block } .side { float: right; width: 300px } .main { width: 960px }</style>
<link rel="icon" href="data:,"></head><body>
<div class="head"><div class="nav">${list(60, link)}</div><form action="/search"><input name="q"><input type="submit" value="搜索"></form></div>
<div class="wrap"><div class="weizhi">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>
<div class="main">${main}</div></div>
<div class="foot">${list(30, link)}<p>主办：某某县人民政府　网站标识码：6109210001　陕ICP备05000000号</p></div></body></html>`;
}
