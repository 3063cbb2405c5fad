const { default: TestSequencer } = require('@jest/test-sequencer');

/** What waits longest, for servers that hang or come back, begins first; Jest takes a small file for a quick one. */
module.exports = class WaitingFirst extends TestSequencer {
  /**
   * @override
   * @param {Parameters<import('@jest/test-sequencer').default['sort']>[0]} tests
   */
  async sort(tests) {
    const { suitesOver } = await import('./suitesOver.js');
    const waiting = ['postgresServer.ts', 'serverProcess.ts'].flatMap((driver) =>
      suitesOver('tests', driver),
    );
    const isWaiting = (/** @type {{ readonly path: string }} */ { path }) =>
      waiting.some((suite) => path.replaceAll('\\', '/').endsWith(`/tests/${suite}`));
    const sorted = await super.sort(tests);
    return [...sorted.filter(isWaiting), ...sorted.filter((test) => !isWaiting(test))];
  }
};
