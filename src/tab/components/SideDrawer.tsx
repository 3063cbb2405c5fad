import {
  Button,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  type OverlayDrawerProps,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useLayoutEffect, type ReactNode } from 'react';
import { useLaterMessages } from '../i18n/useLaterMessages.js';
import { keepFocus } from './focus.js';

// Beside each other, however long the title is.
const useStyles = makeStyles({ actions: { display: 'flex', flexShrink: 0 } });

type SideDrawerProps = {
  readonly isOpen: boolean;
  readonly close: () => void;
  /** Id of whom it is about: their row has the focus next where nothing in the page opened it. */
  readonly about?: string | undefined;
  /** Made anew each time it opens. */
  readonly children: OverlayDrawerProps['children'];
};

/**
 * Slides in over the page, and gives the focus back when it closes. To be kept mounted while closed: Fluent hides the page
 * from assistive technology for as long as it is open, and only brings it back while some drawer is mounted.
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

type SideDrawerHeadProps = {
  readonly title: ReactNode;
  /** Icons beside the one that closes. */
  readonly actions?: ReactNode;
  readonly close: () => void;
};

export function SideDrawerHead({ title, actions, close }: SideDrawerHeadProps) {
  const styles = useStyles();
  const { close: label } = useLaterMessages();
  return (
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
  );
}
