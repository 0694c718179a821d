/** A document's reading note as Markdown: the source, then the excerpts in document order with their notes. */
import type { AnnotationView } from '../annotation/annotation';
import type { Colour } from '../annotation/colour';
import type { FactName, Facts } from '../page/fact';
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
  readonly factName: (name: FactName) => string;
  readonly address: string;
  readonly accessed: string;
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
    if (value) lines.push(`- ${words.factName(name)}${words.colon}${escapeMarkdown(value)}`);
  }
  lines.push(`- ${words.address}${words.colon}<${asLink(address)}>`);
  lines.push(`- ${words.accessed}${words.colon}${today}`, '', `## ${words.excerpts}`, '');
  const ordered = [...annotations].sort((a, b) => a.target.position.start - b.target.position.start);
  ordered.forEach((annotation, i) => {
    lines.push(...excerpt(annotation, i + 1, words), '');
  });
  lines.push(`## ${words.citation}`, '', escapeMarkdown(citeGbt7714({ facts, address, accessed: today })), '');
  return lines.join('\n');
}

function excerpt({ target, colour, body }: AnnotationView, ordinal: number, words: NoteWords): string[] {
  const quoted = target.quote.exact.split(LINE_END).map((line) => `> ${escapeMarkdown(line)}`);
  const note = body.trim() ? ['', `${words.note}${words.colon}${stripControls(body.trim())}`] : [];
  return [`### ${ordinal}. ${words.colours[colour]}`, '', ...quoted, ...note];
}

const LINE_END = /\r\n?|\n/;

/** One line of Markdown that shows a text word for word; line ends become spaces. */
export function escapeMarkdown(text: string): string {
  return stripControls(text)
    .replace(/\s*[\r\n]\s*/g, ' ')
    .replace(/^[ \t]+/, '')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

function stripControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go, Word and WPS refuse them
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** An address as browsers give it is encoded already; what is left would end the link. */
function asLink(address: string): string {
  return address.replace(/[<>\s]/g, encodeURIComponent);
}

const LONGEST_NAME = 80;
/** 255 bytes is what the usual file systems take, with room for an ending. */
const MOST_BYTES = 240;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\s*(?:\.|$))/i;

/** A file name that every system takes: no separators, reserved or invisible characters, at most 80 characters. */
export function fileNameOf(title: string, extension: string): string {
  const name = title
    .replace(/[\\/:*?"<>|\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/^[\s.]+/, '')
    .replace(WINDOWS_DEVICE, '_$&');
  return `${shorten(name).replace(/[\s.]+$/, '') || 'yandu'}.${extension}`;
}

function shorten(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let short = '';
  for (const char of [...name].slice(0, LONGEST_NAME)) {
    bytes += encoder.encode(char).length;
    if (bytes > MOST_BYTES) break;
    short += char;
  }
  return short;
}
