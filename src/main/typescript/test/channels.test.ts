import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vectors } from './support/vectors.js';

interface Question {
  readonly patterns: readonly string[];
  readonly name: string;
  /** The pattern that the server takes the name to; `null` where it has none. */
  readonly winner: string | null;
}

const { matches, choices } = vectors('channels.json') as {
  matches: { pattern: string; name: string; parameters: object | null }[];
  choices: Question[];
};
const questions: Question[] = [
  ...matches.map(({ pattern, name, parameters }) => ({
    patterns: [pattern],
    name,
    winner: parameters && pattern,
  })),
  ...choices,
];

/** Whether a regular expression may refuse the name, which types know nothing of. */
const isOpen = ({ patterns }: Question) =>
  patterns.some((pattern) => /\{[^}]*:(?! ?\.[+*]\})/.test(pattern));
/** Not a name, so it is refused by itself; or its parameter is empty, which no template can say. */
const isJudged = ({ name }: Question) =>
  /^[^/{}*\s]+(\/[^/{}*\s]+)*$/.test(name) && name !== 'file-.log';

const file = fileURLToPath(new URL('channels.generated.ts', import.meta.url));
let answers: string[][];

/** Lets the compiler answer all questions at once. */
beforeAll(() => {
  const lines = questions.map(({ patterns, name }, at) => {
    const map = patterns.map((pattern) => `${JSON.stringify(pattern)}: object`).join('; ');
    return `export type Answer${at} = PatternOf<{ ${map} }, ${JSON.stringify(name)}>;`;
  });
  writeFileSync(file, `import type { PatternOf } from '../src/channels.js';\n${lines.join('\n')}`);
  const { ModuleKind, ScriptTarget } = ts;
  const options = { strict: true, module: ModuleKind.NodeNext, target: ScriptTarget.ES2022 };
  const program = ts.createProgram([file], { ...options, types: [] });
  expect(ts.getPreEmitDiagnostics(program)).toEqual([]);
  const checker = program.getTypeChecker();
  const statements = program.getSourceFile(file)?.statements ?? [];
  answers = statements.filter(ts.isTypeAliasDeclaration).map((alias) => {
    const type = checker.getTypeAtLocation(alias);
    return (type.isUnion() ? type.types : [type])
      .filter((member) => member.isStringLiteral())
      .map(({ value }) => value);
  });
}, 120_000);

afterAll(() => {
  rmSync(file);
});

describe('the pattern of a name, to the compiler,', () => {
  it.each(questions.map((question, at) => ({ ...question, at })))(
    '$name of $patterns is or may be the server’s choice: $winner',
    (question) => {
      const { name, patterns, winner, at } = question;
      const answer = answers[at] ?? [];
      expect(patterns).toEqual(expect.arrayContaining(answer));
      if (winner === null) {
        if (!isOpen(question) && isJudged(question)) expect(answer).toEqual([]);
      } else if (winner === name || patterns.length === 1) expect(answer).toEqual([winner]);
      else expect(answer).toContain(winner);
    },
  );
});
