import { TestEnvironment } from 'jest-environment-node';

/** Where one test of a file failed, the others of that file are left out: a mutant dies once. */
export default class UntilOneFails extends TestEnvironment {
  #hasFailed = false;

  /** @param {ConstructorParameters<typeof TestEnvironment>} made */
  constructor(...made) {
    super(...made);
    // What packages throw, which are shared, is an Error here too.
    Object.assign(this.global, { AggregateError, Error, RangeError, ReferenceError, SyntaxError, TypeError });
  }

  /** @param {import('@jest/types').Circus.AsyncEvent | import('@jest/types').Circus.SyncEvent} event */
  handleTestEvent = (event) => {
    if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip';
    // Not after a hook that failed: Jest lets its tests fail one by one, and of one that is left out nobody hears.
    if (event.name === 'test_fn_failure') this.#hasFailed = true;
  };
}
