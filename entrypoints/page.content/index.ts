/** The reader, injected at run time into pages that look like articles. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ours } from '../../components/lifetime/script-context';
import { getPageWorld } from '../../components/page-world/page-world';
import { startReader } from '../../components/reader/start-reader';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main(given) {
    const context = ours(given);
    const world = getPageWorld();
    if (!world || world.respond) return;
    context.watch();
    context.signal.addEventListener('abort', () => world.end(), { once: true });
    startReader(world, context.signal);
  },
});
