/** What a test expects to be written there, it catches with a spy of its own. */
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  for (const method of ['error', 'warn'] as const) {
    jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      written.push(`${method}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  const unexpected = [...written];
  jest.restoreAllMocks();
  expect(unexpected).toEqual([]);
});
