const lock = 'supportbot-desk-voice';

let isLeader = false;

/** One tab of this browser makes the sounds and shows the notifications; when it is closed the next takes over by itself. */
export function standForLeader(): void {
  if (!('locks' in navigator)) {
    // A page that is not secure has no locks; every tab speaks then.
    isLeader = true;
    return;
  }
  void navigator.locks.request(lock, () => {
    isLeader = true;
    return new Promise(() => undefined);
  });
}

export function leads(): boolean {
  return isLeader;
}
