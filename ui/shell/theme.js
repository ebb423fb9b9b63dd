// The system's theme may be switched while a page is open, as in the evening. Streamlit then recolours
// its own parts at once; charts and the logo are Python's, which is asked to draw them anew.

const asked = window.otherChairTheme ??= { drawnFor: null, draws: null, look: null, listens: false, waits: 0 }

/** The theme that is on the screen, by how bright its ground is. */
function themeOnScreen() {
    const app = document.querySelector("[data-testid=stApp]")
    const parts = app && window.getComputedStyle(app).backgroundColor.match(/[\d.]+/g)
    if (!parts) return null
    return parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) < 384 ? "dark" : "light"
}

/** Asks for a page in the theme on the screen, once, where Python drew for the other. */
function watchTheme(drawnFor, ask) {
    asked.drawnFor = drawnFor
    asked.look = () => {
        const seen = themeOnScreen()
        clearTimeout(asked.waits)
        if (seen === null || seen === drawnFor) asked.draws = null
        else if (document.querySelector("[role=dialog]")) { // which a new page would close
            asked.waits = setTimeout(() => asked.look(), 500)
        }
        else if (asked.draws !== seen) { asked.draws = seen; ask(seen) }
    }
    if (!asked.listens) {
        asked.listens = true
        const later = () => [50, 400, 1500].forEach(wait => setTimeout(() => asked.look(), wait))
        window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later)
    }
    asked.look()
}
