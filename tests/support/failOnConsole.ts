/** Collects unexpected output. A test that expects console output catches it with its own spy. */
const written: string[] = [];

beforeEach(() => {
  // Restores the configured timers after a test that used others.
  jest.useFakeTimers();
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
