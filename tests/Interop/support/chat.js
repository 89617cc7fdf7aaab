import { openBrowser } from './browser.js';
import { servePage } from './page.js';
import { Service } from './service.js';
import { until } from './until.js';

/** The user in the page's token. */
export const SHOPPER = 'dl_shopper';

/** Web Chat on a store's page in a browser of its own, talking to a service of its own. */
export async function openChat(locale) {
  const browser = await openBrowser();
  const service = await Service.start();
  const site = await servePage(service, locale);
  const page = await browser.newPage();
  await page.goto(site.url);
  return new Chat(service, site, browser, page);
}

class Chat {
  constructor(service, site, browser, page) {
    Object.assign(this, { service, site, browser, page });
  }

  shows = (text) => this.#articles().filter({ hasText: text }).first().waitFor();

  /** The message stands there with the time at which it was sent, which Web Chat shows only when it was posted and echoed. */
  sent = (text) => this.#articles().filter({ hasText: text }).filter({ hasText: /Sent at|已于/ }).first().waitFor();

  showsCount = (count) => until(`${count} messages are shown`, async () => await this.#articles().count() === count);

  showsPicture = (name) => until(`the picture ${name} is shown once`, () => this.page.evaluate((alternative) => {
    const shown = [...document.images].filter((image) => image.alt === alternative);
    return shown.length === 1 && shown[0].naturalWidth > 0;
  }, name));

  suggestions = () => this.page.locator('.webchat__suggested-action__text').allTextContents();

  choose = (suggestion) => this.page.locator('.webchat__suggested-actions').getByText(suggestion).click();

  async say(text) {
    const box = this.page.locator('.webchat__send-box-text-box__input');
    await box.fill(text);
    await box.press('Enter');
  }

  /** What came in over Direct Line, once there is something that matches. */
  activities = (matches) => until('an activity came', async () => {
    const found = (await this.page.evaluate(() => window.activities)).filter(matches);
    return found.length > 0 && found;
  });

  /** Chooses a file for the next message, and waits until Web Chat has taken it: it makes a preview first, and sends without the file what is said before. */
  async attach(file) {
    await this.page.locator('input[type=file]').setInputFiles(file);
    await this.page.locator('.webchat__attachment-icon--checked').waitFor();
  }

  async answered(text) {
    const [question] = await this.activities((activity) => activity.text === text);
    await this.activities((activity) => activity.replyToId === question.id);
  }

  /** The messages as they stand on the page, from top to bottom. */
  messages = () => this.#articles().evaluateAll((articles, shopper) => articles.map((article) => ({
    from: article.querySelector('.webchat__bubble--from-user') ? shopper : 'bot',
    text: article.querySelector('.webchat__bubble__content').textContent,
  })), SHOPPER);

  async close() {
    await this.browser.close();
    this.site.close();
    await this.service.stop();
  }

  #articles() {
    return this.page.locator('article.webchat__basic-transcript__activity');
  }
}
