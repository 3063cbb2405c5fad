import { TestEnvironment } from 'jest-environment-node';

/** @typedef {{ currentTestId?: string | undefined, mutantCoverage?: { perTest: Record<string, Record<string, number>> } }} Stryker */

/** Not the name of a test. */
const before = '\0';

/**
 * Where one test of a file failed, the others of that file are left out: a mutant dies once. What a `beforeAll` reaches, each of
 * its tests reaches: Stryker by itself holds it against none.
 */
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
    if ('hook' in event && event.hook.type === 'beforeAll') {
      const stryker = this.#stryker();
      stryker.currentTestId = event.name === 'hook_start' ? before : undefined;
      if (event.name !== 'hook_start') share(stryker, namesOf(event.hook.parent));
    }
  };

  /** @returns {Stryker} what it counts in; it is there once the environment is made */
  #stryker() {
    const { __strykerGlobalNamespace__: namespace = '' } = this.global;
    return /** @type {Stryker} */ (this.global[String(namespace)] ?? {});
  }
}

/**
 * @param {Stryker} stryker
 * @param {readonly string[]} tests
 */
function share({ mutantCoverage: { perTest } = { perTest: {} } }, tests) {
  const reached = Object.entries(perTest[before] ?? {});
  delete perTest[before];
  for (const test of tests) {
    const own = (perTest[test] ??= {});
    for (const [mutant, times] of reached) own[mutant] = (own[mutant] ?? 0) + times;
  }
}

/**
 * As Stryker names them.
 *
 * @param {import('@jest/types').Circus.DescribeBlock} block
 * @returns {string[]}
 */
const namesOf = (block) =>
  block.children.flatMap((child) =>
    child.type === 'describeBlock' ? namesOf(child) : [fullNameOf(child).trimStart()],
  );

/**
 * @param {import('@jest/types').Circus.DescribeBlock | import('@jest/types').Circus.TestEntry} entry
 * @returns {string}
 */
const fullNameOf = ({ parent, name }) => (parent === undefined ? '' : `${fullNameOf(parent)} ${name}`);
