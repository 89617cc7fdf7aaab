const PATIENCE = 20_000;
const PAUSE = 20;

/** Looks again and again until what it finds is truthy, and returns that; gives up with the question it could not answer. */
export async function until(question, look, within = PATIENCE) {
  const end = Date.now() + within;
  while (true) {
    const found = await look();
    if (found) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`Not within ${within / 1000} s: ${question}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
  }
}
