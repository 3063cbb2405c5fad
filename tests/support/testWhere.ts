/** Returns `test` if the environment supports it. Else returns `test.skip` and prints a notice. */
export function testWhere(isPossible: boolean, what: string): jest.It {
  if (isPossible) return test;
  process.stderr.write(`NOT TESTED HERE: ${what}\n`);
  return test.skip;
}
