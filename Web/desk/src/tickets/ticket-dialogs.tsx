import { Button, Modal, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useWords } from '../words/words.tsx';
import classes from './tickets.module.css';

export type TicketDialog = 'callBack' | 'handOver' | 'close' | 'reopen';

interface Properties {
  readonly dialog: TicketDialog | undefined;
  readonly close: () => void;
  readonly act: (verb: string, body: object) => void;
}

type Outcome = keyof ReturnType<typeof useWords>['tickets']['outcomes'];

export function TicketDialogs({ dialog, close, act }: Properties) {
  const { tickets } = useWords();
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('solved');
  const [department, setDepartment] = useState<string | null>(null);
  const departments = useQuery({ queryKey: keys.departments, queryFn: () => get<readonly string[]>('/api/tickets/departments'), enabled: dialog === 'handOver' }).data ?? [];
  const leave = () => {
    setWords('');
    setDepartment(null);
    close();
  };
  const finish = (verb: string, body: object) => {
    act(verb, body);
    leave();
  };
  const text = words.trim();
  const field = (label: string, isRequired: boolean) => (
    <Textarea label={label} value={words} onChange={(event) => setWords(event.currentTarget.value)} autosize minRows={2} maxRows={8} maxLength={2000} required={isRequired} />
  );
  switch (dialog) {
    case undefined:
      return null;
    case 'callBack':
      return (
        <Modal opened onClose={leave} title={tickets.callBack}>
          <div className={classes.form}>
            <Radio.Group label={tickets.outcome} value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
              <Stack gap={8} mt={6}>{(Object.keys(tickets.outcomes) as Outcome[]).map((value) => <Radio key={value} value={value} label={tickets.outcomes[value]} />)}</Stack>
            </Radio.Group>
            {field(tickets.note, false)}
            <Button onClick={() => finish('call-back', { outcome, note: text })}>{tickets.callBack}</Button>
          </div>
        </Modal>
      );
    case 'handOver':
      return (
        <Modal opened onClose={leave} title={tickets.handOver}>
          <div className={classes.form}>
            <Select label={tickets.department} data={departments} value={department} onChange={setDepartment} comboboxProps={{ withinPortal: false }} />
            {field(tickets.note, false)}
            <Button disabled={department === null} onClick={() => finish('hand-over', { department, note: text })}>{tickets.handOver}</Button>
          </div>
        </Modal>
      );
    case 'close':
      return (
        <Modal opened onClose={leave} title={tickets.close}>
          <div className={classes.form}>
            {field(tickets.closeReason, false)}
            <Button onClick={() => finish('close', text === '' ? {} : { reason: text })}>{tickets.close}</Button>
          </div>
        </Modal>
      );
    case 'reopen':
      return (
        <Modal opened onClose={leave} title={tickets.reopen}>
          <div className={classes.form}>
            {field(tickets.reopenReason, true)}
            <Button disabled={text === ''} onClick={() => finish('reopen', { reason: text })}>{tickets.reopen}</Button>
          </div>
        </Modal>
      );
  }
}
