/** Thrown if a tool cannot do its work. It has one line per fault, each with its fix. */
export class ToolError extends Error {
  override name = 'ToolError';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Runs a tool. On a ToolError it writes one line per fault to standard error and sets exit code 1. */
export async function runTool(tool: () => Promise<void> | void, mark = ''): Promise<void> {
  try {
    await tool();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    process.stderr.write(`${error.lines.map((line) => `${mark}${line}`).join('\n')}\n`);
    process.exitCode = 1;
  }
}
