import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { queries } from "./api/queries.js"
import { keepDocument } from "./app/document.js"
import { router } from "./app/router.js"
import { startLanguages } from "./i18n/index.js"
import "./styles/index.css"

keepDocument()
await startLanguages()
const place = document.getElementById("app")
if (!place) throw new RangeError("index.html has no #app to draw in")
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
