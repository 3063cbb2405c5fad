import { execFile } from 'node:child_process';
import type { CheckResult } from '../../../src/tools/doctor/CheckResult.js';
import { root, startPatient, type Change, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient();
});
afterAll(() => at.close());

describe('the doctor as a command', () => {
  const run = (variables: Change, ...args: readonly string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const env: Record<string, string> = { PATH: process.env['PATH'] ?? '' };
      for (const [name, value] of Object.entries(variables)) if (value !== undefined) env[name] = value;
      execFile(process.execPath, ['dist/tools/doctor.js', ...args], { env, cwd: root }, (error, out) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out });
      });
    });

  test('ticks every working part and exits with 0', async () => {
    const { code, out } = await run(at.toVariables());

    expect(code).toBe(0);
    expect(out).toContain('✓ Credential: Entra accepts it.');
    expect(out).toContain('No problems found.');
  }, 30_000);

  test('exits with the number of failures, and prints JSON with --json', async () => {
    const { code, out } = await run(
      at.toVariables({ SECRET_AAD_APP_CLIENT_SECRET: 'wrong', GRAPH_ENDPOINT: at.server.sandbox.idp.origin }),
      '--json',
    );
    const { failed, results } = JSON.parse(out) as { failed: number; results: CheckResult[] };

    expect(failed).toBe(2);
    expect(code).toBe(2);
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check)).toEqual([
      'Credential',
      'Microsoft Graph',
    ]);
  }, 30_000);
});
