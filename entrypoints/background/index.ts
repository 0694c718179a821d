/** The background: owns writes and messages. Holds nothing that it could not find again in storage. */
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages, isOwnPage, isPageScript } from '../../components/bridge/answer';
import { BACKGROUND_REQUESTS, SENDERS } from '../../core/messages';
import { database } from '../../storage/open';
import { answer } from './answers';
import { glossary } from './glossary';
import { offerPanel } from './panel';
import { followPermissions } from './sites';

export default defineBackground({
  type: 'module',
  main() {
    const db = database();
    answerMessages({
      schemas: BACKGROUND_REQUESTS,
      allows: (type, sender) => {
        const who = SENDERS[type];
        return (who !== 'extension' && isPageScript(sender)) || (who !== 'page' && isOwnPage(sender));
      },
      answer: (request, sender) => answer(db, glossary(db), request, sender),
    });
    offerPanel();
    followPermissions();
  },
});
