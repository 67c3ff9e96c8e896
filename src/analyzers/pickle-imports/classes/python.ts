import type { ClassFamily } from './family.ts';

/** Classes of Python's own library that store what they are given: settings, texts, messages, calendars. */
export const PYTHON: ClassFamily = {
  objects: {
    configparser:
      'RawConfigParser ConfigParser SafeConfigParser SectionProxy ConverterMapping Interpolation BasicInterpolation ExtendedInterpolation LegacyInterpolation',
    string: 'Template',
    textwrap: 'TextWrapper',
    calendar: 'Calendar TextCalendar HTMLCalendar LocaleTextCalendar LocaleHTMLCalendar',
    difflib: 'SequenceMatcher Differ HtmlDiff',
    logging: 'Formatter PercentStyle StrFormatStyle StringTemplateStyle LogRecord Filter',
    'email.message': 'Message EmailMessage MIMEPart',
    'email.headerregistry': 'Address Group',
    optparse: 'Values',
    'xml.etree.ElementTree': 'ElementTree',
    'email._policybase': 'Compat32',
    'email.policy': 'EmailPolicy',
  },
  restored: {
    statistics: 'NormalDist',
    zipfile: 'ZipInfo',
    tarfile: 'TarInfo',
  },
  functions: {
    abc: 'ABC',
    numbers: 'Number Complex Real Rational Integral',
    enum: 'Enum IntEnum StrEnum Flag IntFlag',
    csv: 'excel excel_tab unix_dialect',
    graphlib: 'TopologicalSorter',
    random: 'SystemRandom',
    time: 'perf_counter monotonic process_time time',
    re: 'sub match search fullmatch split findall finditer escape',
    json: 'dumps loads',
  },
};
