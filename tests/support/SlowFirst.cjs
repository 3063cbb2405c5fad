const { default: Sequencer } = require('@jest/test-sequencer');

/** @param {string} path */
const waits = (path) => /[\\/](database|postgresql|libsql|process|delivery|redis)\b/.test(path);

/**
 * Starts with the suites that wait for a database or a process. Without the timings of an earlier run, Jest starts
 * with the longest files, so that short files that wait run alone at the end.
 */
module.exports = class SlowFirst extends Sequencer {
  /**
   * @override
   * @param {Parameters<Sequencer['sort']>[0]} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted].sort((a, b) => Number(waits(b.path)) - Number(waits(a.path)));
  }
};
