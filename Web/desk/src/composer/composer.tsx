import { ActionIcon, Alert, Button, Switch, Textarea, Tooltip } from '@mantine/core';
import { useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject } from 'react';
import type { Canned, Conversation } from '../api/conversation.ts';
import { isProblem } from '../api/problem.ts';
import { useChangeMe, useMay, useMe } from '../session/session.ts';
import type { Kind } from '../stream/outbox.ts';
import { useMoment } from '../stream/live.tsx';
import { Icon } from '../ui/icon.tsx';
import { explain, shopperName, useWords, type Words } from '../words/words.tsx';
import { Assist } from './assist.tsx';
import { CannedMenu, useCannedMatches } from './canned-menu.tsx';
import classes from './composer.module.css';
import { FileList } from './file-list.tsx';
import { insert, sends, slashAt, unfilled, wrap } from './rules.ts';
import { useComposer } from './use-composer.ts';
import { useFiles } from './use-files.ts';

interface Properties {
  readonly conversation: Conversation;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

export function Composer({ conversation, field }: Properties) {
  const words = useWords();
  const { composer, thread } = words;
  const me = useMe();
  const may = useMay();
  const change = useChangeMe();
  const own = useComposer(conversation, field);
  const files = useFiles(own.draft.files, own.setFiles);
  const chooser = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [isMenuClosed, setMenuClosed] = useState(false);
  const colleague = useMoment(({ composing }) => composing.get(conversation.id));

  const { kind, text } = own;
  const isReply = kind === 'messages';
  const slash = isMenuClosed || !isReply ? undefined : slashAt(text, caret);
  const matches = useCannedMatches(slash?.query, conversation.locale);
  const hindrance = isReply ? whyNot(conversation, me.id, may('desk.reply'), words) : undefined;
  const missing = isReply ? unfilled(text) : [];
  const isEmpty = text.trim() === '' && own.draft.files.length === 0;
  const canSend = !isEmpty && hindrance === undefined && missing.length === 0 && !files.isUploading;
  const enterSends = me.preferences.enterSends ?? false;

  const take = ({ text: reply }: Canned) => {
    const from = slash?.from ?? caret;
    own.edit(insert(text, from, caret, own.fill(reply)));
    setMenuClosed(true);
  };
  const put = (answer: string) => own.edit(insert(text, field.current?.selectionStart ?? text.length, field.current?.selectionEnd ?? text.length, own.fill(answer)));
  const mark = (sign: string) => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    own.edit(wrap(text, selectionStart, selectionEnd, sign));
  };

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const key = event.nativeEvent;
    if (key.isComposing || key.keyCode === 229) return;
    const inMenu = slash !== undefined && matches.length > 0;
    const reply = matches[chosen];
    if (inMenu && (key.key === 'ArrowDown' || key.key === 'ArrowUp')) setChosen((chosen + (key.key === 'ArrowDown' ? 1 : matches.length - 1)) % matches.length);
    else if (inMenu && reply !== undefined && (key.key === 'Enter' || key.key === 'Tab') && !key.ctrlKey && !key.metaKey) take(reply);
    else if (slash !== undefined && key.key === 'Escape') setMenuClosed(true);
    else if (key.key === 'Escape') field.current?.blur();
    else if ((key.ctrlKey || key.metaKey) && (key.key === 'b' || key.key === 'i')) mark(key.key === 'b' ? '**' : '*');
    else if (sends(key, enterSends)) {
      if (canSend) own.send();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pasted = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    files.add([...event.clipboardData.files]);
  };
  const dropped = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    files.add([...event.dataTransfer.files]);
  };

  const kinds: readonly Kind[] = may('desk.supervise') && conversation.assignee?.id !== me.id && conversation.owner === 'agent' ? ['messages', 'notes', 'whisper'] : ['messages', 'notes'];
  const labels: Readonly<Record<Kind, string>> = { messages: composer.reply, notes: composer.note, whisper: composer.whisper };
  const placeholder = isReply ? composer.replyTo(shopperName(conversation.shopper, words)) : kind === 'notes' ? composer.noteFor : composer.whisperFor;
  return (
    <div className={classes.area}>
      {isReply && hindrance === undefined && <Assist conversation={conversation} insert={put} />}
      <div className={classes.composer} data-kind={kind} onDrop={dropped} onDragOver={(event) => event.preventDefault()}>
        <div className={classes.top}>
          <div className={classes.kinds} role="group" aria-label={composer.modes}>
            {kinds.map((choice) => <button key={choice} type="button" className={classes.kind} aria-pressed={kind === choice} onClick={() => own.setKind(choice)}>{labels[choice]}</button>)}
          </div>
          {colleague !== undefined && <span className={classes.colleague} role="status"><Icon name="pencil" size={14} /><bdi>{thread.colleagueTyping(colleague.name)}</bdi></span>}
        </div>
        {own.refusal !== undefined && <Alert color="red" variant="light" role="alert" p="xs" mx="sm" mt={6}>{refused(own.refusal.error, words)}</Alert>}
        {hindrance !== undefined && own.refusal === undefined && <p className={classes.hindrance} role="status">{hindrance}</p>}
        {slash !== undefined && <CannedMenu matches={matches} chosen={chosen} fill={own.fill} take={take} />}
        <Textarea
          ref={field}
          className={classes.field}
          variant="unstyled"
          aria-label={isReply ? composer.field : labels[kind]}
          placeholder={placeholder}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={20_000}
          value={text}
          onChange={(event) => { own.write(event.currentTarget.value); setCaret(event.currentTarget.selectionStart); setMenuClosed(false); setChosen(0); }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={pressed}
          onPaste={pasted}
          dir="auto"
        />
        <FileList files={own.draft.files} uploading={files.uploading} remove={files.remove} />
        {files.problem !== undefined && <p className={classes.problem} role="alert">{files.problem}</p>}
        {missing.length > 0 && <p className={classes.problem} role="status">{composer.missing(missing.join(', '))}</p>}
        <div className={classes.foot}>
          <Tooltip label={composer.attach}><ActionIcon aria-label={composer.attach} onClick={() => chooser.current?.click()}><Icon name="clip" /></ActionIcon></Tooltip>
          <input ref={chooser} type="file" multiple hidden aria-label={composer.attach} onChange={(event) => { files.add([...(event.currentTarget.files ?? [])]); event.currentTarget.value = ''; }} />
          <Tooltip label={composer.bold}><ActionIcon className={classes.format} aria-label={composer.bold} onClick={() => mark('**')}><Icon name="bold" /></ActionIcon></Tooltip>
          <Tooltip label={composer.italic}><ActionIcon className={classes.format} aria-label={composer.italic} onClick={() => mark('*')}><Icon name="italic" /></ActionIcon></Tooltip>
          <span className={classes.space} />
          <Switch className={classes.enter} size="xs" label={composer.enterSends} checked={enterSends} onChange={(event) => change.mutate({ preferences: { ...me.preferences, enterSends: event.currentTarget.checked } })} />
          <Button size="xs" color={isReply ? 'pine' : 'yellow.9'} disabled={!canSend} rightSection={<Icon name={isReply ? 'send' : 'note'} size={15} />} onClick={own.send}>{isReply ? composer.send : composer.addNote}</Button>
        </div>
      </div>
    </div>
  );
}

/** Why the shopper cannot be answered from here just now. */
function whyNot({ owner, assignee, status }: Conversation, me: string, mayReply: boolean, { composer, common }: Words): string | undefined {
  if (status === 'resolved') return composer.resolvedHere;
  if (owner === 'bot') return composer.botOwns;
  if (owner === 'queue') return composer.queueOwns;
  if (assignee?.id !== me) return composer.otherOwns(assignee?.name ?? '');
  return mayReply ? undefined : common.forbidden;
}

function refused(error: unknown, words: Words): string {
  if (!isProblem(error, 'NotYours')) return explain(error, words);
  return error.assignee === null ? words.composer.notYoursQueue : words.composer.notYours(error.assignee.name);
}
