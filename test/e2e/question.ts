import type { Page } from 'playwright-core';

/** What is selected on a page of test/e2e/pages, and what is right; positions from 1, in order, question by question. */
export interface Question {
  readonly selected: readonly number[];
  readonly answer: readonly number[];
}

export async function readQuestions(page: Page): Promise<Question[]> {
  const found = await page.locator('section').evaluateAll((sections) =>
    sections.map((section) => ({
      selected: section.getAttribute('data-selected') ?? '',
      answer: section.getAttribute('data-answer') ?? '',
    })),
  );
  return found.map(({ selected, answer }) => ({ selected: positions(selected), answer: positions(answer) }));
}

export async function readQuestion(page: Page): Promise<Question> {
  const [question, ...more] = await readQuestions(page);
  if (question === undefined || more.length > 0) {
    throw new Error(
      `Expected one question at ${page.url()}, found ${more.length === 0 ? 'none' : 'several'}`,
    );
  }
  return question;
}

function positions(text: string): number[] {
  return text.split(' ').filter(Boolean).map(Number);
}
