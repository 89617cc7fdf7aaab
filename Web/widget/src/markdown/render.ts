import type { Token, Tokens } from 'marked';
import { element } from '../shared/dom.ts';
import { link } from './link-element.ts';
import { writtenNumbers } from '@supportbot/shared/markdown/list-numbers.ts';
import { parse } from '@supportbot/shared/markdown/parse.ts';

/** Markdown as DOM nodes. Every word is set as text, so nothing in a message can become markup of its own. */
export function renderMarkdown(text: string): Node[] {
  return parse(text).map(block);
}

function block(token: Token): Node {
  switch (token.type) {
    case 'paragraph':
      return element('p', {}, ...inlines(token));
    case 'heading':
      // A heading of the page's own outline would mislead a screen reader; in a bubble it is a bold line.
      return element('p', {}, element('strong', {}, ...inlines(token)));
    case 'list':
      return list(token as Tokens.List);
    case 'blockquote':
      return element('blockquote', {}, ...((token as Tokens.Blockquote).tokens).map(block));
    case 'code':
      return element('pre', {}, element('code', { text: (token as Tokens.Code).text }));
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return element('hr');
    case 'space':
    case 'def':
      return document.createDocumentFragment();
    default:
      return inline(token);
  }
}

function list({ ordered, start, items }: Tokens.List): Node {
  const numbers = ordered ? writtenNumbers(items) : undefined;
  const rows = items.map((item, index) => {
    const value = numbers?.[index];
    return element('li', { attributes: value === undefined ? {} : { value } }, ...item.tokens.map(block));
  });
  if (!ordered) return element('ul', {}, ...rows);
  return element('ol', { attributes: numbers !== undefined || start === '' || start === 1 ? {} : { start: String(start) } }, ...rows);
}

function table({ header, rows }: Tokens.Table): Node {
  const head = element('tr', {}, ...header.map((cell) => element('th', { attributes: { scope: 'col' } }, ...cell.tokens.map(inline))));
  const body = rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, ...cell.tokens.map(inline)))));
  const grid = element('table', {}, element('thead', {}, head), element('tbody', {}, ...body));
  return element('div', { class: 'table', attributes: { tabindex: '0' } }, grid);
}

function inlines(token: Token): Node[] {
  const tokens = 'tokens' in token ? token.tokens : undefined;
  return tokens === undefined ? [words(token)] : tokens.map(inline);
}

function inline(token: Token): Node {
  switch (token.type) {
    case 'strong':
      return element('strong', {}, ...inlines(token));
    case 'em':
      return element('em', {}, ...inlines(token));
    case 'del':
      return element('del', {}, ...inlines(token));
    case 'codespan':
      return element('code', { text: (token as Tokens.Codespan).text });
    case 'br':
      return element('br');
    case 'link':
      return link((token as Tokens.Link).href, ...inlines(token));
    case 'image':
      // Showing it would tell a third party that the shopper reads it.
      return link((token as Tokens.Image).href, (token as Tokens.Image).text || (token as Tokens.Image).href);
    case 'text':
    case 'paragraph':
      return fragment(inlines(token));
    default:
      return words(token);
  }
}

function words(token: Token): Node {
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  return document.createTextNode(text);
}

function fragment(nodes: readonly Node[]): Node {
  const together = document.createDocumentFragment();
  together.append(...nodes);
  return together;
}
