/** Saves a document's note as a Markdown file, by the browser's own download. */
import { i18n } from '#i18n';
import { COLOURS, type Colour } from '../../core/annotation/colour';
import { fileNameOf, type NoteSource, type NoteWords, noteAsMarkdown } from '../../core/exchange/markdown';
import { colourName } from '../format/colour-name';
import { today } from '../format/date';
import { factName } from '../format/fact-name';

function noteWords(): NoteWords {
  return {
    factName,
    address: i18n.t('factAddress'),
    accessed: i18n.t('factAccessed'),
    colours: Object.fromEntries(COLOURS.map((colour) => [colour, colourName(colour)])) as Record<Colour, string>,
    excerpts: i18n.t('exportExcerpts'),
    note: i18n.t('exportNoteWord'),
    citation: i18n.t('exportCitation'),
    untitled: i18n.t('untitled'),
    colon: i18n.t('colon'),
  };
}

/** @returns the name of the file */
export function saveNoteFile(source: Omit<NoteSource, 'today'>): string {
  const text = noteAsMarkdown({ ...source, address: source.address.replace(/#.*$/, ''), today: today() }, noteWords());
  const name = fileNameOf(source.facts.title?.value ?? i18n.t('untitled'), 'md');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob once the click is handled; a minute covers the slowest save dialogue.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}
