import chinese from '../words/zh.json';
import { translate } from './translate.ts';

const asked = new URLSearchParams(location.search).get('lang');

if (asked === 'zh') translate(document, 'zh', chinese);
for (const link of document.querySelectorAll('.languages a')) {
  if (link.getAttribute('lang') === document.documentElement.lang) link.setAttribute('aria-current', 'true');
}
