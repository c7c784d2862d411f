// Work on the nodes is done by one command at a time. A second click while one runs is a slip of the hand; the first one
// shows its progress already.

let running = false;

export async function oneAtATime(work: () => Promise<void>): Promise<void> {
  if (running) return;
  running = true;
  try {
    await work();
  } finally {
    running = false;
  }
}
