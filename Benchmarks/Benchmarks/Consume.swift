/// Keeps the optimizer from leaving out work whose result nobody uses.
@inline(never)
func consume(_ value: Float) {
    if value == .infinity { print("overflow") }
}
