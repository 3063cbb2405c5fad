import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useSession } from '../../session.js';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    flexBasis: '100%',
  },
  choice: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  box: { margin: 0, width: '16px', height: '16px', accentColor: tokens.colorCompoundBrandBackground },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Choices of this visit by user, for browsers that refuse storage. */
const chosen = new Map<string, boolean>();

/** True if the user's next confirmations are shared. On until the user turns it off, which the browser remembers. */
export function useSharing() {
  const { userId = '' } = useSession().context;
  const key = `call-delegates.not-shared.${userId}`;
  const [isOn, setOn] = useState(
    () => chosen.get(userId) ?? typeof tryStorage((storage) => storage.getItem(key)) !== 'string',
  );
  return {
    isOn,
    change: (next: boolean) => {
      setOn(next);
      chosen.set(userId, next);
      tryStorage((storage) => (next ? storage.removeItem(key) : storage.setItem(key, '')));
    },
  };
}

/** Returns undefined when the browser refuses storage to framed pages. */
function tryStorage<Answer>(access: (storage: Storage) => Answer): Answer | undefined {
  try {
    return access(localStorage);
  } catch {
    return undefined;
  }
}

/** Lets the other party of each entry see its verdict. Says exactly what they see. */
export function ShareChoice({ sharing }: { readonly sharing: ReturnType<typeof useSharing> }) {
  const styles = useStyles();
  const { confirm } = useLaterMessages();
  const hintId = useId();
  return (
    <div className={styles.root}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          className={styles.box}
          checked={sharing.isOn}
          aria-describedby={hintId}
          onChange={({ currentTarget }) => sharing.change(currentTarget.checked)}
        />
        {confirm.share}
      </label>
      <Text id={hintId} size={200} className={styles.quiet}>
        {confirm.shareWhat}
      </Text>
    </div>
  );
}
