import { readSettings } from '../shared/settings.ts';
import { Launcher } from './launcher.ts';

// Known only while the script itself runs, so it is read before anything is awaited.
const script = document.currentScript;

function start(): void {
  if (!(script instanceof HTMLScriptElement) || document.getElementById(Launcher.id) !== null) return;
  new Launcher(readSettings(script, document, navigator.languages)).mount();
}

/** An async script can also run after parsing, yet before the page's deferred scripts; the ready state does not tell. */
function isPageReady(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return document.readyState === 'complete' || (navigation?.domContentLoadedEventStart ?? 0) > 0;
}

// Until then the page's own scripts may still set its language.
if (isPageReady()) start();
else document.addEventListener('DOMContentLoaded', start);
