interface Finished {
  readonly type: 'done'
}

interface Progressing {
  readonly type: 'progress'
}

/** Follows the news of a long task to its end and returns the last of them. */
export async function drain<News extends Finished | Progressing>(
  news: AsyncIterable<News>,
  onProgress: (progress: Extract<News, Progressing>) => void,
): Promise<Extract<News, Finished>> {
  for await (const one of news) {
    if (isDone(one)) return one
    onProgress(one as Extract<News, Progressing>)
  }
  throw new Error('The task ended without a result.')
}

function isDone<News extends Finished | Progressing>(news: News): news is Extract<News, Finished> {
  return news.type === 'done'
}
