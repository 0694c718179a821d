/** The side panel of Chrome, the sidebar of Firefox, or a tab where there is neither. */
import { render } from 'preact';
import { setPageLanguage } from '../../components/format/page-language';
import { Panel } from '../../components/panel/panel';

const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
const app = document.getElementById('app');

setPageLanguage();
// Firefox may evict even an extension's data until a page of ours has asked it not to; it grants that without a question.
void navigator.storage.persist();
if (app) render(<Panel tab={Number.isInteger(tab) ? tab : null} />, app);
