import { isCard, type Attachment, type CardAction, type CardContent } from '@supportbot/shared/attachment.ts';
import { safeLink, safePicture } from '@supportbot/shared/markdown/links.ts';
import { useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Markdown, SafeLink } from '../ui/markdown.tsx';
import { useWords } from '../words/words.tsx';
import classes from './attachments.module.css';

export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  return attachments.map((attachment, index) => (
    isCard(attachment.contentType ?? '') ? <Card key={index} content={(attachment.content ?? {}) as CardContent} /> : <File key={index} attachment={attachment} />
  ));
}

/** As the shopper sees it, but that the buttons are theirs to press. */
function Card({ content: { title, subtitle, text, images, buttons } }: { readonly content: CardContent }) {
  const picture = images?.[0]?.url === undefined ? undefined : safePicture(images[0].url, location.origin, true);
  return (
    <div className={classes.card}>
      {picture !== undefined && <Picture source={picture} alternative={images?.[0]?.alt ?? ''} />}
      <div className={classes.cardBody} dir="auto">
        {title !== undefined && <p className={classes.cardTitle}>{String(title)}</p>}
        {subtitle !== undefined && <p className={classes.cardPrice}>{String(subtitle)}</p>}
        {text !== undefined && <Markdown text={String(text)} />}
      </div>
      {(buttons?.length ?? 0) > 0 && <ul className={classes.cardButtons}>{buttons?.map((action, index) => <li key={index}><CardButton action={action} /></li>)}</ul>}
    </div>
  );
}

/** In the place of what the desk cannot show. */
export function Unsupported() {
  return <p className={classes.unsupported}>{useWords().thread.unsupported}</p>;
}

function CardButton({ action: { type, title, value } }: { readonly action: CardAction }) {
  const label = title ?? (typeof value === 'string' ? value : '');
  const leadsAway = type === 'openUrl' || type === 'downloadFile' || type === 'showImage';
  return <span dir="auto">{leadsAway ? <SafeLink address={String(value)}>{label}</SafeLink> : label}</span>;
}

function File({ attachment: { contentType, contentUrl, thumbnailUrl, name } }: { readonly attachment: Attachment }) {
  const { thread } = useWords();
  if (contentUrl === undefined) return <Unsupported />;
  const label = name ?? decodeName(contentUrl);
  const href = safeLink(contentUrl)?.href;
  // Only our own service is asked for pictures by itself: another would learn who looks.
  const picture = contentType?.startsWith('image/') ? safePicture(thumbnailUrl ?? contentUrl, location.origin, false) : undefined;
  const body = picture === undefined
    ? <span className={classes.file}><Icon name="file" size={18} /><bdi>{label}</bdi></span>
    : <Picture source={picture} alternative={thread.picture(label)} />;
  if (href === undefined) return body;
  return (
    <a className={classes.attachment} href={href} target="_blank" rel="noopener noreferrer" {...(picture === undefined ? { download: label } : {})} aria-label={picture === undefined ? thread.download(label) : thread.picture(label)}>
      {body}
    </a>
  );
}

function Picture({ source, alternative }: { readonly source: string; readonly alternative: string }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <span className={classes.broken}><Icon name="file" size={18} /><bdi>{alternative}</bdi></span>;
  return <img className={classes.picture} src={source} alt={alternative} loading="lazy" decoding="async" referrerPolicy="no-referrer" onError={() => setBroken(true)} />;
}

function decodeName(url: string): string {
  const last = url.split('/').at(-1) ?? url;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
