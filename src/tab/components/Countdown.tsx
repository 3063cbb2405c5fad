import { Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

type CountdownProps = {
  readonly seconds: number;
  readonly words: (left: { readonly seconds: number }) => string;
  readonly whenOver: () => unknown;
};

/** Counts down, then calls back once. */
export function Countdown({ seconds, words, whenOver }: CountdownProps) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) {
      void whenOver();
      return undefined;
    }
    const timer = setTimeout(() => {
      setLeft(left - 1);
    }, 1000);
    return () => {
      clearTimeout(timer);
    };
    // Only time counts down; a new callback must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [left]);
  // A screen reader hears the beginning, not every second.
  return (
    <Text aria-live="off" role="timer">
      {words({ seconds: Math.max(1, left) })}
    </Text>
  );
}
