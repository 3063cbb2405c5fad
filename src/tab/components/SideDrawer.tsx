import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useLayoutEffect, type ReactElement, type ReactNode } from 'react';
import { useLaterMessages } from '../i18n/useLaterMessages.js';
import { findListTab } from './useFocusRescue.js';

const useStyles = makeStyles({
  // Keeps the icons in one row next to a long title.
  actions: { display: 'flex', flexShrink: 0 },
  body: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    paddingBottom: tokens.spacingVerticalXXL,
  },
});

type SideDrawerProps = {
  readonly isOpen: boolean;
  readonly close: () => void;
  /** Id of the person in the drawer. Their row gets focus on closing if no element opened the drawer. */
  readonly about?: string | undefined;
  /** Mounted again on each opening. */
  readonly children: ReactElement;
};

/**
 * A drawer that returns focus on closing. Keep it mounted while closed: Fluent hides the page from assistive
 * technology while it is open, and restores the page only while a drawer is mounted.
 */
export function SideDrawer({ isOpen, close, about, children }: SideDrawerProps) {
  useLayoutEffect(() => (isOpen ? keepFocus(about) : undefined), [isOpen, about]);
  return (
    <OverlayDrawer
      open={isOpen}
      position="end"
      size="medium"
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      {children}
    </OverlayDrawer>
  );
}

type DrawerContentProps = {
  readonly title: ReactNode;
  /** Icons next to the close button. */
  readonly actions?: ReactNode;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** Title and content of a drawer. */
export function DrawerContent({ title, actions, close, children }: DrawerContentProps) {
  const styles = useStyles();
  const { close: label } = useLaterMessages();
  return (
    <>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <div className={styles.actions}>
              {actions}
              <Button appearance="subtle" aria-label={label} icon={<DismissRegular />} onClick={close} />
            </div>
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>{children}</DrawerBody>
    </>
  );
}

/**
 * Remembers the focused element while a drawer is open. Call it on opening.
 * @param about id of the person in the drawer. Their row gets focus if the element is gone, or if there was none, as
 * after a deep link. The last resort is the tab of the list.
 * @returns a function to call on closing
 */
function keepFocus(about: string | undefined): () => void {
  const { activeElement: opener } = document;
  return () => {
    const closing = focusedDrawer();
    // The open drawer traps focus until it is closed.
    setTimeout(() => {
      const focused = focusedDrawer();
      const isReplaced = focused !== null && focused !== closing;
      if (!isReplaced) (toReturn(opener) ?? toRescue(about))?.focus();
    });
  };
}

const focusedDrawer = (): Element | null => document.activeElement?.closest('[role="dialog"]') ?? null;

const toReturn = (opener: Element | null): HTMLElement | undefined =>
  opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : undefined;

function toRescue(about: string | undefined): HTMLElement | null {
  const { activeElement } = document;
  // Something else has moved focus already.
  if (activeElement !== document.body && focusedDrawer() === null) return null;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-person]')];
  return rows.find(({ dataset }) => dataset['person'] === about) ?? findListTab();
}
