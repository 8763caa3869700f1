import { Link } from "@tanstack/react-router"
import { useState, type FormEvent } from "react"
import { DropZone, FileTrigger, type DropItem } from "react-aria-components"
import { path, post, postFiles, Problem } from "../../api/client.js"
import type { Job } from "../../api/types.js"
import { Page } from "../../app/page.js"
import { useSettings } from "../../app/settings.js"
import { useSay } from "../../i18n/index.js"
import { Bdi } from "../../passage/passage.js"
import { Button } from "../../parts/button.js"
import { Field } from "../../parts/field.js"
import { Icon } from "../../parts/icon.js"
import { useFormat } from "../../text/format.js"
import { languageName } from "../../text/language-name.js"
import { isOver, useJob } from "./jobs.js"
import "../../styles/add.css"

async function filesOf(items: readonly DropItem[]): Promise<File[]> {
  const found: File[] = []
  for (const item of items) {
    if (item.kind === "file") found.push(await item.getFile())
    if (item.kind === "directory")
      for await (const entry of item.getEntries()) found.push(...(await filesOf([entry])))
  }
  return found
}

/** Brings reports in: files, folders or a pasted text. */
export function Add() {
  const say = useSay()
  const [jobId, setJobId] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const job = useJob(jobId)

  async function send(ask: () => Promise<{ job: string | { id: string } }>): Promise<void> {
    setFault(null)
    setSending(true)
    try {
      const { job: begun } = await ask()
      setJobId(typeof begun === "string" ? begun : begun.id)
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setFault(problem.message)
    } finally {
      setSending(false)
    }
  }
  const sendFiles = (files: readonly File[]) => {
    if (files.length > 0) void send(() => postFiles(path("reports"), files))
  }

  return (
    <Page title={say("nav.add")} lead={say("add.lead")}>
      <div className="add">
        <DropZone className="drop" onDrop={(event) => void filesOf(event.items).then(sendFiles)}>
          <Icon sign="file" />
          <p className="drop-title" slot="label">
            {say("add.drop")}
          </p>
          <p className="soft">{say("add.kinds")}</p>
          <FileTrigger allowsMultiple onSelect={(list) => sendFiles([...(list ?? [])])}>
            <Button look="main" isDisabled={sending}>
              {say("add.choose")}
            </Button>
          </FileTrigger>
        </DropZone>
        <PasteForm
          busy={sending}
          onSend={(report) => void send(() => post(path("reports"), { reports: [report] }))}
        />
      </div>
      {fault !== null && (
        <p className="wrong" role="alert">
          <Bdi text={fault} />
        </p>
      )}
      {(sending || job) && <Progress job={job} />}
    </Page>
  )
}

const FIELDS = ["title", "outlet", "published", "url"] as const

function PasteForm({
  busy,
  onSend,
}: {
  busy: boolean
  onSend: (report: Record<string, string>) => void
}) {
  const say = useSay()
  const { language } = useSettings()
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const entries = [...form].map(([name, value]) => [name, String(value).trim()] as const)
    onSend(Object.fromEntries(entries.filter(([, value]) => value !== "")))
  }
  return (
    <form className="paste" onSubmit={submit}>
      <Field label={say("add.text")}>
        {(ids) => <textarea {...ids} name="text" dir="auto" rows={9} required />}
      </Field>
      <div className="paste-facts">
        {FIELDS.map((name) => (
          <Field
            key={name}
            label={say(`add.${name}`)}
            {...(name === "published" ? { help: say("add.published.help") } : {})}
          >
            {(ids) => <input {...ids} name={name} dir="auto" />}
          </Field>
        ))}
        <Field label={say("add.language")}>
          {(ids) => (
            <select {...ids} name="language" defaultValue="">
              <option value="">{say("add.language.auto")}</option>
              {["fa", "ru", "en"].map((code) => (
                <option key={code} value={code}>
                  {languageName(code, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button type="submit" look="main" isDisabled={busy}>
        {say("add.send")}
      </Button>
    </form>
  )
}

/** How far the reading is, what came of it, and what could not be read and why. */
function Progress({ job }: { job: Job | null }) {
  const say = useSay()
  const format = useFormat()
  const over = job !== null && isOver(job)
  return (
    <section className="job" aria-labelledby="job">
      <h2 id="job">{over ? say("job.done") : say("job.running")}</h2>
      <div className="job-bar">
        <progress
          {...(job && job.total > 0 ? { value: job.done, max: job.total } : {})}
          aria-label={say("job.running")}
        />
        <span role="status">
          {job
            ? say("job.count", { n: format.number(job.done), of: format.number(job.total) })
            : say("job.sending")}
        </span>
      </div>
      {over && (
        <p>
          {say("job.added", { count: job.added, n: format.number(job.added) })}{" "}
          <Link to="/ledger" search={{ sort: "added" }}>
            {say("job.see")}
          </Link>{" "}
          <Link to="/review" search={{ order: "fresh" }}>
            {say("job.review")}
          </Link>
        </p>
      )}
      {job && job.failed.length > 0 && (
        <>
          <h3>
            {say("job.failed", { count: job.failed.length, n: format.number(job.failed.length) })}
          </h3>
          <ul className="failures">
            {job.failed.map((one) => (
              <li key={`${one.file} ${one.code}`}>
                <b>
                  <Bdi text={one.file} />
                </b>{" "}
                <Bdi text={one.message} lang="en" /> <code>{one.code}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
