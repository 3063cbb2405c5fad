import { Button, makeStyles, Text as Words, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { formatTime } from '../../i18n/formatDate.js';
import type { Text } from '../../i18n/en.js';
import { useLanguage } from '../../i18n/useText.js';

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
  const { text, locale } = useLanguage();
  const [isPreviewHidden, setPreviewHidden] = useState(false);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.top}>
      <div>
        <h1 className={styles.title} ref={title} tabIndex={-1}>
          {toHeading(text, supported, acting)}
        </h1>
        <Words size={200} className={styles.quiet}>
          {asOf !== undefined && text.asOf(formatTime(asOf, locale))}
          {!isPreviewHidden && (
            <span className={styles.onScreen}>
              {' · '}
              {text.preview}
              <Button
                size="small"
                appearance="transparent"
                aria-label={text.dismissPreview}
                icon={<DismissRegular />}
                onClick={() => {
                  setPreviewHidden(true);
                }}
              />
            </span>
          )}
        </Words>
      </div>
      <Button
        className={styles.onScreen}
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={isRefreshing}
        onClick={refresh}
      >
        {isRefreshing ? text.refreshing : text.refresh}
      </Button>
    </div>
  );
}

/** A list that could not be had is not counted as empty. */
function toHeading({ heading }: Text, supported: number | undefined, acting: number | undefined): string {
  if (supported === undefined || acting === undefined) return heading.someMissing;
  if (supported === 0 && acting === 0) return heading.nobody;
  return [supported > 0 && heading.supported(supported), acting > 0 && heading.acting(acting)]
    .filter(Boolean)
    .join(' · ');
}
