import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

/** The server that `npm run dev` asks; start it with `dragoman serve --port 4180 --no-open`. */
const SERVER = process.env.DRAGOMAN_SERVER ?? "http://127.0.0.1:4180"

export default defineConfig({
  plugins: [react()],
  base: "/",
  build: {
    target: ["chrome125", "firefox140", "safari18"],
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        manualChunks: (id) =>
          /node_modules\/(react|react-dom|scheduler|@tanstack)\//.test(id) ? "react" : undefined,
      },
    },
  },
  server: { proxy: { "/v1": SERVER } },
  preview: { proxy: { "/v1": SERVER } },
})
