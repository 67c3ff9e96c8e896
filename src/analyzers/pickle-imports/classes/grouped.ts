import type { ClassFamily } from './family.ts';

/**
 * Tables of pandas 1.5 to 3.1 that are grouped, rolled or resampled. Their `__getattr__` answers for columns, but refuses
 * `__setstate__` at once (`_internal_names`), so that their state goes to `__dict__` unseen.
 */
export const GROUPED: ClassFamily = {
  objects: {
    'pandas.api.typing':
      'DataFrameGroupBy DatetimeIndexResampler DatetimeIndexResamplerGroupby Expanding ExpandingGroupby ExponentialMovingWindow ExponentialMovingWindowGroupby Grouper PeriodIndexResampler PeriodIndexResamplerGroupby Rolling RollingGroupby SeriesGroupBy TimeGrouper TimedeltaIndexResampler TimedeltaIndexResamplerGroupby Window',
    'pandas.core.groupby.generic': 'DataFrameGroupBy SeriesGroupBy',
    'pandas.core.groupby.grouper': 'Grouper Grouping',
    'pandas.core.groupby.ops': 'BaseGrouper BinGrouper',
    'pandas.core.resample':
      'DatetimeIndexResampler DatetimeIndexResamplerGroupby PeriodIndexResampler PeriodIndexResamplerGroupby TimeGrouper TimedeltaIndexResampler TimedeltaIndexResamplerGroupby',
    'pandas.core.window.ewm': 'ExponentialMovingWindow ExponentialMovingWindowGroupby',
    'pandas.core.window.expanding': 'Expanding ExpandingGroupby',
    'pandas.core.window.rolling': 'Rolling RollingGroupby Window',
  },
};
