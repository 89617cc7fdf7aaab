import { readSettings } from '../shared/settings.ts';
import { Launcher } from './launcher.ts';

// Known only while the script itself runs, so it is read before anything is awaited.
const script = document.currentScript;

function start(): void {
  if (!(script instanceof HTMLScriptElement) || document.getElementById(Launcher.id) !== null) return;
  new Launcher(readSettings(script, document, navigator.languages)).mount();
}

// The page's own scripts may still set its language until then.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
