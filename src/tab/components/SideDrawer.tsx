import {
  Button,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  type OverlayDrawerProps,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useLayoutEffect, type ReactNode } from 'react';
import { useLaterMessages } from '../i18n/useLaterMessages.js';

type SideDrawerProps = {
  readonly isOpen: boolean;
  readonly close: () => void;
  /** Made anew each time it opens. */
  readonly children: OverlayDrawerProps['children'];
};

/**
 * Slides in over the page, and gives the focus back when it closes. To be kept mounted while closed: Fluent hides the page
 * from assistive technology for as long as it is open, and only brings it back while some drawer is mounted.
 */
export function SideDrawer({ isOpen, close, children }: SideDrawerProps) {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const openedFrom = document.activeElement;
    return () => {
      // The drawer holds the focus until it is told to close.
      if (openedFrom instanceof HTMLElement)
        setTimeout(() => {
          openedFrom.focus();
        });
    };
  }, [isOpen]);
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

type SideDrawerHeadProps = {
  readonly title: ReactNode;
  readonly close: () => void;
};

export function SideDrawerHead({ title, close }: SideDrawerHeadProps) {
  const { close: label } = useLaterMessages();
  return (
    <DrawerHeader>
      <DrawerHeaderTitle
        action={<Button appearance="subtle" aria-label={label} icon={<DismissRegular />} onClick={close} />}
      >
        {title}
      </DrawerHeaderTitle>
    </DrawerHeader>
  );
}
