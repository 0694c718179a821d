/** First script on every matched page: shields our host's input, looks whether the page is worth reading, asks for the reader. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ours } from '../../components/lifetime/script-context';
import { REQUIRED_MATCHES } from '../../core/sites';
import { startDetector } from './detector';

export default defineContentScript({
  matches: [...REQUIRED_MATCHES],
  runAt: 'document_start',
  main: (context) => startDetector(ours(context)),
});
