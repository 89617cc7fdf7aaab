import type { Tone } from '../ui/chip.tsx';

export function money(total: number, currency: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(total);
  } catch {
    return `${total} ${currency}`;
  }
}

const tones: Readonly<Record<string, Tone>> = {
  delivered: 'calm', completed: 'calm', shipped: 'info', processing: 'info', paid: 'info', unpaid: 'warm', cancelled: 'plain', returned: 'plain', lost: 'alarm', delayed: 'hot',
};

export function orderTone(status: string): Tone {
  return tones[status.toLowerCase()] ?? 'plain';
}
