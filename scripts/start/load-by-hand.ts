import type { Job } from './job';

/** The three clicks that load the built folder where a policy refuses us. */
export function loadByHand({ product, family, extension }: Job): string {
  const clicks =
    family === 'firefox'
      ? [
          'open about:debugging#/runtime/this-firefox',
          'press “Load Temporary Add-on…”',
          `choose ${extension}/manifest.json`,
        ]
      : [
          `open ${product === 'edge' ? 'edge' : 'chrome'}://extensions and switch on “Developer mode”`,
          'press “Load unpacked”',
          `choose ${extension}`,
        ];
  return ['To load it by hand:', ...clicks.map((click, i) => `  ${i + 1}. ${click}`)].join('\n');
}
