import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './until';

/** Waits for a finished download: both browsers write elsewhere (`.crdownload`, `.part`) and rename at the end. */
export async function waitForDownload(folder: string, suffix: string): Promise<string> {
  const found = await until(`a download *${suffix} in ${folder}`, async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
    for (const name of names) {
      const path = join(folder, name);
      // Firefox reserves the final name with an empty file while it writes the other one.
      if ((await stat(path)).size > 0) return path;
    }
    return undefined;
  });
  return found ?? '';
}
