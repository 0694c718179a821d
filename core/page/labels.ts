/**
 * Labels of facts, as government pages write them, whatever stands between the characters: 索 引 号, 标　　题. One home
 * for all dialects of the information table and of the line under the title.
 */
import type { FactName } from './fact';

/** Names that end a value without being a fact themselves. */
type Stop = 'stop';

const NAMES: Readonly<Record<FactName | Stop, string>> = {
  title: '标题 名称 信息名称 文件名称 公文名称',
  subtitle: '副标题 副题',
  author: '作者 撰稿 记者 通讯员 文 撰文',
  source:
    '来源 信息来源 文章来源 稿件来源 新闻来源 文稿来源 稿源 供稿 供稿单位 供稿科室 发布来源 来源单位 信息提供单位 信息提供',
  issuingBody:
    '发文机关 发文机构 发布机构 发布机关 发文单位 制发机关 颁布机关 公开机关 公开主体 发布主体 所属机构 责任部门',
  docNumber: '发文字号 文号 文件编号 发文文号 文件字号 文件号 公文文号 发文号',
  publishedAt:
    '发布日期 发布时间 发表时间 发表日期 公开日期 公开时间 发文时间 发布于 时间 日期 更新时间 更新日期 信息时间 发稿时间 ' +
    '录入时间 添加时间 上传时间 文章发布时间 信息发布时间 信息发布日期 上网日期 公布日期 发帖时间',
  writtenAt: '成文日期 成文时间 生成日期 发文日期 印发日期 签发日期 制发日期 形成日期 产生日期 生成时间',
  effectiveAt: '实施日期 生效日期 施行日期 生效时间 实施时间 施行时间',
  expiresAt: '失效日期 废止日期 有效期至 截止日期 失效时间 废止时间',
  validity: '文件状态 有效性 时效性 效力状态 是否有效 有效状态 效力',
  indexNumber: '索引号 信息索引 信息索引号 索取号 统一编号 登记号 规范性文件登记号 规范性文件统一编号',
  topic:
    '主题分类 分类 信息分类 信息类别 公开分类 组配分类 主题 信息主题 所属主题 公开目录 信息公开目录 公文种类 体裁分类 栏目分类 类别 主题类别',
  keywords: '主题词 关键词 关键字 标签',
  column: '栏目 所属栏目 栏目名称',
  site: '',
  stop:
    '字体 字号 字体大小 浏览 浏览量 浏览次数 浏览数 点击 点击数 点击量 点击率 点击次数 访问量 访问次数 阅读 阅读量 阅读次数 ' +
    '阅读数 人气 查看次数 分享 分享到 打印 关闭 收藏 编辑 责任编辑 责编 审核 审稿 校对 摄影 保护视力色 视力保护色 背景色 ' +
    '公开方式 公开形式 公开范围 公开时限 公开程序 信息类型 内容概述 备注 附件 相关附件 语种 载体类型 体裁 联系电话 ' +
    '朗读 语音播报 扫一扫 我要纠错 纠错 下载 转发 评论 政策解读 相关解读',
};

export const LABELS: ReadonlyMap<string, FactName | Stop> = new Map(
  Object.entries(NAMES).flatMap(([fact, names]) =>
    names
      .split(' ')
      .filter(Boolean)
      // `Object.entries` forgets the key type of a record that the compiler has just checked.
      .map((name) => [name, fact as FactName | Stop] as const),
  ),
);

const LONGEST = Math.max(...[...LABELS.keys()].map((name) => name.length));
const COLON = /[：:∶︰]/;

/** The fact that a table cell or a `<dt>` names by itself, its spaces and colon taken off. */
export function labelOfCell(text: string): FactName | Stop | null {
  const bare = text.replace(/[\s\u200b[\]【】]/g, '').replace(/[：:∶︰]+$/, '');
  return bare.length > LONGEST ? null : (LABELS.get(bare) ?? null);
}

export interface Labelled {
  readonly label: FactName | Stop;
  readonly value: string;
}

/** What can stand before a label without being part of a longer word. */
const BOUNDARY = /[\s\u200b　|｜【】[\]（）()，,；;。：:∶︰/\\·•>＞）\d-]/;

/**
 * The labelled values of one line: 「来源：安康微政务　发布时间：2022-02-10 18:18　浏览量：3」. A value ends where the next
 * label starts.
 */
export function labelledValues(line: string): Labelled[] {
  const found: { label: FactName | Stop; start: number; valueStart: number }[] = [];
  for (let i = 0; i < line.length; i++) {
    if (!COLON.test(line.charAt(i))) continue;
    const named = labelBefore(line, i);
    if (named) found.push({ ...named, valueStart: i + 1 });
  }
  return found.map(({ label, valueStart }, i) => {
    const end = found[i + 1]?.start ?? line.length;
    return { label, value: cutValue(line.slice(valueStart, end)) };
  });
}

/** The longest label that ends just before a colon, its characters spread or not. */
function labelBefore(line: string, colon: number): { label: FactName | Stop; start: number } | null {
  let name = '';
  let best: { label: FactName | Stop; start: number } | null = null;
  for (let i = colon - 1; i >= 0 && name.length < LONGEST; i--) {
    const char = line.charAt(i);
    if (/[\s\u200b　]/.test(char)) continue;
    name = char + name;
    const label = LABELS.get(name);
    if (label && (i === 0 || BOUNDARY.test(line.charAt(i - 1)) || name.length >= 4)) best = { label, start: i };
  }
  return best;
}

/** Cuts what follows a value on its line: buttons, brackets, the next thing after a wide gap. */
function cutValue(value: string): string {
  const [first = ''] = value
    .replace(/^[\s\u200b　]+/, '')
    .split(/\s{3,}|[|｜【]|\u3000{2,}|(?:字体|字号|打印|关闭|分享|浏览|点击|收藏|责任编辑)(?=[\s：:】[(（]|$)/);
  const cut = first.replace(/[\s\u200b　]+$/, '');
  // The bracket that closes here was opened before the label: 【来源：县政府办】.
  const closing = /[】\]）)]$/.exec(cut)?.[0];
  return closing && !cut.includes(OPENING[closing] ?? '') ? cut.slice(0, -1) : cut;
}

const OPENING: Readonly<Record<string, string>> = { '】': '【', ']': '[', '）': '（', ')': '(' };
