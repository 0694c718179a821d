/** `node scripts/run.mjs SCRIPT.ts [ARGUMENT…]`: runs a TypeScript script; stdout is the script's alone. */
import { nodeComplaint } from './lib/node-version.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { Obstacle, runMain } from './lib/say.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await runMain(async () => {
  const [script, ...args] = process.argv.slice(2);
  if (!script) throw new Obstacle('Usage: node scripts/run.mjs SCRIPT.ts [ARGUMENT…]');
  const complaint = nodeComplaint();
  if (complaint) throw new Obstacle(complaint);
  await ensurePackages();
  return runTypeScript(script, args);
});
