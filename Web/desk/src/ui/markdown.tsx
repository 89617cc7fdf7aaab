import { safeLink } from '@supportbot/shared/markdown/links.ts';
import { writtenNumbers } from '@supportbot/shared/markdown/list-numbers.ts';
import { parse } from '@supportbot/shared/markdown/parse.ts';
import type { Token, Tokens } from 'marked';
import { Fragment, memo, type ReactNode } from 'react';
import classes from './markdown.module.css';

/** Markdown as React elements, by the widget's own rules. Every word is set as text, so nothing in a message can become markup of its own. */
export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  return <div className={classes.words} dir="auto">{blocks(parse(text))}</div>;
});

function blocks(tokens: readonly Token[]): ReactNode[] {
  return tokens.map((token, index) => <Fragment key={index}>{block(token)}</Fragment>);
}

function block(token: Token): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return <p>{inlines(token)}</p>;
    case 'heading':
      return <p><strong>{inlines(token)}</strong></p>;
    case 'list':
      return list(token as Tokens.List);
    case 'blockquote':
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens)}</blockquote>;
    case 'code':
      return <pre><code>{(token as Tokens.Code).text}</code></pre>;
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return <hr />;
    case 'space':
    case 'def':
      return null;
    default:
      return inline(token);
  }
}

function list({ ordered, start, items }: Tokens.List): ReactNode {
  const numbers = ordered ? writtenNumbers(items) : undefined;
  const rows = items.map((item, index) => <li key={index} value={numbers?.[index] === undefined ? undefined : Number(numbers[index])}>{blocks(item.tokens)}</li>);
  if (!ordered) return <ul>{rows}</ul>;
  return <ol start={numbers === undefined && start !== '' && start !== 1 ? start : undefined}>{rows}</ol>;
}

function table({ header, rows }: Tokens.Table): ReactNode {
  return (
    <div className={classes.table} tabIndex={0}>
      <table>
        <thead><tr>{header.map((cell, index) => <th key={index} scope="col">{all(cell.tokens)}</th>)}</tr></thead>
        <tbody>{rows.map((row, at) => <tr key={at}>{row.map((cell, index) => <td key={index}>{all(cell.tokens)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

function inlines(token: Token): ReactNode {
  const tokens = 'tokens' in token ? token.tokens : undefined;
  return tokens === undefined ? words(token) : all(tokens);
}

function all(tokens: readonly Token[]): ReactNode[] {
  return tokens.map((token, index) => <Fragment key={index}>{inline(token)}</Fragment>);
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token)}</strong>;
    case 'em':
      return <em>{inlines(token)}</em>;
    case 'del':
      return <del>{inlines(token)}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return <SafeLink address={(token as Tokens.Link).href}>{inlines(token)}</SafeLink>;
    case 'image':
      // Showing it would tell a third party that the desk reads it.
      return <SafeLink address={(token as Tokens.Image).href}>{(token as Tokens.Image).text || (token as Tokens.Image).href}</SafeLink>;
    case 'text':
    case 'paragraph':
      return inlines(token);
    default:
      return words(token);
  }
}

function words(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}

/** A link, or the bare words where the address is not one to follow. */
export function SafeLink({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const url = safeLink(address);
  return url === undefined ? children : <a href={url.href} target="_blank" rel="noopener noreferrer">{children}</a>;
}
