import { palette } from '../shared/color.ts';
import { adopt, element } from '../shared/dom.ts';
import { chatPath, closePath, downPath, icon } from '../shared/icon.ts';
import { isRecent, recall } from '../shared/memory.ts';
import type { Panel, PanelHost, PanelModule } from '../shared/panel.ts';
import type { Settings } from '../shared/settings.ts';
import { launcherWords, type LauncherWords } from '../words/launcher.ts';
import styles from './launcher.css?inline';

/** The round button on the store's page. It fetches the panel at the first click, or when a conversation is under way. */
export class Launcher implements PanelHost {
  static readonly id = 'supportbot';

  readonly root: ShadowRoot;
  readonly settings: Settings;
  private readonly host: HTMLElement;
  private readonly words: LauncherWords;
  private readonly button: HTMLButtonElement;
  private readonly badge: HTMLElement;
  private teaser: HTMLElement | undefined;
  private panel: Panel | undefined;
  private loading: Promise<Panel> | undefined;
  private attempts = 0;
  private unread = 0;

  constructor(settings: Settings) {
    this.settings = settings;
    this.words = launcherWords[settings.locale];
    this.host = element('div', { attributes: { id: Launcher.id, lang: settings.locale, 'data-position': settings.position, 'data-theme': settings.theme } });
    this.root = this.host.attachShadow({ mode: 'open' });
    this.badge = element('span', { class: 'badge', attributes: { 'aria-hidden': 'true' } });
    this.button = element('button', {
      class: 'launcher',
      attributes: { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      on: { click: () => void this.toggle() },
    }, icon(chatPath), icon(downPath), this.badge);
  }

  mount(): void {
    this.paint();
    adopt(this.root, styles);
    this.root.append(this.button);
    this.label();
    document.body.append(this.host);
    const remembered = recall(this.settings.base);
    if (remembered !== undefined && isRecent(remembered, Date.now())) void this.load().catch(() => undefined);
    else if (this.settings.greeting !== undefined) this.tease(this.settings.greeting, 'status');
  }

  unreadChanged(count: number): void {
    this.unread = count;
    this.label();
  }

  openChanged(open: boolean): void {
    this.button.setAttribute('aria-expanded', String(open));
    this.host.toggleAttribute('data-open', open);
    this.label();
    if (!open) this.button.focus();
  }

  private async toggle(): Promise<void> {
    this.dropTeaser();
    if (this.panel?.isOpen) {
      this.panel.close();
      return;
    }
    this.button.setAttribute('aria-busy', 'true');
    try {
      (await this.load()).open();
    } catch {
      this.tease(this.words.failed, 'alert');
    } finally {
      this.button.removeAttribute('aria-busy');
    }
  }

  private load(): Promise<Panel> {
    this.loading ??= this.fetchPanel().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async fetchPanel(): Promise<Panel> {
    // Browsers remember a failed import by its URL, so another attempt needs another URL.
    const query = this.attempts++ === 0 ? '' : `?attempt=${this.attempts}`;
    const module: PanelModule = await import(/* @vite-ignore */ `${this.settings.base}widget/panel.js${query}`);
    this.panel = module.createPanel(this);
    return this.panel;
  }

  private label(): void {
    const open = this.panel?.isOpen ?? false;
    const parts = open ? [this.words.close] : [this.words.open];
    if (!open && this.unread > 0) parts.push(this.words.unread(this.unread));
    this.button.setAttribute('aria-label', parts.join(', '));
    this.badge.textContent = this.unread > 9 ? '9+' : String(this.unread);
    this.badge.hidden = open || this.unread === 0;
  }

  private tease(text: string, role: 'status' | 'alert'): void {
    this.dropTeaser();
    this.teaser = element('div', { class: 'teaser', attributes: { role } },
      element('button', { class: 'teaser-text', text, attributes: { type: 'button', dir: 'auto' }, on: { click: () => void this.toggle() } }),
      element('button', {
        class: 'teaser-close',
        attributes: { type: 'button', 'aria-label': this.words.dismiss },
        on: { click: () => { this.dropTeaser(); this.button.focus(); } },
      }, icon(closePath)));
    this.root.append(this.teaser);
  }

  private dropTeaser(): void {
    this.teaser?.remove();
    this.teaser = undefined;
  }

  private paint(): void {
    const colors = palette(this.settings.color);
    this.host.style.setProperty('--brand', colors.brand);
    this.host.style.setProperty('--on-brand', colors.onBrand);
    this.host.style.setProperty('--accent-light', colors.accentOnLight);
    this.host.style.setProperty('--accent-dark', colors.accentOnDark);
  }
}
