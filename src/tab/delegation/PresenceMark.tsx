import { makeStyles, PresenceBadge, tokens } from '@fluentui/react-components';
import type { FirstMessages } from '../i18n/messages.js';

const useStyles = makeStyles({
  mark: {
    position: 'absolute',
    bottom: 0,
    insetInlineEnd: 0,
    boxShadow: `0 0 0 ${tokens.strokeWidthThick} ${tokens.colorNeutralBackground1}`,
  },
});

/** Fluent's names, which the messages use too. */
export type PresenceStatus = keyof FirstMessages['presence'];

/** Fluent's presence badge at the corner of a PersonAvatar. */
export const PresenceMark = ({ status }: { readonly status: PresenceStatus }) => (
  <PresenceBadge status={status} size="small" className={useStyles().mark} />
);
