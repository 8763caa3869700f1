import type { Sql } from "./sql.js"

/** Who may log in, who is logged in, and what programs may do. Secrets are kept as hashes only. */

export interface Token {
  readonly id: string
  readonly name: string
  readonly person: string
  readonly scopes: readonly string[]
  readonly made: string
  readonly ends: string | null
  readonly withdrawn: string | null
}

/** True when nobody may be let in without a password. */
export function hasPeople(sql: Sql): boolean {
  return sql.first("SELECT 1 FROM people LIMIT 1") !== null
}

/** The hashed password of a person, or null. */
export function passwordOf(sql: Sql, name: string): string | null {
  return (
    sql.first<{ password: string }>("SELECT password FROM people WHERE name = ?", name)?.password ??
    null
  )
}

export function peopleNames(sql: Sql): string[] {
  return sql.all<{ name: string }>("SELECT name FROM people ORDER BY name").map((row) => row.name)
}

/** Sets a person's hashed password; whoever was logged in under that name is logged out. */
export function setPassword(sql: Sql, name: string, password: string, now: string): void {
  sql.run(
    "INSERT OR REPLACE INTO people (name, password, since) VALUES (?, ?, ?)",
    name,
    password,
    now,
  )
  sql.run("DELETE FROM sessions WHERE person = ?", name)
}

export function beginSession(
  sql: Sql,
  session: {
    readonly key: string
    readonly person: string
    readonly now: string
    readonly ends: string
  },
): void {
  sql.run("DELETE FROM sessions WHERE ends <= ?", session.now)
  sql.run(
    "INSERT INTO sessions (key, person, began, ends) VALUES (?, ?, ?, ?)",
    session.key,
    session.person,
    session.now,
    session.ends,
  )
}

/** Whose session a hashed key is, while it lasts. */
export function sessionPerson(sql: Sql, key: string, now: string): string | null {
  const row = sql.first<{ person: string }>(
    "SELECT person FROM sessions WHERE key = ? AND ends > ?",
    key,
    now,
  )
  return row?.person ?? null
}

export function endSession(sql: Sql, key: string): void {
  sql.run("DELETE FROM sessions WHERE key = ?", key)
}

export function addToken(sql: Sql, key: string, token: Omit<Token, "withdrawn">): void {
  const { id, name, person, scopes, made, ends } = token
  sql.run(
    "INSERT INTO tokens (id, key, name, person, scopes, made, ends) VALUES (?, ?, ?, ?, ?, ?, ?)",
    id,
    key,
    name,
    person,
    scopes.join(" "),
    made,
    ends,
  ) // prettier-ignore
}

type TokenRow = Omit<Token, "scopes"> & { readonly scopes: string }

const COLUMNS = "id, name, person, scopes, made, ends, withdrawn"

export function tokens(sql: Sql): Token[] {
  return sql.all<TokenRow>(`SELECT ${COLUMNS} FROM tokens ORDER BY made`).map(token)
}

/** The token with a hashed key, unless it has ended or was withdrawn. */
export function tokenByKey(sql: Sql, key: string, now: string): Token | null {
  const row = sql.first<TokenRow>(
    `SELECT ${COLUMNS} FROM tokens WHERE key = ? AND withdrawn IS NULL AND (ends IS NULL OR ends > ?)`,
    key,
    now,
  )
  return row ? token(row) : null
}

/** True when there was such a token, and it was not withdrawn already. */
export function withdrawToken(sql: Sql, id: string, now: string): boolean {
  return sql.run("UPDATE tokens SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL", now, id) > 0
}

function token(row: TokenRow): Token {
  return { ...row, scopes: row.scopes.split(" ") }
}

/** One line of what was done: who, how they came in, what, to what, and what came of it. */
export interface AuditLine {
  readonly at: string
  readonly person: string
  readonly through: string
  readonly act: string
  readonly target: string
  readonly outcome: string
}

export function writeAudit(sql: Sql, line: AuditLine): void {
  sql.run(
    "INSERT INTO audit (at, person, through, act, target, outcome) VALUES (?, ?, ?, ?, ?, ?)",
    line.at,
    line.person,
    line.through,
    line.act,
    line.target,
    line.outcome,
  ) // prettier-ignore
}

/** The last lines, the latest first. */
export function auditLines(sql: Sql, most: number): AuditLine[] {
  return sql.all<AuditLine>(
    "SELECT at, person, through, act, target, outcome FROM audit ORDER BY n DESC LIMIT ?",
    most,
  )
}
