const namesMax = 500

/**
 * Gives each statement text a name of its own, so that Postgres parses and plans it once a connection instead of at every
 * call. Only so many names are given: texts that vary without end (lists written out by the query builder) stay nameless.
 */
export const createStatementNames = (): ((query: { readonly sql: string }) => string) => {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    // The empty name is the protocol's own word for a statement that is not kept.
    if (names.size >= namesMax || !isWorthKeeping(sql)) return ''
    const name = `s${names.size + 1}`
    names.set(sql, name)
    return name
  }
}

const isWorthKeeping = (sql: string): boolean => /^\s*(select|insert|update|delete|with)\b/i.test(sql)
