import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { FirstMessages } from '../i18n/en/first.js';
import { formatMoment } from '../i18n/formatDate.js';
import { useLanguage } from '../i18n/useMessages.js';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    ':focus': { outlineStyle: 'none' },
    '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  onScreen: { '@media print': { display: 'none' } },
});

export type PageHeadingProps = {
  /** How many people; undefined when that list could not be had. */
  readonly supported: number | undefined;
  readonly acting: number | undefined;
  /** Ms since the epoch; undefined when there is nothing yet. */
  readonly asOf: number | undefined;
  readonly isRefreshing: boolean;
  readonly refresh: () => void;
  /** When it stands where a solved problem and its button stood. */
  readonly takesFocus: boolean;
};

/** The answer in a sentence, how old it is, and what to think of it. */
export function PageHeading(props: PageHeadingProps) {
  const { supported, acting, asOf, isRefreshing, refresh, takesFocus } = props;
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const { messages, locale } = useLanguage();
  const [isPreviewHidden, setPreviewHidden] = useState(false);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.top}>
      <div>
        <h1 className={styles.title} ref={title} tabIndex={-1}>
          {toHeading(messages, supported, acting)}
        </h1>
        <Text size={200} className={styles.quiet}>
          {asOf !== undefined && messages.asOf({ moment: formatMoment(asOf, locale) })}
          {!isPreviewHidden && (
            <span className={styles.onScreen}>
              {' · '}
              {messages.preview}
              <Button
                size="small"
                appearance="transparent"
                aria-label={messages.dismissPreview}
                icon={<DismissRegular />}
                onClick={() => {
                  setPreviewHidden(true);
                }}
              />
            </span>
          )}
        </Text>
      </div>
      <Button
        className={styles.onScreen}
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={isRefreshing}
        onClick={refresh}
      >
        {isRefreshing ? messages.refreshing : messages.refresh}
      </Button>
    </div>
  );
}

/** A list that could not be had is not counted as empty. */
function toHeading(
  { heading }: FirstMessages,
  supported: number | undefined,
  acting: number | undefined,
): string {
  if (supported === undefined || acting === undefined) return heading.someMissing;
  if (supported === 0 && acting === 0) return heading.nobody;
  const [forOthers, forReader] = [heading.supported({ count: supported }), heading.acting({ count: acting })];
  if (acting === 0) return forOthers;
  return supported === 0 ? forReader : heading.both({ supported: forOthers, acting: forReader });
}
