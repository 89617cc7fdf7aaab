import type { Tone } from '../ui/chip.tsx';

export function money(total: number, currency: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(total);
  } catch {
    return `${total} ${currency}`;
  }
}

const tones: Readonly<Record<string, Tone>> = {
  unpaid: 'warm', received: 'info', packing: 'info', sent: 'info', outForDelivery: 'info', delivered: 'calm', returning: 'hot',
};

export function orderTone(status: string): Tone {
  return tones[status] ?? 'plain';
}
