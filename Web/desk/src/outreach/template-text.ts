import type { TemplateValues } from '../api/outreach.ts';

export type TemplateFault = 'unclosed' | 'notAValue' | 'unknown';

export interface Problem {
  readonly fault: TemplateFault;
  /** The words at fault. */
  readonly at: string;
}

interface Part {
  readonly text: string;
  readonly isValue: boolean;
  /** Stands in where the value is not known. */
  readonly fallback?: string;
}

/** What is read of a text with values to put in, by the service's own rules: Outreach/Templates/TemplateText.cs. */
export interface Reading {
  readonly parts: readonly Part[];
  readonly problem?: Problem;
}

const notNames = /[#/>^&{!%]/;

export function read(text: string, values: TemplateValues): Reading {
  const parts: Part[] = [];
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{{', at);
    parts.push({ text: text.slice(at, open < 0 ? undefined : open), isValue: false });
    if (open < 0) break;
    const close = text.indexOf('}}', open);
    if (close < 0) return { parts, problem: { fault: 'unclosed', at: text.slice(open, open + 20) } };
    const inside = text.slice(open + 2, close);
    const bar = inside.indexOf('|');
    const name = (bar < 0 ? inside : inside.slice(0, bar)).trim();
    if (name === '' || notNames.test(name)) return { parts, problem: { fault: 'notAValue', at: name } };
    if (!isKnown(name, values)) return { parts, problem: { fault: 'unknown', at: name } };
    parts.push({ text: name, isValue: true, ...(bar < 0 ? {} : { fallback: inside.slice(bar + 1).trim() }) });
    at = close + 2;
  }
  return { parts };
}

function isKnown(name: string, { always, ofEvents, own }: TemplateValues): boolean {
  return always.includes(name) || ofEvents.includes(name) || (name.startsWith(own) && /^[a-z]+$/.test(name.slice(own.length)));
}

/** The text with samples put in; what has neither sample nor stand-in shows its name. */
export function fillIn({ parts }: Reading, samples: Readonly<Record<string, string>>): string {
  return parts.map(({ text, isValue, fallback }) => (isValue ? samples[text] ?? fallback ?? `[${text}]` : text)).join('');
}

/** The names of values that must be given with the campaign: its own, and those that only an event would tell. */
export function toBeGiven(texts: readonly string[], values: TemplateValues, isEvent: boolean): readonly string[] {
  const needed = texts.flatMap((text) => read(text, values).parts).filter(({ isValue, fallback }) => isValue && fallback === undefined).map(({ text }) => text);
  return [...new Set(needed.flatMap((name) => (name.startsWith(values.own) ? name.slice(values.own.length) : !isEvent && values.ofEvents.includes(name) ? name : [])))];
}
