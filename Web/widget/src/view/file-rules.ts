import type { PanelWords } from '../words/panel.ts';

export interface UploadLimits {
  readonly maxUploadBytes: number;
  /** Media types, `image/*` or `.pdf`, as in the `accept` of a file field. */
  readonly acceptedTypes: readonly string[];
}

export const mostFiles = 5;

/** What the shopper is told instead of staging the file; undefined when it may go. The limit is for all files of a message. */
export function fileProblem(file: File, staged: number, limits: UploadLimits | undefined, words: PanelWords, locale: string): string | undefined {
  if (file.size === 0) return words.fileEmpty(file.name);
  if (limits === undefined) return undefined;
  if (staged + file.size > limits.maxUploadBytes) return words.filesTooLarge(file.name, readableSize(limits.maxUploadBytes, locale));
  return limits.acceptedTypes.length === 0 || limits.acceptedTypes.some((type) => matches(file, type)) ? undefined : words.fileType(file.name);
}

function matches(file: File, accepted: string): boolean {
  if (accepted.startsWith('.')) return file.name.toLowerCase().endsWith(accepted.toLowerCase());
  if (accepted.endsWith('/*')) return file.type.startsWith(accepted.slice(0, -1));
  return accepted === '*' || file.type === accepted;
}

function readableSize(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return bytes >= 1 << 20 ? `${format.format(bytes / (1 << 20))} MB` : `${format.format(bytes / 1024)} KB`;
}
