/**
 * Thrown if the registration cannot be read or written. The message has one line per fault, each with its
 * fix.
 */
export class RegistrationError extends Error {
  override name = 'RegistrationError';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
