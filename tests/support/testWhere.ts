/** `test` where this machine lets it happen; elsewhere it is skipped, and says so. */
export function testWhere(isPossible: boolean, what: string): jest.It {
  if (isPossible) return test;
  process.stderr.write(`NOT TESTED HERE: ${what}\n`);
  return test.skip;
}
