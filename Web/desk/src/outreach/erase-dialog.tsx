import { useMutation, useQueryClient } from '@tanstack/react-query';
import { remove } from '../api/http.ts';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { SureDialog } from './sure-dialog.tsx';

interface Properties {
  readonly path: string;
  readonly name: string;
  readonly list: readonly string[];
  readonly close: () => void;
}

export function EraseDialog({ path, name, list, close }: Properties) {
  const { outreach } = useOutreachWords();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const erase = useMutation({
    mutationFn: () => remove(path),
    onError: trouble,
    onSettled: () => {
      close();
      return queries.invalidateQueries({ queryKey: list });
    },
  });
  return <SureDialog title={outreach.deleteSure(name)} verb={outreach.delete} isDanger isBusy={erase.isPending} close={close} act={() => erase.mutate()}>{outreach.deleteLead}</SureDialog>;
}
