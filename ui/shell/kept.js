// Keeps the documents in this browser's local storage, and says so in one line of the bar.
// Nothing is sent anywhere but to the program's own page: what was kept goes back to Python, which
// reads it as it reads any file of a stranger.

const STORE = "otherchair", ASIDE = "otherchair-aside", OFF = "otherchair-off"
const PHONE = "(max-width: 640px)"

const own = window.otherChairKept ??= {
    seen: null, written: null, last: undefined, conflict: null, fault: null, // of the store
    asideOf: null, kept: null, // sessions that laid a store aside, and that kept their own
    typed: null, // what was changed last and may not be kept yet: { field, at, sent }
    told: "", // of it
    listens: false, draw: null,
}

const PATIENCE = 300 // milliseconds in which a change is kept as a rule, and nothing is said
const LOOK = 100
// The fields of a document, by the keys that Python gives them: others are not kept at all.
const OF_A_DOCUMENT = "[class*=st-key-][class*=-field-], [class*=st-key-rate-]:not([class*=st-key-rate-card])"

function busy() {
    return document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "running"
}

/** Notes that a number or a word of a document is typed, and says so while it is not kept. */
function noteTyped(event) {
    const field = event.target
    if (!field.matches?.("input[type=number], input[type=text]") || !field.closest(OF_A_DOCUMENT)) return
    const looks = own.typed !== null
    own.typed = { field, sent: false, at: own.typed?.at ?? Date.now() }
    if (!looks) window.setTimeout(lookTyped, LOOK)
}

/** What was typed is on its way to Python once its field is left, or once Enter is pressed in it. */
function noteSent(event) {
    if (event.type === "keydown" && event.key !== "Enter") return
    if (own.typed && event.target === own.typed.field) own.typed = { ...own.typed, sent: true, at: Date.now() }
}

function lookTyped() {
    if (!own.typed) return
    if (own.typed.sent && !busy() && Date.now() - own.typed.at > PATIENCE) own.typed = null
    if (onItsWay() !== own.told) own.draw()
    if (own.typed) window.setTimeout(lookTyped, LOOK)
}

/** What is true of the last change: still in its field, on its way, or nothing to say of it. */
function onItsWay() {
    if (!own.typed || Date.now() - own.typed.at < PATIENCE) return ""
    return own.typed.sent ? "Keeping …" : "Kept once you leave the field"
}

function read(key) {
    try { return { text: window.localStorage.getItem(key), refused: false } }
    catch { return { text: null, refused: true } }
}

function put(key, text) {
    try {
        if (text === null) window.localStorage.removeItem(key)
        else window.localStorage.setItem(key, text)
        return true
    } catch { return false }
}

function time(saved) {
    const at = new Date(saved)
    if (Number.isNaN(at.getTime())) return ""
    const day = at.toLocaleDateString("en-GB", { day: "numeric", month: "long" })
    return `${day} ${at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`
}

function savedAt(text) {
    try { return time(JSON.parse(text).saved) } catch { return "" }
}

function documentsIn(text) {
    try { return JSON.stringify(JSON.parse(text).documents) } catch { return null }
}

