/**
 * Maximum length of an encoded link. Windows passes no longer link to an application.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export const longestLink = 1_900;

/**
 * Opens a chat with one person and puts the message in the compose box, unsent. Line breaks are lost.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export const toChatLink = (user: string, message: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(user)}&message=${encodeURIComponent(message)}`;

/**
 * Opens a draft in the mail client. Line breaks are kept.
 * @param address empty: the user fills it in
 * @see RFC 6068
 */
export function toMailLink(address: string, subject: string, body: string): string {
  const to = encodeURIComponent(address).replaceAll('%40', '@');
  const lines = encodeURIComponent(body.replaceAll(/\r?\n/g, '\r\n'));
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${lines}`;
}

/** Returns the first text whose link is short enough, or undefined. */
export const fitIntoLink = (texts: readonly string[], toLink: (text: string) => string): string | undefined =>
  texts.find((text) => toLink(text).length <= longestLink);

/** Collapses line breaks and runs of whitespace. */
export const toParagraph = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
