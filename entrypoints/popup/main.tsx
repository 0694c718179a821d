/** The toolbar button: what Yandu sees on this page and why. */
import { render } from 'preact';
import { setPageLanguage } from '../../components/format/page-language';
import { Popup } from '../../components/popup/popup';

const app = document.getElementById('app');

setPageLanguage();
if (app) render(<Popup />, app);
