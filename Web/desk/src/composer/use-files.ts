import { useState } from 'react';
import { upload } from '../api/http.ts';
import type { Draft } from '../stream/drafts.ts';
import { explain, useLanguage } from '../words/words.tsx';
import { useSettings } from './use-composer.ts';

const mostFiles = 10;

/** Files are uploaded at once, so that sending does not wait for them. */
export function useFiles(files: Draft['files'], set: (files: Draft['files']) => void) {
  const { words, locale } = useLanguage();
  const { composer } = words;
  const settings = useSettings();
  const [uploading, setUploading] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();

  const refuse = ({ size, name, type }: File): string | undefined => {
    if (size === 0) return composer.empty(name);
    if (settings === undefined) return undefined;
    if (size > settings.maxUploadBytes) return composer.tooLarge(name, megabytes(settings.maxUploadBytes, locale));
    const accepted = settings.acceptedTypes;
    return accepted.length === 0 || accepted.some((kind) => matches(kind, name, type)) ? undefined : composer.kind(name);
  };

  const add = (added: readonly File[]) => {
    setProblem(added.map(refuse).find((reason) => reason !== undefined));
    const fine = added.filter((file) => refuse(file) === undefined).slice(0, mostFiles - files.length);
    void uploadAll(fine);
  };

  const uploadAll = async (chosen: readonly File[]) => {
    let held = files;
    for (const file of chosen) {
      setUploading((names) => [...names, file.name]);
      try {
        const stored = await upload<{ fileId: string; name: string }>('/api/desk/files', file);
        held = [...held, { fileId: stored.fileId, name: stored.name }];
        set(held);
      } catch (error) {
        setProblem(explain(error, words));
      } finally {
        setUploading((names) => names.filter((name) => name !== file.name));
      }
    }
  };

  return {
    uploading,
    problem,
    isUploading: uploading.length > 0,
    add,
    remove: (fileId: string) => set(files.filter((file) => file.fileId !== fileId)),
  };
}

function matches(accepted: string, name: string, type: string): boolean {
  if (accepted.startsWith('.')) return name.toLowerCase().endsWith(accepted.toLowerCase());
  if (accepted !== '*/*' && accepted.endsWith('/*')) return type.startsWith(accepted.slice(0, -1));
  return accepted === '*/*' || accepted === type;
}

function megabytes(bytes: number, locale: string): string {
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / (1 << 20))} MB`;
}
