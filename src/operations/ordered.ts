/**
 * Works on several values at once and gives the results in the order of the values. At most `width` are under
 * way, and no more than twice as many are held, so that a long stream does not fill the memory.
 */
export async function* inOrder<T, R>(
  values: AsyncIterable<T>,
  width: number,
  work: (value: T) => Promise<R>,
): AsyncGenerator<R> {
  const ahead: Promise<R>[] = []
  for await (const value of values) {
    const result = work(value)
    result.catch(() => {})
    ahead.push(result)
    if (ahead.length >= width) yield await (ahead.shift() as Promise<R>)
  }
  while (ahead.length > 0) yield await (ahead.shift() as Promise<R>)
}
