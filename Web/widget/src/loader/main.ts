import type { IdentitySource } from '../shared/identity.ts';
import { readSettings } from '../shared/settings.ts';
import { Launcher } from './launcher.ts';

/** What the page may set before this script runs, and finds afterwards. */
interface PageApi {
  identity?: IdentitySource;
  identify?(source: IdentitySource): void;
}

// Known only while the script itself runs, so it is read before anything is awaited.
const script = document.currentScript;

function start(): void {
  if (!(script instanceof HTMLScriptElement) || document.getElementById(Launcher.id) !== null) return;
  const settings = readSettings(script, document, navigator.languages);
  const page = window as Window & { SupportBot?: PageApi };
  if (page.SupportBot?.identity !== undefined) settings.identity.set(page.SupportBot.identity);
  page.SupportBot = { identify: (source) => settings.identity.set(source) };
  new Launcher(settings).mount();
}

/** An async script can also run after parsing, yet before the page's deferred scripts; the ready state does not tell. */
function isPageReady(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return document.readyState === 'complete' || (navigation?.domContentLoadedEventStart ?? 0) > 0;
}

// Until then the page's own scripts may still set its language.
if (isPageReady()) start();
else document.addEventListener('DOMContentLoaded', start);
