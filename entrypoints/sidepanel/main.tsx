/** The side panel of Chrome, the sidebar of Firefox, or a tab where there is neither. */
import { render } from 'preact';
import { setPageLanguage } from '../../components/format/page-language';
import { Panel } from '../../components/panel/panel';

const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
const app = document.getElementById('app');

setPageLanguage();
if (app) render(<Panel tab={Number.isInteger(tab) ? tab : null} />, app);
