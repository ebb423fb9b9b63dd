// A link pressed right after typing. Streamlit sends what was typed a moment after its field is left;
// a tap leaves the field and presses the link in one, so the other page is asked for first and the
// late message calls the old page back, with its fields empty. So a link waits until what was typed
// is on its way.

const ON_ITS_WAY = 400 // milliseconds after which nothing is on its way: the value was the same
const SENT = 80 // milliseconds within which it is sent, whatever else goes on
const STEP = 10
const link = { typed: false, let: false } // whether a field holds what was not sent; a press let through

function watchLinks() {
    if (window.otherChairLinks) return
    window.otherChairLinks = true
    window.addEventListener("input", event => { link.typed ||= event.target.matches?.("input, textarea") }, true)
    window.addEventListener("keydown", event => { if (event.key === "Tab") onceSent() }, true)
    window.addEventListener("click", holdLink, true)
}

/** A field left by the Tab key is sent long before anybody presses a link. */
function onceSent() {
    window.setTimeout(() => { link.typed = false }, ON_ITS_WAY)
}

function holdLink(event) {
    const pressed = event.target.closest?.("a[href]")
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    if (!pressed || !link.typed || link.let || !plain || pressed.target === "_blank") return
    event.preventDefault()
    event.stopImmediatePropagation()
    document.activeElement?.blur()
    const since = Date.now()
    const look = () => {
        const waited = Date.now() - since
        if (waited < SENT || (!busy() && waited < ON_ITS_WAY)) return window.setTimeout(look, STEP)
        link.typed = false
        link.let = true
        pressed.isConnected ? pressed.click() : window.location.assign(pressed.href)
        link.let = false
    }
    window.setTimeout(look, STEP)
}
