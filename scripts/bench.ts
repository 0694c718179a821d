/** `npm run bench [-- --json]`: sizes and speed, each beside what it is held against; JSON lines with --json. */
import { parseArgs } from 'node:util';
import { benchReading } from './bench/reading';
import { benchSizes } from './bench/sizes';
import { benchWholeReading } from './bench/whole-reading';
import { builtFolder, ensureBuild } from './lib/build.mjs';

/** One measured figure. `against` says what `value` is a ratio to, or the bound it must keep. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against: string;
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const show = ({ name, value, unit, against }: Figure) => {
    const figure = { name, value: Number(value.toFixed(3)), unit, against };
    const line = values.json ? JSON.stringify(figure) : `${name.padEnd(58)} ${figure.value} ${unit} (${against})`;
    process.stdout.write(`${line}\n`);
  };
  for (const target of ['chrome', 'firefox'] as const) await ensureBuild(target);
  for (const figure of benchSizes(builtFolder('chrome'))) show(figure);
  for (const name of ['chrome', 'firefox'] as const)
    for (const bench of [benchReading, benchWholeReading]) for (const figure of await bench(name)) show(figure);
  return 0;
}
