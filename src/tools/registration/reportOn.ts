import { NoAnswer } from '../doctor/ask.js';
import { RegistrationError } from './RegistrationError.js';

/** Runs a tool. On failure it writes one line per fault to standard error and sets exit code 1. */
export async function reportOn(tool: () => Promise<void>): Promise<void> {
  try {
    await tool();
  } catch (error) {
    const lines =
      error instanceof RegistrationError
        ? error.lines
        : error instanceof NoAnswer
          ? [`Microsoft Graph cannot be reached: ${error.message}`]
          : undefined;
    if (lines === undefined) throw error;
    process.stderr.write(`${lines.map((line) => `✗ ${line}`).join('\n')}\n`);
    process.exitCode = 1;
  }
}
