import { useEffect, useState } from "react"
import { get, path } from "../../api/client.js"
import { queries } from "../../api/queries.js"
import type { Job } from "../../api/types.js"

const OVER = /^(done|failed|finished|ended)$/
export const isOver = (job: Job): boolean => OVER.test(job.state)

const AGAIN_MS = 700

/** Follows a job to its end: by the server's events, or by asking again where events do not come through. */
export function useJob(id: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  useEffect(() => {
    setJob(null)
    if (id === null) return
    let timer = 0
    let over = false
    const take = (next: Job) => {
      setJob(next)
      if (!isOver(next)) return
      over = true
      events.close()
      void queries.invalidateQueries()
    }
    const askAgain = async () => {
      if (over) return
      take(await get<Job>(path(`jobs/${id}`)))
      timer = window.setTimeout(() => void askAgain(), AGAIN_MS)
    }
    const events = new EventSource(path(`jobs/${id}/events`))
    const heard = (event: MessageEvent<string>) => take(JSON.parse(event.data) as Job)
    for (const name of ["message", "state", "progress", "done"])
      events.addEventListener(name, heard as EventListener)
    events.onerror = () => {
      events.close()
      void askAgain()
    }
    return () => {
      over = true
      clearTimeout(timer)
      events.close()
    }
  }, [id])
  return job
}
