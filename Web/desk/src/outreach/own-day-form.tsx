import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { OwnerDayKind } from '../api/outreach.ts';
import cards from '../ui/card.module.css';
import { FaultList, faultAt, faultsOf } from '../ui/faults.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useWords } from '../words/words.tsx';

export function OwnDayForm({ close }: { readonly close: () => void }) {
  const { outreach, plan } = useOutreachWords();
  const { common } = useWords();
  const queries = useQueryClient();
  const { done } = useTell();
  const [kind, setKind] = useState<OwnerDayKind>('greeting');
  const [day, setDay] = useState('');
  const [yearly, setYearly] = useState(true);
  const [english, setEnglish] = useState('');
  const [chinese, setChinese] = useState('');
  const isGreeting = kind === 'greeting';
  const save = useMutation({
    mutationFn: () => post('/api/outreach/days', { kind, day: day || null, yearly: isGreeting && yearly, english, chinese }),
    onSuccess: () => {
      done(common.saved);
      close();
      void queries.invalidateQueries({ queryKey: keys.plans });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const faults = faultsOf(save.error);
  return (
    <Modal opened onClose={close} title={plan.add} closeButtonProps={{ 'aria-label': common.close }}>
      <form className={cards.form} onSubmit={submit} noValidate>
        <FaultList error={save.error} title={outreach.faults} />
        <Select label={plan.kind} data={(Object.keys(plan.ownKinds) as OwnerDayKind[]).map((value) => ({ value, label: plan.ownKinds[value] }))} value={kind} allowDeselect={false} onChange={(value) => value !== null && setKind(value as OwnerDayKind)} comboboxProps={{ withinPortal: false }} />
        <TextInput type="date" label={plan.day} value={day} onChange={(event) => setDay(event.currentTarget.value)} error={faultAt(faults, 'day')} required />
        <div className={cards.pair}>
          <TextInput label={plan.english} value={english} onChange={(event) => setEnglish(event.currentTarget.value)} maxLength={60} error={faultAt(faults, 'english')} />
          <TextInput label={plan.chinese} value={chinese} onChange={(event) => setChinese(event.currentTarget.value)} maxLength={60} error={faultAt(faults, 'chinese')} />
        </div>
        {isGreeting && <Checkbox label={plan.yearly} checked={yearly} onChange={(event) => setYearly(event.currentTarget.checked)} error={faultAt(faults, 'yearly')} />}
        <Button type="submit" loading={save.isPending}>{common.save}</Button>
      </form>
    </Modal>
  );
}
