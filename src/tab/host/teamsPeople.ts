import { call, chat, mail, profile } from '@microsoft/teams-js';

/** Actions for one person. Undefined when the host does not support them. */
export type PersonActions = {
  /** Puts the message in the compose box, unsent. */
  readonly chat: ((userPrincipalName: string, message?: string) => Promise<void>) | undefined;
  readonly call: ((userPrincipalName: string) => Promise<void>) | undefined;
  readonly profile: ((objectId: string, anchor: DOMRect) => Promise<void>) | undefined;
  readonly mail: ((address: string, subject?: string, message?: string) => Promise<void>) | undefined;
};

/** Separate from teams.ts, because the first screen does not need it. */
export function getPersonActions(): PersonActions {
  return {
    chat: chat.isSupported()
      ? (user, message) => chat.openChat({ user, ...(message !== undefined && { message }) })
      : undefined,
    call: call.isSupported()
      ? async (user) => {
          await call.startCall({ targets: [user] });
        }
      : undefined,
    profile: profile.isSupported()
      ? (objectId, targetBoundingRect) =>
          profile.showProfile({
            modality: 'Card',
            persona: { identifiers: { AadObjectId: objectId } },
            targetElementBoundingRect: targetBoundingRect,
            triggerType: 'Press',
          })
      : undefined,
    mail: mail.isSupported()
      ? (address, subject, message) =>
          mail.composeMail({
            type: mail.ComposeMailType.New,
            toRecipients: [address],
            ...(subject !== undefined && { subject }),
            ...(message !== undefined && { message }),
          })
      : undefined,
  };
}

/** Opens a link outside the tab, such as a `mailto:` link. */
export function openLink(link: string): void {
  window.open(link, '_blank', 'noopener');
}
