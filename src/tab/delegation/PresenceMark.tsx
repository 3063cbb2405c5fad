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

export type PresenceMarkProps = { readonly status: keyof FirstMessages['presence'] };

/** Fluent's presence badge at the corner of a PersonAvatar. */
export const PresenceMark = ({ status }: PresenceMarkProps) => (
  <PresenceBadge status={status} size="small" className={useStyles().mark} />
);
