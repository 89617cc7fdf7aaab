import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Conversation } from '../api/conversation.ts';
import { useMay, useMe } from '../session/session.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { useLive } from '../stream/live.tsx';
import { Chip } from '../ui/chip.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeys } from '../ui/keys.ts';
import { useTell } from '../ui/tell.ts';
import { shopperName, useLanguage } from '../words/words.tsx';
import { WaitClock } from '../inbox/wait-clock.tsx';
import classes from './conversation.module.css';
import { ReturnDialog } from './return-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { useActions } from './use-actions.ts';

interface Properties {
  readonly conversation: Conversation;
  readonly isPhone: boolean;
  readonly leave: () => void;
  readonly next: () => void;
  readonly focus: () => void;
  readonly openPanel?: () => void;
}

type Dialog = 'transfer' | 'return' | 'snooze' | 'assign';

export function ConversationHead({ conversation, isPhone, leave, next, focus, openPanel }: Properties) {
  const { words, dates } = useLanguage();
  const { actions: said, thread, common, inbox, composer } = words;
  const me = useMe();
  const may = useMay();
  const { drafts } = useLive();
  const { done } = useTell();
  const [, go] = useLocation();
  const [dialog, setDialog] = useState<Dialog>();
  const { id, shopper, owner, assignee, status } = conversation;
  const act = useActions(id);
  const isMine = owner === 'agent' && assignee?.id === me.id;
  const others = owner === 'agent' && !isMine;
  const canTake = may('desk.reply') && status !== 'resolved' && !isMine && !others;
  const canTakeOver = may('desk.supervise') && others && status !== 'resolved';
  const name = shopperName(shopper, words);

  const write = (kind: 'messages' | 'notes') => () => {
    drafts.change(id, { kind });
    focus();
  };
  const take = () => (canTakeOver ? act.takeOver(focus) : act.claim(focus));
  const copy = () => void navigator.clipboard.writeText(`${location.origin}/desk/inbox/${id}`).then(() => done(common.copied));
  const finish = () => (status === 'resolved' ? act.reopen() : act.resolve(next));
  const isOpenMine = isMine && status !== 'resolved';
  const commands: readonly Command[] = useMemo(() => {
    const all: readonly (Command | false)[] = [
      (canTake || canTakeOver) && { id: 'take', label: canTakeOver ? said.takeover : said.claim, icon: 'check', hint: 'C', run: take },
      { id: 'reply', label: composer.reply, icon: 'send', hint: 'R', run: write('messages') },
      { id: 'note', label: composer.note, icon: 'note', hint: 'N', run: write('notes') },
      isOpenMine && { id: 'transfer', label: said.transfer, icon: 'swap', hint: 'T', run: () => setDialog('transfer') },
      isOpenMine && { id: 'snooze', label: said.snooze, icon: 'clock', hint: 'S', run: () => setDialog('snooze') },
      isOpenMine && { id: 'return', label: said.return, icon: 'robot', run: () => setDialog('return') },
      (isMine || status === 'resolved') && { id: 'finish', label: status === 'resolved' ? said.reopen : said.resolve, icon: 'check', hint: 'E', run: finish },
      may('desk.supervise') && status !== 'resolved' && { id: 'assign', label: said.assign, icon: 'people', run: () => setDialog('assign') },
      may('tickets.write') && { id: 'ticket', label: said.ticket, icon: 'ticket', run: () => go(`/tickets?new=${id}`) },
      { id: 'link', label: said.copyLink, icon: 'link', run: copy },
    ];
    return all.filter((command) => command !== false);
    // What the functions close over is named by these.
  }, [id, words, canTake, canTakeOver, isMine, status]);
  useCommands(commands);
  useKeys(Object.fromEntries(commands.filter(({ hint }) => hint !== undefined).map(({ hint, run }) => [hint?.toLowerCase(), run])));

  const shown = new Set(['take', 'finish', 'reply', 'note']);
  const state = [inbox.channels[conversation.channel] ?? conversation.channel,
    owner === 'bot' ? composer.botOwns : owner === 'queue' ? composer.queueOwns : others ? composer.otherOwns(assignee?.name ?? '') : inbox.status[status]].join(' · ');
  return (
    <>
      <header className={classes.head}>
        {isPhone && <ActionIcon aria-label={common.back} onClick={leave}><Icon name="back" size={22} /></ActionIcon>}
        <Face name={name} id={shopper.id} />
        <div className={classes.who}>
          <h2 className={classes.name}>
            <bdi>{name}</bdi>
            {shopper.vip && <Chip tone="warm">VIP</Chip>}
            {conversation.waitingSince && !isPhone && <WaitClock since={conversation.waitingSince} />}
          </h2>
          <p className={classes.state} dir="auto">
            {status === 'snoozed' ? conversation.snoozedUntil ? thread.snoozedUntil(dates.full(new Date(conversation.snoozedUntil))) : thread.snoozedReply : state}
          </p>
        </div>
        <div className={classes.actions} role="group" aria-label={said.label}>
          {(canTake || canTakeOver) && <Button size="xs" loading={act.isPending} onClick={take}>{canTakeOver ? said.takeover : said.claim}</Button>}
          {isOpenMine && !isPhone && <Tooltip label={`${said.transfer} (T)`}><ActionIcon aria-label={said.transfer} onClick={() => setDialog('transfer')}><Icon name="swap" /></ActionIcon></Tooltip>}
          {isOpenMine && !isPhone && <Tooltip label={`${said.snooze} (S)`}><ActionIcon aria-label={said.snooze} onClick={() => setDialog('snooze')}><Icon name="clock" /></ActionIcon></Tooltip>}
          {(isMine || status === 'resolved') && (
            <Button size="xs" variant="default" leftSection={<Icon name={status === 'resolved' ? 'reopen' : 'check'} size={16} />} loading={act.isPending} onClick={finish}>
              {status === 'resolved' ? said.reopen : said.resolve}
            </Button>
          )}
          <Menu position="bottom-end" width={230}>
            <Menu.Target><ActionIcon aria-label={common.more}><Icon name="more" /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              {commands.filter((command) => !shown.has(command.id)).map(({ id: key, label, icon, hint, run }) => (
                <Menu.Item key={key} leftSection={<Icon name={icon} size={16} />} rightSection={hint} onClick={run}>{label}</Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {openPanel !== undefined && <Tooltip label={thread.details}><ActionIcon aria-label={thread.details} onClick={openPanel}><Icon name="panel" /></ActionIcon></Tooltip>}
        </div>
      </header>
      {(conversation.reason || conversation.summary) && owner !== 'bot' && (
        <p className={classes.handoff} dir="auto"><strong>{thread.handoffReason}</strong>{conversation.summary ?? conversation.reason}</p>
      )}
      <TransferDialog isOpen={dialog === 'transfer' || dialog === 'assign'} isAssigning={dialog === 'assign'} close={() => setDialog(undefined)} transfer={act.transfer} assign={act.assign} />
      <ReturnDialog isOpen={dialog === 'return'} close={() => setDialog(undefined)} giveBack={act.giveBack} />
      <SnoozeDialog isOpen={dialog === 'snooze'} close={() => setDialog(undefined)} snooze={act.snooze} />
    </>
  );
}
