import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that package.json stands in. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const MODULES = join(ROOT, 'node_modules');
export const OUTPUT = join(ROOT, '.output');
