// What is typed or pasted into a number field with more than digits and one point in it. A browser
// drops what it does not take: "150,50" would become 15050. So the field shows such text as it was
// typed, and takes the number it stands for when it is left or sent; how it was read is said above it.

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/
const POWER = /^\d+(\.\d+)?e[+-]?\d{1,2}$/i // as a spreadsheet writes 1E+09
const POINT = !(1.5).toLocaleString().includes(",") // whether this browser's own decimal sign is one
const { get: getText, set: setText } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")
const typed = new WeakMap() // field -> { raw, own }: shown as text, not yet read or not a number
const touched = { field: null, before: "" } // the field in use, and what it held when it was entered

/** The number that a text stands for, and whether it could be meant otherwise; null where none. */
function readNumber(text) {
    const bare = text.trim().replace(/^[$€£]|[$€£%]$/g, "").replace(/[\s'’]/g, "").replace("−", "-")
    const sign = /^[+-]/.test(bare) ? bare[0] : ""
    const digits = bare.slice(sign.length).replace(/^[$€£]/, "")
    const found = readDigits(digits)
    return found && { value: Number(`${sign}${found.plain}`), doubt: found.doubt }
}

function readDigits(digits) {
    const whole = sign => new RegExp(`^\\d{1,3}(\\${sign}\\d{3})+$`)
    const grouped = (group, point) => new RegExp(`^\\d{1,3}(\\${group}\\d{3})+\\${point}\\d*$`)
    if (PLAIN.test(digits)) return { plain: digits, doubt: false }
    if (POWER.test(digits)) return { plain: digits, doubt: false }
    if (grouped(",", ".").test(digits)) return { plain: digits.replaceAll(",", ""), doubt: false }
    if (grouped(".", ",").test(digits)) {
        return { plain: digits.replaceAll(".", "").replace(",", "."), doubt: false }
    }
    if (whole(",").test(digits) && !/^0/.test(digits)) {
        const plain = digits.replaceAll(",", "")
        return { plain, doubt: plain.length === digits.length - 1 }
    }
    if (whole(".").test(digits) && !/^0/.test(digits)) return { plain: digits.replaceAll(".", ""), doubt: false }
    const comma = digits.replace(",", ".")
    return PLAIN.test(comma) ? { plain: comma, doubt: false } : null
}

/** A number with its marks and the unit that the field's label ends with. */
function written(value, field) {
    const label = field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? ""
    const unit = /\(([^()]+)\)\s*$/.exec(label)?.[1] ?? ""
    const size = Math.abs(value)
    const money = /^[$€£]$/.test(unit)
    const least = money && !Number.isInteger(value) ? 2 : 0
    const said = size.toLocaleString("en-US", { minimumFractionDigits: least, maximumFractionDigits: 6 })
    const signed = `${value < 0 ? "−" : ""}${money ? unit : ""}${said}`
    return money || !unit ? signed : `${signed} ${unit}`
}

/** Says something above a field, in place of what was said there before. */
function sayAbove(field, words) {
    const box = field.closest("[data-testid=stNumberInputContainer]")
    const place = box?.closest("[data-testid=stNumberInput]")
    if (!place) return
    place.querySelector(".typed-note")?.remove()
    field.removeAttribute("aria-describedby")
    if (!words) return
    const note = document.createElement("div")
    note.className = "typed-note"
    note.id = `${field.id}-typed`
    note.setAttribute("role", "status")
    note.textContent = words
    let child = box
    while (child.parentElement !== place) child = child.parentElement
    place.insertBefore(note, child)
    field.setAttribute("aria-describedby", note.id)
}

/** Where the caret is in a number field, which browsers tell of text fields only. */
function caretIn(field) {
    const chosen = window.getSelection()
    const length = chosen.toString().length
    if (length === field.value.length) return [0, length]
    chosen.modify("extend", "backward", "lineboundary")
    const end = chosen.toString().length
    return length ? [field.value.length, field.value.length] : [end, end]
}

/** Shows a field as text from here on; the page's own field goes back to what it held before. */
function asText(field, data) {
    const [start, end] = caretIn(field)
    const raw = `${field.value.slice(0, start)}${data}${field.value.slice(end)}`
    const before = touched.field === field ? touched.before : field.value
    give(field, before)
    typed.set(field, { raw, before, own: Object.getOwnPropertyDescriptor(field, "value") })
    field.type = "text"
    field.inputMode = "decimal"
    setText.call(field, raw)
    field.setSelectionRange(start + data.length, start + data.length)
    Object.defineProperty(field, "value", { // the page draws its own value again and again
        configurable: true,
        get() { return getText.call(field) },
        set(value) {
            if (String(value) === before) return
            asNumber(field) // a value that came from elsewhere
            sayAbove(field, "")
            field.value = value
        },
    })
}

/** A value as if it had been typed into the page's own field. */
function give(field, value) {
    setText.call(field, value)
    field.dispatchEvent(new Event("input", { bubbles: true }))
}

function beforeInput(event) {
    const field = event.target
    if (!(field instanceof HTMLInputElement) || event.inputType === "insertLineBreak") return
    if (field.type !== "number" || !field.closest("[data-testid=stNumberInput]")) return
    if (touched.field !== field) enter(field)
    sayAbove(field, "")
    const data = event.data ?? event.dataTransfer?.getData("text")
    if (data === null || data === undefined || data === "") return
    const all = window.getSelection().toString() === field.value
    const taken = all ? PLAIN.test(data) : /^\d*\.?\d*$/.test(data)
    const second = data.includes(".") && ((!all && field.value.includes(".")) || !POINT)
    if (taken && !second && !data.startsWith("+")) return
    event.preventDefault()
    asText(field, data)
}

function asNumber(field) {
    const { own } = typed.get(field)
    if (own) Object.defineProperty(field, "value", own)
    else delete field.value
    typed.delete(field)
    field.removeAttribute("aria-invalid")
    field.type = "number"
}

function onInput(event) {
    if (!typed.has(event.target)) return
    event.stopImmediatePropagation() // the page's own field knows numbers only
    if (event.type === "input") {
        typed.get(event.target).raw = event.target.value
        event.target.removeAttribute("aria-invalid")
        sayAbove(event.target, "")
    }
}

/** Whether the page tells why what stood in a field before is not taken. */
function isRefused(field) {
    const label = (field.getAttribute("aria-label") ?? "").replace(/\s*\([^()]*\)$/, "")
    const told = [...document.querySelectorAll("[data-testid=stAlert]")]
    return label !== "" && told.some(alert => alert.textContent.startsWith(`${label} is `))
}

/** The text of a field read, as it is left or sent: the number goes to the page, or the text stays. */
function taking(field) {
    if (!(field instanceof HTMLInputElement)) return true
    if (!typed.has(field)) return tellPoint(field)
    const { raw, before } = typed.get(field)
    const found = raw.trim() === "" ? { value: "", doubt: false } : readNumber(raw)
    if (found === null) {
        field.setAttribute("aria-invalid", "true")
        const stood = before === "" ? "" : `hat stood here before, ${written(Number(before), field)},`
        const kept = stood && (isRefused(field) ? ` Nor does w${stood} count.` : ` W${stood} is kept.`)
        const said = `“${raw.trim().slice(0, 20)}” is not a number.${kept}`
        sayAbove(field, `${said} Type a number, such as 12 or 12.5.`)
        return false
    }
    asNumber(field)
    give(field, String(found.value))
    if (touched.field === field) touched.before = String(found.value)
    if (found.value === "" || PLAIN.test(raw.trim())) return true
    const decimal = Number(raw.replace(/[^\d,]/g, "").replace(",", ".")) // as Europe would write it
    const other = found.doubt ? `, not ${written(decimal, field)}` : ""
    sayAbove(field, `Read as ${written(found.value, field)}${other}.`)
    return true
}

/** A plain number whose point could be meant to part thousands. */
function tellPoint(field) {
    if (field.type !== "number" || field.value === touched.before || touched.field !== field) return true
    if (/^[1-9]\d{0,2}\.\d{3}$/.test(field.value)) {
        const [read, other] = [1, 1000].map(times => written(Number(field.value) * times, field))
        sayAbove(field, `Read as ${read}, not ${other}.`)
    }
    touched.before = field.value
    return true
}

/** A dialog that Escape closes takes its fields away before they are left: what stands there is sent first. */
function leaveBefore(field) {
    if (!field.closest("[role=dialog]")) return
    if (field.closest("[data-testid=stNumberInput], [data-testid=stTextInput]")) field.blur()
}

function onKey(event) {
    if (event.key === "Escape" && event.target instanceof HTMLInputElement) leaveBefore(event.target)
    if (!["Enter", "ArrowUp", "ArrowDown"].includes(event.key)) return
    if (!taking(event.target)) { event.stopImmediatePropagation(); event.preventDefault() }
}

function enter(field) {
    if (typed.has(field)) return
    touched.field = field
    touched.before = field.value ?? ""
}

function watchNumbers() {
    if (window.otherChairTyped) return
    window.otherChairTyped = true
    window.addEventListener("beforeinput", beforeInput, true)
    window.addEventListener("input", onInput, true)
    window.addEventListener("change", onInput, true)
    window.addEventListener("keydown", onKey, true)
    window.addEventListener("focusin", event => enter(event.target), true)
    window.addEventListener("blur", event => taking(event.target), true)
}
