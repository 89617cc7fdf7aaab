export interface Attachment {
  readonly contentType: string;
  readonly contentUrl?: string;
  readonly content?: unknown;
  readonly name?: string;
  readonly thumbnailUrl?: string;
}

export interface CardAction {
  readonly type: string;
  readonly title?: string;
  readonly text?: string;
  readonly displayText?: string;
  readonly value?: unknown;
}

/** What a hero card holds; anything may be missing, as anybody may have written it. */
export interface CardContent {
  readonly title?: string;
  readonly subtitle?: string;
  readonly text?: string;
  readonly images?: readonly { readonly url?: string; readonly alt?: string }[];
  readonly buttons?: readonly CardAction[];
}

const cardTypes = new Set(['application/vnd.microsoft.card.hero', 'application/vnd.microsoft.card.thumbnail']);

export function isCard(contentType: string): boolean {
  return cardTypes.has(contentType);
}
