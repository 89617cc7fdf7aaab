import { leads } from './leader.ts';

let context: AudioContext | undefined;

/** Browsers let a page be heard only after its reader has touched it. */
export function allowSound(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** Two soft notes, made here so that no sound file need be fetched when the network is poor. */
export function chime(): void {
  if (!leads() || context === undefined || context.state !== 'running') return;
  note(context, 659.25, 0);
  note(context, 880, 0.12);
}

function note(audio: AudioContext, frequency: number, delay: number): void {
  const start = audio.currentTime + delay;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 0.4);
}

export function notify(title: string, body: string, tag: string, onClick: () => void): void {
  if (!leads() || !('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const shown = new Notification(title, { body, tag, icon: '/desk/mark.svg' });
  shown.addEventListener('click', () => {
    focus();
    onClick();
    shown.close();
  });
}
