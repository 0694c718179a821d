/** What the bench runs where the reader runs: in the isolated world of a page, on the very functions of the extension. */
import { Readability } from '@mozilla/readability';
import { extractInSteps } from '../../core/page/extract';
import { takeFirstLook } from '../../core/page/first-look';
import { listTexts } from '../../core/page/page-texts';
import { recognise } from '../../core/page/recognise';
import { scrubClone } from '../../core/page/scrub';
import { runInSlices, type Steps } from '../../core/steps';
import { computedAppearance } from '../../core/text/appearance';

export interface Round {
  /** Milliseconds of cloning the page and of Readability on the scrubbed clone. */
  readonly bare: number;
  /** Milliseconds of our whole reading, pauses not counted. */
  readonly ours: number;
  /** The longest stretch without a pause, but for the one call of Readability. */
  readonly longestTask: number;
  readonly characters: number;
}

/** Both in turn, so that a machine that slows down slows down both. */
export async function measureReading(rounds: number, repeats: number): Promise<Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    let bare = 0;
    let ours = 0;
    let longestTask = 0;
    let characters = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      // Who comes second pays for what the first leaves to be collected.
      const bareFirst = (round + repeat) % 2 === 0;
      if (bareFirst) bare += measureBare() / repeats;
      const reading = await measureOurs();
      if (!bareFirst) bare += measureBare() / repeats;
      ours += reading.ours / repeats;
      longestTask = Math.max(longestTask, reading.longestTask);
      characters = reading.characters;
    }
    measured.push({ bare, ours, longestTask, characters });
  }
  return measured;
}

function measureBare(): number {
  const began = performance.now();
  const clone = document.cloneNode(true) as Document;
  const cloned = performance.now();
  scrubClone(clone);
  const scrubbed = performance.now();
  new Readability(clone).parse();
  return performance.now() - scrubbed + cloned - began;
}

async function measureOurs(): Promise<Omit<Round, 'bare'>> {
  const url = new URL(location.href);
  let ours = 0;
  const began = performance.now();
  const texts = listTexts(document);
  recognise(document, url, undefined, texts);
  ours = performance.now() - began;
  let longestTask = ours;
  let task = 0;
  const timed = function* <T>(steps: Steps<T>): Steps<T> {
    for (;;) {
      const before = performance.now();
      const { done, value } = steps.next();
      const took = performance.now() - before;
      ours += took;
      if (done || value !== 'readability') task += took;
      longestTask = Math.max(longestTask, task);
      if (done) return value;
      if (value === 'readability') task = 0;
      yield value;
    }
  };
  const extraction = await runInSlices(timed(extractInSteps(document, url, computedAppearance, texts)), async () => {
    task = 0;
    await new Promise((resolve) => setTimeout(resolve));
  });
  return { ours, longestTask, characters: extraction?.ok ? extraction.article.map.text.length : 0 };
}

/** Milliseconds of a first look, each of many. */
export function measureFirstLook(rounds: number): number[] {
  const url = new URL(location.href);
  return Array.from({ length: rounds }, () => {
    const began = performance.now();
    // Clocks of pages are coarse: many looks between two readings.
    for (let look = 0; look < LOOKS; look++) takeFirstLook(document, url);
    return (performance.now() - began) / LOOKS;
  });
}

const LOOKS = 20;
