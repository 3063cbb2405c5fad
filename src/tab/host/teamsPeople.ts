import { call, chat, mail, profile } from '@microsoft/teams-js';

/** Actions for one person. Undefined when the host does not support them. */
export type PersonActions = ReturnType<typeof getPersonActions>;

/** Separate from teams.ts, because the first screen does not need it. */
export const getPersonActions = () => ({
  /** Puts the message in the compose box, unsent. */
  chat: chat.isSupported()
    ? (user: string, message?: string) => chat.openChat({ user, ...(message !== undefined && { message }) })
    : undefined,
  call: call.isSupported() ? (user: string) => call.startCall({ targets: [user] }) : undefined,
  profile: profile.isSupported()
    ? (objectId: string, targetElementBoundingRect: DOMRect) =>
        profile.showProfile({
          modality: 'Card',
          persona: { identifiers: { AadObjectId: objectId } },
          targetElementBoundingRect,
          triggerType: 'Press',
        })
    : undefined,
  mail: mail.isSupported()
    ? (address: string, subject?: string, message?: string) =>
        mail.composeMail({
          type: mail.ComposeMailType.New,
          toRecipients: [address],
          ...(subject !== undefined && { subject }),
          ...(message !== undefined && { message }),
        })
    : undefined,
});

/** Opens a link outside the tab, such as a `mailto:` link. */
export function openLink(link: string): void {
  window.open(link, '_blank', 'noopener');
}
