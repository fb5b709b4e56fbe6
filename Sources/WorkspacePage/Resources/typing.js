// What is typed counts at once, and a stretch of typing is one step to undo.

/** Listeners of a field: `keep` gives what undo goes back to, `apply` takes the words. */
function typing(undo, keep, apply) {
  let before = null;
  return {
    focus: () => { before = keep(); },
    input: (event) => {
      if (before !== null) undo.push(before);
      before = null;
      apply(event.target.value);
    },
    blur: () => { before = null; },
  };
}

/** Earlier states, the latest last. */
class Undo {
  #states = [];
  static most = 200;

  get isEmpty() {
    return this.#states.length === 0;
  }

  push(text) {
    this.#states.push(text);
    if (this.#states.length > Undo.most) this.#states.shift();
  }

  pop() {
    return this.#states.pop();
  }
}
