import { expect, test } from 'vitest';
import { pythonRequirements } from './python-requirements.ts';

const PYPROJECT = `
[build-system]
requires = ["setuptools==84.2.1"]
build-backend = "setuptools.build_meta"

[project]
requires-python = ">=3.11"
dependencies = [
  "cn-clip==1.6.0",
  "numpy==2.4.6",
]

[project.optional-dependencies]
dev = ["pytest==9.2.0", "ruff==0.17.6"]
`;

test('dependencies, tools and the build system are all installed, cn-clip without what it asks for', () => {
  expect(pythonRequirements(PYPROJECT)).toEqual({
    ordinary: ['setuptools==84.2.1', 'numpy==2.4.6', 'pytest==9.2.0', 'ruff==0.17.6'],
    alone: ['cn-clip==1.6.0'],
  });
});

test('a list that is missing is told by its name', () => {
  expect(() => pythonRequirements(PYPROJECT.replace('dev =', 'tools ='))).toThrow('"dev"');
});
