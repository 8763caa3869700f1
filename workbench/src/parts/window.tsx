import type { ReactNode } from "react"
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import { useSay } from "../i18n/index.js"
import { IconButton } from "./button.js"

export interface WindowProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** `side` lies along the end of the page, `start` along its beginning. */
  readonly place?: "middle" | "side" | "start"
}

/** A dialog above the page: focus stays in it, Escape leaves it. */
export function Window({ title, open, onClose, children, place = "middle" }: WindowProps) {
  const say = useSay()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
      isDismissable
      className="veil"
    >
      <Modal className={`window window-${place}`}>
        <Dialog className="window-inside">
          <header className="window-head">
            <Heading slot="title">{title}</Heading>
            <IconButton sign="close" label={say("close")} onPress={onClose} />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
