/** A document's reading note as Markdown: the source, then the excerpts in document order with their notes. */
import type { AnnotationView, Colour } from '../annotation/annotation';
import type { FactName, Facts } from '../page/facts';
import { citeGbt7714 } from './citation';

export interface NoteSource {
  readonly facts: Facts;
  readonly address: string;
  readonly annotations: readonly AnnotationView[];
  /** Day of the export, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Words of the note, in the reader's language. */
export interface NoteWords {
  readonly facts: Readonly<Record<FactName | 'address' | 'accessed', string>>;
  readonly colours: Readonly<Record<Colour, string>>;
  readonly excerpts: string;
  readonly note: string;
  readonly citation: string;
  readonly untitled: string;
  readonly colon: string;
}

const SHOWN_FACTS = [
  'docNumber',
  'issuingBody',
  'author',
  'source',
  'writtenAt',
  'publishedAt',
  'validity',
  'site',
] as const;

export function noteAsMarkdown({ facts, address, annotations, today }: NoteSource, words: NoteWords): string {
  const title = facts.title?.value ?? words.untitled;
  const lines = [`# ${escapeMarkdown(title)}`, ''];
  for (const name of SHOWN_FACTS) {
    const value = facts[name]?.value;
    if (value) lines.push(`- ${words.facts[name]}${words.colon}${escapeMarkdown(value)}`);
  }
  lines.push(`- ${words.facts.address}${words.colon}<${encodeURI(decodeSafely(address))}>`);
  lines.push(`- ${words.facts.accessed}${words.colon}${today}`, '', `## ${words.excerpts}`, '');
  const ordered = [...annotations].sort((a, b) => a.target.position.start - b.target.position.start);
  ordered.forEach((annotation, i) => {
    lines.push(...excerpt(annotation, i + 1, words), '');
  });
  lines.push(`## ${words.citation}`, '', escapeMarkdown(citeGbt7714({ facts, address, accessed: today })), '');
  return lines.join('\n');
}

function excerpt({ target, colour, body }: AnnotationView, ordinal: number, words: NoteWords): string[] {
  const quoted = target.quote.exact.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  const note = body.trim() ? ['', `${words.note}${words.colon}${stripControls(body.trim())}`] : [];
  return [`### ${ordinal}. ${words.colours[colour]}`, '', ...quoted, ...note];
}

/** Escapes what Markdown would read as markup in text that is quoted word for word. */
export function escapeMarkdown(text: string): string {
  return stripControls(text)
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/, '$1\\$2');
}

function stripControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go, Word and WPS refuse them
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** A file name that every system takes: no separators or reserved characters, at most 80 characters. */
export function fileNameOf(title: string, extension: string): string {
  const name = stripControls(title)
    .replace(/[\\/:*?"<>|\n\r\t]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...name].slice(0, 80).join('').trim() || 'yandu'}.${extension}`;
}
