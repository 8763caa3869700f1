import { useState, type FormEvent } from "react"
import { path, post, Problem } from "../api/client.js"
import { queries } from "../api/queries.js"
import { useSay } from "../i18n/index.js"
import { Button } from "../parts/button.js"
import { Field } from "../parts/field.js"
import { Page } from "./page.js"

/** Asks who is there, when the server wants to know. */
export function Login() {
  const say = useSay()
  const [fault, setFault] = useState("")
  const [busy, setBusy] = useState(false)

  async function enter(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    try {
      await post(path("session"), { user: form.get("user"), password: form.get("password") })
      await queries.invalidateQueries()
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setFault(
        problem.status === 401 || problem.status === 403 ? say("login.wrong") : problem.message,
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <Page title={say("login.title")}>
      <form className="login" onSubmit={(event) => void enter(event)}>
        <Field label={say("login.user")}>
          {(ids) => <input {...ids} name="user" autoComplete="username" dir="auto" required />}
        </Field>
        <Field label={say("login.password")}>
          {(ids) => (
            <input
              {...ids}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        {fault !== "" && (
          <p className="wrong" role="alert">
            {fault}
          </p>
        )}
        <Button type="submit" look="main" isDisabled={busy}>
          {say("login.enter")}
        </Button>
      </form>
    </Page>
  )
}
