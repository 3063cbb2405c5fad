/**
 * Characters of a whole link, encoded. Windows hands a longer one to no application.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export const longestLink = 1_900;

/**
 * Opens a chat with one person and leaves the message in its box, unsent. Line breaks would not arrive.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export const toChatLink = (user: string, message: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(user)}&message=${encodeURIComponent(message)}`;

/**
 * A mail that its reader has still to send. Line breaks arrive.
 * @param address empty: its reader fills it in
 * @see RFC 6068
 */
export function toMailLink(address: string, subject: string, body: string): string {
  const to = encodeURIComponent(address).replaceAll('%40', '@');
  const lines = encodeURIComponent(body.replaceAll(/\r?\n/g, '\r\n'));
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${lines}`;
}

/** The first of the texts with which the link is short enough; undefined: none is. */
export const fitIntoLink = (texts: readonly string[], toLink: (text: string) => string): string | undefined =>
  texts.find((text) => toLink(text).length <= longestLink);

/** Text without line breaks or runs of blanks. */
export const toParagraph = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