export default function (component) {
    const { data, parentElement, setStateValue, setTriggerValue } = component
    const line = parentElement.querySelector(".kept-line")
    watchNumbers()
    watchLinks()
    bringIntoSight(data.sight, data.session)
    watchTheme(data.theme, seen => setTriggerValue("theme", seen))

    function say(parts) {
        line.replaceChildren(...parts.map(([words, act]) => {
            const made = document.createElement(act ? "button" : "span")
            made.textContent = words
            if (act) { made.type = "button"; made.onclick = act }
            return made
        }))
    }

    function send(force) {
        const { text } = read(STORE)
        const stored = text !== null && text.length > data.most ? "" : text
        own.last = text
        setStateValue("found", { session: data.session, stored, force, at: Date.now() })
    }

    function forget() {
        put(STORE, null); put(ASIDE, null); put(OFF, "1")
        own.last = null; own.conflict = null
        draw()
    }

    function keepAgain() {
        put(OFF, null)
        own.written = null
        keep()
        draw()
    }

    function takeOver() { own.conflict = null; own.written = data.stamp; send(true) }

    function keepMine() {
        own.conflict = null; own.last = read(STORE).text; own.written = null
        if (data.conflict) { // Python takes it that both stand until it is told
            own.kept = data.session
            setStateValue("found", { session: data.session, stored: null, force: true, at: Date.now() })
        }
        keep()
        draw()
    }

    function keep() {
        const texts = data.documents
        if (!data.ready || own.written === data.stamp || !Object.keys(texts).length) return
        if (read(OFF).text !== null || own.conflict) return
        const there = read(STORE)
        if (there.refused) { own.fault = "refused"; return }
        if (there.text !== null && documentsIn(there.text) === JSON.stringify(texts)) { // as it is
            own.last = there.text; own.written = data.stamp; own.fault = null
            kept()
            return
        }
        if (there.text !== own.last) { own.conflict = there.text ?? ""; return }
        if (data.aside && own.asideOf !== data.session) {
            const aside = [read(ASIDE).text, there.text].filter(text => text !== null).join("\n")
            if (!put(ASIDE, aside)) { own.fault = "full"; return } // never over what has no copy
            own.asideOf = data.session // once: what is written from now on can be read
        }
        const packed = JSON.stringify({ version: data.version, saved: Date.now(), documents: texts })
        own.fault = packed.length > data.most ? "large" : put(STORE, packed) ? null : "full"
        if (own.fault === null) { own.last = packed; own.written = data.stamp; kept() }
    }

    function kept() {
        if (own.typed?.sent) own.typed = null
    }

    function draw() {
        const narrow = window.matchMedia(PHONE).matches
        const save = ["Save to a file", () => setTriggerValue("save", true)]
        line.classList.toggle("kept-off", read(OFF).text !== null)
        if (read(OFF).text !== null) {
            const lost = narrow ? "Not kept: lost on a reload" : "Not kept in this browser: a reload or closing this tab loses what you type"
            return say([[lost], ["Keep it", keepAgain]])
        }
        if (own.conflict !== null) {
            const when = savedAt(own.conflict)
            const said = own.conflict ? `Another tab changed this${when && ` on ${when}`}` : "Another tab forgot this"
            const take = own.conflict ? [["Take it over", takeOver]] : []
            return say([[said], ...take, ["Keep mine", keepMine]])
        }
        if (own.fault === "large") return say([["Too large to keep in this browser"], save])
        if (own.fault || read(STORE).refused) return say([["Not saved"], save])
        const text = read(STORE).text
        own.told = onItsWay()
        if (own.told) return say([[own.told]])
        if (text === null) return say([])
        if (data.aside && own.asideOf !== data.session) return say([["Nothing of this page is kept yet"]])
        const when = savedAt(text)
        const wide = when ? `Kept in this browser, ${when}` : "Kept in this browser"
        const said = narrow ? "Kept here" : wide
        say([[said], ["Forget it", forget]])
    }

    own.draw = draw
    if (!own.listens) {
        own.listens = true
        window.addEventListener("input", noteTyped, true)
        for (const name of ["focusout", "keydown"]) window.addEventListener(name, noteSent, true)
        window.matchMedia(PHONE).addEventListener("change", () => own.draw())
        window.addEventListener("storage", event => {
            if (event.key !== null && event.key !== STORE && event.key !== OFF) return
            const now = read(STORE).text
            if (own.last !== undefined && event.key !== OFF && now !== own.last) {
                if (now !== null && documentsIn(now) === documentsIn(own.last)) own.last = now
                else own.conflict = now ?? ""
            }
            own.draw()
        })
    }
    if (own.seen !== data.session) { // a page just opened, or a server that began anew
        own.seen = data.session
        own.written = null
        if (own.last === undefined || read(STORE).text === own.last) own.conflict = null
        send(false)
    } else {
        if (data.conflict && own.conflict === null && own.kept !== data.session) own.conflict = read(STORE).text
        keep()
    }
    draw()
}
