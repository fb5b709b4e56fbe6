// The engine does its first work while the reader looks for the folder: it reads the rules, and the browser makes the
// code that is used most faster. A made-up round is asked about, with a proposal that says nothing.

// Each is short, so that nobody who opens something waits for it. Not begun at once: somebody may be quick.
const warmingTurns = 20;
const warmingPause = 250;

const madeUpRound = () => new Map([
  [`${engineFolder}/round.yaml`, `schema: beredning/round/1\nround: prov\ntitle: Prov\nrules: ${built.rules.file}\ndates: {as_of: 2026-01-01}\n`],
  [`${engineFolder}/prov.yaml`, `schema: beredning/proposal/1\nid: prov\nform: ${built.rules.form.replace(/\.form\.yaml$/, "")}\n`],
  ...[...pageFiles].map(([name, bytes]) => [`${engineFolder}/${name}`, bytes]),
]);

/** Stops as soon as somebody opens something: what the engine holds is then theirs. */
async function warmEngine() {
  const { life } = engine;
  const made = madeUpRound();
  const isFree = () => state.folder === null && !isOpening && engine.life === life;
  await new Promise((resolve) => setTimeout(resolve, warmingPause));
  try {
    for (let turn = 0; turn < warmingTurns && isFree(); turn++) {
      // What has not changed is not scored again.
      made.set(`${engineFolder}/prov.yaml`, `${made.get(`${engineFolder}/prov.yaml`)}# ${turn}\n`);
      held.life = life;
      held.files = made;
      await engine.ask("update", [], [...made]);
      for (const [command, ...options] of [["desk"], ["page", ["part", "ranking"]]]) {
        if (isFree()) await engine.ask(command, [["round", engineFolder], ...options], []);
      }
    }
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
  }
}
