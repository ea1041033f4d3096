import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import './style.css';
import {html, render, type TemplateResult} from 'lit';
import './components/signed-in.ts';
import './pages/overview-page.ts';

/** The pages by their path. The server answers every other path itself. */
const pages: Record<string, () => TemplateResult> = {
  '/': () => html`<overview-page></overview-page>`,
};

const page = pages[location.pathname] ?? pages['/'];
if (page) render(html`<signed-in .page=${page}></signed-in>`, document.getElementById('app')!);
