export interface Key {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What browsers set on a key that an input method has taken. */
const takenByInputMethod = 229;

/** Ctrl+Enter always sends, Enter alone where its writer wants it so; a key that ends a composition never does. */
export function sends(key: Key, enterSends: boolean): boolean {
  if (key.key !== 'Enter' || key.isComposing || key.keyCode === takenByInputMethod) return false;
  if (key.ctrlKey || key.metaKey) return true;
  return enterSends && !key.shiftKey && !key.altKey;
}

export interface Slash {
  /** Where the slash stands. */
  readonly from: number;
  readonly query: string;
}

/** The prepared reply being looked for: a slash at the beginning of a word, and what follows it up to the cursor. */
export function slashAt(text: string, caret: number): Slash | undefined {
  const before = text.slice(0, caret);
  const found = /(?:^|\s)\/([\p{L}\p{N}_-]{0,40})$/u.exec(before);
  return found?.[1] === undefined ? undefined : { from: caret - found[1].length - 1, query: found[1].toLowerCase() };
}

export interface Edit {
  readonly text: string;
  /** What is selected afterwards. */
  readonly from: number;
  readonly to: number;
}

/** Puts words in place of a range, with a blank line's worth of air where they would run into others. */
export function insert(text: string, from: number, to: number, words: string): Edit {
  const before = text.slice(0, from);
  const glue = before === '' || /\s$/.test(before) ? '' : '\n';
  const at = from + glue.length + words.length;
  return { text: before + glue + words + text.slice(to), from: at, to: at };
}

/** Puts marks around the selection, or takes them away again. */
export function wrap(text: string, from: number, to: number, mark: string): Edit {
  const inner = text.slice(from, to);
  const isWrapped = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark;
  if (isWrapped) {
    return { text: text.slice(0, from - mark.length) + inner + text.slice(to + mark.length), from: from - mark.length, to: to - mark.length };
  }
  return { text: text.slice(0, from) + mark + inner + mark + text.slice(to), from: from + mark.length, to: to + mark.length };
}

export type Variables = Readonly<Record<string, string | undefined>>;

const variable = /\{\{\s*([\w.]+)\s*\}\}/g;

/** A prepared reply with what is known filled in; what is not stays visible, to be filled by hand. */
export function fill(text: string, values: Variables): string {
  return text.replace(variable, (all, name: string) => values[name] ?? all);
}

/** Names still to be filled in: such a text is not sent. */
export function unfilled(text: string): readonly string[] {
  return [...text.matchAll(variable)].map(([, name]) => name ?? '');
}
