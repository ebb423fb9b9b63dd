// A folded group that a link opened elsewhere on the page. Streamlit leaves the page where it is, so
// the link would seem to do nothing: the group is brought into view once it is laid, and kept there
// while what stands above it is still drawn. Whoever scrolls, taps or types meanwhile is let go.

const LAID = 6000 // milliseconds to wait until the group is open and the script has run
const KEPT = 1500 // milliseconds in which it is kept where it was brought to
const LOOK_AGAIN = 50
const LEAVES = ["wheel", "touchstart", "pointerdown", "keydown"]

function bringIntoSight(sight, session) {
    const asked = sight && `${session} ${sight.times}`
    if (!sight || window.otherChairSight === asked) return
    window.otherChairSight = asked
    let until = Date.now() + LAID, found = false
    const stop = () => {
        until = 0
        for (const name of LEAVES) window.removeEventListener(name, stop, true)
    }
    for (const name of LEAVES) window.addEventListener(name, stop, true)
    const look = () => {
        if (Date.now() > until || window.otherChairSight !== asked) return stop()
        const group = document.querySelector(`.${sight.group}`)
        const head = group?.querySelector("details[open] > summary")
        if (head && !found && !busy()) {
            found = true
            until = Date.now() + KEPT
            head.focus({ preventScroll: true })
        }
        if (head && found) group.scrollIntoView({ block: "start" })
        window.setTimeout(look, LOOK_AGAIN)
    }
    look()
}
