// The condition of an arrow as rows of a form: facts joined by "and" or by "or". What is said otherwise stays a text.
import { say } from '../dom.js';

/** The sentences `test.…` that say a comparison. */
export const TESTS = { true: 'true', false: 'false', '==': 'equal', '!=': 'other' };
const ROW = /^(!)?\s*([A-Za-z_]\w*)\s*(?:(==|!=)\s*['"]([\w-]*)['"])?$/;

/** { joined: '&&' | '||', rows: [{ fact, test: 'true' | 'false' | '==' | '!=', value }] }, or null. */
export function parsed(body) {
  const around = body.match(/^\s*\$\{([\s\S]*)\}\s*$/);
  if (!around) {
    return body.trim() === '' ? { joined: '&&', rows: [] } : null;
  }
  const inner = around[1];
  const joined = inner.includes('||') ? '||' : '&&';
  if (inner.includes('||') && inner.includes('&&')) {
    return null;
  }
  const rows = inner.split(joined).map((part) => part.trim().match(ROW));
  if (rows.some((row) => !row || (row[1] && row[3]))) {
    return null;
  }
  return {
    joined,
    rows: rows.map(([, not, fact, sign, value]) => ({
      fact,
      test: sign ?? (not ? 'false' : 'true'),
      value: value ?? '',
    })),
  };
}

export function written({ joined, rows }) {
  const parts = rows
    .filter((row) => row.fact)
    .map(({ fact, test, value }) => {
      if (test === 'true' || test === 'false') {
        return test === 'true' ? fact : `!${fact}`;
      }
      return `${fact} ${test} '${value}'`;
    });
  return parts.length > 0 ? `\${${parts.join(` ${joined} `)}}` : '';
}

/** The condition in words, its facts called as the vocabulary calls them; as it is written where rows cannot say it. */
export function told(body, facts) {
  const condition = parsed(body);
  if (!condition) {
    return body;
  }
  const rows = condition.rows.map(({ fact, test, value }) =>
    [facts.find((one) => one.name === fact)?.label ?? fact, say(`test.${TESTS[test]}`), value].filter(Boolean).join(' '),
  );
  return rows.join(say(condition.joined === '&&' ? 'simulation.and' : 'simulation.or'));
}
