/**
 * What must not outlive this process: browsers that a failing test never closed, and the throw-away profiles.
 * Exit handlers can only work synchronously, so removal is too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
const groups = new Set<number>();

process.once('exit', removeAll);
// vitest ends its workers so, and a signal runs no exit handlers.
process.once('SIGTERM', () => {
  removeAll();
  process.kill(process.pid, 'SIGTERM');
});

function removeAll(): void {
  for (const leader of groups) killGroup(leader);
  for (const folder of folders) removeFolder(folder);
}

/** A folder that is gone when the process ends, or earlier by {@link removeFolder}. */
export function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), `yandu-${prefix}-`));
  folders.add(folder);
  return folder;
}

/** A browser that has just ended may still be writing its last file: hence the retries. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  folders.delete(folder);
}

/** Remembers a process that leads its own group, until {@link forgetGroup}. */
export function rememberGroup(leader: number): void {
  groups.add(leader);
}

export function forgetGroup(leader: number): void {
  groups.delete(leader);
}

/** SIGKILL to a browser and all its children; that it is gone already is fine. */
export function killGroup(leader: number): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  groups.delete(leader);
}
