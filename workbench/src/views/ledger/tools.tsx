import { Menu, MenuItem, MenuTrigger, Popover, DialogTrigger, Dialog } from "react-aria-components"
import { path } from "../../api/client.js"
import { filtersOf, one, type Asked } from "../../app/search.js"
import { useSay } from "../../i18n/index.js"
import { Button } from "../../parts/button.js"
import { COLUMNS } from "./columns.js"

/** Takes with one what one sees: the same filters and order, as a table or as lines. */
export function ExportMenu({ asked }: { asked: Asked }) {
  const say = useSay()
  const link = (format: string) =>
    path("export", { ...filtersOf(asked), sort: one(asked["sort"]), format })
  return (
    <MenuTrigger>
      <Button sign="export">{say("export")}</Button>
      <Popover className="popover">
        <Menu className="list" aria-label={say("export")}>
          <MenuItem className="list-item" href={link("csv")} download="dragoman.csv">
            {say("export.csv")}
          </MenuItem>
          <MenuItem className="list-item" href={link("jsonl")} download="dragoman.jsonl">
            {say("export.jsonl")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

export function ColumnMenu({
  chosen,
  onChange,
}: {
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}) {
  const say = useSay()
  return (
    <DialogTrigger>
      <Button sign="columns">{say("columns")}</Button>
      <Popover className="popover popover-pad">
        <Dialog aria-label={say("columns")} className="column-menu">
          {COLUMNS.map(({ id, name }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={chosen.length === 1 && chosen.includes(id)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                  )
                }
              />
              {say(name)}
            </label>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
