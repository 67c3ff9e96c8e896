import type { Rule } from '../../domain/finding.ts';

export const UNPICKLED_TYPE: Rule = {
  id: 'data-tables/unpickled-type',
  says: 'suspicious',
  severity: 'high',
  title: 'Reading the table unpickles a type that it brings.',
  why: 'PyArrow before 14.0.1 unpickles the metadata of such a column as soon as the file is opened, and a library can ask newer ones to.',
  remedy: 'Read it with a newer pyarrow, which leaves the column as plain values; ask the publisher for plain columns.',
  references: ['CWE-502', 'CVE-2023-47248', 'AML.T0011.000'],
};

export const LIVE_VALUES: Rule = {
  id: 'data-tables/live-values',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file holds functions or objects of MATLAB.',
  why: 'Loading an object calls its class, and a function handle is code that whoever uses the value calls.',
  remedy: 'Ask for the numbers alone.',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const REACHING_STATEMENT: Rule = {
  id: 'data-tables/reaching-statement',
  says: 'suspicious',
  severity: 'medium',
  title: 'The database calls what loads libraries or touches files when it is used.',
  why: 'Views and triggers run with whatever functions the program that opens the database has, and kinds of table load their module.',
  remedy: 'Ask for the rows alone, or open it with trusted_schema switched off.',
  references: ['CWE-829', 'AML.T0011'],
};

export const DATA_TABLES_RULES = [UNPICKLED_TYPE, LIVE_VALUES, REACHING_STATEMENT] as const;
